import { Injectable } from '@nestjs/common';
import { splitFen, type Actor } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import type { Call } from '../core/calls/call.js';
import { enlarged } from '../core/money/plan.js';
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

  /** What nobody holds of the treasury's money goes in equal parts to those who still race; who lapsed holds nothing. */
  private async share(tx: Tx, { mode, funding }: Call, all: readonly Project[]): Promise<void> {
    if (mode !== 'SM') return;
    const staying = all.filter(({ state }) => state === 'RUNNING' || state === 'AWARDED');
    const rest = funding.city + funding.county - all.reduce((sum, racer) => sum + heldBy(racer), 0);
    if (staying.length === 0 || rest <= 0) return;
    const parts = splitFen(
      rest,
      staying.map(() => 1),
    );
    for (const [at, racer] of staying.entries()) {
      const part = parts[at] ?? 0;
      const paid = racer.entries.flatMap(({ kind, instalment }) =>
        kind === 'PAID' ? (instalment ?? []) : [],
      );
      const instalments = enlarged(racer.instalments, part, new Set(paid));
      const change = { approved: racer.approved + part, instalments };
      await this.desk.keep(tx, racer, change, 'shareRaceMoney', `其他参赛方退出，增加 ${part / 100} 元`);
    }
  }
}

/** Of the treasury's money; who was eliminated holds what was paid, as `approved` says by then. */
const heldBy = ({ state, approved }: Project): number => (state === 'LAPSED' ? 0 : approved);
