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
}

export function runMainJob(job: MainJob): Promise<MainJobOutcome>;

export interface Stage {
  readonly researcher: Person;
  readonly office: Person;
  readonly enterprise: Person;
  readonly broker: Person;
  readonly officer: Person;
  readonly reviewer: Person;
}
export function castOf(job: Pick<MainJob, 'url' | 'accounts' | 'step'>): Promise<Stage>;
