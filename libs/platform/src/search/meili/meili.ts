import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { MeiliClient } from './client.js';
import { MeiliEngine } from './engine.js';
import { MeiliIndex } from './index-writer.js';

export interface MeiliParts {
  readonly engine: MeiliEngine;
  /** The index that answers. */
  readonly live: MeiliIndex;
  /** The one that is being made. */
  readonly next: MeiliIndex;
}

/** Meilisearch, where MEILI_URL is set. */
@Injectable()
export class Meili {
  readonly parts: MeiliParts | null;

  constructor(config: Config) {
    if (config.meiliUrl === null) {
      this.parts = null;
      return;
    }
    const client = new MeiliClient(config.meiliUrl);
    const { meiliIndex } = config;
    this.parts = {
      engine: new MeiliEngine(client, meiliIndex),
      live: new MeiliIndex(client, meiliIndex),
      next: new MeiliIndex(client, `${meiliIndex}_next`),
    };
  }
}
