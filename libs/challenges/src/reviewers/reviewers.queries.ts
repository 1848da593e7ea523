import { Injectable } from '@nestjs/common';
import { legalDayOf, sumFen, type Actor } from '@jihui/kernel';
import { BusinessClock, isUuid, type Connection, type PageArgs } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import { fileViews } from '../core/files/kept-file.js';
import { creditSince, gradeOf, mayLift, type CreditEvent } from '../core/review/credit.js';
import { isPaymaster, type FeeSheet } from '../core/review/fees.js';
import { CreditStore, ofOffice, type CreditFilter } from '../store/credit.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { FeesStore, type FeeFilter } from '../store/fees.store.js';
import { ReviewsStore } from '../store/reviews.store.js';

const STAGES = { 1: 'WRITTEN', 2: 'DEFENCE' } as const;

/** 评审费、评审信用, as the bureau and the experts themselves read them. */
@Injectable()
export class ReviewersQueries {
  constructor(
    private readonly fees: FeesStore,
    private readonly credit: CreditStore,
    private readonly draws: DrawsStore,
    private readonly reviews: ReviewsStore,
    private readonly gate: CallGate,
    private readonly desk: CallDesk,
    private readonly clock: BusinessClock,
  ) {}

  async sheets(actor: Actor, filter: FeeFilter, args: PageArgs): Promise<Connection<SheetView>> {
    const page = await this.fees.list(ofOffice(actor), filter, args);
    return withNodes(
      page,
      await this.sheetViews(
        actor,
        page.edges.map(({ node }) => node),
      ),
    );
  }

  /** Of one sheet, for who has just paid something of it. */
  async sheet(actor: Actor, id: string): Promise<SheetView | null> {
    const found = isUuid(id) ? await this.fees.get(id) : undefined;
    return found === undefined ? null : ((await this.sheetViews(actor, [found]))[0] ?? null);
  }

  private async sheetViews(actor: Actor, sheets: readonly FeeSheet[]) {
    const { calls, bidders } = await this.callsOf(sheets);
    return sheets.flatMap((sheet) => {
      const call = calls.get(sheet.callId);
      if (call === undefined) return [];
      const amounts = (waiting: boolean) =>
        sheet.fees.filter(({ payment }) => !waiting || payment === null).map(({ amount }) => amount);
      return [
        {
          ...{ id: sheet.id, version: sheet.version, callId: call.id, code: call.code, round: sheet.round },
          ...{
            title: call.content.title,
            dueOn: sheet.dueOn,
            total: sumFen(amounts(false)),
            open: sumFen(amounts(true)),
          },
          fees: sheet.fees.map(({ seat, name, unit, title, senior, stages, amount, payment }) => ({
            ...{ id: seat, name, unitName: unit, title, senior, amount },
            stages: stages.map((stage) => STAGES[stage]),
            ...{
              paidOn: payment?.on ?? null,
              voucher: payment?.voucher ?? '',
              files: fileViews(payment?.files),
            },
          })),
          mayPay: sheet.unpaid > 0 && isPaymaster(actor, call, bidders.get(call.id) ?? []),
        },
      ];
    });
  }

  async events(actor: Actor, filter: CreditFilter, args: PageArgs): Promise<Connection<EventView>> {
    const page = await this.credit.list(actor, filter, args);
    return withNodes(
      page,
      await this.eventViews(
        actor,
        page.edges.map(({ node }) => node),
      ),
    );
  }

  async event(actor: Actor, id: string): Promise<EventView | null> {
    const found = isUuid(id) ? await this.credit.one(actor, id) : undefined;
    return found === undefined ? null : ((await this.eventViews(actor, [found]))[0] ?? null);
  }

  private async eventViews(actor: Actor, events: readonly CreditEvent[]) {
    if (events.length === 0) return [];
    const people = events.map(({ personId }) => personId);
    const experts = await this.draws.experts(people);
    const { calls, bidders } = await this.callsOf(events);
    const today = legalDayOf(await this.clock.now());
    const rules = await this.desk.rules(today);
    const standing = await this.credit.standing(people, creditSince(today, rules));
    return events.flatMap((event) => {
      const { id, version, personId, kind, day, liftedOn } = event;
      const call = calls.get(event.callId);
      if (call === undefined) return [];
      const mine = actor.kind === 'person' && actor.personId === personId;
      const expert = experts.get(personId);
      return [
        {
          ...{ id, version, kind, day, liftedOn, mine, callId: call.id, code: call.code },
          ...{ name: expert?.name ?? '', unitName: expert?.unitName ?? '', title: call.content.title },
          // What was written of somebody may name who told it.
          ...{ note: mine ? '' : event.note, liftReason: event.liftReason },
          grade: gradeOf(standing.get(personId) ?? [], rules),
          mayLift: liftedOn === null && mayLift(actor, event, call, bidders.get(call.id) ?? []).allowed,
        },
      ];
    });
  }

  private async callsOf(of: readonly { readonly callId: string }[]) {
    const found = await this.gate.many([...new Set(of.map(({ callId }) => callId))]);
    const facts = await this.reviews.facts(found);
    return {
      calls: new Map(found.map((call) => [call.id, call])),
      bidders: new Map(found.map(({ id }) => [id, facts.get(id)?.bidders ?? []])),
    };
  }
}

/** Each node as it is shown; one whose call is not there is left out. */
function withNodes<Row extends { readonly id: string }, View extends { readonly id: string }>(
  page: Connection<Row>,
  views: readonly View[],
): Connection<View> {
  const byId = new Map(views.map((view) => [view.id, view]));
  return {
    ...page,
    edges: page.edges.flatMap(({ cursor, node }) => {
      const view = byId.get(node.id);
      return view === undefined ? [] : [{ cursor, node: view }];
    }),
  };
}

export type SheetView = Awaited<ReturnType<ReviewersQueries['sheetViews']>>[number];
export type EventView = Awaited<ReturnType<ReviewersQueries['eventViews']>>[number];
