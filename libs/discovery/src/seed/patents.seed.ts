import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { addMonths, addYears, legalDayOf, type PersonActor } from '@jihui/kernel';
import { BusinessClock, Config, isUnreadable, readRows, seedRequestId, type Seed } from '@jihui/platform';
import type { PatentContentInput, PatentLicenceKind } from '../discovery.types.gen.js';
import { PatentRightsService } from '../patents/patent-rights.service.js';
import { PatentsService } from '../patents/patents.service.js';
import { PatentsStore } from '../store/patents.store.js';
import { demoPerson, type DemoFile } from './demo-people.js';

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
  };
};

/** Fills the register with patents that the demo results name, each entered by its holder's office. */
@Injectable()
export class PatentsSeed implements Seed {
  constructor(
    private readonly config: Config,
    private readonly clock: BusinessClock,
    private readonly register: PatentsService,
    private readonly rights: PatentRightsService,
    private readonly patents: PatentsStore,
  ) {}

  async run(): Promise<void> {
    const folder = join(dirname(this.config.cityFile), '../demo');
    const demo = JSON.parse(await readFile(join(folder, 'identity.json'), 'utf8')) as DemoFile;
    const today = legalDayOf(await this.clock.now());
    for await (const row of readRows(createReadStream(join(folder, 'patents.jsonl')), 'jsonl')) {
      if (isUnreadable(row)) throw new Error(`patents.jsonl row ${row.row}: ${row.problem}`);
      await this.enter(demo, row.cells as unknown as DemoPatent, today);
    }
  }

  private async enter(demo: DemoFile, record: DemoPatent, today: string): Promise<void> {
    const { owner, paidThrough, openToAll, licence, ...content } = record;
    const { office, ownerId } = officeOf(demo, owner);
    const request = (step: string): string => seedRequestId('patent', content.number ?? '', step);
    const { id } = await this.register.save(office, {
      clientMutationId: request('enter'),
      ownerId,
      state: 'GRANTED',
      paidThrough,
      content,
    });
    const entered = await this.patents.version(id);
    if (entered !== 1) return;
    if (openToAll !== undefined)
      await this.rights.openToAll(office, {
        ...{ clientMutationId: request('open'), id, expectedVersion: 1, declaredOn: today },
        ...openToAll,
      });
    if (licence === undefined) return;
    const { kind, licensee, monthsAgo, years } = licence;
    const effectiveOn = addMonths(today, -monthsAgo);
    await this.rights.addLicence(office, {
      ...{ clientMutationId: request('licence'), id, expectedVersion: 1, kind, licensee, effectiveOn },
      endsOn: addYears(effectiveOn, years),
    });
  }
}

function officeOf(demo: DemoFile, name: string): { office: PersonActor; ownerId: string } {
  const home = demo.organisations.find((one) => one.name === name);
  const person = demo.people.find(
    ({ organisation, roles }) => organisation === home?.key && roles.includes('TRANSFER_OFFICER'),
  );
  if (home === undefined || person === undefined) throw new Error(`the demo city has no office of ${name}`);
  return { ownerId: home.id, office: demoPerson(demo, person.key) };
}
