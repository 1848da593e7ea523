import { bestOf, inPool, type Candidate, type Candidates } from './candidates.js';
import { fuse, type Measured } from './fusion.js';
import { Lexical, type Places } from './lexical.js';
import { markBest } from './mark-best.js';
import { buildSegment, findTerm, MAX_BATCH, mergeSegments, type Segment } from './segment.js';
import {
  EMBEDDING_WEIGHT,
  holders,
  lexicalSignals,
  signalWeights,
  vectorWeights,
  type Part,
  type Signal,
} from './signals.js';
import { rarityOf, type CorpusStatistics } from './statistics.js';
import { unitsOf, type Unit } from './units.js';
import type { PreparedQuery, WeightedUnit } from './query.js';
import { cosine, cosineOfBytes, encodePart, mergeVectors } from './vectors/dense.js';
import { encodeQuery, type VectorModel } from './vectors/model.js';

export interface IndexedText {
  readonly id: string;
  readonly text: string;
  /** The text's vector from elsewhere, of length 1 as bytes; null or left out for none. */
  readonly embedding?: Int8Array | null;
}

export interface TextHit {
  readonly id: string;
  /** Fused score: orders the hits of one query, means nothing across queries. */
  readonly fused: number;
  /** Fused score over that of an ideal answer to the query's title, 0–1. */
  readonly ratio: number;
  /** What each signal adds to the fused score: singles, pairs, one a model of vectors, and vectors from elsewhere. */
  readonly shares: readonly number[];
}

export interface TextSearch {
  /** How many are taken from each signal before they are fused. */
  readonly limit: number;
  /** Whether the document may be an answer at all; called only for those that score. */
  readonly admit?: (id: string) => boolean;
  /** Documents that are scored in any case. */
  readonly include?: readonly string[];
  /** The query's vector from elsewhere, of the same model as the documents'. */
  readonly embedding?: Int8Array | null | undefined;
  /** Weights of the signals in the place of the fixed ones: see `TextIndex.weights`. */
  readonly weights?: readonly number[] | undefined;
}

/** Parts are not merged beyond this many documents: merging blocks, and a few dozen parts cost a search nothing. */
const LARGEST_PART = 2 ** 14;
/** Up to so many documents every vector is compared; in a larger index those of the lexical best alone. */
const COMPARE_ALL = 20_000;
const COMPARED = 2_000;
const NOTHING = buildSegment([]);
const EMPTY: Part = {
  ids: [],
  alive: new Uint8Array(0),
  live: 0,
  singles: NOTHING,
  pairs: NOTHING,
  vectors: [],
};

/** An index in memory over short Chinese texts, changed by batches and searched at once. */
export class TextIndex {
  private parts: Part[] = [];
  private readonly places = new Map<string, { part: Part; number: number }>();
  private readonly terms = { singles: new Map<Unit, number>(), pairs: new Map<Unit, number>() };
  private readonly unitOf = { singles: [] as Unit[], pairs: [] as Unit[] };
  private readonly units = { singles: 0, pairs: 0 };
  private models: readonly VectorModel[] = [];
  private readonly embeddings = new Map<string, Int8Array>();

  /**
   * @param market what rarity and length are measured by, where that is more than the index itself
   * @param background documents thought beside the real ones when rarity is told; left out: as for short texts
   */
  constructor(
    private readonly market?: CorpusStatistics,
    private readonly background?: number,
  ) {}

  get size(): number {
    return this.places.size;
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  /** Adds documents, replacing those already there. The last of equal ids counts. */
  put(documents: readonly IndexedText[]): void {
    const latest = [...new Map(documents.map((document) => [document.id, document])).values()];
    this.remove(latest.map((document) => document.id));
    for (const { id, embedding } of latest) if (embedding) this.embeddings.set(id, embedding);
    for (let at = 0; at < latest.length; at += MAX_BATCH) this.append(latest.slice(at, at + MAX_BATCH));
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const place = this.places.get(id);
      if (place === undefined) continue;
      this.places.delete(id);
      this.embeddings.delete(id);
      place.part.alive[place.number] = 0;
      place.part.live -= 1;
      this.units.singles -= place.part.singles.lengths[place.number] ?? 0;
      this.units.pairs -= place.part.pairs.lengths[place.number] ?? 0;
    }
  }

  /**
   * Takes these models from now on. Yields after each part that it encoded, so that searches may go on meanwhile with
   * the models of before; the last step changes to the new ones.
   */
  *adopt(models: readonly VectorModel[]): Generator<void> {
    const encoded = new Map<Part, readonly Int8Array[]>();
    for (const part of [...this.parts]) {
      encoded.set(part, this.encoded(part, models));
      yield;
    }
    this.models = models;
    for (const part of this.parts) part.vectors = encoded.get(part) ?? this.encoded(part, models);
  }

