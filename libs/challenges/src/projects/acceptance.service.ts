import { Injectable } from '@nestjs/common';
import { cleanText, legalDayOf, type Actor, type LegalDay } from '@jihui/kernel';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import { reasonOf } from '../calls/said.js';
import type * as Types from '../challenges.types.gen.js';
import type { ProjectAction } from '../core/projects/lifecycle.js';
import { benefitFaults } from '../core/projects/aftermath.js';
import type { BenefitReport } from '../core/projects/project.js';
import { isUndertaker } from '../core/projects/perform.js';
import { performanceFaults, performanceOf, type PerformanceWeights } from '../core/projects/performance.js';
import { rectifyByFrom, resultFaults } from '../core/projects/task-book.js';
import { ProjectDesk } from './project-desk.js';
import { RaceService } from './race.service.js';
import { measured, textOf } from './said.js';

const CONCLUSIONS: { readonly [conclusion in Types.AcceptanceConclusion]: ProjectAction } = {
  PASSED: 'accept',
  CONCLUDED: 'conclude',
  REJECTED: 'reject',
};
const LONG = { min: 10, max: 5_000 };

/** 验收、绩效、免责认定、结算. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly desk: ProjectDesk,
    private readonly ends: RaceService,
    private readonly calls: CallDesk,
  ) {}

  apply(actor: Actor, input: Types.ApplyForAcceptanceInput): Promise<Changed> {
    return this.desk.act(actor, 'applyForAcceptance', 'applyAcceptance', input, (project, tx, files) => {
      const { text: summary, wrong } = textOf('summary', '工作总结', input.summary, LONG);
      const { measurements, wrong: unmeasured } = measured(input.measurements, project.indicators);
      const acceptance = {
        ...{ appliedAt: tx.now.toISOString(), summary, measurements, userReport: null, opinion: '', files },
        rectifyBy: project.acceptance?.rectifyBy ?? null,
      };
      return { change: { acceptance }, wrong: [...wrong, ...unmeasured] };
    });
  }

  userReport(actor: Actor, input: Types.GiveUserReportInput): Promise<Changed> {
    return this.desk.act(actor, 'giveUserReport', 'giveUserReport', input, ({ acceptance }, _, files) => {
      const { text, wrong } = textOf('text', '用户报告', input.text, LONG);
      const userReport = { satisfied: input.satisfied, text, files };
      return { change: acceptance === null ? {} : { acceptance: { ...acceptance, userReport } }, wrong };
    });
  }

  /** 验收结论: 通过, 结题 where diligent work did not reach the indicators, or 整改. */
  conclude(actor: Actor, input: Types.ConcludeAcceptanceInput): Promise<Changed> {
    const action = CONCLUSIONS[input.conclusion];
    return this.desk.act(
      actor,
      'concludeAcceptance',
      action,
      input,
      ({ acceptance, changes }, tx, conclusionFiles) => {
        const { text: opinion, wrong } = textOf('opinion', '验收意见', input.opinion, LONG);
        if (acceptance === null) return { wrong };
        const today = legalDayOf(tx.now);
        const rectifyBy = action === 'reject' ? rectifyByFrom(today) : acceptance.rectifyBy;
        return {
          change: {
            acceptance: {
              ...acceptance,
              opinion,
              rectifyBy,
              conclusionFiles,
              passed: action === 'accept',
              concludedOn: today,
            },
            changes,
          },
          reason: opinion,
          wrong,
        };
      },
    );
  }

  /** 免责认定: facts, original records and what experts say. */
  propose(actor: Actor, input: Types.ProposeExemptionInput): Promise<Changed> {
    return this.desk.act(actor, 'proposeExemption', 'proposeExemption', input, (_, __, files) => {
      const facts = textOf('facts', '事实经过', input.facts, LONG);
      const records = textOf('records', '原始记录清单', input.records, LONG);
      const expert = textOf('expertOpinion', '专家意见', input.expertOpinion, LONG);
      const proposedBy = actor.kind === 'person' ? actor.personId : '';
      const exemption = {
        ...{ facts: facts.text, records: records.text, expertOpinion: expert.text, proposedBy, files },
        ...{ reviewedBy: null, review: '', decidedBy: null, exempt: null, conclusion: '' },
      };
      return { change: { exemption }, wrong: [...facts.wrong, ...records.wrong, ...expert.wrong] };
    });
  }

  /** 初审, by another officer than who proposed it. */
  review(actor: Actor, input: Types.CallProjectReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'reviewExemption', 'reviewExemption', input, ({ exemption }) => {
      const { reason, wrong } = reasonOf(input);
      const reviewedBy = actor.kind === 'person' ? actor.personId : '';
      const change = exemption === null ? {} : { exemption: { ...exemption, reviewedBy, review: reason } };
      return { change, reason, wrong };
    });
  }

  /** 结论, by the supervisor: what was reasonably spent is then not clawed back. */
  decide(actor: Actor, input: Types.DecideExemptionInput): Promise<Changed> {
    return this.desk.act(actor, 'decideExemption', 'decideExemption', input, ({ exemption }) => {
      const { text: conclusion, wrong } = textOf('conclusion', '认定结论', input.conclusion, LONG);
      const decidedBy = actor.kind === 'person' ? actor.personId : '';
      const decided = { decidedBy, exempt: input.exempt, conclusion };
      const change = exemption === null ? {} : { exemption: { ...exemption, ...decided } };
      return { change, reason: conclusion, wrong };
    });
  }

  /** 成果登记, by the undertaker: what the register of results holds of the project. */
  registerResult(actor: Actor, input: Types.RegisterProjectResultInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'registerProjectResult',
      'registerResult',
      input,
      ({ results }, tx, files) => {
        const result = {
          ...{ name: cleanText(input.name), kind: input.kind, number: cleanText(input.number) },
          ...{ registeredOn: input.registeredOn, authority: cleanText(input.authority) },
          ...{ at: tx.now.toISOString(), files },
        };
        return {
          change: { results: [...results, result] },
          reason: `${result.name}（${result.number}）`,
          wrong: resultFaults(result, results, legalDayOf(tx.now)),
        };
      },
    );
  }

  /** 经济效益报告 of a year, by either side: where one stands it is replaced, and the history keeps both. */
  reportBenefit(actor: Actor, input: Types.ReportProjectBenefitInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'reportProjectBenefit',
      'reportBenefit',
      input,
      async (project, tx, files) => {
        const { text, wrong } = textOf('text', '效益说明', input.text, LONG);
        const today = legalDayOf(tx.now);
        const { year, sales, profit, tax, jobs } = input;
        const side = isUndertaker(actor, project) ? project.organisationId : project.ownerId;
        const report: BenefitReport = {
          ...{ year, sales, profit, tax, jobs, text, files },
          ...{ at: tx.now.toISOString(), organisationId: side },
        };
        const others = project.benefits.filter((one) => one.year !== year);
        return {
          change: { benefits: [...others, report].sort((a, b) => a.year - b.year) },
          reason: `${year} 年`,
          wrong: [...benefitFaults(report, project, await this.calls.rules(today), today), ...wrong],
        };
      },
    );
  }

  /** 结算: nothing is left over; with the last of its projects the call is finished. */
  settle(actor: Actor, input: Types.SettleProjectInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'settleProject',
      'settle',
      input,
      async (_, tx) => {
        const weights = await this.weights(legalDayOf(tx.now));
        const given = input.performance.map(({ criterion, points, note }) => ({
          ...{ criterion, points, note: cleanText(note) },
        }));
        const performanceSheet = given.map((one) => ({ ...one, most: weights[one.criterion] }));
        return {
          change: { performance: performanceOf(given), performanceSheet },
          wrong: performanceFaults(given, weights),
        };
      },
      (project, tx) => this.ends.after(tx, actor, project),
    );
  }
  /** The most points of each criterion on that day. */
  private async weights(day: LegalDay): Promise<PerformanceWeights> {
    const rules = await this.calls.rules(day);
    return {
      ...{ TARGETS: rules.performanceTargets, MONEY: rules.performanceMoney },
      ...{ BENEFIT: rules.performanceBenefit, MANAGEMENT: rules.performanceManagement },
    };
  }
}
