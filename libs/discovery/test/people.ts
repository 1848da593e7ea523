import type { PersonSnapshot } from '@jihui/events';
import type { Actor } from '@jihui/kernel';
import { Work } from '@jihui/platform';
import type { GraphCall, TestApp } from '@jihui/testing';
import { ProjectionService } from '../src/projection.service.js';

/** Tells this domain what identity would of somebody. */
export async function known(
  app: TestApp,
  person: Actor,
  change: Partial<PersonSnapshot> = {},
  version = 1,
): Promise<void> {
  if (person.kind !== 'person') throw new Error('nobody');
  const fact: PersonSnapshot = {
    id: person.personId,
    displayName: '李文博',
    email: '',
    status: 'ACTIVE',
    memberships: person.memberships.map((one) => ({ ...one, active: true })),
    ...change,
  };
  await app
    .get(Work)
    .run({ domain: 'discovery', name: 'test', actor: { kind: 'system', name: 'test' } }, (tx) =>
      app.get(ProjectionService).person(fact, version, tx),
    );
}

/** What a refused call names, as `path code`. */
export async function violationsOf(call: GraphCall<unknown>): Promise<string[]> {
  const { errors } = await call.answer();
  const { violations = [] } = (errors?.[0]?.extensions ?? {}) as {
    violations?: readonly { path: string; code: string }[];
  };
  return violations.map(({ path, code }) => `${path} ${code}`.trim()).sort();
}
