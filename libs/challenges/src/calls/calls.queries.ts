import { Injectable } from '@nestjs/common';
import { legalDayOf, scopesOf, type Actor, type AvailableAction, type Violation } from '@jihui/kernel';
import {
  Audit,
  BusinessClock,
  connectionOf,
  isUuid,
  Parameters,
  type Connection,
  type GraphContext,
  type PageArgs,
  type TimelineEntry,
} from '@jihui/platform';
import type { Call } from '../core/calls/call.js';
import { CONSEQUENCES, type CallAction } from '../core/calls/lifecycle.js';
import { MODES, type CallMode } from '../core/calls/modes.js';
import { CALL_PARAMETERS } from '../core/calls/parameters.js';
import { callMachine } from '../core/calls/perform.js';
import { completeness, fundingViolations, planFaults } from '../core/calls/rules.js';
import { CallsStore, type CallFilter } from '../store/calls.store.js';
import { FactsStore, type Organisation, type StaffMember } from '../store/facts.store.js';
import { CallDesk, callStream } from './call-desk.js';
import { callView, type CallView } from './call.view.js';

/** Reads of calls, with visibility in SQL. */
@Injectable()
export class CallsQueries {
  constructor(
    private readonly store: CallsStore,
    private readonly facts: FactsStore,
    private readonly desk: CallDesk,
    private readonly audit: Audit,
    private readonly clock: BusinessClock,
    private readonly parameters: Parameters,
  ) {}

  /** As it is in the database now; null where the actor may not see it. */
  async one(actor: Actor, id: string): Promise<CallView | null> {
    return (await this.byIds(actor, [id])).get(id) ?? null;
  }

  async byIds(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, CallView>> {
    const found = await this.store.byIds(actor, ids.filter(isUuid));
    const views = await this.views(actor, [...found.values()]);
    return new Map(views.map((view) => [view.id, view]));
  }

  async list(actor: Actor, filter: CallFilter, args: PageArgs): Promise<Connection<CallView>> {
    if (actor.kind === 'anonymous' && (filter.waiting === true || filter.mine === true))
      return connectionOf([], args);
    if (filter.batchId != null && !isUuid(filter.batchId)) return connectionOf([], args);
    const page = await this.store.list(actor, filter, args);
    const views = await this.views(
      actor,
      page.edges.map(({ node }) => node),
    );
    return {
      ...page,
      edges: page.edges.flatMap(({ cursor }, index) => {
        const node = views[index];
        return node === undefined ? [] : [{ cursor, node }];
      }),
    };
  }

  private async views(actor: Actor, calls: readonly Call[]): Promise<readonly CallView[]> {
    if (calls.length === 0) return [];
    const now = await this.clock.now();
    return (await this.desk.cases(calls, now)).map((subject) => callView(actor, subject, now));
  }

  load(context: GraphContext, id: string): Promise<CallView | undefined> {
    return context.load('challenges.call', (ids) => this.byIds(context.actor, ids), id);
  }

  organisation(context: GraphContext, id: string): Promise<Organisation | undefined> {
    return context.load('challenges.organisation', (ids) => this.facts.organisations(ids), id);
  }

  personName(context: GraphContext, id: string): Promise<string | undefined> {
    return context.load('challenges.personName', (ids) => this.facts.personNames(ids), id);
  }

  async availableActions(
    context: GraphContext,
    { subject }: CallView,
  ): Promise<readonly AvailableAction<CallAction>[]> {
    return callMachine
      .availableActions(context.actor, subject, await this.now(context))
      .filter(({ action }) => !CONSEQUENCES.includes(action));
  }

  /** What still stands in the way, for who can mend it: the owner's form, the bureau's plan. */
  missing({ subject, sight, state }: CallView): readonly Violation[] {
    if (sight === 'OWNER' && (state === 'DRAFT' || state === 'RETURNED')) return completeness(subject);
    if (sight === 'CITY' && state === 'CANDIDATE')
      return [...planFaults(subject), ...fundingViolations(subject)];
    return [];
  }

  async timeline(context: GraphContext, { id, inside }: CallView): Promise<readonly TimelineEntry[]> {
    if (!inside) return [];
    const load = (streams: readonly string[]) => this.audit.timelines('challenges', streams);
    return (await context.load('challenges.callStreams', load, callStream(id))) ?? [];
  }

  async now(context: GraphContext): Promise<Date> {
    const now = await context.load('challenges.now', async () => [await this.clock.now()], 'now');
    if (now === undefined) throw new Error('no business time');
    return now;
  }

  modes() {
    return (Object.keys(MODES) as CallMode[]).map((mode) => {
      const { title, winners, open, needs, approvals, shared } = MODES[mode];
      return {
        ...{ mode, title, open, approvals, shared, documents: needs },
        ...{ winnersLeast: winners.least, winnersMost: winners.most },
      };
    });
  }

  async numbers() {
    const declared = Object.values(CALL_PARAMETERS);
    const versions = await this.parameters.on(
      declared.map(({ name }) => name),
      legalDayOf(await this.clock.now()),
    );
    return declared.flatMap(({ name, title }) => {
      const version = versions.get(name);
      return version === undefined ? [] : [{ name, title, value: version.value, source: version.source }];
    });
  }

  /** For officers of the city's bureau alone: nobody else names custodians. */
  async staff(actor: Actor, text: string): Promise<readonly StaffMember[]> {
    return isOfficer(actor) ? this.facts.staff(text) : [];
  }

  async undertakers(actor: Actor, text: string): Promise<readonly Organisation[]> {
    return isOfficer(actor) && text.trim() !== '' ? this.facts.undertakers(text) : [];
  }
}

const isOfficer = (actor: Actor): boolean => scopesOf(actor, 'OFFICER').some((scope) => scope.endsWith('00'));
