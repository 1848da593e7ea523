import { Injectable } from '@nestjs/common';
import {
  addMonths,
  cleanText,
  legalDayOf,
  say,
  violation,
  Violations,
  type Actor,
  type LegalDay,
  type Violation,
} from '@jihui/kernel';
import { checkIds, uuidv7, type Tx } from '@jihui/platform';
import type { Changed } from '../calls/call-desk.js';
import { reasonOf } from '../calls/said.js';
import type * as Types from '../challenges.types.gen.js';
import type { Bid } from '../core/bids/bid.js';
import { undertakingFaults } from '../core/bids/eligibility.js';
import type { Call } from '../core/calls/call.js';
import { ChallengeCodes } from '../core/errors.js';
import { balanceOf } from '../core/money/ledger.js';
import { instalmentsOf, type Instalment } from '../core/money/plan.js';
import { projectsOf } from '../core/projects/begin.js';
import type { Milestone, NewProject, Project } from '../core/projects/project.js';
import {
  milestonesOf,
  ratiosOf,
  scheduleFaults,
  startFaults,
  taskBookFaults,
} from '../core/projects/task-book.js';
import { FactsStore } from '../store/facts.store.js';
import { ProjectsStore } from '../store/projects.store.js';
import { ProjectDesk, projectStream, type ProjectStep } from './project-desk.js';
import { RaceService } from './race.service.js';
import { measured, textOf } from './said.js';

