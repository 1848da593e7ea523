import { Injectable } from '@nestjs/common';
import { legalDayOf, notFound, type Actor, type AvailableAction, type LegalDay } from '@jihui/kernel';
import {
  BusinessClock,
  checkIds,
  HolidayCalendars,
  isUuid,
  type Connection,
  type GraphContext,
  type PageArgs,
} from '@jihui/platform';
import { ContractChanges } from '../contract-changes.js';
import { ContractFacts } from '../contract-facts.js';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import type { Contract } from '../core/contract.js';
import { colourOf, workingDaysLeft } from '../core/deadline.js';
import type { ContractCase } from '../core/facts.js';
import type { Finding } from '../core/findings.js';
import { contractMachine } from '../core/perform.js';
import { completeness } from '../core/proceedings/completeness.js';
import { WRITING } from '../core/proceedings/lifecycle.js';
import { OPENING, proceedingMachine } from '../core/proceedings/perform.js';
import type { Proceeding } from '../core/proceedings/proceeding.js';
import type { TaxNotice } from '../core/proceedings/tax-notice.js';
import { findingsOf } from '../core/rulesets/sets.js';
import { BenefitsStore, type NoticeFilter, type ReportedBenefit } from '../store/benefits.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { ProceedingsStore, type ProceedingFile, type ProceedingFilter } from '../store/proceedings.store.js';
import { ProjectionsStore } from '../store/projections.store.js';
import { proceedingView, sightOfProceeding, type ProceedingView } from './proceeding.view.js';

/** Reads of proceedings; relations go through the request's loaders. */
@Injectable()
export class ProceedingsQueries {
  constructor(
    private readonly contracts: ContractsQueries,
    private readonly store: ContractsStore,
    private readonly proceedings: ProceedingsStore,
    private readonly benefits: BenefitsStore,
    private readonly projections: ProjectionsStore,
    private readonly facts: ContractFacts,
    private readonly changes: ContractChanges,
    private readonly clock: BusinessClock,
    private readonly calendars: HolidayCalendars,
  ) {}

  /** As it is in the database now: for the answer of a mutation. */
  async fresh(actor: Actor, id: string): Promise<ProceedingView | null> {
    const [view] = await this.seen(actor, [...(await this.proceedings.byIds([id])).values()]);
    return view ?? null;
  }

  async one(actor: Actor, id: string): Promise<ProceedingView | null> {
    return isUuid(id) ? this.fresh(actor, id) : null;
  }

  async desk(
    context: GraphContext,
    filter: ProceedingFilter,
    args: PageArgs,
  ): Promise<Connection<ProceedingView>> {
    const { actor } = context;
    const page = await this.proceedings.desk(actor, filter, await this.contracts.bounds(context), args);
    const views = await this.seen(
      actor,
      page.edges.map(({ node }) => node),
    );
    const byId = new Map(views.map((view) => [view.id, view]));
    return {
      ...page,
      edges: page.edges.flatMap(({ cursor, node }) => {
        const view = byId.get(node.id);
        return view === undefined ? [] : [{ cursor, node: view }];
      }),
    };
  }

  async ofContract(context: GraphContext, contract: ContractView): Promise<readonly ProceedingView[]> {
    const load = async (ids: readonly string[]) => {
      const found = await this.proceedings.ofContracts(ids);
      const views = await this.seen(context.actor, [...found.values()].flat());
      return new Map(ids.map((id) => [id, views.filter(({ whole }) => whole.contractId === id)]));
    };
    return (await context.load('contracts.proceedings', load, contract.id)) ?? [];
  }

  async benefitsOf(context: GraphContext, contract: ContractView): Promise<readonly ReportedBenefit[]> {
    if (contract.sight !== 'APPLICANT' && contract.sight !== 'REGISTRY') return [];
    const load = (ids: readonly string[]) => this.benefits.ofContracts(ids);
    return (await context.load('contracts.benefits', load, contract.id)) ?? [];
  }

  contract(context: GraphContext, { contractId }: { readonly contractId: string }) {
    return this.contracts.one(context, contractId);
  }

  async files(context: GraphContext, view: ProceedingView): Promise<readonly ProceedingFile[]> {
    if (!view.paper) return [];
    const load = (ids: readonly string[]) => this.proceedings.filesOf(ids);
    return (await context.load('contracts.proceedingFiles', load, view.id)) ?? [];
  }

  /** What a draft still lacks, told while it is written. */
  async missing(context: GraphContext, view: ProceedingView) {
    if (!WRITING.includes(view.state) || !view.mine) return [];
    const subject = await this.caseOf(context, view);
    const today = legalDayOf(await this.contracts.now(context));
    return completeness(subject, view.whole, today);
  }

  async findings(context: GraphContext, view: ProceedingView): Promise<readonly Finding[]> {
    const { proposal } = view.whole;
    if (view.proposal === null || proposal === null || view.decidedOn !== null) return [];
    const subject = await this.caseOf(context, view);
    return findingsOf({ ...subject, contract: { ...subject.contract, form: proposal } }).filter(
      ({ level }) => level === 'WARNING',
    );
  }

  async deadline(context: GraphContext, view: ProceedingView) {
    const { dueOn, state } = view.whole;
    return dueOn === null || state !== 'OPEN' ? null : this.due(context, dueOn);
  }

