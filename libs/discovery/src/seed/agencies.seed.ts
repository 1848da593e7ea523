import { Injectable } from '@nestjs/common';
import { DemoCity, type DemoPeople, seedRequestId, type Seed } from '@jihui/platform';
import { AgenciesService } from '../agencies/agencies.service.js';
import type { DesignationForm } from '../core/register/designation.js';
import type { AgencyContentInput } from '../discovery.types.gen.js';
import type { SupportForm } from '../core/agencies/support.js';
import { AgenciesStore } from '../store/agencies.store.js';
import { SupportsService } from '../supports/supports.service.js';

/** A line of config/demo/agencies.jsonl. */
type DemoAgency = AgencyContentInput & {
  readonly person: string;
  readonly designation?: DesignationForm;
  readonly supports?: readonly SupportForm[];
};

/** Fills the register of agencies: each applies through whoever runs it, and the bureau admits and designates. */
@Injectable()
export class AgenciesSeed implements Seed {
  constructor(
    private readonly city: DemoCity,
    private readonly register: AgenciesService,
    private readonly supports: SupportsService,
    private readonly agencies: AgenciesStore,
  ) {}

  async run(): Promise<void> {
    const people = await this.city.people();
    for await (const record of this.city.lines<DemoAgency>('agencies.jsonl'))
      await this.enter(people, record);
  }

  /** Each step is repeated under its own id by a second run, and then changes nothing. */
  private async enter(
    people: DemoPeople,
    { person, designation, supports = [], ...content }: DemoAgency,
  ): Promise<void> {
    const who = people.as(person);
    const officer = people.as('officer');
    const organisationId = who.memberships[0]?.organisationId ?? '';
    const request = (step: string): string => seedRequestId('agency', person, step);
    const { id } = await this.register.save(who, {
      ...{ clientMutationId: request('save'), organisationId, content },
    });
    let version = 1;
    const at = (step: string) => ({ clientMutationId: request(step), id, expectedVersion: version++ });
    await this.register.submit(who, at('submit'));
    await this.register.admit(officer, { ...at('admit'), note: '符合登记条件' });
    if (designation !== undefined)
      await this.register.designate(officer, { ...at('designate'), ...designation });
    // Of a city that was filled by an earlier release, unless people have changed the entry since.
    for (const [index, support] of supports.entries()) {
      const input = { ...at(`support${index}`), ...support };
      if ((await this.agencies.get(id))?.version === input.expectedVersion)
        await this.supports.record(officer, input);
    }
  }
}
