import { Injectable } from '@nestjs/common';
import { addRows, Db, isUniqueViolation, sql, type Connection, type PageArgs } from '@jihui/platform';
import type { Verdicts } from '../core/listing.js';
import type { ManualMatch } from '../core/manual.js';
import type { Refusal } from '../core/refusals.js';
import type { Part } from '../core/score.js';
import type { PartName } from '../core/weights.js';
import type { SaidOfPair } from '../core/comparison.js';
import type { PairOutcome } from '../core/outcome.js';
import type { OutcomeKind } from '../core/training-pairs.js';
import { FeedbackRow, ManualMatchRow, RecommendationRow, type Verdict } from './pair.rows.js';

export interface PairIds {
  readonly needId: string;
  readonly resultId: string;
}

export interface Feedback extends PairIds {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly causes: readonly PartName[];
  readonly updatedAt: Date;
}

export type NewFeedback = Omit<FeedbackRow, 'version' | 'createdAt' | 'updatedAt'>;

/** What is asked of the recommendations of one's organisations. */
export interface RecommendationFilter {
  /** Which of the two is one's own. */
  readonly side?: 'NEED' | 'RESULT' | null;
  /** One's own verdicts; OPEN is none yet. */
  readonly verdicts?: readonly ('OPEN' | 'USEFUL' | 'NOT_USEFUL')[] | null;
}

export interface Recommendation extends PairIds {
  readonly id: string;
  /** Which of the two is one's own; the need where both are. */
  readonly mySide: 'NEED' | 'RESULT';
  readonly score: number;
  readonly parts: readonly Part[];
  readonly sharedTerms: readonly string[];
  readonly modelVersion: string;
  readonly createdAt: Date;
}

interface RecommendationColumns {
  id: string;
  need_id: string;
  result_id: string;
  score: number;
  parts: Part[];
  shared_terms: string[];
  model_version: string;
  created_at: Date;
  need_is_mine: boolean;
}

/** What people and the platform said of pairs: verdicts, brokers' own matches, recommendations. */
@Injectable()
export class PairsStore {
  constructor(private readonly db: Db) {}

  /** Stores a verdict, replacing the person's earlier one on the pair. */
  async saveFeedback(feedback: NewFeedback, now: Date): Promise<void> {
    await this.db.query(sql`
      insert into matching.feedback (id, version, need_id, result_id, person_id, verdict, reason, causes,
        spoke_for, score, parts, model_version, created_at, updated_at)
      values (${feedback.id}, 1, ${feedback.needId}, ${feedback.resultId}, ${feedback.personId}, ${feedback.verdict},
        ${feedback.reason}, ${feedback.causes}, ${feedback.spokeFor}, ${feedback.score}, ${JSON.stringify(feedback.parts)},
        ${feedback.modelVersion}, ${now}, ${now})
      on conflict on constraint feedback_once do update set version = matching.feedback.version + 1,
        verdict = excluded.verdict, reason = excluded.reason, causes = excluded.causes, spoke_for = excluded.spoke_for,
        score = excluded.score, parts = excluded.parts,
        model_version = excluded.model_version, updated_at = excluded.updated_at`);
  }

  /** One person's verdicts on the pairs. */
  async feedbackOf(personId: string, pairs: readonly PairIds[]): Promise<Feedback[]> {
    const rows = await this.db.query<{
      need_id: string;
      result_id: string;
      verdict: Verdict;
      reason: string;
      causes: PartName[];
      updated_at: Date;
    }>(sql`
      select f.need_id, f.result_id, f.verdict, f.reason, f.causes, f.updated_at
      from matching.feedback f join ${pairsOf(pairs)} as p (need_id, result_id) using (need_id, result_id)
      where f.person_id = ${personId}`);
    return rows.map((row) => ({
      needId: row.need_id,
      resultId: row.result_id,
      verdict: row.verdict,
      reason: row.reason,
      causes: row.causes,
      updatedAt: row.updated_at,
    }));
  }

  /** How the recommendations of each listing were taken. Listings without a verdict are left out. */
  async verdictsOn(side: 'NEED' | 'RESULT', ids: readonly string[]): Promise<Map<string, Verdicts>> {
    const column = side === 'NEED' ? sql`need_id` : sql`result_id`;
    const rows = await this.db.query<{ id: string; useful: number; not_useful: number }>(sql`
      select ${column} as id, count(*) filter (where verdict = 'USEFUL')::int as useful,
        count(*) filter (where verdict = 'NOT_USEFUL')::int as not_useful
      from matching.feedback where ${sql.any(column, ids)} group by 1`);
    return new Map(rows.map((row) => [row.id, { useful: row.useful, notUseful: row.not_useful }]));
  }