/** 签约、实施: task book, milestones, changes, inspections, suspension, the race. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly desk: ProjectDesk,
    private readonly store: ProjectsStore,
    private readonly facts: FactsStore,
    private readonly race: RaceService,
  ) {}

  /** 签订任务书: milestones in order, instalments that make up the treasury's money. */
  sign(actor: Actor, input: Types.SignProjectInput): Promise<Changed> {
    return this.desk.act(actor, 'signProject', 'sign', input, async (project, tx, files) => {
      const number = cleanText(input.number);
      const form = {
        ...input,
        milestones: input.milestones.map(({ name, dueOn }) => ({ name: cleanText(name), dueOn })),
      };
      const wrong = [...taskBookFaults(form, number, legalDayOf(tx.now)), ...scheduleFaults(form)];
      if (wrong.length > 0) return { wrong };
      const milestones = milestonesOf(form);
      const instalments = instalmentsOf(project.approved, ratiosOf(form, milestones));
      const taskBook = { number, signedOn: input.signedOn, endsOn: input.endsOn, files };
      return {
        change: { taskBook, milestones, instalments, note: '' },
        reason: `任务书 ${number}`,
        wrong: await this.othersFaults(project, instalments),
      };
    });
  }

  /** 赛马制首期等额: what the first task book of the race says, the others say as well. */
  private async othersFaults(
    project: Project,
    [first]: readonly Instalment[],
  ): Promise<readonly Violation[]> {
    const { id, callId, round } = project;
    if (project.mode !== 'SM') return [];
    const others = (await this.store.lockOf(callId, round)).filter((one) => one.id !== id);
    return startFaults(project, first, others);
  }

  /** 取消立项: where nobody else stands the call goes back to its deliberation, and the next in the ranking may be awarded. */
  lapse(actor: Actor, input: Types.CallProjectReasonInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'lapseProject',
      'lapse',
      input,
      () => {
        const { reason, wrong } = reasonOf(input);
        return { change: { note: reason }, reason, wrong };
      },
      (project, tx) => this.race.after(tx, actor, project),
    );
  }

  /** 关联技术合同: registered, standing, and between these two sides. */
  link(actor: Actor, input: Types.LinkProjectContractInput): Promise<Changed> {
    return this.desk.act(actor, 'linkProjectContract', 'linkContract', input, async (project) => {
      const registrationNumber = cleanText(input.registrationNumber);
      const found = await this.store.contract(registrationNumber);
      const right =
        found?.standing === true &&
        found.sellerId === project.organisationId &&
        found.buyerIds.includes(project.ownerId);
      if (!right)
        return {
          wrong: [
            violation(
              'registrationNumber',
              ChallengeCodes.CONTRACT,
              '没有找到该编号的有效登记，或合同双方不是本项目的承担方和发榜方',
            ),
          ],
        };
      return {
        change: { contract: { contractId: found.id, registrationNumber } },
        reason: `技术合同登记编号 ${registrationNumber}`,
      };
    });
  }

  report(actor: Actor, input: Types.ReportMilestoneInput): Promise<Changed> {
    return this.desk.act(actor, 'reportMilestone', 'report', input, (project, tx, files) => {
      const { text, wrong } = textOf('text', '完成情况', input.text, { min: 10, max: 5_000 });
      const evidence = textOf('evidence', '证明材料', input.evidence, { min: 4, max: 2_000 });
      const { measurements, wrong: unmeasured } = measured(input.measurements, project.indicators);
      const report = { text, evidence: evidence.text, measurements, at: tx.now.toISOString(), files };
      const step = this.milestone(project, input.milestoneId, () => ({ report, verdict: null }), 'report');
      return { ...step, wrong: [...wrong, ...evidence.wrong, ...unmeasured, ...(step.wrong ?? [])] };
    });
  }

  assess(actor: Actor, input: Types.AssessMilestoneInput): Promise<Changed> {
    return this.desk.act(actor, 'assessMilestone', 'assess', input, (project, tx) => {
      const { text: opinion, wrong } = textOf('opinion', '考核意见', input.opinion);
      const assessed = { verdict: input.verdict, opinion, assessedAt: tx.now.toISOString() };
      const step = this.milestone(project, input.milestoneId, () => assessed, 'assess');
      return { ...step, wrong: [...wrong, ...(step.wrong ?? [])], reason: opinion };
    });
  }

  /** One milestone of the project changed; a report before the assessment, and nothing after a pass. */
  private milestone(
    { milestones }: Project,
    id: string,
    change: (milestone: Milestone) => Partial<Milestone>,
    step: 'report' | 'assess',
  ): ProjectStep {
    const found = milestones.find((one) => one.id === id);
    const wrong = new Violations()
      .when(found === undefined, 'milestoneId', ChallengeCodes.PROJECT, '没有这个节点')
      .when(found?.verdict === 'PASSED', 'milestoneId', ChallengeCodes.PROJECT, '该节点已经通过')
      .when(
        step === 'assess' && found !== undefined && (found.report === null || found.verdict !== null),
        'milestoneId',
        ChallengeCodes.PROJECT,
        '该节点还没有报告，或整改后还没有重新报告',
      ).found;
    if (wrong.length > 0) return { wrong };
    return {
      change: {
        milestones: milestones.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
      },
    };
  }

  /**
   * 变更: an extension once, by a year at most; every other kind is recorded with its reason. Who undertakes it is replaced by
   * {@link replaceUndertaker}.
   */
  change(actor: Actor, input: Types.ChangeProjectInput): Promise<Changed> {
    return this.desk.act(actor, 'changeProject', 'change', input, (project, tx, files) => {
      const { text: reason, wrong } = textOf('reason', '原因', input.reason);
      const { taskBook } = project;
      const endsOn = input.kind === 'EXTENSION' ? (input.endsOn ?? null) : null;
      const faults = [
        ...(input.kind === 'EXTENSION' ? extensionFaults(project, endsOn) : []),
        ...new Violations().when(
          input.kind === 'UNDERTAKER',
          'kind',
          ChallengeCodes.PROJECT,
          '更换承担单位请另行办理，须指明接任的单位',
        ).found,
      ];
      if (wrong.length + faults.length > 0) return { wrong: [...wrong, ...faults] };
      const change = { kind: input.kind, reason, endsOn, at: tx.now.toISOString(), files };
      return {
        change: {
          changes: [...project.changes, change],
          ...(endsOn !== null && taskBook !== null ? { taskBook: { ...taskBook, endsOn } } : {}),
        },
        reason,
      };
    });
  }

  /**
   * 更换承担单位: whoever takes over is eligible as a bidder of the call would be and has no other project of its round. The
   * contract of the one before is nothing to the new one, so that the next payment waits for a contract of its own, as it
   * does for a request of its own.
   */
  replaceUndertaker(actor: Actor, input: Types.ReplaceProjectUndertakerInput): Promise<Changed> {
    checkIds(input.organisationId);
    return this.desk.act(actor, 'replaceProjectUndertaker', 'change', input, async (project, tx, files) => {
      const { text: reason, wrong } = textOf('reason', '原因', input.reason);
      const { organisationId: to } = input;
      const { organisationId: from, ownerId } = project;
      const successor = (await this.facts.biddersBy(ownerId, [to], []))[0];
      const others = (await this.store.ofRound(project.callId, project.round)).filter(
        ({ id, organisationId }) => id !== project.id && organisationId === to,
      );
      const faults = new Violations()
        .when(to === from, 'organisationId', ChallengeCodes.UNDERTAKER, '接任单位就是现在的承担单位')
        .when(
          others.length > 0,
          'organisationId',
          ChallengeCodes.UNDERTAKER,
          '该单位在本榜单已经承担另一个项目',
        ).found;
      const change = {
        ...{ kind: 'UNDERTAKER' as const, reason, endsOn: null, at: tx.now.toISOString(), files },
        undertaker: { from, to },
      };
      return {
        change: {
          ...{ organisationId: to, contract: null, request: null },
          changes: [...project.changes, change],
        },
        reason,
        wrong: [...wrong, ...faults, ...undertakingFaults(ownerId, successor)],
      };
    });
  }

  inspect(actor: Actor, input: Types.InspectProjectInput): Promise<Changed> {
    return this.desk.act(actor, 'inspectProject', 'inspect', input, (project, tx, files) => {
      const { text: findings, wrong } = textOf('findings', '检查情况', input.findings);
      const { day } = input;
      const rectifyBy = input.rectifyBy ?? null;
      const faults = new Violations()
        .when(day > legalDayOf(tx.now), 'day', ChallengeCodes.DATE_IN_FUTURE, '检查日期不能晚于今天')
        .when(
          rectifyBy !== null && rectifyBy <= day,
          'rectifyBy',
          ChallengeCodes.WINDOW,
          '整改期限应在检查日期以后',
        ).found;
      const personId = actor.kind === 'person' ? actor.personId : '';
      const inspections = [...project.inspections, { day, findings, rectifyBy, personId, files }];
      return { change: { inspections }, reason: findings, wrong: [...wrong, ...faults] };
    });
  }

  suspend(actor: Actor, input: Types.CallProjectReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'suspendProject', 'suspend', input, (_, tx) => {
      const { reason, wrong } = reasonOf(input);
      return { change: { note: reason, suspendedAt: tx.now }, reason, wrong };
    });
  }

  resume(actor: Actor, input: Types.CallProjectReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'resumeProject', 'resume', input, () => {
      const { reason, wrong } = reasonOf(input);
      return { change: { note: '', suspendedAt: null }, reason, wrong };
    });
  }

  terminate(actor: Actor, input: Types.CallProjectReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'terminateProject', 'terminate', input, () => {
      const { reason, wrong } = reasonOf(input);
      return { change: { note: reason, suspendedAt: null, request: null }, reason, wrong };
    });
  }

  /** 赛马淘汰: who leaves keeps what was paid; what is left goes in equal parts to those who stay. */
  eliminate(actor: Actor, input: Types.CallProjectReasonInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'eliminateProject',
      'eliminate',
      input,
      (project) => {
        const { reason, wrong } = reasonOf(input);
        const { paid } = balanceOf(project.entries);
        return { change: { note: reason, approved: paid, request: null, suspendedAt: null }, reason, wrong };
      },
      (project, tx) => this.race.after(tx, actor, project),
    );
  }

  /** What awards become, when the notice is over: a project each, with its part of the money. */
  async begin(tx: Tx, call: Call, bids: readonly Bid[], signBy: LegalDay): Promise<void> {
    const before = await this.store.count(call.id);
    for (const beginning of projectsOf(call, bids, signBy, before)) {
      const made = { id: uuidv7(), version: 1, createdAt: tx.now, updatedAt: tx.now };
      const project: NewProject = { ...beginning, ...made };
      await this.store.insert(project);
      await tx.audit({ stream: projectStream(project.id), action: 'beginProject', after: project });
      await this.desk.tell(tx, project, 'beginProject');
    }
  }
}

const EXTENSION_MONTHS = 12;

function extensionFaults({ taskBook, changes }: Project, endsOn: string | null): readonly Violation[] {
  const before = taskBook?.endsOn ?? '';
  const { WINDOW, EXTENDED_ALREADY } = ChallengeCodes;
  return new Violations()
    .when(
      changes.some(({ kind }) => kind === 'EXTENSION'),
      'kind',
      EXTENDED_ALREADY,
      '项目只能延期一次',
    )
    .when(
      endsOn === null || endsOn <= before || endsOn > addMonths(before, EXTENSION_MONTHS),
      'endsOn',
      WINDOW,
      say`延期后的完成日期应晚于 ${before}，且延长不超过 ${EXTENSION_MONTHS} 个月`,
    ).found;
}
