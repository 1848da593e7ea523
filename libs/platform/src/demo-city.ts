import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { OrganisationKind, PersonActor, Role } from '@jihui/kernel';
import { Config } from './config/config.js';
import { isUnreadable } from './imports/row.js';
import { readRows } from './imports/rows.js';

/** The part of config/demo/identity.json that says who is who: ids are fixed, so that every domain's seed may name them. */
interface WhoIsWho {
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
    /** Left out for whoever works where the platform has no organisation. */
    readonly organisation?: string;
    readonly roles: readonly Role[];
  }[];
}

/** The people of the demo city, as they sign in. */
export class DemoPeople {
  constructor(private readonly city: WhoIsWho) {}

  /** @throws where the demo city has nobody of that key */
  as(key: string): PersonActor {
    const person = this.city.people.find((one) => one.key === key);
    if (person === undefined) throw new Error(`the demo city has no ${key}`);
    const { id: personId, organisation, roles } = person;
    if (organisation === undefined) return { kind: 'person', personId, memberships: [] };
    const home = this.city.organisations.find((one) => one.key === organisation);
    if (home === undefined) throw new Error(`the demo city has no ${organisation}`);
    const { id: organisationId, kind, divisionCode } = home;
    return { kind: 'person', personId, memberships: [{ organisationId, kind, divisionCode, roles }] };
  }

  /** Whoever keeps what the organisation of that name holds. */
  officeOf(name: string): { readonly office: PersonActor; readonly ownerId: string } {
    const home = this.city.organisations.find((one) => one.name === name);
    const person = this.city.people.find(
      ({ organisation, roles }) => organisation === home?.key && roles.includes('TRANSFER_OFFICER'),
    );
    if (home === undefined || person === undefined) throw new Error(`the demo city has no office of ${name}`);
    return { ownerId: home.id, office: this.as(person.key) };
  }
}

/** What stands in config/demo, for the seeds: each enters its part as its people would. */
@Injectable()
export class DemoCity {
  constructor(private readonly config: Config) {}

  async people(): Promise<DemoPeople> {
    return new DemoPeople(await this.read<WhoIsWho>('identity.json'));
  }

  /** A file of it, whole. */
  async read<T>(name: string): Promise<T> {
    return JSON.parse(await readFile(this.at(name), 'utf8')) as T;
  }

  /** The lines of a `.jsonl` file of it, one after the other. @throws at the first that cannot be read */
  async *lines<T>(name: string): AsyncGenerator<T> {
    for await (const row of readRows(createReadStream(this.at(name)), 'jsonl')) {
      if (isUnreadable(row)) throw new Error(`${name} row ${row.row}: ${row.problem}`);
      yield row.cells as unknown as T;
    }
  }

  private at(name: string): string {
    return join(dirname(this.config.cityFile), '..', 'demo', name);
  }
}