  /**
   * What each listing's own side refused, by the listing: recommendations that its owner's people found useless and none of
   * them useful, and talks that ended before both sides wanted them.
   */
  async refusalsOf(
    side: 'NEED' | 'RESULT',
    listings: readonly { readonly id: string; readonly ownerId: string }[],
  ): Promise<Map<string, Refusal[]>> {
    const [own, other] = side === 'NEED' ? [sql`need_id`, sql`result_id`] : [sql`result_id`, sql`need_id`];
    const ids = listings.map(({ id }) => id);
    const owners = listings.map(({ ownerId }) => ownerId);
    const rows = await this.db.query<{ id: string; counterpart_id: string; causes: PartName[] }>(sql`
      select ${own} as id, ${other} as counterpart_id,
        coalesce(array_agg(distinct cause) filter (where cause is not null), '{}') as causes
      from matching.feedback
      join unnest(${ids}::uuid[], ${owners}::uuid[]) as listing (id, owner_id)
        on listing.id = ${own} and listing.owner_id = any(spoke_for)
      left join lateral unnest(causes) as cause on true
      group by 1, 2 having bool_and(verdict = 'NOT_USEFUL')
      union all
      select ${own}, ${other}, '{}' from matching.outcome
      where ${sql.any(own, ids)} and kind is not null
      group by 1, 2 having bool_and(kind = 'REJECTED')`);
    const refusals = new Map<string, Refusal[]>(ids.map((id) => [id, []]));
    for (const { id, counterpart_id, causes } of rows)
      refusals.get(id)?.push({ counterpartId: counterpart_id, causes });
    return refusals;
  }

  /** What came of pairs, each pair by the best that did: refusals left out. The newest listings first. */
  async wanted(limit: number): Promise<(PairIds & { kind: OutcomeKind })[]> {
    const rows = await this.db.query<{ need_id: string; result_id: string; kind: OutcomeKind }>(sql`
      select need_id, result_id, (array['USEFUL', 'ACCEPTED', 'SIGNED', 'CONTRACTED'])[max(rank)] as kind from (
        select need_id, result_id, 1 as rank from matching.feedback where verdict = 'USEFUL'
        union all
        select need_id, result_id, array_position(array['USEFUL', 'ACCEPTED', 'SIGNED', 'CONTRACTED'], kind)
        from matching.outcome where kind <> 'REJECTED') as said
      group by need_id, result_id order by need_id desc, result_id desc limit ${limit}`);
    return rows.map(({ need_id, result_id, kind }) => ({ needId: need_id, resultId: result_id, kind }));
  }

  /** Everything that was said of pairs, refusals included; the newest needs first. */
  async said(limit: number): Promise<SaidOfPair[]> {
    const rows = await this.db.query<{ need_id: string; result_id: string; kind: SaidOfPair['kind'] }>(sql`
      select need_id, result_id, verdict as kind from matching.feedback
      union all
      select need_id, result_id, kind from matching.outcome where kind is not null
      order by need_id desc, result_id desc, kind limit ${limit}`);
    return rows.map(({ need_id, result_id, kind }) => ({ needId: need_id, resultId: result_id, kind }));
  }

  /** What a deal or a contract last said of its pair; null where it is not known, or said nothing. Locks it. */
  async lockOutcome(sourceId: string): Promise<PairOutcome | null> {
    const row = await this.db.one<{ kind: PairOutcome | null }>(sql`
      select kind from matching.outcome where source_id = ${sourceId} for update`);
    return row?.kind ?? null;
  }

  /** Keeps what a deal or a contract says of its pair, unless something newer is known. */
  async saveOutcome(
    sourceId: string,
    version: number,
    { needId, resultId }: PairIds,
    kind: PairOutcome | null,
  ): Promise<void> {
    await this.db.query(sql`
      insert into matching.outcome (source_id, version, need_id, result_id, kind)
      values (${sourceId}, ${version}, ${needId}, ${resultId}, ${kind})
      on conflict (source_id) do update set version = excluded.version, kind = excluded.kind
      where matching.outcome.version <= excluded.version`);
  }

