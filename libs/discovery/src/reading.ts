import { Injectable } from '@nestjs/common';
import { legalDayOf, type LegalDay } from '@jihui/kernel';
import { Audit, BusinessClock, Parameters, type GraphContext, type TimelineEntry } from '@jihui/platform';
import { PARAMETERS } from './parameters.js';
import { FeeBook, type FeeBookOfDay } from './patents/fee-book.js';
import { PerformanceQueries } from './performance/performance.queries.js';

/** What many fields load, each once a request, so that all its parts agree. */
@Injectable()
export class Reading {
  constructor(
    private readonly clock: BusinessClock,
    private readonly audit: Audit,
    private readonly fees: FeeBook,
    private readonly performance: PerformanceQueries,
    private readonly parameters: Parameters,
  ) {}

  async now(context: GraphContext): Promise<Date> {
    const now = await context.load('discovery.now', async () => [await this.clock.now()], 'now');
    if (now === undefined) throw new Error('no business time');
    return now;
  }

  async today(context: GraphContext): Promise<LegalDay> {
    return legalDayOf(await this.now(context));
  }

  async feeBook(context: GraphContext): Promise<FeeBookOfDay> {
    const today = await this.today(context);
    const book = await context.load('discovery.feeBook', async () => [await this.fees.on(today)], 'book');
    if (book === undefined) throw new Error('no rules of fees');
    return book;
  }

  /** 每年应完成的继续教育学时, with its source. */
  async trainingHours(context: GraphContext): Promise<{ readonly value: number; readonly source: string }> {
    const today = await this.today(context);
    const load = async () => [await this.parameters.int(PARAMETERS.TRAINING_HOURS, today)];
    const found = await context.load('discovery.trainingHours', load, 'hours');
    if (found === undefined) throw new Error('no rule of training hours');
    return found;
  }

  /** Number of contracts from which a sum of amounts is public. */
  async amountsFrom(context: GraphContext): Promise<number> {
    const today = await this.today(context);
    const load = async () => [await this.performance.amountsFrom(today)];
    return (await context.load('discovery.amountsFrom', load, 'from')) ?? 0;
  }

  /** The history of a thing, e.g. `Patent:<id>`. */
  async timeline(stream: string, context: GraphContext): Promise<TimelineEntry[]> {
    const load = (streams: readonly string[]) => this.audit.timelines('discovery', streams);
    return (await context.load('discovery.timeline', load, stream)) ?? [];
  }
}
