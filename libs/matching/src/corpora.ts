import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { STARTING_BOILERPLATE } from './core/terms.js';
import type { ListingKind } from './core/listing.js';
import { Embeddings } from './embeddings/embeddings.js';
import type { Ranker } from './core/ranker.js';
import type { EngineHit, EngineQuery, EngineRow, NeedHit, NeedsQuery } from './engine/engine.js';
import type { ExpertHit, ExpertQuery, ExpertRow } from './engine/expert-corpus.js';
import { startEngine, type EngineThread } from './engine/engine-thread.js';
import type { PatentHit, PatentQuery, PatentRow } from './engine/patent-corpus.js';
import { ExpertsStore, type Expert } from './store/experts.store.js';
import { ListingsStore, type Listing, type ModelInUse } from './store/listings.store.js';
import { PatentsStore, type Patent } from './store/patents.store.js';
import { ModelsStore } from './store/models.store.js';

/** What an engine holds. */
type Held = ListingKind | 'EXPERT' | 'PATENT';

interface Followed {
  /** Transaction id below which everything is in; null before the first filling. */
  horizon: bigint | null;
  /** The first filling, while it is under way. */
  filling: Promise<void> | null;
}

/** A running engine and how far it is. */
interface Run {
  readonly thread: EngineThread;
  readonly followed: Readonly<Record<Held, Followed>>;
  words: string;
  /** The version that ranks now. */
  model: ModelInUse | null;
  /** The version that is being taken up, or was taken up last. */
  wanted: string | null;
  adopting: Promise<void>;
}

const BATCH = 500;
/** What is indexed of a listing beyond this many characters adds cost and no quality. */
const MAX_TEXT = 2_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const start = (): Run => ({
  thread: startEngine(),
  followed: {
    RESULT: { horizon: null, filling: null },
    NEED: { horizon: null, filling: null },
    EXPERT: { horizon: null, filling: null },
    PATENT: { horizon: null, filling: null },
  },
  words: '',
  model: null,
  wanted: null,
  adopting: Promise.resolve(),
});

/**
 * The process's own engine over the projection. Nothing is written through it: each reader first brings it up to what
 * has committed, so that it is right after a restart and in every process.
 */
@Injectable()
export class Corpora {
  private readonly log = new Logger('Corpora');
  private run: Run | null = null;
  private stopped = false;
  private words: ReadonlySet<string> = new Set(STARTING_BOILERPLATE);

  constructor(
    private readonly listings: ListingsStore,
    private readonly experts: ExpertsStore,
    private readonly patents: PatentsStore,
    private readonly models: ModelsStore,
    private readonly embeddings: Embeddings,
  ) {}

  /**
   * Brings the listings of the kind, or the experts, up to everything that committed before the call. Never within a transaction: a
   * transaction would hold its connection while it waits for a filling that needs one.
   */
  async fresh(kind: Held): Promise<void> {
    const run = this.running();
    await this.followSettings(run);
    const followed = run.followed[kind];
    if (followed.horizon === null) await this.filled(kind, run);
    await this.refresh(kind, run);
  }

  /** Counterparts of the subject, best first; call `fresh` before. */
  search(query: EngineQuery): Promise<EngineHit[]> {
    return this.running().thread.ask({ call: 'search', query });
  }

  /** Experts for a need, best first; call `fresh` before. */
  searchExperts(query: ExpertQuery): Promise<ExpertHit[]> {
    return this.running().thread.ask({ call: 'searchExperts', query });
  }

  /** Patents for a need, best first; call `fresh` before. */
  searchPatents(query: PatentQuery): Promise<PatentHit[]> {
    return this.running().thread.ask({ call: 'searchPatents', query });
  }

  /** Needs for an expert, best first; call `fresh` before. */
  searchNeedsFor(query: NeedsQuery): Promise<NeedHit[]> {
    return this.running().thread.ask({ call: 'searchNeedsFor', query });
  }

