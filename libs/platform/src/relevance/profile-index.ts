import { EMBEDDING_WEIGHT, PROFILE_WEIGHTS } from './signals.js';
import { TextIndex } from './text-index.js';
import { prepareQuery, type PreparedQuery, type QueryText } from './query.js';
import { fuse } from './fusion.js';
import { cosineOfBytes } from './vectors/dense.js';
import { encode, encodeQuery, type VectorModel } from './vectors/model.js';

/** Somebody who is found by what they did. */
export interface Profile {
  readonly id: string;
  /** Each a result, a paper, a project: title first. */
  readonly works: readonly string[];
  /** What the works are about, in their own terms: titles and keywords. */
  readonly headings?: readonly string[];
  /** Vectors of works from elsewhere, of length 1 as bytes: of those that have one, in any order. */
  readonly embeddings?: readonly Int8Array[];
}

export interface ProfileSearch {
  readonly limit: number;
  /** Whether the person may be an answer at all. */
  readonly admit?: (id: string) => boolean;
  /** The query's vector from elsewhere, of the same model as the works'. */
  readonly embedding?: Int8Array | null | undefined;
}

export interface ProfileHit {
  readonly id: string;
  readonly fused: number;
  /** How good an answer it is, 0–1: the best of them as good as its words say, the others by the fused score. */
  readonly ratio: number;
  readonly shares: readonly number[];
}

/** The works nearest to what is looked for speak for a person; one alone may be chance, and all together blur. */
const BEST_WORKS = 2;

/** People are looked for by all that is to be done: a word of the title counts as one of the text (docs/matching.md). */
const TITLE_WEIGHT = 1;
const TITLE_SHARE = 0.5;

/** What is to be done, as people are looked for by it. */
export const prepareProfileQuery = (text: QueryText, boilerplate: ReadonlySet<string>): PreparedQuery =>
  prepareQuery(text, boilerplate, TITLE_WEIGHT);

/**
 * None: the background is for short texts, of which few share a word. A profile holds thousands, so that documents which
 * hold nothing would make the words that half of all people use look as if they told something.
 */
const BACKGROUND = 0;

/** Places of the lexical signals among the shares of a text. */
const SINGLES = 0;
const PAIRS = 1;

/** People by their works: words are looked for in the whole profile and in its headings, vectors in each work. */
export class ProfileIndex {
  private readonly texts = new TextIndex(undefined, BACKGROUND);
  private readonly headings = new TextIndex(undefined, BACKGROUND);
  private readonly works = new Map<string, readonly string[]>();
  private vectors = new Map<string, Encoded>();
  private readonly embeddings = new Map<string, readonly Int8Array[]>();
  private models: readonly VectorModel[] = [];

  /** Adds people, replacing those already there. */
  put(profiles: readonly Profile[]): void {
    this.texts.put(profiles.map(({ id, works }) => ({ id, text: works.join('\n') })));
    this.headings.put(profiles.map(({ id, headings = [] }) => ({ id, text: headings.join('\n') })));
    for (const { id, works, embeddings = [] } of profiles) {
      this.works.set(id, works);
      this.embeddings.set(id, embeddings);
      this.vectors.set(id, encoded(this.models, works));
    }
  }

  remove(ids: readonly string[]): void {
    this.texts.remove(ids);
    this.headings.remove(ids);
    for (const id of ids) {
      this.works.delete(id);
      this.vectors.delete(id);
      this.embeddings.delete(id);
    }
  }

  /** Takes these models from now on; yields between people, so that searches may go on with the models of before. */
  *adopt(models: readonly VectorModel[]): Generator<void> {
    const vectors = new Map<readonly string[], Encoded>();
    for (const works of [...this.works.values()]) {
      vectors.set(works, encoded(models, works));
      yield;
    }
    this.models = models;
    // Who came or changed meanwhile is encoded at last.
    this.vectors = new Map(
      [...this.works].map(([id, works]) => [id, vectors.get(works) ?? encoded(models, works)]),
    );
  }

  /** The people whose works are nearest, best first; for a query of `prepareProfileQuery`. */
  search(query: PreparedQuery, { limit, admit = () => true, embedding }: ProfileSearch): ProfileHit[] {
    const everybody = [...this.vectors.keys()].filter(admit);
    const lexical = this.texts.search(query, { limit: 0, include: everybody });
    const wanted = this.models.map((model) => encodeQuery(model, query.title, query.content, TITLE_SHARE));
    const headed = new Map(
      this.headings
        .search(query, { limit: 0, include: everybody })
        .map(({ id, shares }) => [id, shares[PAIRS] ?? 0]),
    );
    const share = (at: number): number[] => lexical.map(({ shares }) => shares[at] ?? 0);
    const signals = [
      { weight: PROFILE_WEIGHTS.singles, values: share(SINGLES) },
      { weight: PROFILE_WEIGHTS.pairs, values: share(PAIRS) },
      { weight: PROFILE_WEIGHTS.headings, values: lexical.map(({ id }) => headed.get(id) ?? 0) },
      ...wanted.map((vector, model) => ({
        weight: PROFILE_WEIGHTS.vectors[model] ?? 0,
        values: lexical.map(({ id }) => nearness(vector, this.vectors.get(id)?.[model] ?? [])),
      })),
      ...this.elsewhere(
        embedding,
        lexical.map(({ id }) => id),
      ),
    ];
    const hits = fuse(
      lexical.map((_, number) => ({ part: 0, number })),
      signals.map(({ weight, values }) => ({ weight, ideal: 0, of: ({ number }) => values[number] ?? 0 })),
    );
    const best = Math.max(0, ...hits.map(({ fused }) => fused));
    const words = Math.max(0, ...lexical.map(({ ratio }) => ratio));
    return hits
      .map(({ candidate, fused, shares }) => ({
        id: lexical[candidate.number]?.id ?? '',
        ratio: best > 0 ? (Math.max(0, fused) / best) * words : 0,
        fused,
        shares,
      }))
      .sort((a, b) => b.fused - a.fused || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** The signal of vectors from elsewhere, where query and some works have one: who has none is taken for average. */
  private elsewhere(
    embedding: Int8Array | null | undefined,
    ids: readonly string[],
  ): { readonly weight: number; readonly values: readonly number[] }[] {
    if (!embedding) return [];
    const likeness = ids.map((id) => {
      const works = (this.embeddings.get(id) ?? []).filter(({ length }) => length === embedding.length);
      return works.length === 0 ? undefined : meanOfBest(works.map((work) => cosineOfBytes(embedding, work)));
    });
    const known = likeness.filter((one) => one !== undefined);
    if (known.length === 0) return [];
    const average = known.reduce((sum, one) => sum + one, 0) / known.length;
    return [{ weight: EMBEDDING_WEIGHT, values: likeness.map((one) => one ?? average) }];
  }
}

/** For each model the vectors of the works. */
type Encoded = readonly (readonly Float32Array[])[];

const encoded = (models: readonly VectorModel[], works: readonly string[]): Encoded =>
  models.map((model) => works.flatMap((work) => encode(model, work) ?? []));

/** Mean cosine of the best works. */
function nearness(wanted: Float32Array | undefined, works: readonly Float32Array[]): number {
  if (wanted === undefined || works.length === 0) return 0;
  return meanOfBest(works.map((work) => work.reduce((sum, value, at) => sum + value * (wanted[at] ?? 0), 0)));
}

function meanOfBest(values: readonly number[]): number {
  const best = [...values].sort((a, b) => b - a).slice(0, BEST_WORKS);
  return best.reduce((sum, value) => sum + value, 0) / best.length;
}
