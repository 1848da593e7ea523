import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { OrganisationKind, PersonActor, Role } from '@jihui/kernel';
import { Queues } from '@jihui/platform';
import { loadDomains } from '@jihui/registry';
import {
  copyOfWorld,
  splitApp,
  testApp,
  type Copy,
  type GraphClient,
  type Place,
  type TestApp,
} from '@jihui/testing';

interface DemoOrganisation {
  readonly key: string;
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly divisionCode: string;
}
interface DemoPerson {
  readonly key: string;
  readonly id: string;
  /** Left out for whoever works where the platform has no organisation. */
  readonly organisation?: string;
  readonly roles: readonly Role[];
}
interface DemoAccount {
  readonly email: string;
  readonly password: string;
}

const demo = JSON.parse(readFileSync('config/demo/identity.json', 'utf8')) as {
  readonly organisations: readonly DemoOrganisation[];
  readonly people: readonly DemoPerson[];
  readonly accounts: readonly DemoAccount[];
};

export const demoAccounts = demo.accounts;

const found = <T extends { key: string }>(list: readonly T[], key: string): T => {
  const item = list.find((one) => one.key === key);
  if (item === undefined) throw new Error(`config/demo/identity.json holds no ${key}`);
  return item;
};

export const demoOrganisation = (key: string): DemoOrganisation => found(demo.organisations, key);
export const demoPerson = (key: string): DemoPerson => found(demo.people, key);
export const demoPeople = demo.people;

/** The actor that identity would make of this demo person. */
export function demoActor(key: string): PersonActor {
  const person = demoPerson(key);
  if (person.organisation === undefined) return { kind: 'person', personId: person.id, memberships: [] };
  const organisation = demoOrganisation(person.organisation);
  return {
    kind: 'person',
    personId: person.id,
    memberships: [
      {
        organisationId: organisation.id,
        kind: organisation.kind,
        divisionCode: organisation.divisionCode,
        roles: person.roles,
      },
    ],
  };
}

/** Every domain, in one process unless JIHUI_CITY says otherwise, with the demo city's people and listings. */
export interface DemoCity extends TestApp {
  /** Speaks as this demo person. */
  who(key: string): GraphClient;
  /** Lets days pass, and what they end be done at once, not when a worker next looks. */
  passDays(days: number): Promise<void>;
}

/** JIHUI_CITY=split: the same tests ask a gateway before four services, whose work two workers do. */
export const isSplit = process.env['JIHUI_CITY'] === 'split';

/** @param settings besides those of a test */
export async function demoCity(settings: Readonly<Record<string, string>> = {}): Promise<DemoCity> {
  const copy = await copyOfCity();
  const app = await (isSplit ? splitApp : testApp)(await loadDomains(null), { ...copy, settings });
  return {
    ...app,
    who: (key) => app.as(demoActor(key)),
    passDays: async (days) => {
      await app.advance(days);
      await app
        .get(Queues)
        .of('challenges')
        .add('challenges.watchCalls', { messageId: randomUUID(), payload: {} });
      await app.settle();
    },
    close: async () => {
      await app.close();
      await copy.drop();
    },
  };
}

/** The demo city with nobody in it: its database and its folder. Seeded once a run, since that takes as long as many tests. */
export const copyOfCity = async (): Promise<Copy> => copyOfWorld('city', await loadDomains(null), seed);

async function seed(place: Place): Promise<void> {
  const domains = await loadDomains(null);
  const app = await testApp(domains, place);
  try {
    for (const domain of domains)
      for (const Seed of domain.seeds ?? []) {
        await app.get(Seed).run();
        await app.settle();
      }
  } finally {
    await app.close();
  }
}
