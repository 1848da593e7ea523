import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import { bureauSees, monthOf } from './visibility.js';

export interface RatingMonth {
  readonly month: string;
  readonly registryDivision: string;
  readonly registryName: string;
  readonly decisions: number;
  readonly count: number;
  readonly mean: number | null;
  readonly satisfied: number;
  /** Of 1 to 5. */
  readonly levels: readonly number[];
}

export interface RatingRow {
  readonly contractId: string;
  readonly score: number;
  readonly comment: string;
  readonly at: Date;
}

export interface RatingFilter {
  readonly month?: string | null;
  readonly registryDivision?: string | null;
  readonly score?: number | null;
  readonly satisfied?: boolean | null;
}

/** 基本满意. */
const SATISFIED_FROM = 3;

/** 好差评 as the bureau reads it. */
@Injectable()
export class RatingsStore {
  constructor(private readonly db: Db) {}

  /** Decisions by their review, ratings by their day; the latest month first. */
  async months(actor: Actor, from: LegalDay): Promise<readonly RatingMonth[]> {
    const level = (score: number): Sql => sql`count(*) filter (where score = ${score})::int`;
    return this.db.query<RatingMonth>(sql`
      with seen as (
        select c.id, c.registry_division, c.registered_at from contracts.contract c where ${bureauSees(actor)}),
      decided as (
        select ${monthOf('d.at')} as month, s.registry_division, count(*)::int as decisions
        from seen s cross join lateral (
          select s.registered_at as at where s.registered_at is not null
          union all select r.at from contracts.review r where r.contract_id = s.id and r.verdict = 'REJECT') d
        where d.at >= (${from}::date::timestamp at time zone 'Asia/Shanghai') group by 1, 2),
      rated as (
        select ${monthOf('t.at')} as month, t.registry_division, count(*)::int as count, avg(score)::float8 as mean,
          count(*) filter (where score >= ${SATISFIED_FROM})::int as satisfied,
          array[${level(1)}, ${level(2)}, ${level(3)}, ${level(4)}, ${level(5)}] as levels
        from contracts.rating t join seen s on s.id = t.contract_id
        where t.at >= (${from}::date::timestamp at time zone 'Asia/Shanghai') group by 1, 2)
      select month, registry_division as "registryDivision", coalesce(g.name, registry_division) as "registryName",
        coalesce(decisions, 0) as decisions, coalesce(count, 0) as count, mean, coalesce(satisfied, 0) as satisfied,
        coalesce(levels, array[0, 0, 0, 0, 0]) as levels
      from decided full join rated using (month, registry_division)
      left join contracts.registry g on g.division_code = registry_division
      order by month desc, registry_division`);
  }

  /** The latest first. */
  rows(actor: Actor, filter: RatingFilter, args: PageArgs): Promise<Connection<RatingRow>> {
    const where: Sql[] = [bureauSees(actor)];
    if (filter.month) where.push(sql`${monthOf('t.at')} = ${filter.month}`);
    if (filter.registryDivision) where.push(sql`t.registry_division = ${filter.registryDivision}`);
    if (filter.score != null) where.push(sql`t.score = ${filter.score}`);
    if (filter.satisfied != null) where.push(sql`(t.score >= ${SATISFIED_FROM}) = ${filter.satisfied}`);
    return this.db.page<RatingRow, RatingRow>(
      {
        select: sql`t.contract_id as "contractId", t.score, t.comment, t.at`,
        from: sql`contracts.rating t join contracts.contract c on c.id = t.contract_id`,
        where,
        order: [
          { expression: sql`t.at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`t.contract_id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }
}
