import { cleanText, DomainError, refuseIf, Violations, type Actor, type Violation } from '@jihui/kernel';
import { staleVersion, type Command } from '@jihui/platform';

/** The unit of work's description of a mutation. `remembered` stands in for an input that holds a secret. */
export function command(
  actor: Actor,
  name: string,
  input: { readonly clientMutationId: string },
  remembered?: object,
): Command {
  const { clientMutationId, ...rest } = input;
  return { domain: 'identity', name, actor, clientMutationId, input: remembered ?? rest };
}

/** @throws DomainError STALE_VERSION when somebody changed the entity meanwhile. */
export function expectVersion(entity: { readonly version: number }, expected: number): void {
  if (entity.version !== expected) throw staleVersion();
}

/** A reason that is told to those concerned, and kept, with what is wrong with it. */
export function readReason(
  text: string,
  label = '理由',
  path = 'reason',
): { readonly reason: string; readonly violations: readonly Violation[] } {
  const reason = cleanText(text);
  return { reason, violations: new Violations().text(path, label, reason, { min: 2, max: 500 }).found };
}

/** @throws DomainError INVALID_INPUT */
export function reasonOf(text: string, label?: string, path?: string): string {
  const { reason, violations } = readReason(text, label, path);
  refuseIf(violations);
  return reason;
}

/** Turns a constraint of the database into the refusal that it stands for. */
export const refusing =
  (isRefused: (error: unknown) => boolean, code: string, message: string) =>
  (error: unknown): never => {
    throw isRefused(error) ? new DomainError(code, message) : error;
  };
