import { createReadStream, readFileSync } from 'node:fs';
import type { PersonActor, Role, OrganisationKind } from '@jihui/kernel';
import { isUnreadable, readRows } from '@jihui/platform';

/** The demo city as identity's seed lays it out. */
interface DemoCity {
  readonly organisations: readonly {
    readonly key: string;
    readonly id: string;
    readonly name: string;
    readonly kind: OrganisationKind;
    readonly divisionCode: string;
  }[];
  readonly people: readonly {
    readonly key: string;
    readonly id: string;
    readonly organisation: string;
    readonly roles: readonly Role[];
  }[];
}

/** A record of config/demo, by the columns of an import. */
export type DemoRecord = Readonly<Record<string, unknown>>;

const CITY = 'config/demo/identity.json';

/** The demo people as actors, and the organisations by their names. */
export class DemoPeople {
  private readonly city = JSON.parse(readFileSync(CITY, 'utf8')) as DemoCity;

  organisation(name: unknown): DemoCity['organisations'][number] {
    const found = this.city.organisations.find((one) => one.name === name);
    if (found === undefined) throw new Error(`${CITY} has no organisation ${String(name)}`);
    return found;
  }

  /** Whoever holds one of the roles there, the first role first. */
  memberOf(organisationKey: string, ...roles: readonly Role[]): PersonActor {
    const members = this.city.people.filter((one) => one.organisation === organisationKey);
    const person = roles.flatMap((role) => members.filter((one) => one.roles.includes(role)))[0];
    const home = this.city.organisations.find((one) => one.key === organisationKey);
    if (person === undefined || home === undefined)
      throw new Error(`${CITY} has no ${roles.join(' or ')} in ${organisationKey}`);
    const { id: organisationId, kind, divisionCode } = home;
    return {
      kind: 'person',
      personId: person.id,
      memberships: [{ organisationId, kind, divisionCode, roles: person.roles }],
    };
  }
}

/** The records of a JSONL file under config/demo. */
export async function demoRecords(name: 'results' | 'needs'): Promise<DemoRecord[]> {
  const records: DemoRecord[] = [];
  for await (const row of readRows(createReadStream(`config/demo/${name}.jsonl`), 'jsonl')) {
    if (isUnreadable(row)) throw new Error(`config/demo/${name}.jsonl row ${row.row}: ${row.problem}`);
    records.push(row.cells);
  }
  return records;
}
