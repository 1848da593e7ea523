import type { LegalDay } from '@jihui/kernel';
import { groupsOf, prepareQuery, printOf, TextIndex, type TextHit, type VectorModel } from '@jihui/platform';
import type { NeedFacts } from '../core/listing.js';
import { PatentCorpus, type PatentHit, type PatentQuery, type PatentRow } from './patent-corpus.js';
import { ExpertCorpus, type ExpertHit, type ExpertQuery, type ExpertRow } from './expert-corpus.js';
import { exclusionsOf, shownExclusions } from '../core/exclusions.js';
import { sides, type Facts, type ListingKind } from '../core/listing.js';

/** A listing as the engine keeps it; offline ones are taken out. */
export interface EngineRow {
  readonly id: string;
  /** Grows with every change of the row: an older one changes nothing. */
  readonly revision: number;
  readonly text: string;
  /** The text's vector from a service outside; null for none. */
  readonly embedding?: Int8Array | null;
  readonly facts: Facts;
}

/** Who is looked for. */
export interface EngineQuery {
  readonly facts: Facts;
  readonly title: string;
  readonly content: string;
  /** The subject's vector from a service outside; null for none. */
  readonly embedding?: Int8Array | null;
  /** Taken from each signal; 0: those to include and no others. */
  readonly limit: number;
  /** Counterparts that are scored whether or not they are admitted. */
  readonly include: readonly string[];
  readonly today: LegalDay;
  readonly priceCeilingBasisPoints: number;
}

export interface EngineHit extends TextHit {
  readonly facts: Facts;
  /** The best hit of which this one is a near-copy: itself, where it is none. */
  readonly copyOf: string;
}

/** Who looks for needs. */
export interface NeedsQuery {
  readonly title: string;
  readonly content: string;
  /** A vector from a service outside for what was done; null for none. */
  readonly embedding?: Int8Array | null;
  /** Taken from each signal. */
  readonly limit: number;
}

export interface NeedHit {
  readonly id: string;
  readonly fused: number;
  readonly ratio: number;
  readonly shares: readonly number[];
  readonly need: NeedFacts;
}

/** A set of models that are used together, under the id of their version. */
export interface EngineModels {
  readonly id: string | null;
  readonly towers: readonly VectorModel[];
  /** Learnt weights of the signals of listings; null for the fixed ones. */
  readonly weights: readonly number[] | null;
}

interface Corpus {
  readonly index: TextIndex;
  readonly facts: Map<string, Facts>;
  /** By which near-copies are told. */
  readonly prints: Map<string, Int32Array>;
  /** The revision applied last of every listing that was ever seen, those that went offline included. */
  readonly revisions: Map<string, number>;
}

const empty = (): Corpus => ({
  index: new TextIndex(),
  facts: new Map(),
  prints: new Map(),
  revisions: new Map(),
});
const NO_PRINT = new Int32Array(0);

/**
 * Every listing that can be found now, by kind: its text and vectors indexed, its facts at hand. Holds no connection and
 * waits for nothing, so that it runs in a thread of its own.
 */
export class Engine {
  private readonly corpora: Readonly<Record<ListingKind, Corpus>> = { RESULT: empty(), NEED: empty() };
  private readonly experts = new ExpertCorpus();
  private readonly patents = new PatentCorpus();
  private boilerplate: ReadonlySet<string> = new Set();
  private weights: readonly number[] | undefined;

  /** Brings the corpus up to the rows; one that was read before the row applied last changes nothing. */
  apply(kind: ListingKind, rows: readonly EngineRow[]): void {
    const corpus = this.corpora[kind];
    const news = rows.filter((row) => (corpus.revisions.get(row.id) ?? 0) < row.revision);
    for (const row of news) corpus.revisions.set(row.id, row.revision);
    const gone = news.filter((row) => !row.facts.online).map((row) => row.id);
    corpus.index.remove(gone);
    for (const id of gone) {
      corpus.facts.delete(id);
      corpus.prints.delete(id);
    }
    const present = news.filter((row) => row.facts.online);
    corpus.index.put(present);
    for (const row of present) {
      corpus.facts.set(row.id, row.facts);
      corpus.prints.set(row.id, printOf(row.text));
    }
  }

  applyExperts(rows: readonly ExpertRow[]): void {
    this.experts.apply(rows);
  }

  /** Experts for a need, best first. */
  searchExperts(query: ExpertQuery): ExpertHit[] {
    return this.experts.search(query);
  }

  applyPatents(rows: readonly PatentRow[]): void {
    this.patents.apply(rows);
  }

  /** Patents for a need, best first. */
  searchPatents(query: PatentQuery): PatentHit[] {
    return this.patents.search(query, this.boilerplate);
  }

  /** Needs for an expert, by the expert's own texts, best first. */
  searchNeedsFor({ title, content, limit, embedding }: NeedsQuery): NeedHit[] {
    const { index, facts } = this.corpora.NEED;
    const prepared = prepareQuery({ title, content }, this.boilerplate);
    return index.search(prepared, { limit, embedding }).flatMap((hit) => {
      const need = facts.get(hit.id);
      return need?.kind === 'NEED' ? [{ ...hit, need }] : [];
    });
  }

  /** Words that say nothing about a need's subject. */
  ignore(words: readonly string[]): void {
    this.boilerplate = new Set(words);
  }

  /** Counterparts of the subject, best first. */
  search(query: EngineQuery): EngineHit[] {
    const corpus = this.corpora[query.facts.kind === 'NEED' ? 'RESULT' : 'NEED'];
    const hits = corpus.index.search(prepareQuery(query, this.boilerplate), {
      limit: query.limit,
      include: query.include,
      embedding: query.embedding,
      // Learnt from lists of results; what a result's list of needs is like was not looked at.
      weights: query.facts.kind === 'NEED' ? this.weights : undefined,
      admit: (id) => isAdmitted(query, corpus.facts.get(id)),
    });
    const groups = groupsOf(hits.map(({ id }) => corpus.prints.get(id) ?? NO_PRINT));
    return hits.flatMap((hit, place) => {
      const facts = corpus.facts.get(hit.id);
      const copyOf = hits[groups[place] ?? place]?.id ?? hit.id;
      return facts === undefined ? [] : [{ ...hit, facts, copyOf }];
    });
  }

  /** How rare each word is among the results that can be found. */
  rarities(words: readonly string[]): number[] {
    return words.map((word) => this.corpora.RESULT.index.rarity(word));
  }

  /** Changes to the models; yields between parts, see TextIndex.adopt. */
  *adopt({ towers, weights }: EngineModels): Generator<void> {
    for (const { index } of Object.values(this.corpora)) yield* index.adopt(towers);
    this.weights = weights ?? undefined;
    yield* this.experts.adopt(towers);
    yield* this.patents.adopt(towers);
  }
}

/** Whether the counterpart may be recommended at all. */
export function isAdmitted(
  { facts, today, priceCeilingBasisPoints }: Pick<EngineQuery, 'facts' | 'today' | 'priceCeilingBasisPoints'>,
  counterpart: Facts | undefined,
): boolean {
  if (counterpart === undefined) return false;
  // A draft's owner sees what it would be matched with: only the counterpart must be online.
  const { need, result } = sides({ ...facts, online: true }, counterpart);
  // Of an anonymous need its owner's own results stay in the list: one that was left out would name the owner.
  return (
    shownExclusions(exclusionsOf(need, result, today, priceCeilingBasisPoints), need, false).length === 0
  );
}
