import { prepareProfileQuery, ProfileIndex, type ProfileHit, type VectorModel } from '@jihui/platform';
import type { ExpertFacts } from '../core/expert.js';

/** An expert as the engine keeps it; whoever may not be recommended is taken out. */
export interface ExpertRow {
  readonly id: string;
  /** Grows with every change: an older one changes nothing. */
  readonly revision: number;
  /** The profile's own text and each work, title first. */
  readonly works: readonly string[];
  /** Their titles and keywords. */
  readonly headings: readonly string[];
  /** Vectors of works from a service outside. */
  readonly embeddings?: readonly Int8Array[];
  readonly facts: ExpertFacts;
}

/** What experts are looked for by. */
export interface ExpertQuery {
  readonly title: string;
  readonly content: string;
  /** The need's vector from a service outside; null for none. */
  readonly embedding?: Int8Array | null;
  readonly limit: number;
  /** Experts who are scored whether or not they are among the best, or take invitations. */
  readonly include?: readonly string[];
}

export interface ExpertHit extends ProfileHit {
  readonly facts: ExpertFacts;
}

/** What every need says is common in profiles too, and tells little there by itself: nothing is taken out (docs/matching.md). */
const NOTHING: ReadonlySet<string> = new Set();

/** Every expert who may be recommended now: profile and works indexed, facts at hand. */
export class ExpertCorpus {
  private readonly index = new ProfileIndex();
  private readonly facts = new Map<string, ExpertFacts>();
  private readonly revisions = new Map<string, number>();

  apply(rows: readonly ExpertRow[]): void {
    const news = rows.filter((row) => (this.revisions.get(row.id) ?? 0) < row.revision);
    for (const row of news) this.revisions.set(row.id, row.revision);
    const gone = news.filter(({ facts }) => !facts.listed).map(({ id }) => id);
    this.index.remove(gone);
    for (const id of gone) this.facts.delete(id);
    const present = news.filter(({ facts }) => facts.listed);
    this.index.put(present);
    for (const { id, facts } of present) this.facts.set(id, facts);
  }

  search({ title, content, embedding, limit, include = [] }: ExpertQuery): ExpertHit[] {
    const admit = (id: string): boolean =>
      this.facts.get(id)?.availability !== 'CLOSED' || include.includes(id);
    const most = include.length === 0 ? limit : Infinity;
    const prepared = prepareProfileQuery({ title, content }, NOTHING);
    const hits = this.index.search(prepared, { limit: most, admit, embedding });
    const wanted = hits.filter(({ id }, at) => at < limit || include.includes(id));
    return wanted.flatMap((hit) => {
      const facts = this.facts.get(hit.id);
      return facts === undefined ? [] : [{ ...hit, facts }];
    });
  }

  adopt(models: readonly VectorModel[]): Generator<void> {
    return this.index.adopt(models);
  }
}
