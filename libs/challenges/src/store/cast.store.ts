import { Injectable } from '@nestjs/common';
import type { PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';

/** Who there is to act on a call, from this domain's copies of accounts and memberships. */
@Injectable()
export class CastStore {
  constructor(private readonly db: Db) {}

  /**
   * Officers of the bureaus of that city and its counties, and who acts for these organisations, each with all memberships:
   * what may be done by whom is not decided here.
   */
  async of(divisionCode: string, organisationIds: readonly string[]): Promise<readonly PersonActor[]> {
    const rows = await this.db.query<Omit<PersonActor, 'kind'>>(sql`
      select p.id as "personId", jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'kind', m.kind,
        'divisionCode', m.division_code, 'roles', m.roles) order by m.organisation_id) as memberships
      from challenges.person p join challenges.membership m on m.person_id = p.id
      where p.active and exists (
        select from challenges.membership o where o.person_id = p.id and (
          (o.kind in ('BUREAU_CITY', 'BUREAU_COUNTY') and 'OFFICER' = any(o.roles)
            and left(o.division_code, 4) = ${divisionCode.slice(0, 4)})
          or (${sql.any(sql`o.organisation_id`, organisationIds)}
            and o.roles && array['TRANSFER_OFFICER', 'ORG_ADMIN'])))
      group by p.id order by p.id`);
    return rows.map((row): PersonActor => ({ kind: 'person', ...row }));
  }
}
