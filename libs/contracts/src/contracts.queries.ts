import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor, type AvailableAction, type HolidayCalendar } from '@jihui/kernel';
import {
  Audit,
  BusinessClock,
  HolidayCalendars,
  isUuid,
  pageArgs,
  type Connection,
  type GraphContext,
  type PageArgs,
  type TimelineEntry,
} from '@jihui/platform';
import { streamOf, textStreamOf } from './contract-changes.js';
import { ContractFacts } from './contract-facts.js';
import { hasFindings, viewOf, type ContractView } from './contract.view.js';
import { findingsFor } from './core/answers.js';
import { colourBounds, colourOf, workingDaysLeft, type ColourBounds } from './core/deadline.js';
import type { ContractCase } from './core/facts.js';
import { CLOCK_RUNS, wasRegistered, type Action } from './core/lifecycle.js';
import { contractMachine } from './core/perform.js';
import { holderOf } from './core/reviewers.js';
import { checklistOf } from './core/rulesets/checklists.js';
import { groundsUnder, offeredGrounds } from './core/rulesets/ground-articles.js';
import { findingsOf, ruleSetOf } from './core/rulesets/sets.js';
import { seesFindings } from './core/sight.js';
import { timelineFor } from './core/timeline.js';
import {
  ContractsStore,
  type ContractFilter,
  type QueueCounts,
  type QueueFilter,
} from './store/contracts.store.js';
import { PartsStore, type ContractFile } from './store/parts.store.js';
import { ProjectionsStore } from './store/projections.store.js';

type Nodes<N> = Promise<Connection<N>>;
/** The page with its nodes as they are shown. */
export const presentAs = <A, B>(page: Connection<A>, toNode: (node: A) => B): Connection<B> => ({
  ...page,
  edges: page.edges.map(({ cursor, node }) => ({ cursor, node: toNode(node) })),
});

/** A key of the case loader: a changed contract is another case, even within one request. */
const keyOf = ({ id, version }: ContractView): string => `${id}/${version}`;

/** Reads, with visibility in SQL; relations go through the request's loaders. */
@Injectable()
export class ContractsQueries {
  constructor(
    private readonly store: ContractsStore,
    private readonly parts: PartsStore,
    private readonly projections: ProjectionsStore,
    private readonly facts: ContractFacts,
    private readonly audit: Audit,
    private readonly clock: BusinessClock,
    private readonly calendars: HolidayCalendars,
  ) {}

  /** As it is in the database now: for the answer of a mutation. */
  async fresh(actor: Actor, id: string): Promise<ContractView | null> {
    if (!isUuid(id)) return null;
    return (await this.freshAll(actor, [id]))[0] ?? null;
  }

  /** What a mutation answers: the contract as it left it. */
  async answer(
    actor: Actor,
    { clientMutationId }: { readonly clientMutationId: string },
    done: Promise<{ readonly id: string }>,
  ) {
    const { id } = await done;
    return { contract: await this.fresh(actor, id), clientMutationId };
  }

  async freshAll(actor: Actor, ids: readonly string[]): Promise<readonly ContractView[]> {
    const found = await this.store.byIds(actor, ids);
    return ids.flatMap((id) => found.get(id) ?? []).map((contract) => viewOf(actor, contract));
  }

  async one(context: GraphContext, id: string): Promise<ContractView | null> {
    if (!isUuid(id)) return null;
    const contract = await context.load(
      'contracts.contract',
      (ids) => this.store.byIds(context.actor, ids),
      id,
    );
    return contract ? viewOf(context.actor, contract) : null;
  }

  async ofDeal(context: GraphContext, dealId: string): Promise<ContractView | null> {
    const contract = await context.load(
      'contracts.ofDeal',
      (ids) => this.store.byDeals(context.actor, ids),
      dealId,
    );
    return contract ? viewOf(context.actor, contract) : null;
  }

  async list(actor: Actor, filter: ContractFilter, args: PageArgs): Nodes<ContractView> {
    if ([filter.dealId, filter.applicantOrganisationId].some((id) => id != null && !isUuid(id)))
      return this.list(actor, { states: [] }, args);
    return presentAs(await this.store.list(actor, filter, args), (contract) => viewOf(actor, contract));
  }

  async queue(context: GraphContext, filter: QueueFilter, args: PageArgs): Nodes<ContractView> {
    return this.queueOf(context.actor, filter, await this.bounds(context), args);
  }

  async queueCounts(context: GraphContext): Promise<QueueCounts> {
    return this.store.queueCounts(context.actor, await this.bounds(context));
  }

