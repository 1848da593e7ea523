import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SecretBox } from './secret-box.js';

describe('a secret that is kept encrypted', () => {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'jihui-box-')));
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
  const [box, other] = folders.map((dataDir) => new SecretBox({ dataDir }, 'test')) as [SecretBox, SecretBox];
  const secret = Buffer.from('12345678901234567890');
  const sealed = box.seal(secret, 'a');

  it('is read again with the key, at its place', () => {
    expect(box.open(sealed, 'a')).toEqual(secret);
    expect(sealed.includes(secret)).toBe(false);
    expect(box.seal(secret, 'a').equals(sealed)).toBe(false);
  });

  it('is not read at another’s place, under another key, or where a bit differs', () => {
    expect(() => box.open(sealed, 'b')).toThrow();
    expect(() => other.open(sealed, 'a')).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => box.open(changed, 'a')).toThrow();
    }
    expect(() => box.open(sealed.subarray(0, 20), 'a')).toThrow();
  });
});