  /** How rare each word is among the results that can be found. */
  async rarities(words: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rarities = await this.running().thread.ask({ call: 'rarities', words });
    return new Map(words.map((word, at) => [word, rarities[at] ?? 0]));
  }

  /** Words that say nothing about a need's subject, as last read. */
  get boilerplate(): ReadonlySet<string> {
    return this.words;
  }

  /** Number of the version of the vectors that ranks now; null while the lexical signals rank alone. */
  get modelNumber(): number | null {
    return this.run?.model?.number ?? null;
  }

  /** The weights that the version in use learnt; null while it learnt none, or no version ranks. */
  get ranker(): Ranker | null {
    return this.run?.model?.ranker ?? null;
  }

  /** The model outside whose vectors count for the listing; null where it has none of them. */
  embeddedBy(listing: Listing): string | null {
    return this.embeddingOf(listing) === null ? null : this.embeddings.model;
  }

  /** The model outside that is set; null for none. */
  get embeddingModel(): string | null {
    return this.embeddings.model;
  }

  /** The listing's vector of the model that is set; null for none. */
  embeddingOf({ embedding }: Listing): Int8Array | null {
    return embedding !== null && embedding.model === this.embeddings.model ? embedding.vector : null;
  }

  /** Those of the expert's works, of the model that is set: their own words about themselves are sent nowhere. */
  embeddingsOf({ works }: Expert): Int8Array[] {
    return works.flatMap(({ embedding, model }) =>
      embedding === null || model !== this.embeddings.model
        ? []
        : [new Int8Array(Buffer.from(embedding, 'base64'))],
    );
  }

  /** Waits until the version last chosen ranks. */
  async adopted(): Promise<void> {
    const run = this.running();
    await this.followSettings(run);
    await run.adopting;
  }

  /** Ends fillings that are under way, and the engine: the process ends. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.run?.thread.close();
    // A version that is being taken up reads the database, which closes next.
    await this.run?.adopting;
  }

  private running(): Run {
    // What a thread held is gone with it: another starts from the beginning.
    if (this.run === null || (!this.run.thread.alive && !this.stopped)) this.run = start();
    return this.run;
  }

  /** Boilerplate and version as they are now. A new version is taken up beside the searches that go on. */
  private async followSettings(run: Run): Promise<void> {
    const { words, model } = await this.listings.settings();
    this.words = new Set(words.length > 0 ? words : STARTING_BOILERPLATE);
    const key = [...this.words].join(' ');
    if (run.words !== key) {
      run.words = key;
      await run.thread.ask({ call: 'ignore', words: [...this.words] });
    }
    if ((model?.id ?? null) === run.wanted) return;
    run.wanted = model?.id ?? null;
    run.adopting = this.adopt(run, model).catch((error: unknown) => {
      run.wanted = run.model?.id ?? null;
      this.log.warn(`the version of the vectors stays as it was: ${String(error)}`);
    });
    // An empty engine takes it up at once: everything that is filled in gets its vectors then.
    if (Object.values(run.followed).every(({ horizon }) => horizon === null)) await run.adopting;
  }

  private async adopt(run: Run, model: ModelInUse | null): Promise<void> {
    const before = run.adopting;
    const towers = model === null ? [] : await this.models.towersOf(model.id);
    await before;
    await run.thread.ask({
      call: 'adopt',
      models: { id: model?.id ?? null, towers, weights: model?.ranker?.signals ?? null },
    });
    run.model = model;
  }

  private filled(kind: Held, run: Run): Promise<void> {
    const followed = run.followed[kind];
    followed.filling ??= this.fill(kind, run).finally(() => {
      followed.filling = null;
    });
    return followed.filling;
  }

  private async refresh(kind: Held, run: Run): Promise<void> {
    const followed = run.followed[kind];
    const { changes, horizon } = await this.changed(kind, String(followed.horizon ?? 0));
    for (let at = 0; at < changes.length; at += BATCH)
      await this.apply(kind, changes.slice(at, at + BATCH), run);
    // Another reader may have come further meanwhile.
    if (followed.horizon === null || followed.horizon < BigInt(horizon)) followed.horizon = BigInt(horizon);
  }

