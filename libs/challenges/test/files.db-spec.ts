import { randomUUID } from 'node:crypto';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { anonymous, system, type Actor, type PersonActor } from '@jihui/kernel';
import { unzipped, Work, type Tx } from '@jihui/platform';
import { verifyPack } from '@jihui/proofs';
import { asActor, organisationOf, until } from '@jihui/testing';
import { ChallengesHandlers } from '../src/challenges.handlers.js';
import { ProjectsStore } from '../src/store/projects.store.js';
import { aWorld, REASON, type CallNode, type World } from './calls.world.js';
import { RECORDS, send } from './files.js';
import { aProject } from './project.fixture.js';

interface Sent {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}
interface Refused {
  readonly code: string;
  readonly violations: readonly { readonly path: string; readonly code: string }[];
}

describe('files of calls and projects', () => {
  let world: World;
  let call: CallNode;
  /** A project that runs, with a milestone to be reported. */
  let projectId: string;
  beforeAll(async () => {
    world = await aWorld();
    call = await world.call('CANDIDATE');
    projectId = await begun(call.id);
  });
  afterAll(() => world?.close());

  /** To get there by its commands, a call goes through bids and reviews: reviews.e2e-spec.ts. */
  async function begun(callId: string): Promise<string> {
    const [id, bidId, uploadId] = [randomUUID(), randomUUID(), randomUUID()];
    const undertaker = organisationOf(world.university);
    const { personId } = world.university;
    await world.rows(`
      insert into challenges.bid_log (call_id, round, seed, seed_commitment, every_minutes, next_due)
      values ('${callId}', 1, decode(repeat('00', 32), 'hex'), '', 60, now())`);
    await world.rows(`
      insert into challenges.bid_upload
        (id, call_id, round, organisation_id, person_id, size, commitment, received, created_at)
      values ('${uploadId}', '${callId}', 1, '${undertaker}', '${personId}', 1, '', 1, now())`);
    await world.rows(`
      insert into challenges.bid
        (id, call_id, round, organisation_id, slot, upload_id, commitment, size, state, head, handed_in_by, handed_in_at)
      values ('${bidId}', '${callId}', 1, '${undertaker}', 0, '${uploadId}', '', 1, 'STANDING', '{}', '${personId}',
        now())`);
    const { bidderIds: _, ...project } = aProject('RUNNING', {
      ...{ id, callId, bidId, code: `${callId.slice(0, 8)}-1`, organisationId: undertaker },
      ...{ ownerId: organisationOf(world.owner), responsibleId: null, acceptance: null, contract: null },
      supervisorId: world.supervisor.personId,
    });
    const [milestone] = project.milestones;
    const milestones = [{ ...milestone!, report: null, verdict: null }];
    await world.get(ProjectsStore).insert({ ...project, milestones });
    return id;
  }

  const sent = async (actor: PersonActor, action = 'report', more = {}): Promise<Sent> => {
    const { status, body } = await send(world, actor, { projectId, action }, more);
    expect([status, body]).toMatchObject([201, { name: '检测报告.pdf' }]);
    return body as Sent;
  };
  const get = (actor: Actor, path: string) => request(world.url).get(path).set(asActor(actor));
  const statusOf = async (actor: Actor, id: string) => (await get(actor, `${RECORDS}/${id}`)).status;
  const report = async (files: readonly string[] | null, actor = world.university) => {
    const [row] = (await world.rows(
      `select version from challenges.project where id = '${projectId}'`,
    )) as readonly { version: number }[];
    const { errors } = await world
      .as(actor)
      .mutate(
        'mutation ($input: ReportMilestoneInput!) { reportMilestone(input: $input) { project { id } } }',
        {
          input: {
            ...{ id: projectId, expectedVersion: row?.version, milestoneId: 'M1', measurements: [] },
            ...{ text: REASON, evidence: '检测报告 2026-17 号', files },
          },
        },
      )
      .answer();
    const { code = 'DONE', violations = [] } = (errors?.[0]?.extensions ?? {}) as Partial<Refused>;
    return violations.length > 0 ? violations.map((one) => `${one.path} ${one.code}`) : code;
  };
  const removeLeftovers = async (days: number): Promise<void> => {
    if (days > 0) await world.advance(days);
    const now = await world
      .get(Work)
      .run({ domain: 'challenges', name: 'now', actor: system('test') }, async (tx) => tx.now);
    await world.get(ChallengesHandlers).removeLeftovers({}, { now } as Tx);
  };
  const filesIn = (...folder: readonly string[]): readonly string[] =>
    readdirSync(join(world.stateDir, ...folder));
  const apart = (): readonly string[] => filesIn('files', 'apart');

  it('are sent by whoever does the act, for that act', async () => {
    for (const actor of [world.owner, world.officer, world.rival, world.ownerMember])
      expect((await send(world, actor, { projectId, action: 'report' })).status).toBe(403);
    expect((await send(world, anonymous, { projectId, action: 'report' })).status).toBe(401);
    for (const action of ['suspend', 'none', ''])
      expect((await send(world, world.officer, { projectId, action })).body).toMatchObject({
        code: 'INVALID_INPUT',
      });
    expect((await send(world, world.university, { projectId: randomUUID(), action: 'report' })).status).toBe(
      404,
    );
    // Not in this state.
    expect((await send(world, world.officer, { projectId, action: 'sign' })).status).toBe(422);
    expect(
      (
        await send(
          world,
          world.university,
          { projectId, action: 'report' },
          { content: Buffer.alloc(20 * 1024 * 1024 + 1, 'x') },
        )
      ).body,
    ).toMatchObject({ code: 'FILE.TOO_LARGE' });
    expect([filesIn('files'), filesIn('files', 'incoming')]).toEqual([['incoming'], []]);
  });

  it('stand in the record from when they are handed in, for those who read it', async () => {
    const [kept, others, wrong] = [
      await sent(world.university),
      await sent({ ...world.university, personId: randomUUID() }),
      await sent(world.owner, 'provePayment'),
    ];
    // Before that they are nobody's to read.
    for (const actor of [world.university, world.officer]) expect(await statusOf(actor, kept.id)).toBe(404);
    expect(await report(null)).toEqual(['files REQUIRED']);
    expect(await report([])).toEqual(['files REQUIRED']);
    for (const id of [others.id, wrong.id, randomUUID(), 'x'])
      expect(await report([kept.id, id])).toEqual(['files CHALLENGES.FILE_UNKNOWN']);
    expect(await report(Array.from({ length: 11 }, () => kept.id))).toEqual(['files CHALLENGES.TOO_MANY']);
    expect(await report([kept.id], world.owner)).toBe('FORBIDDEN');
    expect(await report([kept.id])).toBe('DONE');
    // It belongs to that report, and to no other.
    expect(await report([kept.id])).toEqual(['files CHALLENGES.FILE_UNKNOWN']);
    expect([...apart()].sort()).toEqual([others.id, wrong.id].sort());

    for (const actor of [world.university, world.owner, world.officer, world.supervisor]) {
      const { status, headers, body } = await get(actor, `${RECORDS}/${kept.id}`);
      expect([status, headers['content-type'], (body as Buffer).length]).toEqual([
        ...[200, 'application/pdf', kept.size],
      ]);
    }
    for (const actor of [world.rival, world.ownerMember, world.county, world.notary, anonymous])
      expect(await statusOf(actor, kept.id)).toBe(404);
    expect(await statusOf(world.officer, 'none')).toBe(404);
    const reads = (await world.rows(
      `select count(*)::int as n from challenges.audit_entry where stream = 'RecordFiles:${projectId}'`,
    )) as readonly { n: number }[];
    expect(reads).toEqual([{ n: 4 }]);
    expect(await filesShown(world.owner)).toEqual([[{ ...kept, url: `${RECORDS}/${kept.id}` }]]);
    expect(await filesShown(anonymous)).toEqual([[]]);
  });

  const filesShown = async (actor: Actor) => {
    const { callProject } = await world
      .as(actor)
      .query<{ callProject: { milestones: { files: object[] }[] } }>(
        'query ($id: ID!) { callProject(id: $id) { milestones { files { id name size type sha256 url } } } }',
        { id: projectId },
      );
    return callProject.milestones.map(({ files }) => files);
  };

  it('are in the pack of due diligence with their hashes', async () => {
    const { status, body } = await get(world.officer, `/files/challenges/diligence/${projectId}/pack`)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(status).toBe(200);
    const parts = new Map(unzipped(body as Buffer) ?? []);
    const path = [...parts.keys()].find((one) => one.startsWith('files/milestones/M1/')) ?? '';
    expect(path).toMatch(/001-检测报告\.pdf$/);
    expect(verifyPack(parts).faults).toEqual([]);
    parts.set(path, Buffer.from('another'));
    expect(verifyPack(parts).faults).toEqual([{ code: 'FILE_CHANGED', at: path }]);
  });

  it('of one project come to a bounded size', async () => {
    await world.rows(
      `update challenges.record_file set size = 490 * 1024 * 1024 where id = (
        select id from challenges.record_file where project_id = '${projectId}' limit 1)`,
    );
    const { body } = await send(world, world.university, { projectId, action: 'report' });
    expect(body).toMatchObject({ code: 'CHALLENGES.FILES_FULL' });
    await world.rows(`update challenges.record_file set size = 45 where size > 1024 * 1024`);
  });

  it('of a plan are kept while it is laid down anew, and read by who works on the call', async () => {
    const plan = (documents: readonly object[]) => ({
      ...{ mode: 'JB', funding: { total: 100, owner: 70, city: 30, county: 0 }, winners: 1 },
      ...{ biddingDays: 30, criteria: [], custodians: [], threshold: 2, key: false, documents },
    });
    const document = (...files: readonly string[]) => ({
      ...{ kind: 'NOVELTY_REPORT', title: '查新报告', summary: '国内未见相同报道', files },
    });
    for (const actor of [world.owner, world.county, world.university])
      expect((await send(world, actor, { callId: call.id })).status).toBeGreaterThan(399);
    const { body } = await send(world, world.officer, { callId: call.id }, { name: '查新报告.pdf' });
    const { id } = body as Sent;
    const other: PersonActor = { ...world.officer, personId: randomUUID() };
    expect(await world.refused(other, 'planCall', call, plan([document(id)]))).toBe(
      'CHALLENGES.FILE_UNKNOWN',
    );
    let planned = await world.act(world.officer, 'planCall', call, plan([document(id)]));
    planned = await world.act(other, 'planCall', planned, plan([document(), document(id)]));
    const shown = await world.read<{ plan: { documents: { files: { id: string }[] }[] } }>(
      world.county,
      planned.id,
      'plan { documents { files { id } } }',
    );
    expect(shown?.plan.documents.map(({ files }) => files)).toEqual([[], [{ id }]]);
    for (const actor of [world.officer, world.county]) expect(await statusOf(actor, id)).toBe(200);
    for (const actor of [world.owner, world.university, world.otherCounty, anonymous])
      expect(await statusOf(actor, id)).toBe(404);
  });

  /** A sealed bid of which a piece has come. */
  async function begunUpload(callId: string): Promise<string> {
    const { startBidUpload } = await world
      .as(world.rival)
      .mutate<{ startBidUpload: { upload: { id: string } } }>(
        'mutation ($input: StartBidUploadInput!) { startBidUpload(input: $input) { upload { id } } }',
        {
          input: {
            ...{ callId, organisationId: organisationOf(world.rival), size: 10 },
            commitment: 'a'.repeat(64),
          },
        },
      );
    const { id } = startBidUpload.upload;
    await request(world.url)
      .put(`/files/challenges/uploads/${id}?from=0`)
      .set({ ...asActor(world.rival), 'content-type': 'application/octet-stream' })
      .send(Buffer.alloc(4))
      .expect(200);
    return id;
  }

  it('that were never handed in are gone after a week, with reports’ files and sealed bids', async () => {
    const bidding = await world.call('BIDDING');
    const content = Buffer.from('%PDF-1.4 the same bytes');
    const [left, kept] = [
      await sent(world.university, 'report', { content }),
      await sent(world.university, 'report', { content }),
    ];
    expect(await report([kept.id])).toBe('DONE');
    await world.as(anonymous).upload('/files/challenges/misconduct', '照片.pdf', content).expect(201);
    const uploadId = await begunUpload(bidding.id);
    const begunBids = (): readonly string[] => filesIn('bids');
    const reports = () => world.rows('select id from challenges.misconduct_file where report_id is null');
    await removeLeftovers(6);
    expect(apart()).toContain(left.id);
    expect([(await reports()).length, begunBids()]).toEqual([1, [uploadId]]);
    await removeLeftovers(2);
    expect([apart(), await reports()]).toEqual([[], []]);
    // The same bytes, handed in by somebody: they stay.
    expect(await statusOf(world.officer, kept.id)).toBe(200);
    expect(await report([left.id])).toEqual(['files CHALLENGES.FILE_UNKNOWN']);
    // A bid may still be handed in, however long its upload has rested.
    expect(begunBids()).toEqual([uploadId]);
    const suspended = await world.act(world.officer, 'terminateCall', bidding, { reason: REASON });
    expect(suspended.state).toBe('TERMINATED');
    await removeLeftovers(0);
    expect(begunBids()).toEqual([]);
    const uploads = await world.rows(`select id from challenges.bid_upload where id = '${uploadId}'`);
    expect(uploads).toEqual([]);
  });

  it('that a killed server left without a row are removed after a day, and no other', async () => {
    const wanted = await sent(world.university);
    const [lost, recent] = [randomUUID(), randomUUID()];
    const pathOf = (id: string): string => join(world.stateDir, 'files', 'apart', id);
    for (const id of [lost, recent]) writeFileSync(pathOf(id), 'bytes whose row was never written');
    const before = new Date(Date.now() - 90_000_000);
    for (const id of [lost, wanted.id]) utimesSync(pathOf(id), before, before);
    await removeLeftovers(0);
    expect([...apart()].sort()).toEqual([recent, wanted.id].sort());
    expect(await report([wanted.id])).toBe('DONE');
  });

  it('are kept where one is handed in while the rest are removed', async () => {
    const bidding = await world.call('BIDDING');
    const uploadId = await begunUpload(bidding.id);
    await world.advance(8);
    await world.act(world.officer, 'terminateCall', bidding, { reason: REASON });
    const [inserted, committed] = [aSignal(), aSignal()];
    const handing = world
      .get(Work)
      .run({ domain: 'challenges', name: 'handIn', actor: system('test') }, async () => {
        await world.rows(`
        insert into challenges.bid
          (id, call_id, round, organisation_id, slot, upload_id, commitment, size, state, head, handed_in_by, handed_in_at)
        values ('${randomUUID()}', '${bidding.id}', 1, '${organisationOf(world.rival)}', 0, '${uploadId}', '', 1,
          'STANDING', '{}', '${world.rival.personId}', now())`);
        inserted.give();
        await committed.given;
      });
    await inserted.given;
    const removal = removeLeftovers(0).then(
      () => 'DONE',
      (error: unknown) => String(error),
    );
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await until(async () => (await world.rows(waiting)).length > 0);
    committed.give();
    await handing;
    expect(await removal).toContain('foreign key');
    expect(filesIn('bids')).toContain(uploadId);
    await removeLeftovers(0);
    expect(filesIn('bids')).toContain(uploadId);
  });
});

const aSignal = () => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
};
