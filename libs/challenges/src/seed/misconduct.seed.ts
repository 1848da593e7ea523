import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { addDays, anonymous, legalDayOf, startOfLegalDay, system } from '@jihui/kernel';
import {
  BusinessClock,
  DemoCity,
  drawPages,
  Files,
  seedRequestId,
  uuidv7,
  Work,
  type Seed,
} from '@jihui/platform';
import type { Concern } from '../core/misconduct/handlers.js';
import type { MisconductSubject } from '../core/misconduct/report.js';
import { HandlingService } from '../misconduct/handling.service.js';
import { ReportingService } from '../misconduct/reporting.service.js';
import { CallsStore } from '../store/calls.store.js';
import { MisconductStore } from '../store/misconduct.store.js';

/** config/demo/misconduct.json: a stranger's report of a call, as far as its investigation. */
interface DemoReport {
  /** Title of the call. */
  readonly call: string;
  readonly daysAgo: {
    readonly [step in 'report' | 'accept' | 'ask' | 'answer' | 'investigate']: number;
  };
  readonly report: {
    readonly subject: MisconductSubject;
    readonly concerns: readonly Concern[];
    readonly statement: string;
  };
  readonly file: { readonly name: string; readonly title: string; readonly paragraphs: readonly string[] };
  readonly acceptance: string;
  readonly question: string;
  readonly answer: string;
  readonly investigation: string;
}

const MORNING_MS = 10 * 3_600_000;

/** 举报: one report of the demo city, told in its own time by the commands that people would have given. */
@Injectable()
export class MisconductSeed implements Seed {
  constructor(
    private readonly city: DemoCity,
    private readonly work: Work,
    private readonly clock: BusinessClock,
    private readonly calls: CallsStore,
    private readonly store: MisconductStore,
    private readonly reporting: ReportingService,
    private readonly handling: HandlingService,
    private readonly files: Files,
  ) {}

  async run(): Promise<void> {
    const story = await this.city.read<DemoReport>('misconduct.json');
    const command = { domain: 'challenges', name: 'tellMisconduct', actor: system('seed') } as const;
    const clientMutationId = request('tell');
    // Told once: what people have made of it since stays.
    await this.work.run({ ...command, clientMutationId, input: { call: story.call } }, async (tx) => ({
      id: (await this.tell(story, tx.now)) ?? null,
    }));
  }

  /** @returns the report's id; undefined in a city that was filled with other calls */
  private async tell(story: DemoReport, now: Date): Promise<string | undefined> {
    const call = await this.calls.byTitle(story.call);
    if (call === undefined) return undefined;
    const inspector = (await this.city.people()).as('inspector');
    const { daysAgo } = story;
    const id = await this.on(now, daysAgo.report, async () =>
      this.reporting.receive(anonymous, {
        ...{ clientMutationId: request('report'), callId: call.id, signed: false, named: [] },
        ...{ ...story.report, concerns: [...story.report.concerns], files: [await this.sent(story)] },
      }),
    );
    const on = async (step: string) => ({
      ...{ clientMutationId: request(step), id },
      expectedVersion: (await this.store.lock(id))?.version ?? 0,
    });
    await this.on(now, daysAgo.accept, async () =>
      this.handling.accept(inspector, { ...(await on('accept')), opinion: story.acceptance }),
    );
    await this.on(now, daysAgo.ask, async () =>
      this.handling.ask(inspector, { ...(await on('ask')), opinion: story.question }),
    );
    await this.on(now, daysAgo.answer, () =>
      this.reporting.add({
        ...{ clientMutationId: request('answer'), code: this.reporting.codeOf(id), text: story.answer },
      }),
    );
    await this.on(now, daysAgo.investigate, async () =>
      this.handling.investigate(inspector, { ...(await on('investigate')), opinion: story.investigation }),
    );
    return id;
  }

  private on<T>(now: Date, daysAgo: number, work: () => Promise<T>): Promise<T> {
    const morning = startOfLegalDay(addDays(legalDayOf(now), -daysAgo)).getTime() + MORNING_MS;
    return this.clock.at(new Date(morning), work);
  }

  private async sent({ file: { name, title, paragraphs } }: DemoReport): Promise<string> {
    const id = uuidv7();
    const stored = await this.files.put(Readable.from([await drawPages(title, paragraphs)]), { apart: id });
    return this.reporting.keepFile({ ...stored, id, name });
  }
}

const request = (step: string): string => seedRequestId('misconduct', step);
