import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Config } from '../config/config.js';
import { uuidv7 } from '../db/identifiers.js';
import { Files, MAX_FILE_BYTES } from './files.js';

const dataDir = mkdtempSync(join(tmpdir(), 'jihui-files-'));
const files = new Files({ dataDir } as Config);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const incoming = (): string[] => readdirSync(join(dataDir, 'files', 'incoming'));
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** So many bytes, a mebibyte at a time. */
function* zeros(bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(1024 * 1024);
  for (let left = bytes; left > 0; left -= chunk.length)
    yield left >= chunk.length ? chunk : chunk.subarray(0, left);
}

describe('files', () => {
  it('are kept under the hash of their bytes, once', async () => {
    const bytes = randomBytes(200_000);
    const stored = await files.put(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]));
    expect(stored).toEqual({ sha256: sha256(bytes), size: bytes.length, type: 'application/octet-stream' });
    expect(await files.put(Readable.from([bytes]))).toEqual(stored);
    expect((await files.readAll(stored.sha256)).equals(bytes)).toBe(true);
    expect(incoming()).toEqual([]);
  });

  it.each([
    ['image/png', PNG],
    ['application/pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    ['text/plain', Buffer.from('技术转让合同')],
    ['application/octet-stream', Buffer.from([0, 1, 2, 3])],
    ['text/plain', Buffer.from('<script>alert(1)</script>')],
  ])('are of the type that their bytes show: %s', async (type, bytes) => {
    expect((await files.put(Readable.from([bytes]))).type).toBe(type);
  });

  it('may have 100 MB and not a byte more; memory does not grow with them', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const largest = await files.put(Readable.from(zeros(MAX_FILE_BYTES)));
    expect(largest.size).toBe(100 * 1024 * 1024);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30 * 1024 * 1024);
    await expect(files.put(Readable.from(zeros(MAX_FILE_BYTES + 1)))).rejects.toMatchObject({
      code: 'FILE.TOO_LARGE',
    });
    expect(incoming()).toEqual([]);
  });

  it('leave nothing behind when they are empty or the sender hangs up', async () => {
    await expect(files.put(Readable.from([]))).rejects.toMatchObject({ code: 'FILE.EMPTY' });
    const cut = new Readable({
      read() {
        this.push(Buffer.from('half'));
        this.destroy(new Error('aborted'));
      },
    });
    await expect(files.put(cut)).rejects.toThrow('aborted');
    expect(incoming()).toEqual([]);
  });

  it('lie apart until they are taken in, and are forgotten without a trace when they are not', async () => {
    const bytes = randomBytes(1_000);
    const [kept, unwanted] = [uuidv7(), uuidv7()];
    const stored = await files.put(Readable.from([bytes]), { apart: kept });
    await files.put(Readable.from([bytes]), { apart: unwanted });
    expect(stored.sha256).toBe(sha256(bytes));
    expect(await files.exists(stored.sha256)).toBe(false);
    await files.takeIn(kept, stored.sha256);
    // Taken in again by a command that was rolled back before.
    await files.takeIn(kept, stored.sha256);
    await files.forget([kept, unwanted]);
    expect((await files.readAll(stored.sha256)).equals(bytes)).toBe(true);
    expect(readdirSync(join(dataDir, 'files', 'apart'))).toEqual([]);
    expect(incoming()).toEqual([]);
    await expect(files.takeIn(unwanted, '0'.repeat(64))).rejects.toThrow('ENOENT');
    await expect(files.forget(['../x'])).rejects.toThrow('not an id');
  });

  it('that a killed process left are told after a day, and its halves removed', async () => {
    const [old, fresh] = [uuidv7(), uuidv7()];
    for (const apart of [old, fresh]) await files.put(Readable.from(['bytes']), { apart });
    for (const half of ['old', 'fresh']) writeFileSync(join(dataDir, 'files', 'incoming', half), 'ha');
    const days = (count: number): Date => new Date(Date.now() - count * 86_400_000);
    for (const [folder, name] of [
      ['apart', old],
      ['incoming', 'old'],
    ] as const)
      utimesSync(join(dataDir, 'files', folder, name), days(1.1), days(1.1));
    expect(await files.stranded()).toEqual([old]);
    expect(incoming()).toEqual(['fresh']);
    rmSync(join(dataDir, 'files', 'incoming', 'fresh'));
    await files.forget([old, fresh]);
    expect(await new Files({ dataDir: join(dataDir, 'empty') } as Config).stranded()).toEqual([]);
  });

  it('are found by a hash alone, never by a path', async () => {
    await expect(async () => files.pathOf('../../etc/passwd')).rejects.toThrow('not a SHA-256');
    expect(await files.exists('0'.repeat(64))).toBe(false);
  });
});
