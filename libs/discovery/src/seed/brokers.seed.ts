import { Injectable } from '@nestjs/common';
import { addMonths, addYears, legalDayOf, type Actor, type LegalDay } from '@jihui/kernel';
import { BusinessClock, DemoCity, type DemoPeople, seedRequestId, type Seed } from '@jihui/platform';
import { BrokerRecordsService } from '../brokers/broker-records.service.js';
import { BrokersService } from '../brokers/brokers.service.js';
import type { CredentialForm, TrainingForm } from '../core/brokers/records.js';
import type { BrokerContentInput } from '../discovery.types.gen.js';
import { BrokersStore } from '../store/brokers.store.js';

/** A line of config/demo/brokers.jsonl. */
type DemoBroker = BrokerContentInput & {
  readonly person: string;
  /** Who confirms for the agency; left out of whoever runs it. */
  readonly confirmsAs?: string;
  readonly credentials?: readonly (Omit<CredentialForm, 'issuedOn' | 'validTo'> & {
    readonly monthsAgo: number;
    readonly years: number;
  })[];
  readonly trainings?: readonly (Omit<TrainingForm, 'endedOn'> & { readonly monthsAgo: number })[];
};

/** Fills the register of brokers: each entry is written by the broker, confirmed by the agency and admitted by the bureau. */
@Injectable()
export class BrokersSeed implements Seed {
  constructor(
    private readonly city: DemoCity,
    private readonly register: BrokersService,
    private readonly records: BrokerRecordsService,
    private readonly brokers: BrokersStore,
    private readonly clock: BusinessClock,
  ) {}

  async run(): Promise<void> {
    const people = await this.city.people();
    const today = legalDayOf(await this.clock.now());
    for await (const record of this.city.lines<DemoBroker>('brokers.jsonl'))
      await this.enter(people, record, today);
  }

  /** Each step is repeated under its own id by a second run, and then changes nothing. */
  private async enter(people: DemoPeople, record: DemoBroker, today: LegalDay): Promise<void> {
    const { person, confirmsAs, credentials = [], trainings = [], ...content } = record;
    const who = people.as(person);
    const organisationId = who.memberships[0]?.organisationId ?? '';
    const request = (step: string): string => seedRequestId('broker', person, step);
    const { id } = await this.register.save(who, {
      ...{ clientMutationId: request('save'), organisationId, content },
    });
    let version = 1;
    const at = (step: string) => ({ clientMutationId: request(step), id, expectedVersion: version++ });
    if (confirmsAs === undefined) await this.register.submitForAgency(who, at('submit'));
    else {
      await this.register.submit(who, at('submit'));
      await this.register.confirm(people.as(confirmsAs), { ...at('confirm'), note: '确为本单位人员' });
    }
    const officer = people.as('officer');
    await this.register.admit(officer, { ...at('admit'), note: '符合登记条件' });
    // What is told of days counts from today: it is entered once, and not where people have changed the entry since.
    const step = async (name: string, work: (input: ReturnType<typeof at>) => Promise<unknown>) => {
      const input = at(name);
      if ((await this.brokers.get(id))?.version === input.expectedVersion) await work(input);
    };
    for (const [index, { monthsAgo, years, ...one }] of credentials.entries()) {
      const issuedOn = addMonths(today, -monthsAgo);
      const given = { ...one, issuedOn, validTo: addYears(issuedOn, years) };
      await step(`credential${index}`, (input) => this.records.addCredential(who, { ...input, ...given }));
      await step(`checkCredential${index}`, (input) => this.check(officer, input, 'credentials'));
    }
    for (const [index, { monthsAgo, ...one }] of trainings.entries()) {
      const given = { ...one, endedOn: addMonths(today, -monthsAgo) };
      await step(`training${index}`, (input) => this.records.addTraining(who, { ...input, ...given }));
      await step(`checkTraining${index}`, (input) => this.check(officer, input, 'trainings'));
    }
  }

  /** The bureau confirms the last one stated. */
  private async check(
    officer: Actor,
    input: { readonly clientMutationId: string; readonly id: string; readonly expectedVersion: number },
    kind: 'credentials' | 'trainings',
  ): Promise<void> {
    const recordId = (await this.brokers.get(input.id))?.[kind].at(-1)?.id;
    if (recordId !== undefined)
      await this.records.checkRecord(officer, { ...input, recordId, accepted: true, note: '与原件相符' });
  }
}
