import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor, type Violation } from '@jihui/kernel';
import { HolidayCalendars } from '@jihui/platform';
import type { Change, Target } from '../contract-changes.js';
import type { Contract } from '../core/contract.js';
import { dueDay } from '../core/deadline.js';
import { cleanDeficiencies, returnViolations, said, type Said } from '../core/decisions.js';
import { formLimits } from '../core/form-limits.js';
import { mergeForm, type FormPatch } from '../core/form-patch.js';
import { isStanding } from '../core/lifecycle.js';
import { articlesOf } from '../core/proceedings/articles.js';
import { approvedBy, approvedViolations, type TypedAmounts } from '../core/proceedings/opinions.js';
import type { Proceeding, ProceedingDecision } from '../core/proceedings/proceeding.js';
import { pinnedRuleSetOf } from '../core/rulesets/sets.js';
import { Ledger } from '../statistics/ledger.js';
import { amountsOf, BenefitsService } from './benefits.service.js';
import { DraftsService } from './drafts.service.js';
import { ProceedingChanges, type Step, type StepOutcome } from './proceeding-changes.js';

export type WithOpinion = Target & { readonly opinion: string };
export type WithAmounts = WithOpinion & TypedAmounts;

const opinionIn = ({ opinion }: WithOpinion): Said => said('opinion', '意见', opinion);
/** The amounts typed against the paper at hand. */
const amountsWrong = ({ subject }: Change, typed: TypedAmounts): readonly Violation[] =>
  subject.facts.proceeding === null ? [] : approvedViolations(subject.facts.proceeding, typed);

/** What the registry does with a proceeding: one examines, another decides. */
@Injectable()
export class ProceedingDecisionsService {
  constructor(
    private readonly papers: ProceedingChanges,
    private readonly drafts: DraftsService,
    private readonly benefits: BenefitsService,
    private readonly ledger: Ledger,
    private readonly calendars: HolidayCalendars,
  ) {}

  /** 初审: for or against, with the amounts as this person approves them; of an objection also how it is to be redetermined. */
  async examine(
    actor: Actor,
    input: WithAmounts & { readonly favourable: boolean; readonly form?: FormPatch | null },
  ): Promise<{ id: string }> {
    const { text: opinion, wrong: unsaid } = opinionIn(input);
    const { favourable, form = null } = input;
    const wrong = ({ tx, subject: { contract, facts } }: Change): readonly Violation[] => {
      const { proceeding } = facts;
      if (!favourable || proceeding === null) return unsaid;
      const anew = isRedetermination(proceeding, contract);
      const merged = anew && form !== null ? mergeForm(contract.form, form, legalDayOf(tx.now)) : null;
      return [
        ...unsaid,
        ...(merged === null ? [] : formLimits(merged)),
        ...approvedViolations(anew ? { proposal: merged } : proceeding, input),
      ];
    };
    return this.papers.perform(
      actor,
      'examineProceeding',
      'examine',
      input,
      async (step) => {
        const { tx, personId } = step;
        const redetermined = await this.redetermined(step, { favourable, form });
        const paper = { ...step.proceeding, ...redetermined };
        const approved = favourable ? approvedBy(paper) : null;
        return {
          move: 'record',
          paper: {
            ...redetermined,
            examination: { examinerId: personId, favourable, opinion, approved, at: tx.now },
          },
          reason: opinion,
        };
      },
      wrong,
    );
  }

  /** 退回补正: all deficiencies at once; the paper is corrected and handed in again. */
  async return(
    actor: Actor,
    input: Target & {
      readonly deficiencies: readonly {
        readonly path: string;
        readonly message: string;
        readonly article?: string | null;
      }[];
    },
  ): Promise<{ id: string }> {
    const deficiencies = cleanDeficiencies(input.deficiencies);
    const wrong = returnViolations(deficiencies, null);
    return this.papers.perform(
      actor,
      'returnProceeding',
      'returnRequest',
      input,
      () => ({
        move: 'sendBack',
        paper: { deficiencies, examination: null },
        reason: deficiencies.map(({ message }) => message).join('；'),
      }),
      wrong,
    );
  }

  /** 准予变更登记: the form becomes the registered one, the certificate its next version, the ledger moves. */
  async approveChange(actor: Actor, input: WithAmounts): Promise<{ id: string }> {
    const { text: opinion, wrong: unsaid } = opinionIn(input);
    const wrong = (change: Change) => [...unsaid, ...amountsWrong(change, input)];
    return this.papers.perform(
      actor,
      'approveContractChange',
      'approveChange',
      input,
      (step) => this.changed(step, opinion, 'CHANGE'),
      wrong,
    );
  }

  /** 准予提成补充登记: the amounts grow by the receipt, in the ledger as a supplement; the certificate's next version states them. */
  async approveSupplement(actor: Actor, input: WithAmounts): Promise<{ id: string }> {
    const { text: opinion, wrong: unsaid } = opinionIn(input);
    const wrong = (change: Change) => [...unsaid, ...amountsWrong(change, input)];
    return this.papers.perform(
      actor,
      'approveRoyaltySupplement',
      'approveSupplement',
      input,
      (step) => this.changed(step, opinion, 'SUPPLEMENT'),
      wrong,
    );
  }

  /** 重新认定 on an objection. */
  async redetermine(actor: Actor, input: WithAmounts): Promise<{ id: string }> {
    const { text: opinion, wrong: unsaid } = opinionIn(input);
    const wrong = (change: Change) => [...unsaid, ...amountsWrong(change, input)];
    return this.papers.perform(
      actor,
      'redetermineContract',
      'redetermine',
      input,
      (step) => this.changed(step, opinion, 'REDETERMINATION'),
      wrong,
    );
  }

