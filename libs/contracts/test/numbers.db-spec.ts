import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql, Work, type Sql } from '@jihui/platform';
import { PartsStore } from '../src/store/parts.store.js';
import { codeOf } from './codes.js';
import { aWorld, type World } from './contracts.world.js';

/** Each application goes through every step of the real services: time enough for that on a busy machine. */
const AMPLE = 240_000;

describe('numbers', () => {
  let world: World;
  beforeAll(async () => {
    // Nobody reads the texts meanwhile: numbers do not depend on it.
    world = await aWorld({ settings: { ROLES: 'graph' } });
  }, AMPLE);
  afterAll(() => world.close());

  const numbers = async (): Promise<string[]> =>
    (
      await world.rows<{ registration_number: string }>(sql`
      select registration_number from contracts.contract where registration_number is not null order by 1`)
    ).map((row) => row.registration_number);
  const serialsOf = (all: readonly string[], registry: string): number[] =>
    all.filter((number) => number.slice(4, 10) === registry).map((number) => Number(number.slice(10)));
  const counted = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);

  /** So many applications under second review, each by the real services. */
  async function copies(of: World, count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let left = count; left > 0; left -= 4)
      ids.push(...(await Promise.all([1, 2, 3, 4].map(() => of.application('SECOND_REVIEW')))));
    return ids;
  }

  describe('registration numbers', () => {
    it(
      'are gapless and unique when many register at once and some transactions are aborted',
      async () => {
        const ids = await Promise.all(Array.from({ length: 12 }, () => world.application('SECOND_REVIEW')));
        const work = world.app.get(Work);
        const parts = world.app.get(PartsStore);
        const year = new Date().getUTCFullYear();
        // Takes a number in the same way and then fails, as a crash between the number and the commit would.
        const abort = (): Promise<unknown> =>
          work
            .run({ domain: 'contracts', name: 'aborted', actor: world.registrarB }, async () => {
              await parts.nextSerial('REGISTRATION', year, '140900');
              throw new Error('power cut');
            })
            .catch((error: unknown) => error);
        const register = async (id: string): Promise<unknown> =>
          world.registration.passSecond(world.registrarB, {
            ...(await world.target(id)),
            opinion: '同意登记。',
          });
        await Promise.all(ids.flatMap((id) => [abort(), register(id), abort()]));
        const all = await numbers();
        expect(all).toHaveLength(12);
        expect(new Set(all).size).toBe(12);
        expect(serialsOf(all, '140900')).toEqual(counted(12));
        for (const number of all) expect(number).toMatch(/^\d{4}140900\d{6}$/);
      },
      AMPLE,
    );

    it(
      'stay gapless and unique when 32 register at once and connections are killed at random',
      async () => {
        const before = (await numbers()).length;
        const ids = await copies(world, 64);
        const killed = { count: 0 };
        // Ends whichever of the registering connections is at work, wherever in its transaction it is.
        const kill = async (): Promise<void> => {
          const victims = await world.rows(sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state = 'active'
          and query like '%next_serials%' limit 1`);
          killed.count += victims.length;
        };
        const queue = [...ids];
        const client = async (): Promise<void> => {
          for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
            // A connection found at work may be another client's by the time it is cut off: whatever is asked may fail.
            const attempt = async (of: string): Promise<unknown> =>
              world.registration.passSecond(world.registrarB, {
                ...(await world.target(of)),
                opinion: '同意登记。',
              });
            const tried = attempt(id);
            if (fc.sample(fc.integer({ min: 0, max: 7 }), 1)[0] === 0) await kill().catch(() => undefined);
            // Whoever was cut off tries again, as a person would.
            await tried.catch(() => queue.unshift(id ?? ''));
          }
        };
        await Promise.all(Array.from({ length: 32 }, client));
        const all = serialsOf(await numbers(), '140900');
        expect(all).toEqual(counted(before + ids.length));
      },
      AMPLE,
    );

    it(
      'are given in shared transactions to those who register at once, each with an outcome of its own',
      async () => {
        const before = (await numbers()).length;
        const ids = await copies(world, 8);
        const [stale = '', own = '', hidden = '', ...good] = ids;
        const together = [await world.application('APPROVED'), await world.application('APPROVED')];
        const register = async (id: string, as = world.registrarB, version = 0): Promise<unknown> => {
          const target = await world.target(id);
          const expectedVersion = target.expectedVersion + version;
          return world.registration.passSecond(as, { ...target, expectedVersion, opinion: '同意登记。' });
        };
        const batch = world.registration.registerAll(world.registrarB, {
          clientMutationId: randomUUID(),
          contracts: await Promise.all(together.map((id) => world.target(id))),
        });
        const outcomes = await Promise.allSettled([
          register(stale, world.registrarB, -1),
          // Who reviewed first does not review second, and a party to it does not see it.
          register(own, world.registrarA),
          register(hidden, world.conflicted),
          register(randomUUID()),
          batch,
          ...good.map((id) => register(id)),
        ]);
        expect(outcomes.slice(0, 5)).toMatchObject([
          { reason: { code: 'STALE_VERSION' } },
          { reason: { code: 'INVALID_INPUT' } },
          { reason: { code: 'NOT_FOUND' } },
          { reason: { code: 'NOT_FOUND' } },
          { value: { ids: together } },
        ]);
        expect(outcomes.slice(5)).toEqual(good.map((id) => ({ status: 'fulfilled', value: { id } })));
        expect(serialsOf(await numbers(), '140900')).toEqual(counted(before + good.length + together.length));
        const written = await world.rows<{ ids: string[] }>(sql`
        select array_agg(contract_id order by seq) as ids from contracts.ledger
        where ${sql.any(sql`contract_id`, [...good, ...together])} group by xmin::text`);
        expect(Math.max(...written.map((each) => each.ids.length))).toBeGreaterThan(1);
      },
      AMPLE,
    );

    it(
      'are given to all others when one of a shared transaction cannot be written',
      async () => {
        const before = (await numbers()).length;
        const [broken = '', ...good] = await copies(world, 4);
        // Of its registry's year every number is given.
        const year = new Date().getUTCFullYear();
        await world.rows(sql`
        insert into contracts.number_series (series, year, registry, last)
        values ('REGISTRATION', ${year}, '149999', 999999)`);
        await world.rows(sql`update contracts.contract set registry_prefix = '149999' where id = ${broken}`);
        const targets = await Promise.all([broken, ...good].map((id) => world.target(id)));
        const outcomes = await Promise.allSettled(
          targets.map((target) =>
            world.registration.passSecond(world.registrarB, { ...target, opinion: '同意登记。' }),
          ),
        );
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', ...good.map(() => 'fulfilled')]);
        expect(serialsOf(await numbers(), '140900')).toEqual(counted(before + good.length));
        expect(
          await world.rows(sql`select last from contracts.number_series where registry = '149999'`),
        ).toEqual([{ last: 999_999 }]);
      },
      AMPLE,
    );

    it(
      'follow each other in a batch, which is registered whole or not at all',
      async () => {
        const before = (await numbers()).length;
        const ids = [await world.application('APPROVED'), await world.application('APPROVED')];
        const unready = await world.application('SECOND_REVIEW');
        const targets = (those: readonly string[]) => Promise.all(those.map((id) => world.target(id)));
        const attempt = async (those: readonly string[]) =>
          world.registration.registerAll(world.registrarA, {
            clientMutationId: randomUUID(),
            contracts: await targets(those),
          });
        await expect(attempt([...ids, unready, ids[0] ?? ''])).rejects.toMatchObject({
          violations: [
            { path: 'contracts.3.id', code: 'REPEATED' },
            { path: 'contracts.2', code: 'ILLEGAL_TRANSITION' },
          ],
        });
        await expect(attempt([...ids, ids[0] ?? ''])).rejects.toMatchObject({
          violations: [{ path: 'contracts.2.id', code: 'REPEATED' }],
        });
        await expect(attempt([...ids, unready, randomUUID()])).rejects.toMatchObject({
          violations: [
            { path: 'contracts.2', code: 'ILLEGAL_TRANSITION' },
            { path: 'contracts.3', code: 'NOT_FOUND' },
          ],
        });
        await expect(attempt([])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
        // What was right at the review may have become a duplicate since.
        const [one = '', other = ''] = ids;
        const textOf = (id: string) => sql`
          select sha256 from contracts.file where contract_id = ${id} and kind = 'CONTRACT_TEXT'`;
        const [own] = await world.rows<{ sha256: string }>(textOf(other));
        const setText = (text: Sql) =>
          world.rows(sql`
            update contracts.file set sha256 = (${text}) where contract_id = ${other} and kind = 'CONTRACT_TEXT'`);
        await setText(textOf(one));
        await expect(attempt(ids)).rejects.toMatchObject({
          violations: [
            { path: 'contracts.0.files.CONTRACT_TEXT', code: 'CONTRACT.DUPLICATE' },
            { path: 'contracts.1.files.CONTRACT_TEXT', code: 'CONTRACT.DUPLICATE' },
          ],
        });
        await setText(sql`select ${own?.sha256 ?? ''}`);
        expect((await numbers()).length).toBe(before);
        await attempt(ids);
        const rows = await world.rows<{ serial: number; state: string }>(sql`
      select right(c.registration_number, 6)::int as serial, c.state from contracts.contract c
      join contracts.ledger l on l.contract_id = c.id and l.registration_number = c.registration_number
      where ${sql.any(sql`c.id`, ids)} order by array_position(${ids}::uuid[], c.id)`);
        expect(rows).toEqual([
          { serial: before + 1, state: 'REGISTERED' },
          { serial: before + 2, state: 'REGISTERED' },
        ]);
        expect(
          await world.rows(
            sql`select 1 from contracts.contract where id = ${unready} and state = 'SECOND_REVIEW'`,
          ),
        ).toHaveLength(1);
      },
      AMPLE,
    );

    it(
      'do not leave a gap when a connection dies in the middle',
      async () => {
        const before = (await numbers()).length;
        const id = await world.application('SECOND_REVIEW');
        const work = world.app.get(Work);
        const parts = world.app.get(PartsStore);
        const year = new Date().getUTCFullYear();
        const killed = work.run(
          { domain: 'contracts', name: 'killed', actor: world.registrarB },
          async () => {
            await parts.nextSerial('REGISTRATION', year, '140900');
            await world.rows(sql`select pg_terminate_backend(pg_backend_pid())`);
          },
        );
        await expect(killed).rejects.toThrow();
        await world.registration.passSecond(world.registrarB, {
          ...(await world.target(id)),
          opinion: '同意登记。',
        });
        expect(serialsOf(await numbers(), '140900')).toEqual(counted(before + 1));
      },
      AMPLE,
    );

    it(
      'begin anew for each registry and each year, and a ledger row can be neither changed nor removed',
      async () => {
        const work = world.app.get(Work);
        const parts = world.app.get(PartsStore);
        const next = (year: number, registry: string): Promise<number> =>
          work.run({ domain: 'contracts', name: 'next', actor: world.registrarB }, () =>
            parts.nextSerial('REGISTRATION', year, registry),
          );
        expect([
          await next(2031, '140900'),
          await next(2031, '140981'),
          await next(2032, '140900'),
          await next(2031, '140900'),
        ]).toEqual([1, 1, 1, 2]);
        await expect(world.rows(sql`delete from contracts.ledger`)).rejects.toThrow('append-only');
        await expect(world.rows(sql`update contracts.ledger set total = 0`)).rejects.toThrow('append-only');
      },
      AMPLE,
    );

    it(
      'are never given to anything but a registered contract, and never twice',
      async () => {
        const id = await world.application('REGISTERED');
        const other = await world.application('SECOND_REVIEW');
        const [{ registration_number: number } = { registration_number: '' }] = await world.rows<{
          registration_number: string;
        }>(sql`select registration_number from contracts.contract where id = ${id}`);
        await expect(
          world.rows(sql`update contracts.contract set registration_number = ${number} where id = ${other}`),
        ).rejects.toThrow();
        await expect(
          world.rows(sql`update contracts.contract set registration_number = null where id = ${id}`),
        ).rejects.toThrow('registered_whole');
      },
      AMPLE,
    );

    it(
      'are refused, and none is lost, when a year has no more of them',
      async () => {
        const [first, second] = [
          await world.application('SECOND_REVIEW'),
          await world.application('SECOND_REVIEW'),
        ];
        const [{ last, year } = { last: 0, year: 0 }] = await world.rows<{ last: number; year: number }>(sql`
          select last, year from contracts.number_series where series = 'REGISTRATION' and registry = '140900'
          order by year limit 1`);
        const setLast = (serial: number) =>
          world.rows(sql`
            update contracts.number_series set last = ${serial}
            where series = 'REGISTRATION' and registry = '140900' and year = ${year}`);
        const register = async (id: string) =>
          codeOf(
            world.registration.passSecond(world.registrarB, {
              ...(await world.target(id)),
              opinion: '同意登记。',
            }),
          );
        await setLast(999_998);
        expect([await register(first), await register(second), await register(second)]).toEqual([
          'DONE',
          'CONTRACT.SERIES_FULL',
          'CONTRACT.SERIES_FULL',
        ]);
        expect((await numbers()).at(-1)).toBe(`${year}140900999999`);
        await setLast(last);
        expect(await register(second)).toBe('DONE');
      },
      AMPLE,
    );

    it(
      'a double click registers once',
      async () => {
        const id = await world.application('SECOND_REVIEW');
        const before = (await numbers()).length;
        const input = { ...(await world.target(id)), clientMutationId: randomUUID(), opinion: '同意登记。' };
        await Promise.all([1, 2, 3].map(() => world.registration.passSecond(world.registrarB, input)));
        expect((await numbers()).length).toBe(before + 1);
      },
      AMPLE,
    );
  });
});
