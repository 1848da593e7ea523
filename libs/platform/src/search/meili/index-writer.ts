import { setImmediate as letOthersRun } from 'node:timers/promises';
import { sha256 } from '../../audit/chain.js';
import { DOCUMENT_RULES } from '../document.js';
import { type MeiliClient, EngineRefused } from './client.js';
import { keyOf, meiliDocument, type FaceRow } from './document.js';
import { SETTINGS } from './settings.js';

/** Making so many documents takes some ten milliseconds: then requests are let in. */
const PIECE = 5;
/** A document may have so many faces: those it has no more are deleted by name. */
const MAX_FACES = 4;
/** Other settings or other documents make the index anew. */
export const MEILI_RULES = sha256(JSON.stringify([DOCUMENT_RULES, SETTINGS])).slice(0, 16);

/** A document's head, and its faces; none where it is gone. */
export interface Change {
  readonly type: string;
  readonly id: string;
  readonly faces: readonly FaceRow[];
}

/** Writes to one index. Each call returns when what it wrote is found. */
export class MeiliIndex {
  constructor(
    private readonly client: MeiliClient,
    readonly uid: string,
  ) {}

  /** An empty index with our settings, whatever stood there before. */
  async create(): Promise<void> {
    await this.drop();
    await this.client.change('POST', '/indexes', { uid: this.uid, primaryKey: 'key' });
    await this.client.change('PATCH', `/indexes/${this.uid}/settings`, SETTINGS);
  }

  /** Whether an index of our making stands there: not a lost one, nor one that the engine made by itself. */
  async isOurs(): Promise<boolean> {
    try {
      const attributes = await this.client.get<string[]>(
        `/indexes/${this.uid}/settings/searchable-attributes`,
      );
      return JSON.stringify(attributes) === JSON.stringify(SETTINGS.searchableAttributes);
    } catch (error) {
      if (error instanceof EngineRefused && error.code === 'index_not_found') return false;
      throw error;
    }
  }

  async drop(): Promise<void> {
    await this.client.change('DELETE', `/indexes/${this.uid}`).catch(unlessMissing);
  }

  /** Each document replaces what stood there; faces it has no more go. */
  async write(changes: readonly Change[]): Promise<void> {
    const documents: object[] = [];
    for (const [index, { faces }] of changes.entries()) {
      if (index % PIECE === PIECE - 1) await letOthersRun();
      documents.push(...faces.map(meiliDocument));
    }
    if (documents.length > 0)
      await this.client.change('POST', `/indexes/${this.uid}/documents?primaryKey=key`, documents);
    const gone = changes.flatMap(({ type, id, faces }) =>
      Array.from({ length: MAX_FACES }, (_, face) => face)
        .filter((face) => !faces.some((row) => row.face === face))
        .map((face) => keyOf(type, id, face)),
    );
    if (gone.length > 0)
      await this.client.change('POST', `/indexes/${this.uid}/documents/delete-batch`, gone);
  }

  /** Puts this index in the place of another, in one step; what stood there stands here then. */
  async swapWith(other: MeiliIndex): Promise<void> {
    await this.client
      .change('POST', '/indexes', { uid: other.uid, primaryKey: 'key' })
      .catch((error: unknown) => {
        if (!(error instanceof EngineRefused) || error.code !== 'index_already_exists') throw error;
      });
    await this.client.change('POST', '/swap-indexes', [{ indexes: [this.uid, other.uid] }]);
  }

  /** The revision of every face, in pages. */
  async *revisions(page = 5_000): AsyncIterable<ReadonlyMap<string, number>> {
    for (let offset = 0; ; offset += page) {
      const { results } = await this.client.ask<{ results: { key: string; revision: number }[] }>(
        `/indexes/${this.uid}/documents/fetch`,
        { offset, limit: page, fields: ['key', 'revision'] },
      );
      if (results.length === 0) return;
      yield new Map(results.map(({ key, revision }) => [key, revision]));
    }
  }
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof EngineRefused) || error.code !== 'index_not_found') throw error;
}
