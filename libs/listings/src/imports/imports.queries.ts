import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { ImportRunsStore, isUuid, type ImportRun, type PageArgs } from '@jihui/platform';
import type { ImportRunFilter } from '../listings.types.gen.js';

const runView = ({ actor: _actor, ownerId, sha256: _bytes, ...run }: ImportRun) => ({
  ...run,
  owner: { __typename: 'Organisation' as const, id: ownerId },
});
export type ImportRunView = ReturnType<typeof runView>;

/** Reads of one's own imports. */
@Injectable()
export class ImportsQueries {
  constructor(private readonly runs: ImportRunsStore) {}

  async get(actor: Actor, id: string): Promise<ImportRunView | null> {
    if (!isUuid(id)) return null;
    const run = await this.runs.get(actor, id);
    return run === undefined ? null : runView(run);
  }

  mine(actor: Actor, filter: ImportRunFilter, page: PageArgs) {
    return this.runs.mine(actor, filter, runView, page);
  }

  problems(runIds: readonly string[], page: PageArgs) {
    return this.runs.problems(runIds, page);
  }
}
