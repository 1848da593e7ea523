import { Injectable } from '@nestjs/common';
import { addRows, Db, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import { expertPairKey, type ExpertPairIds, type ExpertPart } from '../core/expert.js';
import type { ExpertVerdict } from '../core/expert-verdict.js';
import type { Refusal } from '../core/refusals.js';
import type { Part } from '../core/score.js';

/** A pair of which its sides were told, with the score as it was. */
export interface ExpertRecommendation extends ExpertPairIds {
  readonly id: string;
  readonly needOwnerId: string;
  /** The expert's account. */
  readonly personId: string;
  readonly score: number;
  readonly parts: readonly Part[];
  readonly sharedTerms: readonly string[];
  readonly modelVersion: string;
  readonly createdAt: Date;
}

export interface ExpertFeedback extends ExpertPairIds {
  readonly verdict: ExpertVerdict;
  readonly reason: string;
  readonly causes: readonly ExpertPart[];
  readonly updatedAt: Date;
}

export interface NewExpertFeedback extends Omit<ExpertFeedback, 'updatedAt'> {
  readonly id: string;
  readonly personId: string;
  /** The need's owner, where the person is one of its people. */
  readonly spokeFor: string | null;
  readonly byExpert: boolean;
  readonly score: number;
  readonly parts: readonly Part[];
  readonly modelVersion: string;
}

/** What the platform recommended of needs and experts, and what people said of it. */
@Injectable()
export class ExpertPairsStore {
  constructor(private readonly db: Db) {}

  /** Stores recommendations, not none. @returns the keys of those pairs of which nobody had been told before. */
  async add(rows: readonly ExpertRecommendation[]): Promise<Set<string>> {
    const added = await this.db.query<ExpertPairIds>(
      addRows('matching.expert_recommendation', ['needId', 'expertId'], rows),
    );
    return new Set(added.map(expertPairKey));
  }

  /** Those told to the organisations or to the person as an expert, newest first. */
  page(
    organisationIds: readonly string[],
    personId: string,
    args: PageArgs,
  ): Promise<Connection<ExpertRecommendation>> {
    return this.db.page<ExpertRecommendation, ExpertRecommendation>(
      {
        select: sql`id, need_id as "needId", expert_id as "expertId", need_owner_id as "needOwnerId",
          person_id as "personId", score, parts, shared_terms as "sharedTerms", model_version as "modelVersion",
          created_at as "createdAt"`,
        from: sql`matching.expert_recommendation`,
        where: [sql`${sql.any(sql`need_owner_id`, organisationIds)} or person_id = ${personId}`],
        order: [
          { expression: sql`created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  /** Stores a verdict, replacing the person's earlier one on the pair. */
  async saveFeedback(one: NewExpertFeedback, now: Date): Promise<void> {
    await this.db.query(sql`
      insert into matching.expert_feedback (id, version, need_id, expert_id, person_id, spoke_for, by_expert, verdict,
        reason, causes, score, parts, model_version, created_at, updated_at)
      values (${one.id}, 1, ${one.needId}, ${one.expertId}, ${one.personId}, ${one.spokeFor}, ${one.byExpert},
        ${one.verdict}, ${one.reason}, ${[...one.causes]}, ${one.score}, ${JSON.stringify(one.parts)},
        ${one.modelVersion}, ${now}, ${now})
      on conflict on constraint expert_feedback_once do update set version = matching.expert_feedback.version + 1,
        spoke_for = excluded.spoke_for, by_expert = excluded.by_expert, verdict = excluded.verdict,
        reason = excluded.reason, causes = excluded.causes, score = excluded.score, parts = excluded.parts,
        model_version = excluded.model_version, updated_at = excluded.updated_at`);
  }

  /** One person's verdicts on the pairs. */
  feedbackOf(personId: string, pairs: readonly ExpertPairIds[]): Promise<ExpertFeedback[]> {
    return this.db.query<ExpertFeedback>(sql`
      select f.need_id as "needId", f.expert_id as "expertId", f.verdict, f.reason, f.causes, f.updated_at as "updatedAt"
      from matching.expert_feedback f
      join unnest(${pairs.map(({ needId }) => needId)}::uuid[], ${pairs.map(({ expertId }) => expertId)}::uuid[])
        as p (need_id, expert_id) using (need_id, expert_id)
      where f.person_id = ${personId}`);
  }

  /** Experts that each need's owner's people found useless, and none of them useful. */
  refusedByOwners(
    needs: readonly { readonly id: string; readonly ownerId: string }[],
  ): Promise<Map<string, Refusal[]>> {
    const ids = needs.map(({ id }) => id);
    const owners = needs.map(({ ownerId }) => ownerId);
    return this.refusals(
      ids,
      sql`need_id`,
      sql`expert_id`,
      sql`exists (select 1 from unnest(${ids}::uuid[], ${owners}::uuid[]) as need (id, owner_id)
        where need.id = need_id and need.owner_id = spoke_for)`,
    );
  }

  /** Needs that each expert refused: found useless, or none of theirs. */
  refusedByExperts(expertIds: readonly string[]): Promise<Map<string, Refusal[]>> {
    return this.refusals(
      expertIds,
      sql`expert_id`,
      sql`need_id`,
      sql`by_expert and ${sql.any(sql`expert_id`, expertIds)}`,
    );
  }

  /** Experts who said of each of the needs that it is none for them. */
  async declined(needIds: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
    const rows = await this.db.query<ExpertPairIds>(sql`
      select need_id as "needId", expert_id as "expertId" from matching.expert_feedback
      where by_expert and verdict = 'NOT_ME' and ${sql.any(sql`need_id`, needIds)}`);
    const declined = new Map(needIds.map((id) => [id, new Set<string>()]));
    for (const { needId, expertId } of rows) declined.get(needId)?.add(expertId);
    return declined;
  }

  private async refusals(
    ids: readonly string[],
    own: Sql,
    other: Sql,
    counts: Sql,
  ): Promise<Map<string, Refusal[]>> {
    const rows = await this.db.query<{ id: string; counterpart: string; causes: Refusal['causes'] }>(sql`
      select ${own} as id, ${other} as counterpart,
        coalesce(array_agg(distinct cause) filter (where cause is not null), '{}') as causes
      from matching.expert_feedback left join lateral unnest(causes) as cause on true
      where ${counts} group by 1, 2 having bool_and(verdict <> 'USEFUL')`);
    const refusals = new Map<string, Refusal[]>(ids.map((id) => [id, []]));
    for (const { id, counterpart, causes } of rows)
      refusals.get(id)?.push({ counterpartId: counterpart, causes });
    return refusals;
  }
}
