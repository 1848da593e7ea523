import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { connectionFromArray } from 'graphql-relay';
import request from 'supertest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { system } from '@jihui/kernel';
import { createApplication, Db, loadConfig, sql, uuidv7, Work, type Connection } from '@jihui/platform';
import { testDatabase, type TestDatabase } from '@jihui/testing';
import { sampleDomain } from './sample-domain.js';

let database: TestDatabase;
let app: NestFastifyApplication;
let db: Db;
let work: Work;

beforeAll(async () => {
  const domain = sampleDomain();
  database = await testDatabase([domain]);
  const config = loadConfig({
    DATABASE_URL: database.url,
    JIHUI_MODE: 'test',
    JIHUI_STATE_DIR: mkdtempSync(join(tmpdir(), 'jihui-platform-')),
    LOG_LEVEL: 'silent',
    PORT: '0',
  });
  app = await createApplication({ config, domains: [domain] });
  await app.listen(0, '127.0.0.1');
  db = app.get(Db);
  work = app.get(Work);
});

afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const command = (clientMutationId: string | null = null, input: unknown = {}) =>
  ({ domain: 'notifications', name: 'test', actor: system('test'), clientMutationId, input }) as const;

const found = {
  aggregateId: uuidv7(),
  version: 1,
  action: 'found',
  payload: { subject: { kind: 'NEED', id: uuidv7(), title: '需求', ownerId: uuidv7() }, matches: [] },
} as const;

