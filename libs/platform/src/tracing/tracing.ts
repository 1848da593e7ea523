import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';

/** Sends traces where the settings name who takes them; its library is loaded only then. */
@Injectable()
export class Tracing implements OnApplicationShutdown {
  private end: () => Promise<void> = () => Promise.resolve();

  constructor(private readonly config: Config) {}

  async start(): Promise<void> {
    const { tracesUrl } = this.config;
    if (tracesUrl === null) return;
    const { sendTraces } = await import('./sdk.js');
    this.end = sendTraces(this.config, tracesUrl);
  }

  onApplicationShutdown(): Promise<void> {
    return this.end();
  }
}
