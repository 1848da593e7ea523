import { Passwords } from './passwords.js';

describe('passwords', () => {
  const passwords = new Passwords();

  it('matches the password and no other', async () => {
    const hash = await passwords.hash('Ｊihui-demo-2026');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.matches('Jihui-demo-2026', hash)).toBe(true);
    expect(await passwords.matches('jihui-demo-2026', hash)).toBe(false);
    expect(await passwords.matches('x'.repeat(1_000_000), hash)).toBe(false);
  });

  it('works as long for somebody who does not exist', async () => {
    const hash = await passwords.hash('Jihui-demo-2026');
    const fastest = async (stored: string | undefined): Promise<number> => {
      const times: number[] = [];
      for (let run = 0; run < 7; run += 1) {
        const start = performance.now();
        await passwords.matches('Wrong-password-1', stored);
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    await fastest(undefined);
    const [known, unknown] = [await fastest(hash), await fastest(undefined)];
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
    expect(await passwords.matches('', undefined)).toBe(false);
  });
});
