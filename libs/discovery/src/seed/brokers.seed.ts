import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config, isUnreadable, readRows, seedRequestId, type Seed } from '@jihui/platform';
import { BrokersService } from '../brokers/brokers.service.js';
import type { BrokerContentInput } from '../discovery.types.gen.js';
import { demoPerson, type DemoFile } from './demo-people.js';

/** A line of config/demo/brokers.jsonl. */
type DemoBroker = BrokerContentInput & {
  readonly person: string;
  /** Who confirms for the agency; left out of whoever runs it. */
  readonly confirmsAs?: string;
};

/** Fills the register of brokers: each entry is written by the broker, confirmed by the agency and admitted by the bureau. */
@Injectable()
export class BrokersSeed implements Seed {
  constructor(
    private readonly config: Config,
    private readonly register: BrokersService,
  ) {}

  async run(): Promise<void> {
    const folder = join(dirname(this.config.cityFile), '../demo');
    const demo = JSON.parse(await readFile(join(folder, 'identity.json'), 'utf8')) as DemoFile;
    for await (const row of readRows(createReadStream(join(folder, 'brokers.jsonl')), 'jsonl')) {
      if (isUnreadable(row)) throw new Error(`brokers.jsonl row ${row.row}: ${row.problem}`);
      await this.enter(demo, row.cells as unknown as DemoBroker);
    }
  }

  /** Each step is repeated under its own id by a second run, and then changes nothing. */
  private async enter(demo: DemoFile, { person, confirmsAs, ...content }: DemoBroker): Promise<void> {
    const who = demoPerson(demo, person);
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
      await this.register.confirm(demoPerson(demo, confirmsAs), { ...at('confirm'), note: '确为本单位人员' });
    }
    await this.register.admit(demoPerson(demo, 'officer'), { ...at('admit'), note: '符合登记条件' });
  }
}
