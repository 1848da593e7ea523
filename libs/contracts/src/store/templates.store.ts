import { Injectable } from '@nestjs/common';
import { Db, raw, sql } from '@jihui/platform';
import type { OpinionTemplate } from '../core/templates/template.js';

const COLUMNS = raw('t.id, t.version, t.office_id as "officeId", t.purpose, t.name, t.text, t.active');

/** 审查意见模板. */
@Injectable()
export class TemplatesStore {
  constructor(private readonly db: Db) {}

  async of(officeIds: readonly string[]): Promise<readonly OpinionTemplate[]> {
    return this.db.query<OpinionTemplate>(sql`
      select ${COLUMNS} from contracts.opinion_template t where ${sql.any(sql`t.office_id`, officeIds)}
      order by t.name, t.id`);
  }

  /** Locked until the transaction ends. */
  async lock(id: string): Promise<OpinionTemplate | undefined> {
    return this.db.one<OpinionTemplate>(
      sql`select ${COLUMNS} from contracts.opinion_template t where t.id = ${id} for update`,
    );
  }

  async countOf(officeId: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      sql`select count(*)::int as count from contracts.opinion_template where office_id = ${officeId}`,
    );
    return row?.count ?? 0;
  }

  async put(template: OpinionTemplate): Promise<void> {
    const { id, version, officeId, purpose, name, text, active } = template;
    await this.db.query(sql`
      insert into contracts.opinion_template (id, version, office_id, purpose, name, text, active)
      values (${id}, ${version}, ${officeId}, ${purpose}, ${name}, ${text}, ${active})
      on conflict (id) do update set version = excluded.version, purpose = excluded.purpose, name = excluded.name,
        text = excluded.text, active = excluded.active`);
  }
}
