import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { connectionFromArray } from 'graphql-relay';
import request from 'supertest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { system } from '@jihui/kernel';
import {
  createApplication,
  Db,
  loadConfig,
  pageArgs,
  sql,
  uuidv7,
  Work,
  type Connection,
} from '@jihui/platform';
import { testDatabase, type TestDatabase } from '@jihui/testing';
import { sampleDomain } from './sample-domain.js';

describe('platform', () => {
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
      TRUSTED_PROXIES: '127.0.0.1,10.0.0.0/8',
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

    it('waits for what was begun meanwhile, and falls with it', async () => {
      const written = uuidv7();
      const thing = (id: string, rank: unknown) =>
        db.query(sql`insert into notifications.thing (id, rank, title) values (${id}, ${rank}, '并行')`);
      await work.run(command(uuidv7()), async (tx) => {
        tx.meanwhile(thing(written, 1));
        await tx.emit('matching.found', found);
      });
      expect(await db.query(sql`select rank from notifications.thing where id = ${written}`)).toEqual([
        { rank: 1 },
      ]);

      const events = sql`select count(*)::int as n from notifications.event`;
      const before = await db.one(events);
      const failed = work.run(command(uuidv7()), async (tx) => {
        tx.meanwhile(thing(uuidv7(), null));
        await tx.emit('matching.found', found);
      });
      await expect(failed).rejects.toThrow(/null value in column "rank"/);
      expect(await db.one(events)).toEqual(before);
    });

    it('gives its connection one statement at a time, and none after its end', async () => {
      const heard = statementsAtOnce();
      const put = (id: string, rank: unknown) =>
        db.query(sql`insert into notifications.thing (id, rank, title) values (${id}, ${rank}, '同时')`);
      const [first, second, late] = [uuidv7(), uuidv7(), uuidv7()];
      await db.transaction(() =>
        Promise.all([put(first, 1), db.query(sql`select 1`), db.one(sql`select 2`), put(second, 2)]),
      );
      // The others still wait when the first is refused; none of them may be carried out once it is rolled back.
      const failed = db.transaction(() =>
        Promise.all([put(uuidv7(), null), db.query(sql`select 1`), db.one(sql`select 2`), put(late, 3)]),
      );
      await expect(failed).rejects.toThrow(/null value in column "rank"/);
      const kept = await db.query(sql`select id from notifications.thing where title = '同时' order by rank`);
      expect(kept).toEqual([{ id: first }, { id: second }]);
      expect(heard.stop()).toBe(1);
    });

    it('refuses a statement that comes when its transaction is over', async () => {
      let go = (): void => undefined;
      const isOver = new Promise<void>((resolve) => (go = resolve));
      const late = (...asks: (() => Promise<unknown>)[]) => asks.map((ask) => isOver.then(ask));
      let waiting: Promise<unknown>[] = [];
      const failed = db.transaction(() => {
        // One of them by the connection's own client, which somebody else's transaction may have by then.
        waiting = late(
          () => db.query(sql`select 1`.prepared()),
          () => db.query(sql`select 1`),
        );
        return Promise.all([Promise.reject(new Error('broken off')), ...waiting]);
      });
      await expect(failed).rejects.toThrow('broken off');
      go();
      for (const one of waiting) await expect(one).rejects.toThrow(/transaction is over/);
    });

    it('does a double click once and answers both the same', async () => {
      const id = uuidv7();
      let done = 0;
      const click = (): Promise<{ at: number }> => work.run(command(id), async () => ({ at: (done += 1) }));
      expect(await Promise.all([click(), click(), click()])).toEqual([{ at: 1 }, { at: 1 }, { at: 1 }]);
    });

    it('carries out several in one transaction, each with its own outcome', async () => {
      const person = (personId: string) => ({ kind: 'person', personId, memberships: [] }) as const;
      const [one, two] = [person(uuidv7()), person(uuidv7())];
      const [known, bad] = [uuidv7(), uuidv7()];
      await work.run(command(known), () => Promise.resolve('before'));
      const commands = [
        { ...command(uuidv7()), actor: one, stream: 'Several:1' },
        { ...command(known), stream: 'Several:2' },
        { ...command(known, { another: true }), stream: 'Several:3' },
        { ...command(bad), actor: two, stream: 'Several:4' },
        { ...command(uuidv7()), actor: two, stream: 'Several:5' },
      ];
      const carriedOut: string[] = [];
      const outcomes = await work.runEach(commands, (claimed) =>
        Promise.all(
          claimed.map(async ({ command: { stream, clientMutationId }, tx }) => {
            carriedOut.push(stream);
            await tx.audit({ stream, action: 'x', after: { state: 'X' } });
            await tx.emit('matching.found', found);
            return clientMutationId === bad ? { refused: 'no' } : { done: stream };
          }),
        ),
      );
      expect(carriedOut).toEqual(['Several:1', 'Several:4', 'Several:5']);
      expect(outcomes).toMatchObject([
        { done: 'Several:1' },
        { done: 'before' },
        { refused: { code: 'IDEMPOTENCY.MISMATCH' } },
        { refused: 'no' },
        { done: 'Several:5' },
      ]);
      const written = await db.query<{
        stream: string;
        actor_id: string;
        xmin: string;
        after_hash: string;
      }>(sql`
      select stream, actor_id, xmin::text, after_hash from notifications.audit_entry
      where stream like 'Several:%' order by stream`);
      expect(written).toMatchObject([
        { stream: 'Several:1', actor_id: one.personId },
        { stream: 'Several:5', actor_id: two.personId },
      ]);
      expect(new Set(written.map(({ xmin }) => xmin)).size).toBe(1);
      // Each person's snapshots are salted with the person's own.
      expect(new Set(written.map((entry) => entry.after_hash)).size).toBe(2);
      const events = await db.query(sql`
      select 1 from notifications.event where actor_id = any(${[one.personId, two.personId]})`);
      expect(events).toHaveLength(2);
      // What was refused may be asked again under its id; what was done is answered.
      expect(await work.run({ ...command(bad), actor: two }, () => Promise.resolve('now'))).toBe('now');
      expect(await work.run(commands[0] ?? command(), () => Promise.resolve('again'))).toBe('Several:1');
    });

    it('undoes all of several when the transaction fails', async () => {
      const commands = [1, 2].map((n) => ({ ...command(uuidv7()), stream: `Undone:${n}` }));
      const attempt = work.runEach(commands, async (claimed) => {
        for (const { tx, command: of } of claimed) await tx.audit({ stream: of.stream, action: 'x' });
        throw new Error('power cut');
      });
      await expect(attempt).rejects.toThrow('power cut');
      const ids = commands.map(({ clientMutationId }) => clientMutationId);
      expect(
        await db.query(sql`
        select client_mutation_id::text from notifications.answer where ${sql.any(
          sql`client_mutation_id`,
          ids.flatMap((id) => id ?? []),
        )}
        union all select stream from notifications.audit_entry where stream like 'Undone:%'`),
      ).toEqual([]);
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
      const add = () =>
        post('mutation ($input: AddThingInput!) { addThing(input: $input) { id } }', { input });
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
            const mine = await page(
              forward ? { first: size, after: cursor } : { last: size, before: cursor },
            );
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

    it('pages the lists of many parents at once as it pages each', async () => {
      const parents = Array.from({ length: 4 }, () => uuidv7());
      const values = JSON.stringify(
        Array.from({ length: 30 }, (_, index) => ({
          id: uuidv7(),
          parent: parents[index % 3],
          rank: index % 5,
        })),
      );
      const list = {
        select: sql`t.id`,
        from: sql`jsonb_to_recordset(${values}::jsonb) as t (id uuid, parent uuid, rank int)`,
        where: [sql`t.rank < 4`],
        order: [
          { expression: sql`t.rank`, type: 'int', direction: 'desc' },
          { expression: sql`t.id`, type: 'uuid', direction: 'asc' },
        ],
        toNode: ({ id }: { id: string }) => id,
      } as const;
      await fc.assert(
        fc.asyncProperty(
          fc.boolean(),
          fc.integer({ min: 0, max: 12 }),
          fc.option(fc.nat(9)),
          async (forward, size, at) => {
            const [first = ''] = parents;
            const all = await db.page(
              { ...list, where: [...list.where, sql`t.parent = ${first}`] },
              pageArgs({ first: 100 }),
            );
            const cursor = at === null ? undefined : all.edges[at]?.cursor;
            const args = pageArgs(forward ? { first: size, after: cursor } : { last: size, before: cursor });
            const pages = await db.pages(list, sql`t.parent`, parents, args);
            for (const parent of parents) {
              const { totalCount, ...each } = await db.page(
                { ...list, where: [...list.where, sql`t.parent = ${parent}`] },
                args,
              );
              const together = pages.get(parent);
              expect({ edges: together?.edges, pageInfo: together?.pageInfo }).toEqual(each);
              expect(await together?.totalCount()).toBe(await totalCount());
            }
          },
        ),
        { numRuns: 25 },
      );
    });

    it.each([
      [{ first: 101 }, 'PAGE.TOO_LARGE'],
      [{ first: -1 }, 'INVALID_INPUT'],
      [{ after: 'nonsense' }, 'PAGE.BAD_CURSOR'],
      [{ after: Buffer.from('["x","y"]').toString('base64url') }, 'PAGE.BAD_CURSOR'],
      [{ after: Buffer.from(String.raw`["\u0000","\u0000"]`).toString('base64url') }, 'PAGE.BAD_CURSOR'],
    ])('refuses %j', async (args, code) => {
      const { body } = await post(
        'query ($first: Int, $after: String) { things(first: $first, after: $after) { edges { cursor } } }',
        args,
      );
      expect(body.errors[0].extensions.code).toBe(code);
    });

    it.each([
      ['depth', `{ things { edges { node { ${'again { '.repeat(14)} id ${'} '.repeat(14)} } } } }`],
      ['aliases', `{ ${Array.from({ length: 21 }, (_, n) => `a${n}: clock { now }`).join(' ')} }`],
      ['directives', `{ clock { now ${'@include(if: true) '.repeat(31)} } }`],
      [
        'cost',
        `{ a: things(first: 100) { edges { node { ${'id rank title '.repeat(400)} b: id } } } b: things(first: 100) { edges { node { ${'id rank title '.repeat(400)} } } } }`,
      ],
      ['tokens', `{ ${'clock { now } '.repeat(1_000)} }`],
    ])('bounds the %s of an operation', async (_, query) => {
      const { body } = await post(query);
      expect(body.data).toBeUndefined();
      expect(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']).toContain(body.errors[0].extensions.code);
      expect(JSON.stringify(body)).not.toMatch(/node_modules|\.js|\.ts/);
    });

    it('counts fields alone as depth, however many fragments they are written in', async () => {
      const pieces = Array.from(
        { length: 6 },
        (_, n) => `fragment F${n} on Thing { again { ...F${n + 1} } }`,
      ).join(' ');
      const { body } = await post(
        `{ things { edges { node { ...F0 } } } } ${pieces} fragment F6 on Thing { id }`,
      );
      expect(body.errors).toBeUndefined();
    });

    it('bounds them behind a fragment as well, and at one that contains itself', async () => {
      const deep = Array.from(
        { length: 14 },
        (_, n) => `fragment F${n} on Thing { again { ...F${n + 1} } }`,
      ).join(' ');
      const hidden = `{ things { edges { node { ...F0 } } } } ${deep} fragment F14 on Thing { id }`;
      const circular = '{ things { edges { node { ...A } } } } fragment A on Thing { again { ...A } }';
      for (const query of [hidden, circular])
        expect((await post(query)).body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    });

    it.each([
      ['a form', (to: request.Test) => to.type('text/plain').send('{"query":"{clock{now}}"}')],
      [
        'another form',
        (to: request.Test) => to.type('application/x-www-form-urlencoded').send('query={clock{now}}'),
      ],
    ])('refuses what %s of another site can send without asking first', async (_, send) => {
      const { status, body } = await send(request(app.getHttpServer()).post('/graphql'));
      expect([status >= 400, body.data]).toEqual([true, undefined]);
    });

    it('refuses a GET that another site can send, and a mutation by GET', async () => {
      const get = (query: string) =>
        request(app.getHttpServer()).get(`/graphql?query=${encodeURIComponent(query)}`);
      expect((await get('{clock{now}}')).status).toBeGreaterThanOrEqual(400);
      const mutation = await get('mutation { __typename }').set('apollo-require-preflight', 'true');
      expect(mutation.status).toBeGreaterThanOrEqual(400);
    });

    it('refuses several operations in one request', async () => {
      const batch = [{ query: '{clock{now}}' }, { query: '{clock{now}}' }];
      const { status } = await request(app.getHttpServer()).post('/graphql').send(batch);
      expect(status).toBeGreaterThanOrEqual(400);
    });

    it('answers the other routes with the same codes, and never shows a defect there', async () => {
      const get = (path: string) => request(app.getHttpServer()).get(path);
      const refused = await get('/sample/refusal');
      expect([refused.status, refused.body]).toEqual([
        422,
        { code: 'SAMPLE.REFUSED', message: '不行', violations: [] },
      ]);
      const broken = await get('/sample/defect/li.wenbo');
      expect([broken.status, broken.body]).toEqual([
        500,
        { code: 'INTERNAL_SERVER_ERROR', message: '系统出错了，请稍后再试', violations: [] },
      ]);
      expect(broken.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('refuses an oversized or broken request with a typed code', async () => {
      const large = await post('{ clock { now } }', { text: 'x'.repeat(3 * 1024 * 1024) });
      expect([large.status, large.body.errors?.[0].extensions.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
      const json = () =>
        request(app.getHttpServer()).post('/graphql').set('content-type', 'application/json');
      for (const broken of [
        await json().send('{"query":'),
        await json().set('content-encoding', 'gzip').send('{"query":"{clock{now}}"'),
      ])
        expect([broken.status, broken.body.errors?.[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
    });

    it.each([
      ['subscription { clock }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      [undefined, { persistedQuery: { version: 1, sha256Hash: 'x' } }, 'PERSISTED_QUERY_NOT_SUPPORTED'],
      [
        '{ clock { now } }',
        { persistedQuery: { version: 1, sha256Hash: 'x' } },
        'PERSISTED_QUERY_NOT_SUPPORTED',
      ],
    ])('serves queries and mutations as they are sent, and no %s %j', async (query, extensions, code) => {
      const { body } = await request(app.getHttpServer()).post('/graphql').send({ query, extensions });
      expect(body.errors?.[0].extensions.code).toBe(code);
    });

    it('takes the address of whoever asks from its proxies alone', async () => {
      const seen = async (forwarded: string) =>
        (await request(app.getHttpServer()).get('/sample/address').set('x-forwarded-for', forwarded)).text;
      expect(await seen('203.0.113.9')).toBe('203.0.113.9');
      expect(await seen('203.0.113.9, 10.1.2.3')).toBe('203.0.113.9');
      // Whoever writes the header itself is known by what the first proxy saw.
      expect(await seen('198.51.100.1, 203.0.113.9, 10.1.2.3')).toBe('203.0.113.9');
    });

    it('reads each word after the ? once, and as text', async () => {
      const { body } = await request(app.getHttpServer()).get('/sample/echo?word=a&word=b%00&list[]=c');
      expect(body).toEqual({ word: 'b', 'list[]': 'c' });
    });

    it('refuses text that cannot be stored, as a variable or written into the document', async () => {
      const code = async (document: string, variables: object) =>
        (await post(document, variables)).body.errors?.[0].extensions.code;
      expect(await code('{ fail(how: "x") }', { text: 'a\uD800' })).toBe('BAD_USER_INPUT');
      expect(await code('{ fail(how: "x") }', { text: 'a\u0000' })).toBe('BAD_USER_INPUT');
      expect(await code('{ fail(how: "x") }', { free: { deep: [{ 'a\u0000': 1 }] } })).toBe('BAD_USER_INPUT');
      expect(await code('{ fail(how: "x\\u0000") }', {})).toBe('BAD_USER_INPUT');
      expect(await code('{ fail(how: "x\\u{000000}") }', {})).toBe('BAD_USER_INPUT');
    });

    it('is alive, ready and measured', async () => {
      const get = (path: string) => request(app.getHttpServer()).get(path);
      expect([(await get('/healthz')).status, (await get('/healthz')).body]).toEqual([200, { status: 'ok' }]);
      const parts = { database: 'ok', queue: 'ok' };
      expect([(await get('/readyz')).status, (await get('/readyz')).body]).toEqual([
        200,
        { status: 'ok', parts },
      ]);
      const { status, text, headers } = await get('/metrics');
      expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
      expect(text).toMatch(/^jihui_outbox_waiting\{domain="notifications"\} \d+$/m);
      expect(text).toMatch(/^jihui_queue_jobs\{domain="notifications",state="failed"\} \d+$/m);
      expect(text).toMatch(
        /^jihui_http_request_seconds_count\{route="\/healthz",method="GET",status="200"\} \d+$/m,
      );
      expect(text).toContain('process_cpu_user_seconds_total');
    });
  });
});

/** Counts the statements that one connection is asked for before it has answered: the most at any moment. */
function statementsAtOnce(): { stop(): number } {
  const asked = new WeakMap<object, number>();
  const { query } = pg.Client.prototype;
  let most = 0;
  pg.Client.prototype.query = async function (this: pg.Client, ...words: unknown[]) {
    const now = (asked.get(this) ?? 0) + 1;
    asked.set(this, now);
    most = Math.max(most, now);
    try {
      return await (Reflect.apply(query, this, words) as unknown);
    } finally {
      asked.set(this, (asked.get(this) ?? 0) - 1);
    }
  } as typeof query;
  return {
    stop: () => {
      pg.Client.prototype.query = query;
      return most;
    },
  };
}
