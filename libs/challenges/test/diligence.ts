import { execFileSync } from 'node:child_process';
import request from 'supertest';
import { anonymous, type Actor, type PersonActor } from '@jihui/kernel';
import { unzipped } from '@jihui/platform';
import { PACK_FILES, verifyPack } from '@jihui/proofs';
import { asActor, pathOf } from '@jihui/testing';
import type { World } from './calls.world.js';

const taken = async (
  world: World,
  actor: Actor,
  path: string,
): Promise<{ status: number; bytes: Buffer }> => {
  const { status, body } = await request(world.url)
    .get(path)
    .set(asActor(actor))
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => done(null, Buffer.concat(parts)));
    });
  return { status, bytes: body as Buffer };
};

interface Duty {
  readonly duty: string;
  readonly state: string;
  readonly steps: readonly { readonly person: string }[];
}

/** The material of a project that has ended: who may take it, that it is checked offline, and what it says. */
export async function expectDiligence(
  world: World,
  id: string,
  undertaker: PersonActor,
): Promise<readonly Duty[]> {
  const readers = [world.officer, world.supervisor, undertaker];
  const route = `/files/challenges/diligence/${id}`;
  const urls = { reportUrl: `${route}/report`, packUrl: `${route}/pack` };
  const shown = async (actor: Actor) =>
    (
      await world
        .as(actor)
        .query<{ callProject: { diligence: object | null } }>(
          'query ($id: ID!) { callProject(id: $id) { diligence { reportUrl packUrl } } }',
          { id },
        )
    ).callProject.diligence;
  const others = [world.owner, world.ownerMember, world.county, world.notary, anonymous];
  for (const actor of others) {
    expect(await shown(actor)).toBeNull();
    for (const path of Object.values(urls)) expect((await taken(world, actor, path)).status).toBe(404);
  }
  const manifests = new Set<string>();
  let duties: readonly Duty[] = [];
  for (const actor of readers) {
    expect(await shown(actor)).toEqual(urls);
    const { status, bytes } = await taken(world, actor, urls.packUrl);
    expect(status).toBe(200);
    const parts = unzipped(bytes) ?? new Map<string, Uint8Array>();
    const { faults, manifestSha256, steps } = verifyPack(parts);
    expect(faults).toEqual([]);
    expect(steps).toBeGreaterThan(5);
    expect([...parts.keys()].filter((path) => path.startsWith('files/')).length).toBeGreaterThan(2);
    manifests.add(manifestSha256);
    duties = JSON.parse(Buffer.from(parts.get(PACK_FILES.duties) ?? []).toString()) as readonly Duty[];
    expectNamed(Buffer.from(parts.get(PACK_FILES.report) ?? []), manifestSha256);
  }
  // Taking it changes nothing of it, and is written down.
  expect(manifests.size).toBe(1);
  const report = await taken(world, world.officer, urls.reportUrl);
  expectNamed(report.bytes, [...manifests][0] ?? '');
  const [row] = (await world.rows(
    `select count(*)::int as n from challenges.audit_entry where stream = 'ProjectDiligence:${id}'`,
  )) as { n: number }[];
  expect(row?.n).toBe(readers.length + 1);
  expect((await taken(world, world.officer, '/files/challenges/diligence/none/pack')).status).toBeGreaterThan(
    399,
  );
  return duties;
}

function expectNamed(pdf: Buffer, manifestSha256: string): void {
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  if (pathOf('pdftotext') === undefined) return;
  const said = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString();
  expect(said.replace(/\s/g, '')).toContain(manifestSha256);
}
