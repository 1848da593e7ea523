import { cleanText, DomainError, refuseIf, Violations, type Actor } from '@jihui/kernel';
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

/**
 * A reason that is told to those concerned, and kept.
 * @throws DomainError INVALID_INPUT
 */
export function reasonOf(text: string, label = '理由'): string {
  const reason = cleanText(text);
  refuseIf(new Violations().text('reason', label, reason, { min: 2, max: 500 }).found);
  return reason;
}

/** Turns a constraint of the database into the refusal that it stands for. */
export const refusing =
  (isRefused: (error: unknown) => boolean, code: string, message: string) =>
  (error: unknown): never => {
    throw isRefused(error) ? new DomainError(code, message) : error;
  };