  private async changed(
    kind: Held,
    horizon: string,
  ): Promise<{ readonly changes: readonly Known[]; readonly horizon: string }> {
    if (kind === 'PATENT') {
      const { patents, ...now } = await this.patents.changedSince(horizon);
      return { changes: patents, ...now };
    }
    if (kind === 'EXPERT') {
      const { experts, ...now } = await this.experts.changedSince(horizon);
      return { changes: experts, ...now };
    }
    const { listings, ...now } = await this.listings.changedSince(kind, horizon);
    return { changes: listings, ...now };
  }

  private async apply(kind: Held, changes: readonly Known[], run: Run): Promise<void> {
    const experts = changes.filter(isExpert);
    const patents = changes.filter(isPatent);
    const listings = changes.filter((one): one is Listing => !isExpert(one) && !isPatent(one));
    if (kind === 'EXPERT')
      await run.thread.ask({ call: 'applyExperts', rows: experts.map((one) => this.toExpertRow(one)) });
    else if (kind === 'PATENT')
      await run.thread.ask({ call: 'applyPatents', rows: patents.map(toPatentRow) });
    else
      await run.thread.ask({
        call: 'apply',
        kind,
        rows: listings.map((listing) => ({ ...toRow(listing), embedding: this.embeddingOf(listing) })),
      });
  }

  /** The profile's own words stand beside the works as one more of them. */
  private toExpertRow(expert: Expert): ExpertRow {
    const { id, revision, keywords, introduction, works, facts } = expert;
    return {
      ...{ id, revision, facts },
      works: [`${keywords.join(' ')}\n${introduction}`.trim(), ...works.map(({ text }) => text)]
        .filter((work) => work !== '')
        .map((work) => work.slice(0, MAX_TEXT)),
      headings: [keywords.join(' '), ...works.map((work) => `${work.title}\n${work.keywords.join(' ')}`)].map(
        (heading) => heading.slice(0, MAX_TEXT),
      ),
      embeddings: this.embeddingsOf(expert),
    };
  }

  private listedAfter(kind: Held, last: string): Promise<readonly Known[]> {
    if (kind === 'EXPERT') return this.experts.listedAfter(last, BATCH);
    if (kind === 'PATENT') return this.patents.listedAfter(last, BATCH);
    return this.listings.availableAfter(kind, last, BATCH);
  }

  /** Reads the whole projection in batches, breathing between them so that requests are answered meanwhile. */
  private async fill(kind: Held, run: Run): Promise<void> {
    const horizon = await this.listings.horizon();
    for (let last = FIRST_ID; !this.stopped; await breathe()) {
      const batch = await this.listedAfter(kind, last);
      await this.apply(kind, batch, run);
      last = batch.at(-1)?.id ?? last;
      if (batch.length < BATCH) break;
    }
    run.followed[kind].horizon = BigInt(horizon);
  }
}

type Known = Listing | Expert | Patent;

const isExpert = (one: Known): one is Expert => 'works' in one;
const isPatent = (one: Known): one is Patent => 'summary' in one;

const toPatentRow = ({ id, revision, title, keywords, summary, facts }: Patent): PatentRow => ({
  ...{ id, revision, facts },
  text: `${title}\n${keywords.join(' ')}\n${summary}`.slice(0, MAX_TEXT),
});

const toRow = (listing: Listing): EngineRow => ({
  id: listing.id,
  revision: listing.revision,
  text: textOf(listing),
  facts: listing.facts,
});

/** What of a listing is indexed. */
export const textOf = (listing: Pick<Listing, 'title' | 'keywords' | 'body'>): string =>
  `${listing.title}\n${listing.keywords.join(' ')}\n${listing.body}`.slice(0, MAX_TEXT);
