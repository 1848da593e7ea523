import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config, isUnreadable, readRows, seedRequestId, type Seed } from '@jihui/platform';
import { AgenciesService } from '../agencies/agencies.service.js';
import type { DesignationForm } from '../core/register/designation.js';
import type { AgencyContentInput } from '../discovery.types.gen.js';
import type { SupportForm } from '../core/agencies/support.js';
import { AgenciesStore } from '../store/agencies.store.js';
import { SupportsService } from '../supports/supports.service.js';
import { demoPerson, type DemoFile } from './demo-people.js';

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
    private readonly config: Config,
    private readonly register: AgenciesService,
    private readonly supports: SupportsService,
    private readonly agencies: AgenciesStore,
  ) {}

  async run(): Promise<void> {
    const folder = join(dirname(this.config.cityFile), '../demo');
    const demo = JSON.parse(await readFile(join(folder, 'identity.json'), 'utf8')) as DemoFile;
    for await (const row of readRows(createReadStream(join(folder, 'agencies.jsonl')), 'jsonl')) {
      if (isUnreadable(row)) throw new Error(`agencies.jsonl row ${row.row}: ${row.problem}`);
      await this.enter(demo, row.cells as unknown as DemoAgency);
    }
  }

  /** Each step is repeated under its own id by a second run, and then changes nothing. */
  private async enter(
    demo: DemoFile,
    { person, designation, supports = [], ...content }: DemoAgency,
  ): Promise<void> {
    const who = demoPerson(demo, person);
    const officer = demoPerson(demo, 'officer');
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