  /** The fixed weights of the signals for documents as long as these: singles, pairs, then each model of vectors. */
  get weights(): readonly number[] {
    const averageLength = this.average('singles');
    const { singles, pairs } = signalWeights(averageLength);
    const vectors = vectorWeights(averageLength);
    return [singles, pairs, ...this.models.map((_, model) => vectors[model] ?? 0)];
  }

  /** The best documents by all signals fused, best first; ties by id. */
  search(query: PreparedQuery, options: TextSearch): TextHit[] {
    if (this.size === 0) return [];
    const averageLength = this.average('singles');
    const signals = lexicalSignals(averageLength);
    const weights = options.weights ?? this.weights;
    const singles = this.lexical(signals.singles, query.singles);
    const pairs = this.lexical(signals.pairs, query.pairs);
    const vectors = this.models.map((model) => encodeQuery(model, query.title, query.content));
    const candidates = inPool(this.parts, options.include ?? [], this.places);
    if (options.limit > 0) {
      for (const lexical of [singles, pairs]) lexical.scan();
      for (const { scores } of [singles, pairs])
        bestOf(this.parts, scores, options.limit, options.admit, candidates);
      if (options.embedding || vectors.some((vector) => vector !== undefined))
        this.addNearest(vectors, this.compared([singles.scores, pairs.scores]), options, candidates);
    }
    for (const lexical of [singles, pairs]) lexical.complete(candidates.values());
    const measured: Measured[] = [
      { weight: weights[0] ?? 0, ideal: singles.ideal, of: (candidate) => singles.of(candidate) },
      { weight: weights[1] ?? 0, ideal: pairs.ideal, of: (candidate) => pairs.of(candidate) },
      ...vectors.map((vector, model) => ({
        weight: vector === undefined ? 0 : (weights[2 + model] ?? 0),
        ideal: 1,
        of: ({ part, number }: Candidate): number => this.nearness(vector, model, part, number),
      })),
      ...this.elsewhere(options, [...candidates.values()], weights[2 + this.models.length]),
    ];
    return fuse([...candidates.values()], measured)
      .map(({ candidate, ...hit }) => ({
        ...hit,
        id: this.parts[candidate.part]?.ids[candidate.number] ?? '',
      }))
      .sort((a, b) => b.fused - a.fused || (a.id < b.id ? -1 : 1));
  }

  /** How rare a text is: the sum of the rarity of its pairs, or of its one character. */
  rarity(text: string): number {
    const { singles, pairs } = unitsOf(text);
    const [name, units] = pairs.length > 0 ? (['pairs', pairs] as const) : (['singles', singles] as const);
    return units.reduce<number>((sum, unit) => sum + this.idf(name, unit, this.placesOf(name, unit)), 0);
  }

  /** Adds those whose vectors are nearest. */
  private addNearest(
    vectors: readonly (Float32Array | undefined)[],
    compared: readonly Uint8Array[],
    options: TextSearch,
    candidates: Candidates,
  ): void {
    const near = this.parts.map((part, index) => {
      const sums = new Float32Array(part.ids.length);
      const marks = compared[index] as Uint8Array;
      for (let number = 0; number < sums.length; number += 1) {
        if (marks[number] === 0) continue;
        let sum = this.likeness(options.embedding, index, number) ?? 0;
        for (let model = 0; model < vectors.length; model += 1)
          sum += this.nearness(vectors[model], model, index, number);
        sums[number] = sum;
      }
      return sums;
    });
    bestOf(this.parts, near, options.limit, options.admit, candidates);
  }

  /** Marks by part of the documents whose vectors are compared: all, or in a large index the lexical best. */
  private compared(lexical: readonly (readonly Float32Array[])[]): readonly Uint8Array[] {
    if (this.size <= COMPARE_ALL) return this.parts.map(({ alive }) => alive);
    const marks = this.parts.map(({ ids }) => new Uint8Array(ids.length));
    for (const scores of lexical) markBest(this.parts, scores, COMPARED, marks);
    return marks;
  }

  private nearness(vector: Float32Array | undefined, model: number, part: number, number: number): number {
    const bytes = this.parts[part]?.vectors[model];
    return vector === undefined || bytes === undefined ? 0 : cosine(vector, bytes, number);
  }

  /** The signal of vectors from elsewhere, where query and some documents have one: who has none is taken for average. */
  private elsewhere(
    { embedding }: TextSearch,
    candidates: readonly Candidate[],
    weight = EMBEDDING_WEIGHT,
  ): Measured[] {
    const known = new Map<Candidate, number>();
    for (const candidate of candidates) {
      const likeness = this.likeness(embedding, candidate.part, candidate.number);
      if (likeness !== undefined) known.set(candidate, likeness);
    }
    if (known.size === 0) return [];
    const average = [...known.values()].reduce((sum, likeness) => sum + likeness, 0) / known.size;
    return [{ weight, ideal: 1, of: (candidate) => known.get(candidate) ?? average }];
  }

