import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor, type AvailableAction } from '@jihui/kernel';
import {
  Audit,
  BusinessClock,
  connectionOf,
  isUuid,
  type Connection,
  type GraphContext,
  type PageArgs,
} from '@jihui/platform';
import { CallGate } from '../calls/call-gate.js';
import {
  dueOf,
  misconductMachine,
  type MisconductAction,
  type MisconductReport,
} from '../core/misconduct/report.js';
import { FactsStore } from '../store/facts.store.js';
import { MisconductStore, type MisconductFile, type MisconductFilter } from '../store/misconduct.store.js';
import { misconductStream } from './misconduct-desk.js';

/** Reads of reports, for those alone who handle them; with visibility in SQL. */
@Injectable()
export class MisconductQueries {
  constructor(
    private readonly store: MisconductStore,
    private readonly calls: CallGate,
    private readonly facts: FactsStore,
    private readonly audit: Audit,
    private readonly clock: BusinessClock,
  ) {}

  async one(actor: Actor, id: string): Promise<MisconductView | null> {
    const found = await this.store.byIds(actor, isUuid(id) ? [id] : []);
    return (await this.views(actor, [...found.values()]))[0] ?? null;
  }

  async list(actor: Actor, filter: MisconductFilter, args: PageArgs): Promise<Connection<MisconductView>> {
    if (actor.kind !== 'person') return connectionOf([], args);
    const page = await this.store.list(actor, filter, args);
    const views = await this.views(
      actor,
      page.edges.map(({ node }) => node),
    );
    return {
      ...page,
      edges: page.edges.flatMap(({ cursor }, at) => {
        const node = views[at];
        return node === undefined ? [] : [{ cursor, node }];
      }),
    };
  }

  async file(actor: Actor, id: string): Promise<MisconductFile | undefined> {
    return isUuid(id) ? this.store.fileFor(actor, id) : undefined;
  }

  /** How many files each holds, for who holds the receipt code. */
  async fileNames(reportId: string): Promise<readonly string[]> {
    return ((await this.store.files([reportId])).get(reportId) ?? []).map(({ name }) => name);
  }

  async timeline(context: GraphContext, { id }: MisconductView) {
    const load = (streams: readonly string[]) => this.audit.timelines('challenges', streams);
    return (await context.load('challenges.misconductStreams', load, misconductStream(id))) ?? [];
  }

  /** In a fixed number of statements, however many there are. */
  private async views(
    actor: Actor,
    reports: readonly MisconductReport[],
  ): Promise<readonly MisconductView[]> {
    if (reports.length === 0) return [];
    const now = await this.clock.now();
    const callIds = reports.flatMap(({ callId }) => callId ?? []);
    const calls = new Map((await this.calls.many(callIds)).map((call) => [call.id, call]));
    const places = await this.store.places(callIds);
    const files = await this.store.files(reports.map(({ id }) => id));
    const known = await this.store.knownAs(actor);
    const names = await this.facts.personNames(reports.flatMap(({ handledBy }) => handledBy ?? []));
    return reports.map((report) => {
      const place = places.get(report.callId ?? '') ?? null;
      const subject = { report, place, known, receipt: false };
      const due = dueOf(report);
      const { receiptHash: _hash, personId: _person, alarmedOn: _alarmed, ...shown } = report;
      return {
        __typename: 'MisconductReport' as const,
        ...shown,
        notes: notesOf(report),
        callTitle: calls.get(report.callId ?? '')?.content.title ?? null,
        callCode: calls.get(report.callId ?? '')?.code ?? null,
        ...{ due, overdue: due !== null && due < legalDayOf(now) },
        files: (files.get(report.id) ?? []).map(({ id, name, size }) => ({
          ...{ id, name, size, url: `/files/challenges/misconduct/${id}` },
        })),
        handlerName: names.get(report.handledBy ?? '') ?? null,
        at: report.createdAt,
        availableActions: merged(misconductMachine.availableActions(actor, subject, now)),
      };
    });
  }
}

export const notesOf = ({ notes }: MisconductReport) =>
  notes.map(({ at, by, text }) => ({ at: new Date(at), by, text }));

export type MisconductView = Omit<MisconductReport, 'notes' | 'receiptHash' | 'personId' | 'alarmedOn'> & {
  readonly notes: readonly { readonly at: Date; readonly by: string; readonly text: string }[];
  readonly callTitle: string | null;
  readonly callCode: string | null;
  readonly due: string | null;
  readonly overdue: boolean;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly handlerName: string | null;
  readonly at: Date;
  readonly availableActions: readonly AvailableAction<string>[];
};

/** Both conclusions are two outcomes of one verb; adding to a report is its reporter's. */
const merged = (actions: readonly AvailableAction<MisconductAction>[]): readonly AvailableAction<string>[] =>
  actions.flatMap((one) =>
    one.action === 'dismiss' ? [] : one.action === 'substantiate' ? [{ ...one, action: 'conclude' }] : [one],
  );
