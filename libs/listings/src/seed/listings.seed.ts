import { Injectable } from '@nestjs/common';
import { CellReader, City, Columns, placeNames, seedRequestId, type Seed } from '@jihui/platform';
import { NEED_COLUMNS, needFormFrom } from '../imports/need.cells.js';
import { RESULT_COLUMNS, resultFormFrom } from '../imports/result.cells.js';
import type { NeedContentInput, ResultContentInput } from '../listings.types.gen.js';
import { NeedsService } from '../needs.service.js';
import { ResultsService } from '../results.service.js';
import { ImportsStore, type Seeded } from '../store/imports.store.js';
import { DemoPeople, demoRecords, type DemoRecord } from './demo-records.js';

interface Verb {
  /** The state in which it is done. */
  readonly from: string;
  do(target: { id: string; expectedVersion: number; clientMutationId: string }): Promise<unknown>;
}

const requestId = (record: DemoRecord, step: string): string =>
  seedRequestId(String(record['externalId']), step);

/** Fills the demo city with results and needs, each brought up by the people who would do it. */
@Injectable()
export class ListingsSeed implements Seed {
  constructor(
    private readonly results: ResultsService,
    private readonly needs: NeedsService,
    private readonly imports: ImportsStore,
    private readonly city: City,
  ) {}

  async run(): Promise<void> {
    const people = new DemoPeople();
    for (const record of await demoRecords('results')) await this.result(people, record);
    for (const record of await demoRecords('needs')) await this.need(people, record);
  }

  private async result(people: DemoPeople, record: DemoRecord): Promise<void> {
    const { id: ownerId, key } = people.organisation(record['owner']);
    const author = people.memberOf(key, 'RESEARCHER', 'TRANSFER_OFFICER');
    const office = people.memberOf(key, 'TRANSFER_OFFICER');
    const officer = people.memberOf('cityBureau', 'OFFICER');
    const form = resultFormFrom(this.reader(record, RESULT_COLUMNS), placeNames(this.city));
    const content = form as ResultContentInput;
    const verbs: Verb[] = [
      { from: 'DRAFT', do: (target) => this.results.submit(author, target) },
      { from: 'UNIT_REVIEW', do: (target) => this.results.approveByUnit(office, target) },
      { from: 'BUREAU_REVIEW', do: (target) => this.results.publish(officer, target) },
    ];
    const start = (clientMutationId: string) =>
      this.results.saveDraft(author, { clientMutationId, ownerId, content });
    await this.bring('listings.result', ownerId, record, start, verbs);
  }

  private async need(people: DemoPeople, record: DemoRecord): Promise<void> {
    const { id: ownerId, key } = people.organisation(record['owner']);
    const owner = people.memberOf(key, 'TRANSFER_OFFICER');
    const officer = people.memberOf('cityBureau', 'OFFICER');
    const content = needFormFrom(
      this.reader(record, NEED_COLUMNS),
      placeNames(this.city),
    ) as NeedContentInput;
    const verbs: Verb[] = [
      { from: 'DRAFT', do: (target) => this.needs.submit(owner, target) },
      { from: 'BUREAU_REVIEW', do: (target) => this.needs.publish(officer, target) },
    ];
    const start = (clientMutationId: string) =>
      this.needs.saveDraft(owner, { clientMutationId, ownerId, content });
    await this.bring('listings.need', ownerId, record, start, verbs);
  }

  /** Takes the record's listing from where it is to where the demo wants it. */
  private async bring(
    table: 'listings.result' | 'listings.need',
    ownerId: string,
    record: DemoRecord,
    start: (clientMutationId: string) => Promise<{ id: string }>,
    verbs: readonly Verb[],
  ): Promise<void> {
    const externalId = String(record['externalId']);
    const find = (): Promise<Seeded | undefined> => this.imports.seeded(table, ownerId, externalId);
    if ((await find()) === undefined) {
      const { id } = await start(requestId(record, 'create'));
      await this.imports.nameSeed(table, id, externalId);
    }
    const goal = typeof record['demoState'] === 'string' ? record['demoState'] : 'ONLINE';
    for (const verb of verbs) {
      const now = await find();
      if (now === undefined || now.state === goal || now.state !== verb.from) continue;
      await verb.do({
        id: now.id,
        expectedVersion: now.version,
        clientMutationId: requestId(record, verb.from),
      });
    }
  }

  private reader(
    record: DemoRecord,
    columns: Readonly<Record<string, readonly string[]>>,
  ): CellReader<string> {
    const found = new Columns<string>(columns);
    return new CellReader(1, found.read(record), (key) => key);
  }
}
