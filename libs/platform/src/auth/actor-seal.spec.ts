import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { PersonActor } from '@jihui/kernel';
import { ActorSeal } from './actor-seal.js';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'jihui-seal-'));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true })));

const actor: PersonActor = {
  kind: 'person',
  personId: '0197f000-0000-7000-8000-000000000001',
  memberships: [],
};
const NOW = 1_800_000_000_000;
const credential = { kind: 'session', id: 's', provenSeconds: 7 } as const;

describe('who sends a request, sealed by the gateway', () => {
  const dataDir = folder();
  const [gateway, service] = [new ActorSeal({ dataDir }), new ActorSeal({ dataDir })];
  const sealed = gateway.seal({ actor, credential }, NOW);

  it('is believed by a service that shares the key, for a minute', () => {
    expect(service.open(sealed, NOW)).toEqual({ actor, credential });
    expect(service.open(sealed, NOW + 59_999)).toBeDefined();
    expect(service.open(sealed, NOW + 60_000)).toBeUndefined();
  });

  it('is not believed where it was sealed for a time to come', () =>
    expect(service.open(gateway.seal({ actor }, NOW + 120_000), NOW)).toBeUndefined());

  it('is not believed under another key', () =>
    expect(new ActorSeal({ dataDir: folder() }).open(sealed, NOW)).toBeUndefined());

  it('is not believed where a single character differs', () =>
    fc.assert(
      fc.property(
        fc.nat(sealed.length - 1),
        fc.constantFrom('A', 'B', 'a', '9', '-', '_', '.'),
        (at, other) => {
          const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
          // The last character of each part holds bits that decode to nothing.
          fc.pre(
            sealed[at] !== other &&
              Buffer.from(changed, 'base64url').compare(Buffer.from(sealed, 'base64url')) !== 0,
          );
          const opened = service.open(changed, NOW);
          expect(
            opened === undefined || JSON.stringify(opened) === JSON.stringify(service.open(sealed, NOW)),
          ).toBe(true);
        },
      ),
    ));

  it('is not believed where it is nonsense', () => {
    for (const nonsense of ['', '.', 'x', 'x.y', `${sealed}.${sealed}`, 'e30.'])
      expect(service.open(nonsense, NOW)).toBeUndefined();
  });
});
