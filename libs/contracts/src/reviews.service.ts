import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  cleanText,
  legalDayOf,
  type Actor,
  type LegalDay,
  type Violation,
} from '@jihui/kernel';
import { HolidayCalendars } from '@jihui/platform';
import { ContractChanges, type Change, type Outcome, type Target } from './contract-changes.js';
import { ContractFacts } from './contract-facts.js';
import type { Contract } from './core/contract.js';
import { dueDay, heldDays } from './core/deadline.js';
import { cleanDeficiencies, opinionIn, refusalIn, returnViolations } from './core/decisions.js';
import { conclusionViolations } from './core/experts.js';
import type { ContractCase } from './core/facts.js';
import type { State } from './core/lifecycle.js';
import { acceptanceNumber } from './core/numbers.js';
import { lateViolations } from './core/returns.js';
import { pinnedRuleSetOf, ruleSetOf } from './core/rulesets/sets.js';
import type { ReviewStage } from './store/parts.row.js';
import { PartsStore } from './store/parts.store.js';

export type WithOpinion = Target & { readonly opinion: string };
export type WithGrounds = WithOpinion & { readonly grounds: readonly string[] };

const stageOf = (state: State): ReviewStage =>
  state === 'SUBMITTED' ? 'ACCEPTANCE' : state === 'SECOND_REVIEW' ? 'SECOND' : 'FIRST';

/** Nothing of a review is left when the application goes back: it starts again when it returns. */
const CLEARED: Partial<Contract> = {
  firstReviewerId: null,
  secondReviewerId: null,
  rejectionProposed: false,
  expertFavourable: null,
  judgements: [],
  experts: [],
};

/** A clock that restarts forgets when it ran; one that pauses keeps its acceptance, its law and its limit. */
const clockAfterReturn = (subject: ContractCase, today: LegalDay): Partial<Contract> =>
  subject.contract.acceptedOn !== null && ruleSetOf(subject).correction === 'PAUSES'
    ? { clockPausedOn: today }
    : { acceptedOn: null, dueOn: null, ruleSet: null, clockPausedOn: null, clockPausedDays: 0 };

