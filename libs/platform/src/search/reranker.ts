import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { and, sql } from '../db/sql.js';
import { prepareQuery, scoreTexts } from '../relevance/index.js';
import type { EngineQuery, Found, Named } from './engine.js';
import { visibleTo } from './postgres.engine.js';
import { numbersIn } from './query.js';
import { Rarity } from './rarity.js';

/** So many of an engine's answers are put in order again; those behind them stay as they are. */
export const RERANKED = 200;
/** What an engine gives for a number that was typed: more than any words. */
const BY_NUMBER = 1_000_000;
const NO_BOILERPLATE: ReadonlySet<string> = new Set();

/**
 * Orders the best of what an engine found by the scoring core that matching uses as well: engines know how often a word
 * stands in a document, and not how rare it is, or where Chinese words begin.
 */
@Injectable()
export class Reranker {
  constructor(
    private readonly db: Db,
    private readonly rarity: Rarity,
  ) {}

  /** The same documents, best first; what was found by its number stays in front. */
  async rerank(found: readonly Found[], typed: string, query: EngineQuery): Promise<Found[]> {
    if (found.length < 2) return [...found];
    const [texts, common] = await Promise.all([this.textsOf(found, query), this.rarity.among(query.types)]);
    const scores = scoreTexts(
      [...texts].map(([id, text]) => ({ id, text })),
      prepareQuery({ title: typed, content: '' }, NO_BOILERPLATE),
      common.statistics,
    );
    const score = (row: Found): number => scores.get(row.id) ?? 0;
    const hasNumber = query.term !== null && numbersIn(query.term).length > 0;
    const byNumber = (row: Found): number => (hasNumber && row.score >= BY_NUMBER ? 1 : 0);
    return [...found].sort((a, b) => byNumber(b) - byNumber(a) || score(b) - score(a));
  }

  /** Each as its reader finds it. */
  private async textsOf(
    found: readonly Found[],
    { types, viewer }: EngineQuery,
  ): Promise<Map<string, string>> {
    const faced = found.flatMap(({ type, id, face }) => (face === undefined ? [] : [{ type, id, face }]));
    // By which face each is found has been read with it: its text lies under that key.
    if (faced.length === found.length) return this.textsBy(faced);
    const ids = found.map(({ id }) => id);
    const rows = await this.db.query<{ id: string; lead: string }>(sql`
      select t.id, t.lead from platform.search_document s
      join platform.search_text t on t.type = s.type and t.id = s.id and t.face = s.face
      where ${and([sql.any(sql`s.type`, types), sql.any(sql`s.id`, ids), sql`s.listed`, visibleTo(viewer)])}`);
    return new Map(rows.map(({ id, lead }) => [id, lead]));
  }

  private async textsBy(found: readonly Required<Named>[]): Promise<Map<string, string>> {
    const column = <K extends keyof Required<Named>>(name: K): Required<Named>[K][] =>
      found.map((one) => one[name]);
    const rows = await this.db.query<{ id: string; lead: string }>(
      sql`select t.id, t.lead
      from unnest(${column('type')}::text[], ${column('id')}::uuid[], ${column('face')}::smallint[]) as f (type, id, face)
      join platform.search_text t on t.type = f.type and t.id = f.id and t.face = f.face`.prepared(),
    );
    return new Map(rows.map(({ id, lead }) => [id, lead]));
  }
}
