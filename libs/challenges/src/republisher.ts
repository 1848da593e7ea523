import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Work, type Republisher, type Tx } from '@jihui/platform';
import { CallDesk } from './calls/call-desk.js';
import { ReviewTeller } from './reviews/tell-review.js';
import { ProjectDesk } from './projects/project-desk.js';
import { CallsStore } from './store/calls.store.js';
import { ProjectsStore } from './store/projects.store.js';

const PAGE = 200;

/** Tells others again when they rebuild. */
@Injectable()
export class ChallengesRepublisher implements Republisher {
  constructor(
    private readonly store: CallsStore,
    private readonly desk: CallDesk,
    private readonly reviews: ReviewTeller,
    private readonly projects: ProjectsStore,
    private readonly projectDesk: ProjectDesk,
    private readonly work: Work,
  ) {}

  /** Emits every call and project that changed since then, as it is now, with the opinions signed, a page a transaction. */
  async republish(since: Date): Promise<number> {
    const calls = await this.tellAll(
      (after) => this.store.changedSince(since, after, PAGE),
      async (tx, id) => {
        const call = await this.store.get(id);
        if (call === undefined) return;
        await this.desk.tell(tx, call, 'republish');
        await this.reviews.tellAll(tx, call, 'republish');
      },
    );
    const projects = await this.tellAll(
      (after) => this.projects.changedSince(since, after, PAGE),
      async (tx, id) => {
        const project = (await this.projects.byIds([id])).get(id);
        if (project !== undefined) await this.projectDesk.tell(tx, project, 'republish');
      },
    );
    return calls + projects;
  }

  private async tellAll(
    page: (after: string | null) => Promise<readonly string[]>,
    tell: (tx: Tx, id: string) => Promise<void>,
  ): Promise<number> {
    let [after, told]: [string | null, number] = [null, 0];
    for (;;) {
      const ids = await page(after);
      if (ids.length === 0) return told;
      await this.work.run(
        { domain: 'challenges', name: 'republish', actor: system('republish') },
        async (tx) => {
          for (const id of ids) await tell(tx, id);
        },
      );
      told += ids.length;
      after = ids.at(-1) ?? null;
    }
  }
}