  /** 准予注销登记. */
  async approveCancellation(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.papers.perform(
      actor,
      'approveContractCancellation',
      'approveCancellation',
      input,
      (step) => this.ended(step, opinion, 'CANCELLATION'),
      wrong,
    );
  }

  /** 撤销登记, after the seller was heard. */
  async revoke(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.papers.perform(
      actor,
      'revokeRegistration',
      'revoke',
      input,
      (step) => this.ended(step, opinion, 'REVOCATION'),
      wrong,
    );
  }

  /** 不予变更、不予补充、不予注销. */
  async refuse(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    return this.refused(actor, 'refuseContractRequest', 'refuseRequest', input);
  }

  /** 不予撤销. */
  async dropRevocation(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    return this.refused(actor, 'dropRevocation', 'dropRevocation', input);
  }

  /** 维持原认定. */
  async keepDecision(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    return this.refused(actor, 'keepContractDecision', 'keepDecision', input);
  }

  /** 撤销不予登记决定: the review starts again with other people, under the rule set it was accepted under. */
  reopen(actor: Actor, input: WithOpinion): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    return this.papers.perform(
      actor,
      'reopenContractReview',
      'setAside',
      input,
      async (step) => {
        const { tx, subject, parameters } = step;
        const { contract } = subject;
        const ruleSet = pinnedRuleSetOf(contract);
        const today = legalDayOf(tx.now);
        const calendar = await this.calendars.calendar();
        const former = [contract.firstReviewerId, contract.secondReviewerId].filter((id) => id !== null);
        return {
          move: 'grant',
          paper: decided(step, opinion),
          patch: {
            acceptedOn: today,
            dueOn: dueDay(ruleSet, today, parameters[ruleSet.timeLimit], calendar),
            firstReviewerId: null,
            secondReviewerId: null,
            formerReviewerIds: [...new Set([...contract.formerReviewerIds, ...former])],
            rejectionProposed: false,
            expertFavourable: null,
            judgements: [],
            experts: [],
            refusalGrounds: [],
            decisionOpinion: null,
          },
          reason: opinion,
        };
      },
      wrong,
    );
  }

  private async refused(
    actor: Actor,
    name: string,
    action: 'refuseRequest' | 'dropRevocation' | 'keepDecision',
    input: WithOpinion,
  ): Promise<{ id: string }> {
    const { text: opinion, wrong } = opinionIn(input);
    const carryOut = (step: Step): StepOutcome => ({
      move: 'refuse',
      paper: decided(step, opinion),
      reason: opinion,
    });
    return this.papers.perform(actor, name, action, input, carryOut, wrong);
  }

  /** What the examiner of an objection against a registration proposes instead. */
  private async redetermined(
    { tx, subject, proceeding }: Step,
    { favourable, form }: { readonly favourable: boolean; readonly form: FormPatch | null },
  ): Promise<Pick<Proceeding, 'proposal' | 'base'> | Record<string, never>> {
    const { contract } = subject;
    if (!isRedetermination(proceeding, contract)) return {};
    if (!favourable || form === null) return { proposal: null, base: null };
    const today = legalDayOf(tx.now);
    return {
      base: contract.form,
      proposal: await this.drafts.boundForm(contract.form, contract, form, today),
    };
  }

  private async changed(
    step: Step,
    opinion: string,
    cause: 'CHANGE' | 'REDETERMINATION' | 'SUPPLEMENT',
  ): Promise<StepOutcome> {
    const { tx, subject, proceeding } = step;
    const { contract } = subject;
    const form = proceeding.proposal ?? contract.form;
    const after: Contract = { ...contract, form };
    // A royalty that came in takes nothing back: tax and finance hear of it when the seller applies for the benefit.
    if (cause !== 'SUPPLEMENT')
      await this.benefits.notify(step, {
        cause,
        after: amountsOf(after),
        reason: opinion,
        articles: articlesOf(proceeding),
      });
    const entry = cause === 'SUPPLEMENT' ? 'SUPPLEMENT' : 'CHANGE';
    await tx.addJob('contracts.renderCertificate', { contractId: contract.id });
    return {
      move: 'grant',
      paper: decided(step, opinion),
      patch: { form, certificateVersion: contract.certificateVersion + 1 },
      reason: opinion,
      beside: (next) => this.ledger.change(next, entry, legalDayOf(tx.now), step.parameters.largeFrom),
    };
  }

  /** The number stays with it and is never given again; the ledger takes it back in the month of the decision. */
  private async ended(
    step: Step,
    opinion: string,
    cause: 'CANCELLATION' | 'REVOCATION',
  ): Promise<StepOutcome> {
    const { tx } = step;
    await this.benefits.notify(step, {
      cause,
      after: { total: 0, technical: 0 },
      reason: opinion,
      articles: articlesOf(step.proceeding),
    });
    await tx.addJob('contracts.publishStatusList', {});
    return {
      move: 'grant',
      paper: decided(step, opinion),
      reason: opinion,
      beside: (next) => this.ledger.end(next.id, cause, legalDayOf(tx.now)),
    };
  }
}

/** An objection against a registration, which its examiner may answer with other facts. */
const isRedetermination = (proceeding: Proceeding, contract: Contract): boolean =>
  proceeding.kind === 'OBJECTION' && isStanding(contract.state);

const decided = (
  { tx, personId, proceeding }: Step,
  opinion: string,
): { readonly decision: ProceedingDecision; readonly decidedOn: string } => ({
  decision: { deciderId: personId, opinion, articles: articlesOf(proceeding), at: tx.now },
  decidedOn: legalDayOf(tx.now),
});
