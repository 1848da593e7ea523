import type { Person } from './person.mjs';

export interface MainJob {
  readonly url: string;
  readonly accounts: readonly { readonly email: string; readonly password: string }[];
  readonly step: (who: string, what: string, id?: string) => void;
  readonly passDays: (days: number) => Promise<void>;
  readonly input: { readonly result: object; readonly need: object };
}

export interface MainJobOutcome {
  readonly certificate: Buffer;
  readonly registrationNumber: string;
  readonly contractId: string;
  readonly people: Readonly<Record<string, Person>>;
}

export function runMainJob(job: MainJob): Promise<MainJobOutcome>;
