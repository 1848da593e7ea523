import { Injectable, Logger } from '@nestjs/common';
import { bytesOf, Config } from '@jihui/platform';
import { EmbeddingsStore, type Unembedded } from '../store/embeddings.store.js';
import { EmbeddingsClient, ServiceAway, TextsRefused } from './client.js';

/** Texts of one call. */
const BATCH = 16;
/** Texts of one run of the job; more follow with the next. */
const MOST = 2_000;
/** Characters that are sent: models read little more. */
const MAX_TEXT = 2_000;

/**
 * Vectors from a service outside, one more signal where it is set. It is sent texts that everybody may read, or that
 * whoever signed in may, if so set, and nothing else: no names of owners, no drafts. What it does not answer is ranked
 * without it.
 */
@Injectable()
export class Embeddings {
  private readonly log = new Logger('Embeddings');
  private readonly client: EmbeddingsClient | null;
  /** The model whose vectors count; null where no service is set. */
  readonly model: string | null;
  private readonly isPublicOnly: boolean;

  constructor(
    private readonly store: EmbeddingsStore,
    { embeddings }: Config,
  ) {
    this.client = embeddings === null ? null : new EmbeddingsClient(embeddings);
    this.model = embeddings?.model ?? null;
    this.isPublicOnly = embeddings?.texts !== 'signed-in';
  }

  /** Embeds the listings that have no vector of their present text. @returns how many were */
  async run(): Promise<number> {
    return this.embed((model) => this.store.waiting(model, this.isPublicOnly, MOST));
  }

  /** The same for one listing, so that it is ranked with its vector from the first time on. */
  async bring(id: string): Promise<void> {
    await this.embed((model) => this.store.waitingOf(model, this.isPublicOnly, id));
  }

  private async embed(read: (model: string) => Promise<Unembedded[]>): Promise<number> {
    const { client, model } = this;
    if (client === null || model === null) return 0;
    let done = 0;
    try {
      const waiting = await read(model);
      for (let at = 0; at < waiting.length; at += BATCH)
        done += await this.batch(client, model, waiting.slice(at, at + BATCH));
    } catch (error) {
      if (!(error instanceof ServiceAway)) throw error;
      this.log.warn(`matching goes on without it: ${error.message}`);
    }
    return done;
  }

  /** A batch that is refused is sent text by text, and what is refused by itself is not sent again as it is. */
  private async batch(client: EmbeddingsClient, model: string, rows: readonly Unembedded[]): Promise<number> {
    try {
      const vectors = await client.embed(rows.map(({ text }) => text.slice(0, MAX_TEXT)));
      await this.store.save(
        model,
        rows.map((row, at) => ({ ...row, vector: bytesOf(vectors[at] ?? []) ?? null })),
      );
      return rows.length;
    } catch (error) {
      if (!(error instanceof TextsRefused)) throw error;
      if (rows.length > 1) {
        let done = 0;
        for (const row of rows) done += await this.batch(client, model, [row]);
        return done;
      }
      this.log.warn(`a text was refused: ${error.message}`);
      await this.store.save(
        model,
        rows.map((row) => ({ ...row, vector: null })),
      );
      return 0;
    }
  }
}