  /** Page by page until the end, for an export. */
  async *wholeQueue(actor: Actor): AsyncGenerator<ContractView> {
    const bounds = await this.readBounds(await this.clock.now(), await this.calendars.calendar());
    for (let after: string | null | undefined = null; after !== undefined;) {
      const page: Connection<ContractView> = await this.queueOf(
        actor,
        {},
        bounds,
        pageArgs({ first: 100, after }),
      );
      for (const { node } of page.edges) yield node;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    }
  }

  private async queueOf(
    actor: Actor,
    filter: QueueFilter,
    bounds: ColourBounds,
    args: PageArgs,
  ): Nodes<ContractView> {
    return presentAs(await this.store.queue(actor, filter, bounds, args), (contract) =>
      viewOf(actor, contract),
    );
  }

  /** A confirmed party sees the very text it signed; the experts' opinion is the registry's. */
  async files(context: GraphContext, view: ContractView): Promise<readonly ContractFile[]> {
    if (view.sight === 'BUREAU' || view.sight === 'NONE') return [];
    const files = (await context.load('contracts.files', (ids) => this.parts.filesOf(ids), view.id)) ?? [];
    if (view.sight === 'PARTY') return files.filter(({ signed }) => signed);
    return view.sight === 'REGISTRY' ? files : files.filter(({ kind }) => kind !== 'EXPERT_OPINION');
  }

  async findings(context: GraphContext, view: ContractView) {
    if (!hasFindings(view)) return [];
    const found = findingsOf(await this.caseOf(context, view));
    return Promise.all(
      findingsFor(view.sight, view.contract, found).map(async ({ answer, ...finding }) => ({
        ...finding,
        answer: answer && {
          text: answer.text,
          at: new Date(answer.at),
          personName: (await this.personName(context, answer.by)) ?? '申请人',
        },
      })),
    );
  }

  /** 认定条件 with the applicant's evidence; what reviewers think of them is the registry's own. */
  async checklist(context: GraphContext, view: ContractView) {
    if (!seesFindings(view.sight)) return [];
    const { contract } = view;
    const { law } = ruleSetOf(await this.caseOf(context, view));
    return Promise.all(
      checklistOf(contract.form.subclass).map(async ({ id, text, cite, ground, by }) => {
        const entry = contract.form.checklist.find(({ item }) => item === id);
        const judgements = view.sight === 'REGISTRY' ? contract.judgements : [];
        return {
          id,
          text,
          article: cite(law),
          ground,
          byApplicant: by === 'APPLICANT',
          met: entry?.met ?? null,
          page: entry?.page ?? null,
          clause: entry?.clause ?? null,
          judgements: await Promise.all(
            judgements
              .filter(({ item }) => item === id)
              .map(async ({ stage, met, note, by: reviewer }) => ({
                stage,
                met,
                note,
                reviewerName: (await this.personName(context, reviewer)) ?? '登记员',
              })),
          ),
        };
      }),
    );
  }

  /** The pinned set; before acceptance, the one in force. */
  async ruleSet(context: GraphContext, view: ContractView): Promise<string> {
    return view.contract.ruleSet ?? ruleSetOf(await this.caseOf(context, view)).id;
  }

  async availableActions(
    context: GraphContext,
    view: ContractView,
  ): Promise<readonly AvailableAction<Action>[]> {
    return contractMachine.availableActions(
      context.actor,
      await this.caseOf(context, view),
      await this.now(context),
    );
  }

  async reviews(context: GraphContext, view: ContractView) {
    if (view.sight !== 'REGISTRY') return [];
    const set = ruleSetOf(await this.caseOf(context, view));
    const reviews =
      (await context.load('contracts.reviews', (ids) => this.parts.reviewsOf(ids), view.id)) ?? [];
    return Promise.all(
      reviews.map(async (review) => ({
        ...review,
        grounds: groundsUnder(set, review.grounds),
        reviewerName: (await this.personName(context, review.reviewerId)) ?? '登记员',
      })),
    );
  }

  /** 不予受理、不予登记的理由, each with its article under the rule set that judged. */
  async refusalGrounds(context: GraphContext, view: ContractView) {
    const { refusalGrounds } = view.contract;
    if (!seesFindings(view.sight) || refusalGrounds.length === 0) return [];
    return groundsUnder(ruleSetOf(await this.caseOf(context, view)), refusalGrounds);
  }

  /** All grounds there are, for the registry to choose from. */
  async groundsOffered(context: GraphContext, view: ContractView) {
    return view.sight === 'REGISTRY' ? offeredGrounds(ruleSetOf(await this.caseOf(context, view))) : [];
  }

  /** 专家组至少人数, by the law that judges the contract. */
  async expertMinimum(context: GraphContext, view: ContractView): Promise<number | null> {
    if (view.sight !== 'REGISTRY') return null;
    return (await this.caseOf(context, view)).facts.parameters.expertMinimum;
  }

