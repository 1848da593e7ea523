import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import type { Failure } from '../../api/failure.js';
import type { Said } from '../../i18n/reading.js';
import { RegisterContractsDocument } from '../reviewCommands.js';

/** So many are registered in one transaction: few enough to show that it goes on. */
const AT_ONCE = 20;

export interface Target {
  readonly id: string;
  readonly version: number;
}
/** What became of one: its number, or why it has none. */
export type Result = { readonly number: string } | { readonly reasons: readonly Said[] };

/** Reasons by the place of the contract in the input; those that name none are of all. */
function reasonsOf(failure: Failure, count: number): readonly (readonly Said[])[] {
  const reasons: Said[][] = Array.from({ length: count }, () => []);
  for (const violation of failure.violations) {
    const at = /^contracts\.(\d+)/.exec(violation.path)?.[1];
    if (at !== undefined) reasons[Number(at)]?.push(violation);
  }
  return reasons;
}

/** Registers what is chosen, a few at a time in the order given; what cannot be registered keeps nobody else from it. */
export function useBatch(): {
  readonly results: ReadonlyMap<string, Result>;
  /** What the last run was given, in its order. */
  readonly targets: readonly Target[];
  readonly running: boolean;
  run(targets: readonly Target[]): Promise<void>;
} {
  const command = useCommand(RegisterContractsDocument);
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [targets, setTargets] = useState<readonly Target[]>([]);
  const [running, setRunning] = useState(false);
  const keep = (entries: readonly (readonly [string, Result])[]): void =>
    setResults((before) => new Map([...before, ...entries]));

  /** @returns those that nothing was said against, to be tried without the others. */
  const attempt = async (some: readonly Target[]): Promise<readonly Target[]> => {
    const contracts = some.map(({ id, version }) => ({ id, expectedVersion: version }));
    const outcome = await command.run({ contracts });
    if (outcome.ok) {
      keep(
        outcome.data.registerContracts.contracts.map(
          ({ id, registrationNumber }) => [id, { number: registrationNumber ?? '' }] as const,
        ),
      );
      return [];
    }
    const reasons = reasonsOf(outcome.failure, some.length);
    const refused = some.flatMap(({ id }, index) =>
      (reasons[index] ?? []).length > 0 ? [[id, { reasons: reasons[index] ?? [] }] as const] : [],
    );
    if (refused.length === 0) {
      keep(some.map(({ id }) => [id, { reasons: [outcome.failure] }] as const));
      return [];
    }
    keep(refused);
    const out = new Set(refused.map(([id]) => id));
    return some.filter(({ id }) => !out.has(id));
  };

  const run = async (asked: readonly Target[]): Promise<void> => {
    // What an earlier run registered keeps its number, and what it refused its reasons until it is tried again.
    setResults((before) => new Map([...before].filter(([known]) => asked.every(({ id }) => id !== known))));
    setTargets(asked);
    setRunning(true);
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      let left: readonly Target[] = asked.slice(from, from + AT_ONCE);
      while (left.length > 0) left = await attempt(left);
    }
    setRunning(false);
  };
  return { results, targets, running, run };
}