describe('unit of work', () => {
  it('leaves nothing behind when it fails', async () => {
    await expect(
      work.run(command(), async (tx) => {
        await tx.emit('matching.found', found);
        await tx.audit({ stream: 'Thing:1', action: 'x' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const row = await db.one<{ n: string }>(sql`
      select (select count(*) from notifications.event) + (select count(*) from notifications.outbox)
        + (select count(*) from notifications.audit_entry) as n`);
    expect(Number(row?.n)).toBe(0);
  });

  it('does a double click once and answers both the same', async () => {
    const id = uuidv7();
    let done = 0;
    const click = (): Promise<{ at: number }> => work.run(command(id), async () => ({ at: (done += 1) }));
    expect(await Promise.all([click(), click(), click()])).toEqual([{ at: 1 }, { at: 1 }, { at: 1 }]);
  });

  it('refuses the same id with another input', async () => {
    const id = uuidv7();
    await work.run(command(id, { a: 1 }), async () => null);
    await expect(work.run(command(id, { a: 2 }), async () => null)).rejects.toMatchObject({
      code: 'IDEMPOTENCY.MISMATCH',
    });
  });
});

describe('query', () => {
  it('answers the rows of every kind of statement', async () => {
    const id = uuidv7();
    const inserted = await db.query(
      sql`insert into notifications.thing values (${id}, 1, '甲') returning id`,
    );
    const updated = await db.query(
      sql`update notifications.thing set rank = 2 where id = ${id} returning id`,
    );
    const deleted = await db.query(sql`delete from notifications.thing where id = ${id} returning id`);
    expect([inserted, updated, deleted]).toEqual([[{ id }], [{ id }], [{ id }]]);
  });
});

describe('graph', () => {
  const post = (query: string, variables: object = {}) =>
    request(app.getHttpServer()).post('/graphql').send({ query, variables });

  it('answers a refusal with its code and violations', async () => {
    const { body } = await post('{ fail(how: "refusal") }');
    expect(body.errors[0].extensions).toEqual({
      code: 'SAMPLE.REFUSED',
      violations: [{ path: 'a', code: 'X', message: 'y', article: '第1条' }],
    });
  });

  it('never shows a defect', async () => {
    const { body } = await post('{ fail(how: "defect") }');
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(body.errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
  });

  it('does a replayed mutation once', async () => {
    const input = { clientMutationId: uuidv7(), id: uuidv7(), rank: 0, title: '甲' };
    const add = () => post('mutation ($input: AddThingInput!) { addThing(input: $input) { id } }', { input });
    const [first, second] = await Promise.all([add(), add()]);
    expect(first.body).toEqual({ data: { addThing: { id: input.id } } });
    expect(second.body).toEqual(first.body);
  });

  it('pages as Relay says, on any arguments', async () => {
    await db.query(sql`delete from notifications.thing`);
    const things = Array.from({ length: 23 }, (_, index) => ({
      id: uuidv7(),
      rank: index % 4,
      title: `件${index}`,
    }));
    for (const thing of things)
      await db.query(
        sql`insert into notifications.thing values (${thing.id}, ${thing.rank}, ${thing.title})`,
      );
    const sorted = [...things].sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
    const page = async (args: object): Promise<Connection<{ id: string }>> => {
      const { body } = await post(
        `query ($first: Int, $after: String, $last: Int, $before: String) {
          things(first: $first, after: $after, last: $last, before: $before) {
            totalCount edges { cursor node { id again { id } } } pageInfo { hasNextPage hasPreviousPage } } }`,
        args,
      );
      expect(body.errors).toBeUndefined();
      return body.data.things;
    };
    const all = await page({ first: 100 });
    expect(all.totalCount).toBe(23);
    const cursorOf = new Map(all.edges.map((edge) => [edge.node.id, edge.cursor]));
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.integer({ min: 0, max: 30 }),
        fc.option(fc.integer({ min: 0, max: 22 })),
        async (forward, size, at) => {
          const cursor = at === null ? undefined : cursorOf.get(sorted[at]?.id ?? '');
          const relay =
            at === null ? undefined : connectionFromArray(sorted, { first: 100 }).edges[at]?.cursor;
          const mine = await page(forward ? { first: size, after: cursor } : { last: size, before: cursor });
          const oracle = connectionFromArray(
            sorted,
            forward ? { first: size, after: relay } : { last: size, before: relay },
          );
          expect(mine.edges.map((edge) => edge.node.id)).toEqual(oracle.edges.map((edge) => edge.node.id));
          if (forward) expect(mine.pageInfo.hasNextPage).toBe(oracle.pageInfo.hasNextPage);
          else expect(mine.pageInfo.hasPreviousPage).toBe(oracle.pageInfo.hasPreviousPage);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    [{ first: 101 }, 'PAGE.TOO_LARGE'],
    [{ first: -1 }, 'INVALID_INPUT'],
    [{ after: 'nonsense' }, 'PAGE.BAD_CURSOR'],
    [{ after: Buffer.from('["x","y"]').toString('base64url') }, 'PAGE.BAD_CURSOR'],
  ])('refuses %j', async (args, code) => {
    const { body } = await post(
      'query ($first: Int, $after: String) { things(first: $first, after: $after) { edges { cursor } } }',
      args,
    );
    expect(body.errors[0].extensions.code).toBe(code);
  });

  it('bounds depth and refuses simple cross-site requests', async () => {
    const deep = `{ things { edges { node { ${'again { '.repeat(14)} id ${'} '.repeat(14)} } } } }`;
    expect((await post(deep)).body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const simple = await request(app.getHttpServer())
      .post('/graphql')
      .type('text/plain')
      .send('{"query":"{clock{now}}"}');
    expect(simple.status).toBeGreaterThanOrEqual(400);
  });

  it('refuses an oversized or broken request with a typed code', async () => {
    const large = await post('{ clock { now } }', { text: 'x'.repeat(3 * 1024 * 1024) });
    expect([large.status, large.body.errors?.[0].extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const broken = await request(app.getHttpServer())
      .post('/graphql')
      .set('content-type', 'application/json')
      .send('{"query":');
    expect([broken.status, broken.body.errors?.[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('refuses text that cannot be stored, as a variable or written into the document', async () => {
    const code = async (document: string, variables: object) =>
      (await post(document, variables)).body.errors?.[0].extensions.code;
    expect(await code('{ fail(how: "x") }', { text: 'a\uD800' })).toBe('BAD_USER_INPUT');
    expect(await code('{ fail(how: "x") }', { text: 'a\u0000' })).toBe('BAD_USER_INPUT');
    expect(await code('{ fail(how: "x\\u0000") }', {})).toBe('BAD_USER_INPUT');
    expect(await code('{ fail(how: "x\\u{000000}") }', {})).toBe('BAD_USER_INPUT');
  });

  it('is alive, ready and measured', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await request(app.getHttpServer()).get(path)).status).toBe(200);
  });
});