/** What the registry does up to the decision. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly changes: ContractChanges,
    private readonly parts: PartsStore,
    private readonly facts: ContractFacts,
    private readonly calendars: HolidayCalendars,
  ) {}

  /**
   * 受理: gives the acceptance number, pins the rule set and starts the clock. After a correction the
   * number stays and the clock starts on the day the corrected material came in.
   */
  async accept(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.changes.perform(actor, 'acceptApplication', 'accept', input, async ({ tx, subject }) => {
      const { contract } = subject;
      const today = legalDayOf(tx.now);
      const corrected = contract.acceptanceNumber !== null && contract.submittedAt !== null;
      if (contract.clockPausedOn !== null) return this.resume(contract, contract.clockPausedOn, today);
      const comesIn = corrected ? legalDayOf(contract.submittedAt ?? tx.now) : today;
      const restarts = (await this.facts.lawOn(comesIn)).ruleSet.correction === 'RESTARTS';
      const acceptedOn = restarts ? comesIn : today;
      const { ruleSet, parameters } = await this.facts.lawOn(acceptedOn);
      const calendar = await this.calendars.calendar();
      return {
        patch: {
          acceptedOn,
          ruleSet: ruleSet.id,
          dueOn: dueDay(ruleSet, acceptedOn, parameters[ruleSet.timeLimit], calendar),
        },
        review: { stage: 'ACCEPTANCE', verdict: 'PASS', opinion: '' },
        last: async () => ({
          acceptanceNumber: contract.acceptanceNumber ?? (await this.acceptanceNumber(contract, today)),
        }),
      };
    });
  }

  /** 补正后继续办理: the clock goes on from the day on which the corrected material came in. */
  private async resume(contract: Contract, pausedOn: LegalDay, today: LegalDay): Promise<Outcome> {
    const ruleSet = pinnedRuleSetOf(contract);
    const acceptedOn = contract.acceptedOn ?? today;
    const { parameters } = await this.facts.lawOn(acceptedOn);
    const calendar = await this.calendars.calendar();
    const comesIn = contract.submittedAt === null ? today : legalDayOf(contract.submittedAt);
    const clockPausedDays = contract.clockPausedDays + heldDays(ruleSet, pausedOn, comesIn, calendar);
    return {
      patch: {
        clockPausedOn: null,
        clockPausedDays,
        dueOn: dueDay(ruleSet, acceptedOn, parameters[ruleSet.timeLimit] + clockPausedDays, calendar),
      },
      review: { stage: 'ACCEPTANCE', verdict: 'PASS', opinion: '' },
    };
  }

  /** 不予受理. */
  async decline(actor: Actor, input: WithGrounds): Promise<{ id: string }> {
    const { grounds, text: opinion, wrong } = refusalIn(input);
    return this.changes.perform(
      actor,
      'declineApplication',
      'decline',
      input,
      () => ({
        patch: { refusalGrounds: grounds, decisionOpinion: opinion },
        reason: opinion,
        review: { stage: 'ACCEPTANCE', verdict: 'REJECT', opinion, grounds },
      }),
      wrong,
    );
  }

  /**
   * 退回补正, with everything that is missing at once; what comes late says why.
   * @throws DomainError INVALID_INPUT with CONTRACT.LATE_DEFICIENCY.
   */
  async return(
    actor: Actor,
    input: Target & {
      readonly deficiencies: readonly {
        readonly path: string;
        readonly message: string;
        readonly article?: string | null;
        readonly lateReason?: string | null;
      }[];
      readonly opinion?: string | null;
    },
  ): Promise<{ id: string }> {
    const deficiencies = cleanDeficiencies(input.deficiencies);
    const opinion = input.opinion ? cleanText(input.opinion) : null;
    const wrong = async ({ subject: { contract } }: Change): Promise<readonly Violation[]> => {
      const files = (await this.parts.filesOf([contract.id])).get(contract.id) ?? [];
      const earlier = await this.parts.returnsOf(contract.id);
      return [
        ...returnViolations(deficiencies, opinion),
        ...lateViolations(deficiencies, contract.form, files, earlier),
      ];
    };
    return this.changes.perform(
      actor,
      'returnApplication',
      'return',
      input,
      async ({ tx, subject }) => {
        const { contract, facts } = subject;
        const today = legalDayOf(tx.now);
        const calendar = await this.calendars.calendar();
        return {
          patch: {
            ...CLEARED,
            ...clockAfterReturn(subject, today),
            deficiencies,
            decisionOpinion: opinion,
            correctionDueOn: addWorkingDays(today, facts.parameters.correctionWorkingDays, calendar),
          },
          reason: deficiencies.map(({ message }) => message).join('；'),
          review: { stage: stageOf(contract.state), verdict: 'RETURN', opinion: opinion ?? '', deficiencies },
        };
      },
      wrong,
    );
  }

  /** 逾期未补正，终止办理: nothing came by the day that was told; the application counts as withdrawn and may be made anew. */
  async lapse(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.changes.perform(
      actor,
      'lapseApplication',
      'lapse',
      input,
      () => ({ patch: { dueOn: null, decisionOpinion: opinion }, reason: opinion }),
      wrong,
    );
  }

  async claim(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.changes.perform(actor, 'claimReview', 'claim', input, ({ subject, personId }) => ({
      patch:
        subject.contract.state === 'SECOND_REVIEW'
          ? { secondReviewerId: personId }
          : { firstReviewerId: personId },
    }));
  }

  async release(actor: Actor, input: Target): Promise<{ id: string }> {
    return this.changes.perform(actor, 'releaseReview', 'release', input, ({ subject }) => ({
      patch:
        subject.contract.state === 'SECOND_REVIEW' ? { secondReviewerId: null } : { firstReviewerId: null },
    }));
  }

  async passFirst(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.changes.perform(
      actor,
      'passFirstReview',
      'passFirst',
      input,
      ({ personId }) => ({
        patch: { firstReviewerId: personId, rejectionProposed: false },
        reason: opinion,
        review: { stage: 'FIRST', verdict: 'PASS', opinion },
      }),
      wrong,
    );
  }

  async proposeRejection(actor: Actor, input: WithGrounds): Promise<{ id: string }> {
    const { grounds, text: opinion, wrong } = refusalIn(input);
    return this.changes.perform(
      actor,
      'proposeRejection',
      'proposeRejection',
      input,
      ({ personId }) => ({
        patch: { firstReviewerId: personId, rejectionProposed: true },
        reason: opinion,
        review: { stage: 'FIRST', verdict: 'PROPOSE_REJECTION', opinion, grounds },
      }),
      wrong,
    );
  }

  /** 复核退回初审: to the same first reviewer. */
  async sendBack(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.changes.perform(
      actor,
      'sendBackToFirstReview',
      'sendBack',
      input,
      () => ({
        patch: { secondReviewerId: null, rejectionProposed: false },
        reason: opinion,
        review: { stage: 'SECOND', verdict: 'SEND_BACK', opinion },
      }),
      wrong,
    );
  }

  /** 提交专家评审: the longer time limit counts from the same day of acceptance. */
  async sendToExperts(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.changes.perform(
      actor,
      'sendToExpertReview',
      'sendToExperts',
      input,
      async ({ tx, subject, personId }) => {
        const { contract, facts } = subject;
        const ruleSet = ruleSetOf(subject);
        const from = contract.acceptedOn ?? legalDayOf(tx.now);
        const calendar = await this.calendars.calendar();
        return {
          patch: {
            secondReviewerId: personId,
            expertFavourable: null,
            experts: [],
            dueOn: dueDay(
              ruleSet,
              from,
              facts.parameters[ruleSet.expertTimeLimit ?? ruleSet.timeLimit] + contract.clockPausedDays,
              calendar,
            ),
          },
          reason: opinion,
          review: { stage: 'SECOND', verdict: 'TO_EXPERTS', opinion },
        };
      },
      wrong,
    );
  }

  async recordExpertOpinion(
    actor: Actor,
    input: WithOpinion & { readonly favourable: boolean },
  ): Promise<{ id: string }> {
    const { text: opinion, wrong: unsaid } = opinionIn(input);
    const wrong = ({ subject: { contract } }: Change): readonly Violation[] => [
      ...unsaid,
      ...conclusionViolations(contract.experts, input.favourable),
    ];
    return this.changes.perform(
      actor,
      'recordExpertOpinion',
      'recordOpinion',
      input,
      () => ({
        patch: { expertFavourable: input.favourable },
        reason: opinion,
        review: { stage: 'EXPERT', verdict: input.favourable ? 'PASS' : 'UNFAVOURABLE', opinion },
      }),
      wrong,
    );
  }

  /** 不予登记. */
  async reject(actor: Actor, input: WithGrounds): Promise<{ id: string }> {
    const { grounds, text: opinion, wrong } = refusalIn(input);
    return this.changes.perform(
      actor,
      'rejectApplication',
      'reject',
      input,
      ({ personId }) => ({
        patch: { secondReviewerId: personId, refusalGrounds: grounds, decisionOpinion: opinion },
        reason: opinion,
        review: { stage: 'SECOND', verdict: 'REJECT', opinion, grounds },
      }),
      wrong,
    );
  }

  private async acceptanceNumber(contract: Contract, today: string): Promise<string> {
    const year = Number(today.slice(0, 4));
    const registry = contract.registry?.numberPrefix ?? '';
    return acceptanceNumber(year, registry, await this.parts.nextSerial('ACCEPTANCE', year, registry));
  }
}
