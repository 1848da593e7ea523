import { readFileSync } from 'node:fs';
import { anonymous } from '@jihui/kernel';
import { aMember, type GraphClient } from '@jihui/testing';
import { demoActor, demoCity, demoOrganisation, type DemoCity } from './city.js';
import { Ledger } from './ledger.js';
import { Trials, type Trial } from './trial.js';
import { at, type Subject } from './walk.js';

export const { result: RESULT, need: NEED } = JSON.parse(
  readFileSync('config/demo/main-job.json', 'utf8'),
) as { readonly result: Readonly<Record<string, unknown>>; readonly need: Readonly<Record<string, unknown>> };

export const UNIVERSITY = demoOrganisation('university').id;
export const ENTERPRISE = demoOrganisation('flangeMaker').id;
export const AGENCY = demoOrganisation('brokerAgency').id;
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/**
 * What people paste and what attackers send, at the end of ordinary texts: it is stored as text and read back as
 * it was written.
 */
export const ODD = `ＬＥＤ１２３ 👨‍👩‍👧 𠮷 é <img src=x onerror=alert(1)>'; drop table x; -- \${1+1} {{7*7}}`;
export const odd = (text: string): string => `${text} ${ODD}`;

/** The same for fields of fifty characters. */
export const oddly = (text: string): string => `${text}１ 𠮷<b>';--`;

/** Who has no part in what the others do: each is one of a kind, from elsewhere. */
export interface Cast {
  readonly city: DemoCity;
  readonly trials: Trials;
  readonly researcher: GraphClient;
  readonly office: GraphClient;
  readonly enterprise: GraphClient;
  readonly broker: GraphClient;
  readonly officer: GraphClient;
  readonly secondOfficer: GraphClient;
  readonly outsiders: readonly GraphClient[];
}

/** A demo city of one's own with everybody who is tried in it. */
export async function openCast(): Promise<{ readonly cast: Cast; readonly close: () => Promise<void> }> {
  const city = await demoCity();
  const ledger = await Ledger.open(city.databaseUrl);
  const close = async (): Promise<void> => {
    await ledger.close();
    await city.close();
  };
  return { cast: castOf(city, new Trials(city, ledger)), close };
}

function castOf(city: DemoCity, trials: Trials): Cast {
  return {
    city,
    trials,
    researcher: city.who('researcher'),
    office: city.who('transferOfficer'),
    enterprise: city.who('enterprise'),
    broker: city.who('broker'),
    officer: city.who('officer'),
    secondOfficer: city.who('registrar1'),
    outsiders: [
      city.as(anonymous),
      city.as(aMember('UNIVERSITY', ['TRANSFER_OFFICER', 'ORG_ADMIN'])),
      city.as(aMember('BUREAU_COUNTY', ['OFFICER', 'REGISTRAR', 'ORG_ADMIN'], { divisionCode: '140924' })),
      city.as(aMember('BROKER_AGENCY', ['BROKER', 'ORG_ADMIN'])),
      // Sees what is public, and has no part in it.
      city.as(demoActor('institute')),
    ],
  };
}

/** A verb on a thing: by whom, from which state of it. */
export type Verb = (
  who: GraphClient,
  mutation: string,
  subject: Subject,
  more?: Partial<Omit<Trial, 'mutation' | 'who'>>,
) => Promise<Subject>;

/** Verbs whose button stands on the thing itself, under the mutation's name without the thing's. */
export const verbsOn =
  ({ trials, outsiders }: Cast, query: string, actionOf: (mutation: string) => string): Verb =>
  (who, mutation, subject, more = {}) =>
    trials.run({
      mutation,
      who,
      others: outsiders,
      button: { query, id: subject.id, action: actionOf(mutation) },
      ...more,
      input: { ...at(subject), ...more.input },
    });
