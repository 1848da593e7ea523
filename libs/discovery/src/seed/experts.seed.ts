import { Injectable } from '@nestjs/common';
import { DemoCity, type DemoPeople, seedRequestId, type Seed } from '@jihui/platform';
import type { RelationForm } from '../core/experts/relations.js';
import type { ExpertContentInput, ExpertReaders } from '../discovery.types.gen.js';
import { ExpertsService } from '../experts/experts.service.js';

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
    private readonly city: DemoCity,
    private readonly bank: ExpertsService,
  ) {}

  async run(): Promise<void> {
    const people = await this.city.people();
    for await (const record of this.city.lines<DemoExpert>('experts.jsonl')) await this.enter(people, record);
  }

  /** Each step is repeated under its own id by a second run, and then changes nothing. */
  private async enter(people: DemoPeople, record: DemoExpert): Promise<void> {
    const { person, consentsAs, visibility, relations = [], ...content } = record;
    const who = people.as(person);
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
      await this.bank.consent(people.as(consentsAs), { ...at('consent'), note: '同意入库' });
    }
    await this.bank.admit(people.as('officer'), { ...at('admit'), note: '符合入库条件' });
  }
}