  /** @returns false where the pair has a manual match already. */
  async addManual(match: ManualMatch): Promise<boolean> {
    const row: ManualMatchRow = { ...match, updatedAt: match.createdAt };
    try {
      await this.db.insert(ManualMatchRow, row);
      return true;
    } catch (error) {
      if (isUniqueViolation(error, 'manual_match_once')) return false;
      throw error;
    }
  }

  async lockManual(id: string): Promise<ManualMatch | undefined> {
    return this.db.lock(ManualMatchRow, id);
  }

  async saveManual(match: ManualMatch, state: ManualMatch['state']): Promise<void> {
    await this.db.update(ManualMatchRow, { id: match.id, version: match.version }, { state });
  }

  /** Active manual matches of the listings on that side. */
  async manualOf(side: 'NEED' | 'RESULT', ids: readonly string[]): Promise<ManualMatch[]> {
    const column = side === 'NEED' ? sql`need_id` : sql`result_id`;
    return this.manual(
      sql`select * from matching.manual_match where state = 'ACTIVE' and ${sql.any(column, ids)}`,
    );
  }

  /** Active manual matches of the pairs. */
  async manualOn(pairs: readonly PairIds[]): Promise<ManualMatch[]> {
    return this.manual(sql`
      select m.* from matching.manual_match m join ${pairsOf(pairs)} as p (need_id, result_id) using (need_id, result_id)
      where m.state = 'ACTIVE'`);
  }

  /** Stores recommendations, not none. @returns the keys of those pairs of which nobody had been told before. */
  async addRecommendations(rows: readonly RecommendationRow[]): Promise<Set<string>> {
    const added = await this.db.query<PairIds>(
      addRows('matching.recommendation', ['needId', 'resultId'], rows),
    );
    return new Set(added.map(({ needId, resultId }) => `${needId}:${resultId}`));
  }

  /** Recommendations made to the organisations, newest first. */
  recommendationsFor(
    {
      personId,
      organisationIds,
    }: { readonly personId: string | null; readonly organisationIds: readonly string[] },
    { side, verdicts }: RecommendationFilter,
    args: PageArgs,
  ): Promise<Connection<Recommendation>> {
    const mine = {
      NEED: sql.any(sql`r.need_owner_id`, organisationIds),
      RESULT: sql.any(sql`r.result_owner_id`, organisationIds),
    };
    const said = sql`(select f.verdict from matching.feedback f
      where f.need_id = r.need_id and f.result_id = r.result_id and f.person_id = ${personId})`;
    return this.db.page<RecommendationColumns, Recommendation>(
      {
        select: sql`r.id, r.need_id, r.result_id, r.score, r.parts, r.shared_terms, r.model_version, r.created_at,
          ${mine.NEED} as need_is_mine`,
        from: sql`matching.recommendation r`,
        where: [
          side == null ? sql`(${mine.NEED} or ${mine.RESULT})` : mine[side],
          ...(verdicts == null || verdicts.length === 0
            ? []
            : [sql`coalesce(${said}, 'OPEN') = any(${[...verdicts]}::text[])`]),
        ],
        order: [
          { expression: sql`r.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`r.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => ({
          id: row.id,
          mySide: row.need_is_mine ? 'NEED' : 'RESULT',
          needId: row.need_id,
          resultId: row.result_id,
          score: row.score,
          parts: row.parts,
          sharedTerms: row.shared_terms,
          modelVersion: row.model_version,
          createdAt: row.created_at,
        }),
      },
      args,
    );
  }

  private async manual(statement: ReturnType<typeof sql>): Promise<ManualMatch[]> {
    const rows = await this.db.query<{
      id: string;
      version: number;
      state: ManualMatch['state'];
      need_id: string;
      result_id: string;
      agency_id: string;
      person_id: string;
      reason: string;
      created_at: Date;
    }>(statement);
    return rows.map((row) => ({
      id: row.id,
      version: row.version,
      state: row.state,
      needId: row.need_id,
      resultId: row.result_id,
      agencyId: row.agency_id,
      personId: row.person_id,
      reason: row.reason,
      createdAt: row.created_at,
    }));
  }
}

const pairsOf = (pairs: readonly PairIds[]): ReturnType<typeof sql> => sql`
  unnest(${pairs.map((pair) => pair.needId)}::uuid[], ${pairs.map((pair) => pair.resultId)}::uuid[])`;
