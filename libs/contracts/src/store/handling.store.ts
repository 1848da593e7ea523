import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db, isUniqueViolation, sql } from '@jihui/platform';

/** 声明的利害关系: an organisation whose contracts the person does not handle. */
export interface DeclaredRelation {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly note: string;
  readonly since: LegalDay;
}

export interface Rating {
  readonly contractId: string;
  readonly decision: string;
  readonly score: number;
  readonly comment: string;
  readonly at: Date;
}

/** Ratings of one registry: how many of each of the five levels. */
export interface RatingFigures {
  readonly registryDivision: string;
  readonly count: number;
  readonly mean: number;
  /** Share of 基本满意 and better. */
  readonly satisfied: number;
}

/** What binds persons to organisations, and how applicants rated the service. */
@Injectable()
export class HandlingStore {
  constructor(private readonly db: Db) {}

  async relationsOf(personId: string, today: LegalDay): Promise<readonly DeclaredRelation[]> {
    return this.db.query<DeclaredRelation>(sql`
      select t.id, t.organisation_id as "organisationId", o.name as "organisationName", t.note, t.since::text as since
      from contracts.person_tie t join contracts.organisation o on o.id = t.organisation_id
      where t.person_id = ${personId} and t.kind = 'DECLARED' and (t.until is null or t.until >= ${today}::date)
      order by t.since, t.id`);
  }

  /** Once a person and organisation: declaring it again changes nothing. */
  async declare(personId: string, organisationId: string, note: string, today: LegalDay): Promise<void> {
    await this.db.query(sql`
      insert into contracts.person_tie (person_id, organisation_id, kind, since, note)
      values (${personId}, ${organisationId}, 'DECLARED', ${today}::date, ${note})
      on conflict (person_id, organisation_id, kind) where until is null do nothing`);
  }

  /** @returns whether there was one that was not ended. */
  async endRelation(personId: string, id: string, lastDay: LegalDay): Promise<boolean> {
    const ended = await this.db.query(sql`
      update contracts.person_tie set until = ${lastDay}::date
      where id = ${id} and person_id = ${personId} and kind = 'DECLARED' and until is null returning id`);
    return ended.length > 0;
  }

  /** @returns false when that decision was rated before. */
  async rate(
    rating: Rating & { readonly registryDivision: string; readonly ratedBy: string },
  ): Promise<boolean> {
    try {
      await this.db.query(sql`
        insert into contracts.rating (contract_id, decision, score, comment, registry_division, rated_by, at)
        values (${rating.contractId}, ${rating.decision}, ${rating.score}, ${rating.comment},
          ${rating.registryDivision}, ${rating.ratedBy}, ${rating.at})`);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  async ratingsOf(contractIds: readonly string[]): Promise<Map<string, Rating>> {
    const rows = await this.db.query<Rating>(sql`
      select distinct on (contract_id) contract_id as "contractId", decision, score, comment, at
      from contracts.rating where ${sql.any(sql`contract_id`, contractIds)} order by contract_id, at desc`);
    return new Map(rows.map((row) => [row.contractId, row]));
  }

  /** Per registry, between two legal days. */
  async ratingFigures(from: LegalDay, to: LegalDay): Promise<readonly RatingFigures[]> {
    return this.db.query<RatingFigures>(sql`
      select registry_division as "registryDivision", count(*)::int as count, avg(score)::float8 as mean,
        (count(*) filter (where score >= 3))::float8 / count(*) as satisfied
      from contracts.rating
      where (at at time zone 'Asia/Shanghai')::date between ${from}::date and ${to}::date
      group by registry_division order by registry_division`);
  }
}