  /** Cosine of vectors from elsewhere; undefined where one is missing, or they are of different lengths. */
  private likeness(
    embedding: Int8Array | null | undefined,
    part: number,
    number: number,
  ): number | undefined {
    const own = embedding && this.embeddings.get(this.parts[part]?.ids[number] ?? '');
    return own && embedding.length === own.length ? cosineOfBytes(embedding, own) : undefined;
  }

  private encoded(part: Part, models: readonly VectorModel[]): Int8Array[] {
    return models.map((model) => encodePart(part, model, this.unitOf));
  }

  private append(batch: readonly IndexedText[]): void {
    const units = batch.map((document) => unitsOf(document.text));
    const segment = (name: 'singles' | 'pairs'): Segment =>
      buildSegment(units.map((document) => this.termsOf(name, document[name])));
    const part: Part = {
      ids: batch.map((document) => document.id),
      alive: new Uint8Array(batch.length).fill(1),
      live: batch.length,
      singles: segment('singles'),
      pairs: segment('pairs'),
      vectors: [],
    };
    part.vectors = this.encoded(part, this.models);
    part.ids.forEach((id, number) => this.places.set(id, { part, number }));
    this.parts.push(part);
    this.tidy();
  }

  /** The ids of the units' terms, new ones added to the dictionary. */
  private termsOf(name: 'singles' | 'pairs', units: readonly Unit[]): number[] {
    const dictionary = this.terms[name];
    this.units[name] += units.length;
    return units.map((unit) => {
      const known = dictionary.get(unit);
      if (known !== undefined) return known;
      const term = dictionary.size;
      dictionary.set(unit, term);
      this.unitOf[name].push(unit);
      return term;
    });
  }

  /** Merges while the last part is not much smaller than the one before: few parts, cheap additions. */
  private tidy(): void {
    this.parts = this.parts
      .filter((part) => part.live > 0)
      .map((part) => (part.live * 2 < part.ids.length ? this.merge(part, EMPTY) : part));
    for (let left = this.parts.at(-2), right = this.parts.at(-1); left && right;) {
      if (left.live > 3 * right.live || left.live + right.live > LARGEST_PART) return;
      this.parts.splice(-2, 2, this.merge(left, right));
      left = this.parts.at(-2);
      right = this.parts.at(-1);
    }
  }

  private merge(left: Part, right: Part): Part {
    const ids: string[] = [];
    const renumber = (part: Part): Int32Array =>
      Int32Array.from(part.ids, (id, number) => (part.alive[number] === 1 ? ids.push(id) - 1 : -1));
    const numbers = { left: renumber(left), right: renumber(right) };
    const merged: Part = {
      ids,
      alive: new Uint8Array(ids.length).fill(1),
      live: ids.length,
      singles: mergeSegments(left.singles, right.singles, numbers.left, numbers.right, ids.length),
      pairs: mergeSegments(left.pairs, right.pairs, numbers.left, numbers.right, ids.length),
      vectors: this.models.map((model, at) =>
        mergeVectors(
          [
            { vectors: left.vectors[at], numbers: numbers.left },
            { vectors: right.vectors[at], numbers: numbers.right },
          ],
          ids.length,
          model.parameters.dimensions,
        ),
      ),
    };
    ids.forEach((id, number) => this.places.set(id, { part: merged, number }));
    return merged;
  }

  /** The query's units with what they are worth; nothing is scored yet. */
  private lexical(signal: Signal, units: readonly WeightedUnit[]): Lexical {
    return new Lexical(
      this.parts,
      signal,
      this.average(signal.name) || 1,
      units.map(({ unit, weight, inTitle }) => {
        const places = this.placesOf(signal.name, unit);
        const idf = this.idf(signal.name, unit, places);
        return { places, inTitle, value: weight * idf ** signal.idfPower };
      }),
    );
  }

  private placesOf(name: 'singles' | 'pairs', unit: Unit): Places {
    const term = this.terms[name].get(unit);
    return this.parts.map((part) => (term === undefined ? -1 : findTerm(part[name], term)));
  }

  private holding(name: 'singles' | 'pairs', places: Places): number {
    let count = 0;
    this.parts.forEach((part, index) => (count += holders(part, part[name], places[index] as number)));
    return count;
  }

  private average(name: 'singles' | 'pairs'): number {
    return this.market?.average(name) ?? this.units[name] / this.size;
  }

  private idf(name: 'singles' | 'pairs', unit: Unit, places: Places): number {
    const documents = this.market?.documents ?? this.size;
    const holding = this.market?.holding(name, unit) ?? this.holding(name, places);
    return rarityOf(documents, holding, this.background);
  }
}
