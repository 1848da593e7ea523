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
  readonly running: boolean;
  run(targets: readonly Target[]): Promise<void>;
} {
  const command = useCommand(RegisterContractsDocument);
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [running, setRunning] = useState(false);
  const keep = (entries: readonly (readonly [string, Result])[]): void =>
    setResults((before) => new Map([...before, ...entries]));

  /** @returns those that nothing was said against, to be tried without the others. */
  const attempt = async (targets: readonly Target[]): Promise<readonly Target[]> => {
    const contracts = targets.map(({ id, version }) => ({ id, expectedVersion: version }));
    const outcome = await command.run({ contracts });
    if (outcome.ok) {
      keep(
        outcome.data.registerContracts.contracts.map(
          ({ id, registrationNumber }) => [id, { number: registrationNumber ?? '' }] as const,
        ),
      );
      return [];
    }
    const reasons = reasonsOf(outcome.failure, targets.length);
    const refused = targets.flatMap(({ id }, index) =>
      (reasons[index] ?? []).length > 0 ? [[id, { reasons: reasons[index] ?? [] }] as const] : [],
    );
    if (refused.length === 0) {
      keep(targets.map(({ id }) => [id, { reasons: [outcome.failure] }] as const));
      return [];
    }
    keep(refused);
    const out = new Set(refused.map(([id]) => id));
    return targets.filter(({ id }) => !out.has(id));
  };

  const run = async (targets: readonly Target[]): Promise<void> => {
    setResults(new Map());
    setRunning(true);
    for (let from = 0; from < targets.length; from += AT_ONCE) {
      let left: readonly Target[] = targets.slice(from, from + AT_ONCE);
      while (left.length > 0) left = await attempt(left);
    }
    setRunning(false);
  };
  return { results, running, run };
}