  async deadline(context: GraphContext, view: ContractView) {
    if (view.dueOn === null || !CLOCK_RUNS.includes(view.state)) return null;
    const [calendar, bounds, now] = await Promise.all([
      this.calendar(context),
      this.bounds(context),
      this.now(context),
    ]);
    return {
      dueOn: view.dueOn,
      workingDaysLeft: workingDaysLeft(legalDayOf(now), view.dueOn, calendar),
      colour: colourOf(view.dueOn, bounds),
    };
  }

  /** Names of reviewers stand on the certificate; before that they are the registry's own matter. */
  async reviewerName(
    context: GraphContext,
    view: ContractView,
    stage: 'first' | 'second',
  ): Promise<string | null> {
    const { firstReviewerId, secondReviewerId } = view.contract;
    const id = stage === 'first' ? firstReviewerId : secondReviewerId;
    if (view.sight !== 'REGISTRY' && !wasRegistered(view.state)) return null;
    return id === null ? null : ((await this.personName(context, id)) ?? null);
  }

  async holderName(context: GraphContext, view: ContractView): Promise<string | null> {
    const holder = holderOf(view.contract);
    if (view.sight !== 'REGISTRY' || holder === null) return null;
    return (await this.personName(context, holder)) ?? '登记员';
  }

  /** 代理人 of the holder, today. */
  async deputyName(context: GraphContext, view: ContractView): Promise<string | null> {
    if (view.sight !== 'REGISTRY' || holderOf(view.contract) === null) return null;
    const { deputyId } = (await this.caseOf(context, view)).facts;
    return deputyId === null ? null : ((await this.personName(context, deputyId)) ?? '登记员');
  }

  async timeline(context: GraphContext, view: ContractView): Promise<readonly TimelineEntry[]> {
    return timelineFor(view.sight, await this.stream(context, streamOf(view.id)));
  }

  /** Who opened which text, for the applicant and the registry. */
  async textViews(context: GraphContext, view: ContractView) {
    if (view.sight !== 'APPLICANT' && view.sight !== 'REGISTRY') return [];
    const entries = await this.stream(context, textStreamOf(view.id));
    return Promise.all(
      entries.map(async ({ at, actor, reason }) => ({
        at,
        personName: (actor && (await this.personName(context, actor.id))) ?? '未知人员',
        fileName: reason ?? '',
      })),
    );
  }

  private async stream(context: GraphContext, stream: string): Promise<readonly TimelineEntry[]> {
    return (
      (await context.load(
        'contracts.streams',
        (names) => this.audit.timelines('contracts', names),
        stream,
      )) ?? []
    );
  }

  personName(context: GraphContext, id: string): Promise<string | undefined> {
    return context.load('contracts.personNames', (ids) => this.projections.personNames(ids), id);
  }

  /** Whether the organisation has an account here, so that its people can act. */
  async isOnPlatform(context: GraphContext, id: string): Promise<boolean> {
    const known = await context.load(
      'contracts.organisations',
      (ids) => this.projections.organisations(ids),
      id,
    );
    return known?.onPlatform ?? true;
  }

  private async caseOf(context: GraphContext, view: ContractView): Promise<ContractCase> {
    const batch = async (keys: readonly string[]): Promise<Map<string, ContractCase>> => {
      const ids = keys.map((key) => key.split('/')[0] ?? '');
      const contracts = [...(await this.store.byIds(context.actor, ids)).values()];
      const cases = await this.facts.ofAll(contracts, await this.now(context), await this.calendar(context));
      return new Map(cases.map((subject) => [`${subject.contract.id}/${subject.contract.version}`, subject]));
    };
    const found = await context.load('contracts.cases', batch, keyOf(view));
    // Changed by somebody between two statements of this request: judged by what was shown.
    return found ?? this.facts.of(view.contract, await this.now(context), await this.calendar(context));
  }

  now(context: GraphContext): Promise<Date> {
    return this.once(context, 'now', () => this.clock.now());
  }

  calendar(context: GraphContext): Promise<HolidayCalendar> {
    return this.once(context, 'calendar', () => this.calendars.calendar());
  }

  bounds(context: GraphContext): Promise<ColourBounds> {
    return this.once(context, 'bounds', async () =>
      this.readBounds(await this.now(context), await this.calendar(context)),
    );
  }

  private async readBounds(now: Date, calendar: HolidayCalendar): Promise<ColourBounds> {
    const { values } = await this.facts.parameters(now);
    return colourBounds(legalDayOf(now), values.amberWorkingDays, calendar);
  }

  /** One value a request. */
  private async once<V>(context: GraphContext, name: string, read: () => Promise<V>): Promise<V> {
    const value = await context.load(`contracts.once.${name}`, async () => [await read()], name);
    if (value === undefined) throw new Error(`${name} was not read`);
    return value;
  }
}
