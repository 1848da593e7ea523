import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Corpora } from './corpora.js';

/** Fills the indexes once a server listens, so that no visitor waits for it; commands never listen and need none. */
@Injectable()
export class WarmUp implements BeforeApplicationShutdown {
  private readonly log = new Logger('WarmUp');
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly corpora: Corpora,
    host: HttpAdapterHost,
  ) {
    host.listen$.subscribe(() => {
      this.running = this.fill();
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.corpora.stop();
    await this.running;
  }

  private async fill(): Promise<void> {
    try {
      await this.corpora.fresh('RESULT');
      await this.corpora.fresh('NEED');
      await this.corpora.fresh('EXPERT');
    } catch (error) {
      this.log.warn(`indexes are filled when first asked for: ${String(error)}`);
    }
  }
}
