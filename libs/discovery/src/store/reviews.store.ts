import { Injectable } from '@nestjs/common';
import type { ExpertReviewed } from '@jihui/events';
import { Db, sql } from '@jihui/platform';

/** Opinions that people signed as experts, as the domains that asked for them told. */
@Injectable()
export class ReviewsStore {
  constructor(private readonly db: Db) {}

  async put({ id, version, kind, personId, organiser, on }: ExpertReviewed): Promise<void> {
    await this.db.query(sql`
      insert into discovery.expert_review (id, version, kind, person_id, organiser, reviewed_on)
      values (${id}, ${version}, ${kind}, ${personId}, ${organiser}, ${on}::date)
      on conflict (id) do update set version = excluded.version, kind = excluded.kind,
        person_id = excluded.person_id, organiser = excluded.organiser, reviewed_on = excluded.reviewed_on
      where discovery.expert_review.version < excluded.version`);
  }
}