  /** What is left until the notice is to be sent; null once it was. */
  async noticeDeadline(context: GraphContext, { state, dueOn }: TaxNotice) {
    return state === 'SENT' ? null : this.due(context, dueOn);
  }

  private async due(context: GraphContext, dueOn: LegalDay) {
    const [calendar, bounds, now] = await Promise.all([
      this.contracts.calendar(context),
      this.contracts.bounds(context),
      this.contracts.now(context),
    ]);
    return {
      dueOn,
      workingDaysLeft: workingDaysLeft(legalDayOf(now), dueOn, calendar),
      colour: colourOf(dueOn, bounds),
    };
  }

  async defences(context: GraphContext, view: ProceedingView) {
    if (!view.paper) return [];
    return Promise.all(
      view.whole.defences.map(async ({ personId, ...defence }) => ({
        ...defence,
        personName: (await this.contracts.personName(context, personId)) ?? '经办人',
      })),
    );
  }

  /** Names and opinions of examiners stay with the registry. */
  async examination(context: GraphContext, view: ProceedingView) {
    const { examination } = view.whole;
    if (view.sight !== 'REGISTRY' || examination === null) return null;
    const { actor } = context;
    return {
      ...examination,
      examinerName: (await this.contracts.personName(context, examination.examinerId)) ?? '登记员',
      mine: actor.kind === 'person' && actor.personId === examination.examinerId,
      approvedTotal: examination.approved?.total ?? null,
      approvedTechnical: examination.approved?.technical ?? null,
    };
  }

  async decision(context: GraphContext, view: ProceedingView) {
    const { decision } = view.whole;
    if (decision === null) return null;
    const name = await this.contracts.personName(context, decision.deciderId);
    return { ...decision, deciderName: view.sight === 'REGISTRY' ? (name ?? '登记员') : null };
  }

  async taxNotice(context: GraphContext, view: ProceedingView): Promise<TaxNotice | null> {
    if (view.sight !== 'APPLICANT' && view.sight !== 'REGISTRY') return null;
    const load = (ids: readonly string[]) => this.benefits.noticesOf(ids);
    const notices = (await context.load('contracts.taxNotices', load, view.whole.contractId)) ?? [];
    return notices.find(({ proceedingId }) => proceedingId === view.id) ?? null;
  }

  taxNotices(actor: Actor, filter: NoticeFilter, args: PageArgs): Promise<Connection<TaxNotice>> {
    return this.benefits.notices(actor, filter, args);
  }

  notice(id: string): Promise<TaxNotice | undefined> {
    return this.benefits.notice(id);
  }

  async availableActions(
    context: GraphContext,
    view: ProceedingView,
  ): Promise<readonly AvailableAction<string>[]> {
    const subject = await this.caseOf(context, view);
    const now = await this.contracts.now(context);
    const { actor } = context;
    const writing = WRITING.includes(view.state);
    if (!writing && view.state !== 'OPEN') return [];
    const own = proceedingMachine.availableActions(actor, subject, now);
    const onContract = contractMachine
      .availableActions(actor, subject, now)
      .filter(({ action }) => (writing ? action === OPENING[view.kind] : action !== 'recordNationalNumber'));
    return [...own, ...onContract];
  }

  /**
   * A file for reading; the view is recorded before a byte is sent.
   * @throws DomainError NOT_FOUND for what the actor may not read.
   */
  async openFile(actor: Actor, fileId: string): Promise<ProceedingFile> {
    checkIds(fileId);
    const file = await this.proceedings.file(fileId);
    const view = file && (await this.fresh(actor, file.proceedingId));
    if (file === undefined || !view?.paper) throw notFound('附件');
    await this.changes.recordView(actor, { contractId: view.whole.contractId, name: file.name });
    return file;
  }

  /** Those that the actor may see, in their order: in a fixed number of statements. */
  private async seen(actor: Actor, proceedings: readonly Proceeding[]): Promise<readonly ProceedingView[]> {
    const contracts = await this.store.byIds(
      actor,
      proceedings.map(({ contractId }) => contractId),
    );
    const names = await this.projections.organisations(
      proceedings.map(({ organisationId }) => organisationId),
    );
    return proceedings.flatMap((proceeding) => {
      const contract = contracts.get(proceeding.contractId);
      const sight = contract && sightOfProceeding(actor, contract, proceeding);
      if (contract === undefined || !sight) return [];
      return [proceedingView(contract, proceeding, sight, names.get(proceeding.organisationId)?.name)];
    });
  }

  /** The contract with this paper at hand, in place of the open one. */
  private async caseOf(context: GraphContext, view: ProceedingView): Promise<ContractCase> {
    const { contractId } = view.whole;
    const load = async (ids: readonly string[]): Promise<Map<string, ContractCase>> => {
      const contracts: readonly Contract[] = [...(await this.store.byIds(context.actor, ids)).values()];
      const calendar = await this.contracts.calendar(context);
      const cases = await this.facts.ofAll(contracts, await this.contracts.now(context), calendar);
      return new Map(cases.map((subject) => [subject.contract.id, subject]));
    };
    const subject = await context.load('contracts.proceedingCases', load, contractId);
    if (subject === undefined) throw notFound('该事项');
    const files = await this.files(context, view);
    return {
      ...subject,
      facts: {
        ...subject.facts,
        proceeding: view.whole,
        evidenceCount: files.filter(({ purpose }) => purpose === 'EVIDENCE').length,
      },
    };
  }
}
