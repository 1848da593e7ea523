import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** The cuts between two lines at which a crash must lose nothing and double nothing. */
export type Cut = 'before-relay' | 'before-queue-acknowledged' | 'before-commit' | 'before-acknowledgement';

/** Lets a test end the process at a cut, with no chance to clean up. */
@Injectable()
export class Failpoints {
  constructor(private readonly config: Config) {}

  /** @param place the domain whose rows are moved, or the handler that runs: `<cut>:<place>` names one of them */
  reach(cut: Cut, place: string): void {
    const { crashAt } = this.config;
    if (crashAt === cut || crashAt === `${cut}:${place}`) process.kill(process.pid, 'SIGKILL');
  }
}
