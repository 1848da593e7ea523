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
    // Processor time, taken turn about: what else the machine does lengthens the clock, and not the work.
    const worked = async (stored: string | undefined): Promise<number> => {
      const before = process.cpuUsage();
      await passwords.matches('Wrong-password-1', stored);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await worked(undefined);
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      known.push(await worked(hash));
      unknown.push(await worked(undefined));
    }
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
    expect(await passwords.matches('', undefined)).toBe(false);
  });
});
