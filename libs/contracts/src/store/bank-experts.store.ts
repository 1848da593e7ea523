import { Injectable } from '@nestjs/common';
import type { ExpertSnapshot } from '@jihui/events';
import { Db, raw, sql, type Sql } from '@jihui/platform';
import type { BankExpert, Tie } from '../core/bank-experts.js';
import { hasPart } from './derived.js';

/** An expert of the bank beside a contract. */
export interface FittingExpert extends BankExpert {
  /** Whether the contract's technical field is among the expert's. */
  readonly fieldFits: boolean;
  /** Keywords of the expert that stand in the contract's words. */
  readonly sharedKeywords: readonly string[];
  /** Seats on panels in the year before. */
  readonly recentSeats: number;
}

const COLUMNS = raw(`e.id, e.person_id as "personId", e.name, e.unit, e.title, a.email, e.ties`);

/** 科技专家库, as far as panels need it. */
@Injectable()
export class BankExpertsStore {
  constructor(private readonly db: Db) {}

  /** The newest snapshot stays; an older one changes nothing. */
  async put(expert: ExpertSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into contracts.bank_expert as old (id, version, person_id, name, unit, title, tech_fields, keywords,
        active, ties)
      values (${expert.id}, ${version}, ${expert.personId}, ${expert.name}, ${expert.unitName}, ${expert.title},
        ${expert.techFields}::text[], ${expert.keywords}::text[], ${expert.state === 'ACTIVE'},
        ${JSON.stringify(tiesOf(expert))}::jsonb)
      on conflict (id) do update set version = excluded.version, person_id = excluded.person_id,
        name = excluded.name, unit = excluded.unit, title = excluded.title, tech_fields = excluded.tech_fields,
        keywords = excluded.keywords, active = excluded.active, ties = excluded.ties
      where old.version < excluded.version`);
  }

  /** Those of them that are in the bank. */
  async active(ids: readonly string[]): Promise<readonly BankExpert[]> {
    if (ids.length === 0) return [];
    return this.db.query<BankExpert>(sql`
      select ${COLUMNS} from contracts.bank_expert e left join contracts.person_address a on a.person_id = e.person_id
      where ${sql.any(sql`e.id`, ids)} and e.active`);
  }

  /**
   * Of the bank, those that fit best: the field first, then the words they share, then who sat least. The bank and the
   * panels of the year are each read once.
   * @param text of the name, the unit, the title or a keyword; null for all
   */
  async fitting(
    wanted: { readonly techField: string | null; readonly words: string; readonly text: string | null },
    most: number,
  ): Promise<readonly FittingExpert[]> {
    const fits: Sql = sql`coalesce(${wanted.techField} = any(e.tech_fields), false)`;
    const found: Sql =
      wanted.text === null
        ? sql`true`
        : hasPart(
            sql`concat_ws(' ', e.name, e.unit, e.title, array_to_string(e.keywords, ' '))`,
            wanted.text,
          );
    return this.db.query<FittingExpert>(sql`
      with seated as (
        select seat ->> 'expertId' as expert_id, count(distinct c.id)::int as seats
        from contracts.contract c cross join lateral jsonb_array_elements(c.experts) as seat
        where c.experts <> '[]' and c.updated_at > (select platform.business_now()) - interval '1 year' group by 1)
      select ${COLUMNS}, ${fits} as "fieldFits", s.shared as "sharedKeywords", coalesce(n.seats, 0) as "recentSeats"
      from contracts.bank_expert e
      left join contracts.person_address a on a.person_id = e.person_id
      left join seated n on n.expert_id = e.id::text
      cross join lateral (
        select coalesce(array_agg(k order by k), '{}') as shared from unnest(e.keywords) as k
        where k <> '' and position(lower(k) in lower(${wanted.words})) > 0) as s
      where e.active and ${found}
      order by ${fits} desc, cardinality(s.shared) desc, coalesce(n.seats, 0), e.name, e.id limit ${most}`);
  }
}

const tiesOf = ({ employments, relations }: ExpertSnapshot): readonly Tie[] => [
  ...employments.map(({ organisationId, endedOn }) => ({
    organisationId,
    organisationName: '',
    personName: '',
    until: endedOn,
  })),
  ...relations.map(({ organisationId, organisationName, personName, to }) => ({
    organisationId,
    organisationName,
    personName,
    until: to,
  })),
];
