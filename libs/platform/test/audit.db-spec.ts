import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { canonical, system } from '@jihui/kernel';
import {
  Audit,
  AuditHeads,
  Config,
  createApplication,
  Db,
  loadConfig,
  Served,
  sql,
  Work,
} from '@jihui/platform';
import { testDatabase, type TestDatabase } from '@jihui/testing';
import { entryHash, sha256 } from '../src/audit/chain.js';
import { sampleDomain } from './sample-domain.js';

const stateDir = mkdtempSync(join(tmpdir(), 'jihui-audit-'));
const folder = join(stateDir, 'audit');
const STREAM = 'Thing:audited';
const NAME = `notifications/${STREAM}`;

describe('audit', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let db: Db;
  let heads: AuditHeads;

  const append = (stream: string, action: string): Promise<unknown> =>
    app
      .get(Work)
      .run({ domain: 'notifications', name: 'test', actor: system('test') }, (tx) =>
        tx.audit({ stream, action, reason: '理由', before: { state: 'OLD' }, after: { state: action } }),
      );

  beforeAll(async () => {
    const domain = sampleDomain();
    database = await testDatabase([domain]);
    const config = loadConfig({
      DATABASE_URL: database.url,
      JIHUI_MODE: 'test',
      JIHUI_STATE_DIR: stateDir,
      ROLES: 'graph',
      LOG_LEVEL: 'silent',
      PORT: '0',
    });
    app = await createApplication({ config, domains: [domain] });
    db = app.get(Db);
    heads = app.get(AuditHeads);
    for (const action of ['one', 'two', 'three', 'four']) await append(STREAM, action);
    await append('Thing:other', 'one');
    await heads.sign(new Date('2026-11-23T00:00:00Z'));
    await append(STREAM, 'five');
    await heads.sign(new Date('2026-11-23T01:00:00Z'));
  });

  afterAll(async () => {
    await app?.close();
    await database?.drop();
    rmSync(stateDir, { recursive: true, force: true });
  });

  /** What verifying finds after the statement, which is then rolled back; the guard against changes is off meanwhile. */
  async function tampered(...statements: readonly ReturnType<typeof sql>[]): Promise<string[]> {
    let found: string[] = [];
    await expect(
      db.transaction(async () => {
        await db.query(sql`set local session_replication_role = replica`);
        for (const statement of statements) await db.query(statement);
        found = (await heads.verify()).map(({ stream, problem }) => `${stream} ${problem}`);
        throw new Error('roll back');
      }),
    ).rejects.toThrow('roll back');
    return found;
  }

  const where = sql`where stream = ${STREAM}`;

  describe('the audit', () => {
    it('is whole when nobody touched it', async () => {
      expect(await heads.verify()).toEqual([]);
      const timeline = (await app.get(Audit).timelines('notifications', [STREAM])).get(STREAM);
      expect(timeline?.map(({ action, from, to }) => [action, from, to])).toContainEqual([
        'two',
        'OLD',
        'two',
      ]);
    });

    it.each([
      ['at', sql`at = at + interval '1 second'`],
      ['a fraction of at', sql`at = at + interval '1 microsecond'`],
      ['actor_id', sql`actor_id = 'somebody'`],
      ['action', sql`action = 'other'`],
      ['reason', sql`reason = null`],
      ['detail', sql`detail = '{"from":"OLD","to":"three"}'`],
      ['before_hash', sql`before_hash = null`],
      ['after_hash', sql`after_hash = before_hash`],
    ])('finds a change of %s', async (_, change) => {
      expect(
        await tampered(sql`update notifications.audit_entry set ${change} ${where} and seq = 2`),
      ).toEqual([`${NAME} 第 2 条内容被改`]);
    });

    it.each([1, 2, 3, 4])('finds that entry %i was removed', async (seq) => {
      const found = await tampered(sql`delete from notifications.audit_entry ${where} and seq = ${seq}`);
      expect(found).toEqual([`${NAME} 第 ${seq} 条缺失或顺序被改`, `${NAME} 第 ${seq + 1} 条与前一条不相连`]);
    });

    it('finds a removal whose gap was closed', async () => {
      const found = await tampered(
        sql`delete from notifications.audit_entry ${where} and seq = 2`,
        sql`update notifications.audit_entry set seq = seq - 1 ${where} and seq > 2`,
      );
      expect(found).toEqual(expect.arrayContaining([`${NAME} 第 2 条与前一条不相连`]));
    });

    it('finds that two entries changed places', async () => {
      const found = await tampered(
        sql`update notifications.audit_entry set seq = 5 - seq + 1000 ${where} and seq in (2, 3)`,
        sql`update notifications.audit_entry set seq = seq - 1000 ${where} and seq > 1000`,
      );
      expect(found).toEqual(
        expect.arrayContaining([`${NAME} 第 2 条与前一条不相连`, `${NAME} 第 2 条内容被改`]),
      );
    });

    it('finds an entry put in from another stream', async () => {
      const found = await tampered(
        sql`delete from notifications.audit_entry ${where}`,
        sql`update notifications.audit_entry set stream = ${STREAM} where stream = 'Thing:other'`,
      );
      expect(found).toEqual(
        expect.arrayContaining([`${NAME} 第 1 条内容被改`, 'notifications/Thing:other 整条记录流缺失']),
      );
    });

    it('finds a tail that was cut', async () => {
      expect(await tampered(sql`delete from notifications.audit_entry ${where} and seq = 5`)).toEqual([
        `${NAME} 尾部被截去，应至少 5 条`,
      ]);
      expect(await tampered(sql`delete from notifications.audit_entry ${where} and seq > 1`)).toEqual([
        `${NAME} 尾部被截去，应至少 5 条`,
      ]);
    });

    it('finds that a stream is missing, and that all are', async () => {
      const missing = [`${NAME} 整条记录流缺失`];
      expect(await tampered(sql`delete from notifications.audit_entry ${where}`)).toEqual(missing);
      expect(await tampered(sql`truncate notifications.audit_entry`)).toEqual(
        expect.arrayContaining([...missing, 'notifications/Thing:other 整条记录流缺失']),
      );
    });

    it('finds a history written anew with right hashes, since nobody can sign it', async () => {
      const entry = {
        stream: STREAM,
        seq: 1,
        at: '2026-11-23T00:00:00.000Z',
        actorId: 'system:test',
        action: 'forged',
        reason: null,
        detail: { from: null, to: null },
        beforeHash: null,
        afterHash: null,
        previousHash: '0'.repeat(64),
      };
      const found = await tampered(
        sql`delete from notifications.audit_entry ${where}`,
        sql`insert into notifications.audit_entry
          (stream, seq, at, actor_id, action, detail, previous_hash, hash)
        values (${entry.stream}, 1, ${entry.at}, ${entry.actorId}, ${entry.action},
          ${JSON.stringify(entry.detail)}, ${entry.previousHash}, ${entryHash(entry)})`,
      );
      expect(found).toEqual([`${NAME} 尾部被截去，应至少 5 条`]);
    });

    it('finds that the whole table is an older copy', async () => {
      // As it stood at the first signature, every chain right in itself.
      const found = await tampered(
        sql`create temporary table older on commit drop as select * from notifications.audit_entry where seq < 5`,
        sql`truncate notifications.audit_entry`,
        sql`insert into notifications.audit_entry select * from older`,
      );
      expect(found).toEqual([`${NAME} 尾部被截去，应至少 5 条`]);
    });

    it('cannot find what was cut before anybody signed it: only a copy of the heads elsewhere can', async () => {
      await append('Thing:unsigned', 'one');
      expect(
        await tampered(sql`delete from notifications.audit_entry where stream = 'Thing:unsigned'`),
      ).toEqual([]);
    });

    it('cannot be changed by an ordinary statement', async () => {
      await expect(db.query(sql`update notifications.audit_entry set reason = null`)).rejects.toThrow(
        'append-only',
      );
      await expect(db.query(sql`delete from notifications.audit_entry`)).rejects.toThrow('append-only');
      await expect(db.query(sql`truncate notifications.audit_entry`)).rejects.toThrow('append-only');
    });
  });

  describe('the signed heads', () => {
    const names = (): string[] => readdirSync(folder).sort();
    /** What verifying finds after the change to the files, which are then put back. */
    async function afterwards(change: (paths: readonly string[]) => void): Promise<string[]> {
      const paths = names().map((name) => join(folder, name));
      const kept = paths.map((path) => [path, readFileSync(path)] as const);
      change(paths);
      const found = (await heads.verify()).map(({ stream, problem }) => `${stream} ${problem}`);
      for (const [path, bytes] of kept) writeFileSync(path, bytes);
      return found;
    }
    const at = (paths: readonly string[], index: number): string => paths[index] ?? '';

    it('hold only what moved', () => {
      const [, second] = names();
      const { body } = JSON.parse(readFileSync(join(folder, second ?? ''), 'utf8')) as {
        body: { heads: object };
      };
      expect(Object.keys(body.heads)).toEqual([NAME]);
    });

    it('show when a file is changed, even with a hash that fits', async () => {
      const found = await afterwards((paths) => {
        const file = JSON.parse(readFileSync(at(paths, 1), 'utf8')) as { body: { heads: object } };
        file.body.heads = {};
        writeFileSync(at(paths, 1), JSON.stringify(file));
        expect(sha256(canonical(file))).toHaveLength(64);
      });
      expect(found).toEqual(['heads 2 签名不符']);
    });

    it('show when a file is missing, unreadable or out of place', async () => {
      expect(await afterwards((paths) => rmSync(at(paths, 0)))).toEqual(
        expect.arrayContaining(['heads 2 前面的签名文件缺失', 'heads 2 签名文件与前一份不相连']),
      );
      expect(await afterwards((paths) => writeFileSync(at(paths, 0), '{'))).toContain(
        'heads 1 签名文件无法读取',
      );
      for (const text of [
        '{}',
        '[]',
        'null',
        '{"signature":"","body":{"number":1,"at":"","previous":"","heads":{"a":1}}}',
      ])
        expect(await afterwards((paths) => writeFileSync(at(paths, 1), text))).toEqual([
          'heads 2 签名文件无法读取',
        ]);
      const swapped = await afterwards((paths) => {
        const [first, second] = [readFileSync(at(paths, 0)), readFileSync(at(paths, 1))];
        writeFileSync(at(paths, 0), second);
        writeFileSync(at(paths, 1), first);
      });
      expect(swapped).not.toEqual([]);
      expect(await heads.verify()).toEqual([]);
    });

    it('cannot be checked without the key, and no other is made meanwhile', async () => {
      const path = join(stateDir, 'keys', 'audit.pem');
      const key = readFileSync(path);
      for (const damage of [() => rmSync(path), () => writeFileSync(path, 'no key')]) {
        damage();
        const found = (await heads.verify()).map(({ stream, problem }) => `${stream} ${problem}`);
        expect(found).toEqual(
          [1, 2].map((number) => `heads ${number} 签名密钥 keys/audit.pem 缺失或无法读取，签名无法核验`),
        );
      }
      writeFileSync(path, key);
      expect(await heads.verify()).toEqual([]);
      expect(await heads.coverage()).toEqual({ files: 2, signedAt: '2026-11-23T01:00:00.000Z' });
    });

    it('are numbered without a gap when two processes sign at once', async () => {
      const other = new AuditHeads(db, app.get(Served), app.get(Config));
      await append(STREAM, 'six');
      const moment = new Date('2026-11-23T02:00:00Z');
      const moved = await Promise.all([heads.sign(moment), other.sign(moment)]);
      // The one of 'six', and the one that nobody had signed.
      expect([...moved].sort()).toEqual([0, 2]);
      expect(names()).toHaveLength(4);
      expect(await heads.verify()).toEqual([]);
    });
  });
});
