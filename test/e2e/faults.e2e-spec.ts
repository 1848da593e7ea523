import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AuditHeads, Db, sql } from '@jihui/platform';
import { until } from '@jihui/testing';
import { build } from '../../scripts/lib/build.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { removeEmbeddedPostgres } from '../../scripts/lib/postgres/embedded.mjs';
import { demoActor, demoCity, demoOrganisation, type DemoCity } from './city.js';
import { diskOf } from './small-disk.js';
import { perform } from './walk.js';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** A disk of our own can only be filled where the kernel lets root mount one. */
const mayMount = process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;
const describeOnDisk = mayMount
  ? describe
  : (title: string, body: () => void) => describe.skip(`${title} [needs root]`, body);

describeOnDisk('a disk that is full', () => {
  const ASKED = 200;
  const folder = mkdtempSync(join(tmpdir(), 'jihui-full-'));
  let server: ChildProcess;
  let ended: Promise<number | null>;
  let text = '';
  let url: string;

  beforeAll(async () => {
    await build({ portal: false });
    chmodSync(folder, 0o755);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const { under } = diskOf(320, folder);
    const words = [...under, process.execPath, join(CHECKOUT, 'scripts/start.mjs')];
    server = spawn(words[0] ?? '', words.slice(1), {
      cwd: CHECKOUT,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        JIHUI_STATE_DIR: folder,
        JIHUI_MODE: 'test',
        ROLES: 'graph,worker',
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (chunk) => (text += String(chunk)));
    ended = new Promise((resolve) => server.once('close', resolve));
    await until(() => text.includes('已就绪') || server.exitCode !== null, 110_000);
  }, 240_000);
  afterAll(async () => {
    server?.kill('SIGINT');
    await ended;
    await removeEmbeddedPostgres(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** The server's own disk, which nobody else sees. */
  const filler = (): string => `/proc/${server.pid}/root${join(folder, 'filler')}`;
  const fillUp = (): void => {
    const piece = Buffer.alloc(1024 * 1024, 1);
    try {
      for (;;) writeFileSync(filler(), piece, { flag: 'a' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  };

  async function ask(body: object): Promise<Answer> {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    return (await answer.json()) as Answer;
  }
  /** Counted in the database before anything else: a write. */
  const signIn = (): Promise<Answer> =>
    ask({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { person { id } } } }',
      variables: { input: { clientMutationId: randomUUID(), email: `${randomUUID()}@x.cn`, password: 'x' } },
    });
  const read = (): Promise<Answer> => ask({ query: '{ clock { now } }' });
  const codeOf = ({ errors }: Answer): string | undefined => errors?.[0]?.extensions.code;

  it('leaves no request without an answer, and all is well once there is space', async () => {
    expect(codeOf(await signIn())).toBe('IDENTITY.SIGN_IN_FAILED');
    fillUp();
    const codes = new Set<string | undefined>();
    for (let asked = 0; asked < ASKED; asked += 10) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? signIn() : read())),
      );
      for (const answer of answers) codes.add(codeOf(answer));
    }
    // Answered as ever while the log of changes has room, told to come again after that: nothing else, and never nothing.
    expect(
      [...codes].filter(
        (code) => ![undefined, 'UNAVAILABLE', 'IDENTITY.SIGN_IN_FAILED', 'THROTTLED'].includes(code),
      ),
    ).toEqual([]);
    rmSync(filler());
    await until(async () => (await fetch(`${url}/readyz`).catch(() => undefined))?.status === 200, 90_000);
    expect((await read()).errors).toBeUndefined();
    expect(['IDENTITY.SIGN_IN_FAILED', 'THROTTLED']).toContain(codeOf(await signIn()));
  }, 400_000);
});

describe('a clock that jumps', () => {
  let city: DemoCity;
  beforeAll(async () => {
    city = await demoCity();
  }, 240_000);
  afterAll(() => city?.close());

  const jumpTo = (offset: string): Promise<unknown> =>
    city.get(Db).query(sql`insert into platform.clock_offset ("offset") values (${offset}::interval)
      on conflict (single) do update set "offset" = excluded."offset"`);
  interface Need {
    readonly id: string;
    readonly version: number;
    readonly state: string;
  }
  const asEnterprise = () => city.as(demoActor('enterprise'));
  const draft = (title: string): Promise<Need> =>
    perform<Need>(
      asEnterprise(),
      'saveNeedDraft',
      { ownerId: demoOrganisation('flangeMaker').id, content: { title } },
      'id version state',
    );

  it('back or forth breaks no chain and no order of changes, and loses nothing that was set off', async () => {
    const first = await draft('时钟跳变之前');
    const seen: string[] = [];
    for (const offset of ['-3 hours', '2 days', '-1 day', '0']) {
      await jumpTo(offset);
      const { id } = await draft(`时钟跳变 ${offset}`);
      seen.push(id);
      // What one changes at a time that is before its last change is a change after it.
      await perform(
        asEnterprise(),
        'saveNeedDraft',
        {
          id: first.id,
          expectedVersion: first.version + seen.length - 1,
          ownerId: demoOrganisation('flangeMaker').id,
          content: { title: `时钟跳变之后 ${offset}` },
        },
        'id version state',
      );
    }
    await city.settle();
    expect(await city.get(AuditHeads).verify()).toEqual([]);
    const steps = await city.get(Db).query<{ seq: number; version: number }>(sql`
      select version, row_number() over (order by seq)::int as seq from listings.event
      where aggregate_id = ${first.id} order by seq`);
    expect(steps.map(({ version }) => version)).toEqual(
      [...steps.map(({ version }) => version)].sort((a, b) => a - b),
    );
    const found = await city.get(Db).query(sql`select from listings.need where ${sql.any(sql`id`, seen)}`);
    expect(found).toHaveLength(seen.length);
  }, 120_000);
});
