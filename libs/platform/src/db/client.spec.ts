import net, { type AddressInfo } from 'node:net';
import { opened, runtimeDataSource } from './data-source.js';

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const LET_IN = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const FAREWELL = message(
  'E',
  Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'),
);

const POOL = { poolSize: 2, poolWaitMs: 5_000 };

describe('a connection', () => {
  it('that is ended in the packet in which it was given away ends nothing else', async () => {
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.concat([LET_IN, READY, FAREWELL])));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const thrown: unknown[] = [];
    const note = (error: unknown): void => void thrown.push(error);
    process.on('uncaughtException', note);
    try {
      const away = opened(runtimeDataSource(`postgresql://x:y@127.0.0.1:${port}/z`, [], POOL));
      await expect(away).rejects.toMatchObject({ name: 'DatabaseAway' });
      expect(thrown).toEqual([]);
    } finally {
      process.off('uncaughtException', note);
      server.close();
    }
  });
});
