import { Secret, TOTP } from 'otpauth';
import { enrolment, stepOf } from './totp.js';

const SECRET = Buffer.from('12345678901234567890');
/** RFC 6238 appendix B for SHA-1: seconds and the last six of the eight digits. */
const VECTORS: readonly (readonly [number, string])[] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];

const codeAt = (timestamp: number): string =>
  new TOTP({ secret: Secret.fromUTF8('12345678901234567890') }).generate({ timestamp });

describe('codes by time', () => {
  it.each(VECTORS)('are those of RFC 6238 at %d s', (seconds, code) => {
    expect(stepOf(SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('are taken a step early and a step late, and then no more', () => {
    const at = 1_234_567_890_000;
    const step = Math.floor(at / 30_000);
    const found = [-2, -1, 0, 1, 2].map((steps) => stepOf(SECRET, codeAt(at + steps * 30_000), at));
    expect(found).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it('are six digits and nothing else', () => {
    for (const wrong of ['', '28708', '2870822', '28708a', '      ', '-87082'])
      expect(stepOf(SECRET, wrong, 59_000)).toBeUndefined();
  });

  it('are set up by a text in base 32 and an address that apps read', () => {
    const { secret, uri } = enrolment(SECRET, 'a+b@example.cn');
    expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    const { protocol, host, pathname, searchParams } = new URL(uri);
    expect([protocol, host, decodeURIComponent(pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/技汇:a+b@example.cn',
    ]);
    expect(Object.fromEntries(searchParams)).toEqual({
      issuer: '技汇',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
