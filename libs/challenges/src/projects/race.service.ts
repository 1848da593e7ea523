import { Injectable } from '@nestjs/common';
import type { Actor, Fen } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import type { Call } from '../core/calls/call.js';
import { enlarged } from '../core/money/plan.js';
import { sharesOf } from '../core/money/race.js';
import type { Project } from '../core/projects/project.js';
import { ProjectsStore } from '../store/projects.store.js';
import { ProjectDesk } from './project-desk.js';

/** 赛马: what becomes of a call and of its other projects when one of them has left. */
@Injectable()
export class RaceService {
  constructor(
    private readonly desk: ProjectDesk,
    private readonly calls: CallDesk,
    private readonly store: ProjectsStore,
  ) {}

  /** After a project lapsed, was eliminated or is settled: the others get its money, or the call goes on without any. */
  async after(tx: Tx, actor: Actor, left: Project): Promise<void> {
    const call = await this.calls.locked(left.callId);
    const all = await this.store.lockOf(call.id, call.round);
    await this.share(tx, call, all);
    const standing = all.filter(({ state }) => state !== 'LAPSED');
    if (call.state !== 'AWARDED' || standing.some(({ state }) => state !== 'SETTLED')) return;
    const subject = await this.calls.caseOf(call, tx.now);
    if (standing.length > 0) {
      await this.calls.perform(tx, actor, subject, 'finish');
      return;
    }
    // Nobody is left: the bureau deliberates on the next in the ranking.
    await this.calls.perform(tx, actor, subject, 'passOver', () => ({
      change: { stageFrom: null, stageUntil: null, note: left.note },
      reason: left.note,
    }));
  }

  /** What nobody holds of the money goes to those who stay; a payment that waits for approval stays what was asked for. */
  private async share(tx: Tx, { mode, funding }: Call, all: readonly Project[]): Promise<void> {
    if (mode !== 'SM') return;
    const racers = new Map(all.map((racer) => [racer.id, racer]));
    for (const { id, fiscal, owner } of sharesOf(funding, all)) {
      const racer = racers.get(id);
      if (racer === undefined) continue;
      const { approved, ownerDue, instalments, entries, request } = racer;
      const fixed = entries.filter(({ kind }) => kind === 'PAID').map(({ instalment }) => instalment ?? '');
      const change = {
        approved: approved + fiscal,
        ownerDue: ownerDue + owner,
        instalments: enlarged(instalments, fiscal, new Set([...fixed, request?.instalment ?? ''])),
      };
      const said = `其他参赛方退出，财政资金增加 ${yuan(fiscal)} 元，发榜方出资增加 ${yuan(owner)} 元`;
      await this.desk.keep(tx, racer, change, 'shareRaceMoney', said);
    }
  }
}

const yuan = (fen: Fen): number => fen / 100;
