import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config, isUnreadable, readRows, seedRequestId, type Seed } from '@jihui/platform';
import type { RelationForm } from '../core/experts/relations.js';
import type { ExpertContentInput, ExpertReaders } from '../discovery.types.gen.js';
import { ExpertsService } from '../experts/experts.service.js';
import { demoPerson, type DemoFile } from './demo-people.js';

/** A line of config/demo/experts.jsonl. */
type DemoExpert = ExpertContentInput & {
  readonly person: string;
  /** Who consents for the unit; left out where the platform has no unit that could. */
  readonly consentsAs?: string;
  readonly visibility?: ExpertReaders;
  readonly relations?: readonly RelationForm[];
};

/**
 * Fills the expert bank: each profile is written by its expert, consented to by the unit where there is one, and
 * admitted by the bureau.
 */
@Injectable()
export class ExpertsSeed implements Seed {
  constructor(
    private readonly config: Config,
    private readonly bank: ExpertsService,
  ) {}

  async run(): Promise<void> {
    const folder = join(dirname(this.config.cityFile), '../demo');
    const demo = JSON.parse(await readFile(join(folder, 'identity.json'), 'utf8')) as DemoFile;
    for await (const row of readRows(createReadStream(join(folder, 'experts.jsonl')), 'jsonl')) {
      if (isUnreadable(row)) throw new Error(`experts.jsonl row ${row.row}: ${row.problem}`);
      await this.enter(demo, row.cells as unknown as DemoExpert);
    }
  }

  /** Each step is repeated under its own id by a second run, and then changes nothing. */
  private async enter(demo: DemoFile, record: DemoExpert): Promise<void> {
    const { person, consentsAs, visibility, relations = [], ...content } = record;
    const who = demoPerson(demo, person);
    const request = (step: string): string => seedRequestId('expert', person, step);
    const organisationId = who.memberships[0]?.organisationId;
    const { id } = await this.bank.save(who, {
      ...{ clientMutationId: request('save'), organisationId, content },
      ...(visibility && { visibility }),
    });
    let version = 1;
    for (const [index, relation] of relations.entries())
      await this.bank.declareRelation(who, {
        ...{ clientMutationId: request(`relation${index}`), id, expectedVersion: version++ },
        ...relation,
      });
    const at = (step: string) => ({ clientMutationId: request(step), id, expectedVersion: version++ });
    if (consentsAs === undefined)
      await this.bank.submitDirectly(who, { ...at('submit'), relationsDeclared: true });
    else {
      await this.bank.submit(who, { ...at('submit'), relationsDeclared: true });
      await this.bank.consent(demoPerson(demo, consentsAs), { ...at('consent'), note: '同意入库' });
    }
    await this.bank.admit(demoPerson(demo, 'officer'), { ...at('admit'), note: '符合入库条件' });
  }
}
