import { mkdtempSync, rmSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication, loadConfig, runImport, type SourceRow } from '@jihui/platform';
import { testDatabase, until, type TestDatabase } from '@jihui/testing';
import { sampleDomain } from './sample-domain.js';

/** A wire to the database that can be cut. */
class Wire {
  private readonly sockets = new Set<net.Socket>();
  private server: net.Server | undefined;
  port = 0;

  constructor(private readonly target: URL) {}

  async open(): Promise<void> {
    const server = net.createServer((near) => {
      const far = net.connect(Number(this.target.port), this.target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy()).on('close', () => this.sockets.delete(one));
      }
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

describe('while the database is away', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'jihui-outage-'));
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let wire: Wire;
  let url: string;

  beforeAll(async () => {
    const domain = sampleDomain();
    database = await testDatabase([domain]);
    const address = new URL(database.url);
    wire = new Wire(new URL(database.url));
    await wire.open();
    address.host = `127.0.0.1:${wire.port}`;
    const config = loadConfig({
      DATABASE_URL: address.href,
      JIHUI_MODE: 'test',
      JIHUI_STATE_DIR: stateDir,
      LOG_LEVEL: 'silent',
      ROLES: 'graph,worker',
      PORT: '0',
    });
    app = await createApplication({ config, domains: [domain] });
    await app.listen(0, '127.0.0.1');
    url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await wire?.cut();
    await database?.drop();
    rmSync(stateDir, { recursive: true, force: true });
  });

  const ask = () => request(url).post('/graphql').send({ query: '{ clock { now } }' });
  const isReady = async (): Promise<boolean> => (await request(url).get('/readyz')).status === 200;

  it('a request is told to come again, without a word of where the database is; it comes back by itself', async () => {
    expect((await ask()).body).toMatchObject({ data: { clock: {} } });
    await wire.cut();
    await until(async () => !(await isReady()));
    const { body, text } = await ask();
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(text).not.toMatch(/ECONN|127\.0\.0\.1|terminated|at /);
    await wire.open();
    await until(isReady);
    expect((await ask()).body).toMatchObject({ data: { clock: {} } });
  }, 60_000);

  it('an import stops, and blames no row', async () => {
    const row = (number: number): SourceRow => ({ row: number, cells: { a: String(number) } });
    const rows = async function* (): AsyncGenerator<SourceRow> {
      for (let number = 1; number <= 6; number += 1) yield row(number);
    };
    const reported: unknown[] = [];
    const away = Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' });
    const run = runImport<number>({
      rows: rows(),
      parse: ({ row: number }) => number,
      store: (batch) =>
        batch[0]?.row === 3 ? Promise.reject(away) : Promise.resolve(batch.map(() => 'created')),
      report: (problems) => Promise.resolve(void reported.push(...problems)),
      batchSize: 2,
    });
    await expect(run).rejects.toBe(away);
    expect(reported).toEqual([]);
  });
});
