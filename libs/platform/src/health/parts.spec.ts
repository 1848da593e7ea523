import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../config/config.js';
import type { Db } from '../db/db.js';
import type { Queues } from '../queue/queues.js';
import { Parts } from './parts.js';

interface Service {
  readonly url: string;
  /** The status of `/readyz`. */
  status: number;
}

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

async function aService(status = 200): Promise<Service> {
  const service = { url: '', status };
  const server = createServer((_, answer) => answer.writeHead(service.status).end());
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return service;
}

const [listings, contracts] = ['listings', 'contracts'] as const;
const answers = (): Promise<unknown[]> => Promise.resolve([]);

function partsOf(own: { database: () => Promise<unknown>; services?: readonly Service[] }): Parts {
  const [one, other] = own.services ?? [];
  const services = new Map(
    one === undefined || other === undefined
      ? []
      : [
          [listings, one.url],
          [contracts, other.url],
        ],
  );
  return new Parts(
    { query: own.database } as unknown as Db,
    { ping: answers } as unknown as Queues,
    { services } as unknown as Config,
  );
}

describe('the parts of a process', () => {
  it('are its database and its queue, where it has no services', async () => {
    const away = (): Promise<never> => Promise.reject(new Error('away'));
    expect(await partsOf({ database: answers }).look()).toEqual({
      status: 'ok',
      parts: { database: 'ok', queue: 'ok' },
    });
    expect(await partsOf({ database: away }).look()).toEqual({
      status: 'unavailable',
      parts: { database: 'away', queue: 'ok' },
    });
  });

  it('make a gateway wait for every service once, and then go on while one answers', async () => {
    const services = [await aService(), await aService(503)] as const;
    const parts = partsOf({ database: answers, services });
    const look = async (): Promise<unknown[]> => {
      const { status, parts: states } = await parts.look();
      return [status, states['listings'], states['contracts']];
    };
    expect(await look()).toEqual(['unavailable', 'ok', 'away']);
    services[1].status = 200;
    expect(await look()).toEqual(['ok', 'ok', 'ok']);
    services[1].status = 503;
    expect(await look()).toEqual(['degraded', 'ok', 'away']);
    services[0].status = 503;
    expect(await look()).toEqual(['unavailable', 'away', 'away']);
    services[0].status = 200;
    expect(await look()).toEqual(['degraded', 'ok', 'away']);
  });

  it('that do not answer at all are away', async () => {
    const gone = { url: 'http://127.0.0.1:1', status: 200 };
    const parts = partsOf({ database: answers, services: [await aService(), gone] });
    expect((await parts.look()).parts).toMatchObject({ listings: 'ok', contracts: 'away' });
  });
});
