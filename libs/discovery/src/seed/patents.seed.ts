import { Injectable } from '@nestjs/common';
import { addMonths, addYears, legalDayOf } from '@jihui/kernel';
import { BusinessClock, DemoCity, type DemoPeople, seedRequestId, type Seed } from '@jihui/platform';
import type {
  PatentContentInput,
  PatentFamilyMemberInput,
  PatentLicenceKind,
} from '../discovery.types.gen.js';
import type { Patent } from '../core/patents/patent.js';
import { PatentRightsService } from '../patents/patent-rights.service.js';
import { PatentsService } from '../patents/patents.service.js';
import { PatentsStore } from '../store/patents.store.js';

/** A line of config/demo/patents.jsonl. */
type DemoPatent = PatentContentInput & {
  readonly owner: string;
  readonly paidThrough?: number;
  readonly openToAll?: { readonly endsOn: string; readonly feeStandard: string };
  readonly licence?: {
    readonly kind: PatentLicenceKind;
    readonly licensee: string;
    readonly monthsAgo: number;
    readonly years: number;
    /** When it was filed with the patent office; left out where it waits for that. */
    readonly filedMonthsAgo?: number;
    readonly filingNumber?: string;
  };
  readonly pledge?: {
    readonly pledgee: string;
    readonly monthsAgo: number;
    readonly registrationNumber: string;
    readonly securedAmount: number;
  };
  /** 同族专利. */
  readonly relatives?: readonly PatentFamilyMemberInput[];
};

/** Fills the register with patents that the demo results name, each entered by its holder's office. */
@Injectable()
export class PatentsSeed implements Seed {
  constructor(
    private readonly city: DemoCity,
    private readonly clock: BusinessClock,
    private readonly register: PatentsService,
    private readonly rights: PatentRightsService,
    private readonly patents: PatentsStore,
  ) {}

  async run(): Promise<void> {
    const people = await this.city.people();
    const today = legalDayOf(await this.clock.now());
    for await (const record of this.city.lines<DemoPatent>('patents.jsonl'))
      await this.enter(people, record, today);
  }

  private async enter(people: DemoPeople, record: DemoPatent, today: string): Promise<void> {
    const { owner, paidThrough, openToAll, licence, pledge, relatives, ...content } = record;
    const { office, ownerId } = people.officeOf(owner);
    const request = (step: string): string => seedRequestId('patent', content.number ?? '', step);
    const { id } = await this.register.save(office, {
      clientMutationId: request('enter'),
      ownerId,
      state: 'GRANTED',
      paidThrough,
      content,
    });
    let version = 1;
    // What is told of days counts from today: it is entered once, and not where people have changed the entry since.
    const step = async (
      name: string,
      work: (
        input: { clientMutationId: string; id: string; expectedVersion: number },
        now: Patent,
      ) => Promise<unknown>,
    ): Promise<void> => {
      const input = { clientMutationId: request(name), id, expectedVersion: version++ };
      const now = await this.patents.get(id);
      if (now?.version === input.expectedVersion) await work(input, now);
    };
    if (openToAll !== undefined)
      await step('open', (input) =>
        this.rights.openToAll(office, { ...input, declaredOn: today, ...openToAll }),
      );
    if (licence !== undefined) {
      const { kind, licensee, monthsAgo, years, filedMonthsAgo, filingNumber = '' } = licence;
      const effectiveOn = addMonths(today, -monthsAgo);
      const terms = { kind, licensee, effectiveOn, endsOn: addYears(effectiveOn, years) };
      await step('licence', (input) => this.rights.addLicence(office, { ...input, ...terms }));
      if (filedMonthsAgo !== undefined)
        await step('fileLicence', (input, now) =>
          this.rights.fileLicence(office, {
            ...{ ...input, filingNumber, filedOn: addMonths(today, -filedMonthsAgo) },
            licenceId: now.licences.at(-1)?.id ?? '',
          }),
        );
    }
    if (pledge !== undefined) {
      const { monthsAgo, ...terms } = pledge;
      const registeredOn = addMonths(today, -monthsAgo);
      await step('pledge', (input) => this.rights.addPledge(office, { ...input, ...terms, registeredOn }));
    }
    if (relatives !== undefined)
      await step('family', (input) =>
        this.register.save(office, { ...input, ownerId, content: { ...content, family: [...relatives] } }),
      );
  }
}
