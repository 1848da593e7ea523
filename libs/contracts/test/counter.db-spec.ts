import { randomUUID } from 'node:crypto';
import { DomainError, type PersonActor } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import { aMember, organisationOf } from '@jihui/testing';
import { CounterService } from '../src/counter/counter.service.js';
import { HandlingService } from '../src/handling/handling.service.js';
import { completeForm } from './contract.fixture.js';
import { aWorld, formOf, type World } from './contracts.world.js';

let world: World;
let service: CounterService;
beforeAll(async () => {
  world = await aWorld();
  service = world.app.get(CounterService);
}, 120_000);
afterAll(() => world.close());

const codeOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code === 'INVALID_INPUT' ? (error.violations[0]?.code ?? error.code) : error.code;
  }
  return 'DONE';
};
const note = '王晓岚持合同原件两份到窗口';
const begin = (as: PersonActor, organisationId = organisationOf(world.seller)) =>
  service.start(as, { clientMutationId: randomUUID(), organisationId, note });
/** Entered by the registrar, with the scanned papers. */
async function entered(clerk = world.registrarA): Promise<string> {
  const { id } = await begin(clerk);
  await world.file(id, 'CONTRACT_TEXT', randomUUID(), clerk);
  await world.file(id, 'IP_CERTIFICATE', randomUUID(), clerk);
  const form = { ...formOf(completeForm), title: `窗口代办${randomUUID().slice(0, 8)}` };
  await world.applications.save(clerk, { ...(await world.target(id)), form });
  return id;
}
const seen = async (as: PersonActor, id: string) =>
  (
    await world.app.as(as).query<{
      contract: {
        sight: string;
        counterIntake: object | null;
        availableActions: { action: string }[];
      } | null;
    }>('query ($id: ID!) { contract(id: $id) { sight counterIntake { clerkName note takenOverAt } availableActions { action } } }', { id })
  ).contract;

describe('an application entered at the counter', () => {
  it('is begun by a registrar of the seller’s place who has no tie to it', async () => {
    expect(await codeOf(begin(world.officer))).toBe('FORBIDDEN');
    expect(await codeOf(begin(world.countyRegistrar))).toBe('FORBIDDEN');
    expect(await codeOf(begin(world.seller))).toBe('FORBIDDEN');
    expect(await codeOf(begin(world.registrarA, randomUUID()))).toBe('NOT_FOUND');
    expect(await codeOf(begin(world.conflicted, organisationOf(world.buyer)))).toBe(
      'CONTRACT.CONFLICT_OF_INTEREST',
    );
    await world.app.get(HandlingService).declare(world.registrarA, {
      clientMutationId: randomUUID(),
      organisationId: organisationOf(world.seller),
      note: '配偶在该单位任职',
    });
    expect(await codeOf(begin(world.registrarA))).toBe('CONTRACT.CONFLICT_OF_INTEREST');
    await world.rows(sql`delete from contracts.person_tie`);
  });

  it('is written by the clerk as the seller would, and read by nobody else before it is submitted', async () => {
    const id = await entered();
    expect(await seen(world.registrarA, id)).toMatchObject({
      sight: 'APPLICANT',
      counterIntake: { clerkName: '刘慧', note, takenOverAt: null },
    });
    expect((await seen(world.seller, id))?.availableActions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['edit', 'submit', 'takeOver']),
    );
    for (const who of [world.registrarB, world.bureauAdmin, world.stranger]) {
      expect(await seen(who, id)).toBeNull();
      expect(await codeOf(world.applications.submit(who, await world.target(id)))).toBe('NOT_FOUND');
    }
    await world.applications.submit(world.registrarA, await world.target(id));
    expect((await seen(world.registrarA, id))?.sight).toBe('REGISTRY');
  });

  it('is not reviewed by the clerk in any way', async () => {
    const id = await entered();
    await world.applications.submit(world.registrarA, await world.target(id));
    const opinion = '符合认定条件。';
    const attempt = async (act: (target: Awaited<ReturnType<World['target']>>) => Promise<unknown>) =>
      codeOf(act(await world.target(id)));
    const { reviews, registration } = world;
    const returned = { deficiencies: [{ path: 'signedAt', message: '不详' }] };
    expect(await attempt((target) => reviews.return(world.registrarA, { ...target, ...returned }))).toBe(
      'CONTRACT.OWN_INTAKE',
    );
    expect(await attempt((target) => reviews.accept(world.registrarA, target))).toBe('CONTRACT.OWN_INTAKE');
    await reviews.accept(world.registrarB, await world.target(id));
    expect(await attempt((target) => reviews.claim(world.registrarA, target))).toBe('CONTRACT.OWN_INTAKE');
    expect(await codeOf(world.judge(id, world.registrarA))).toBe('CONTRACT.OWN_INTAKE');
    await world.judge(id, world.registrarB);
    await reviews.passFirst(world.registrarB, { ...(await world.target(id)), opinion });
    expect(await attempt((target) => registration.passSecond(world.registrarA, { ...target, opinion }))).toBe(
      'CONTRACT.OWN_INTAKE',
    );
    expect(await attempt((target) => registration.approve(world.registrarA, { ...target, opinion }))).toBe(
      'CONTRACT.OWN_INTAKE',
    );
    expect(
      await attempt((target) => reviews.reject(world.registrarA, { ...target, grounds: ['R02'], opinion })),
    ).toBe('CONTRACT.OWN_INTAKE');
    const third = aMember('BUREAU_CITY', ['REGISTRAR'], { organisationId: organisationOf(world.registrarB) });
    await reviews.claim(third, await world.target(id));
    expect(await attempt((target) => reviews.release(world.registrarA, target))).toBe('CONTRACT.OWN_INTAKE');
    await registration.approve(third, { ...(await world.target(id)), opinion });
    const together = { clientMutationId: randomUUID(), contracts: [await world.target(id)] };
    expect(await codeOf(registration.registerAll(world.registrarA, together))).toBe('CONTRACT.OWN_INTAKE');
    expect(await codeOf(registration.registerAll(third, together))).toBe('DONE');
  });

  it('is taken over by the seller, and the clerk writes no more', async () => {
    const id = await entered();
    expect(await codeOf(service.takeOver(world.sellerMember, await world.target(id)))).toBe('NOT_FOUND');
    expect(await codeOf(service.takeOver(world.registrarA, await world.target(id)))).toBe('FORBIDDEN');
    await service.takeOver(world.seller, await world.target(id));
    expect(await codeOf(service.takeOver(world.seller, await world.target(id)))).toBe(
      'CONTRACT.NOT_AT_COUNTER',
    );
    expect(await seen(world.registrarA, id)).toBeNull();
    expect(
      await codeOf(
        world.applications.save(world.registrarA, { ...(await world.target(id)), form: { title: '改名' } }),
      ),
    ).toBe('NOT_FOUND');
    await world.applications.submit(world.seller, await world.target(id));
    // Who entered it stays known, and kept from reviewing.
    await world.reviews.accept(world.registrarB, await world.target(id));
    expect(await codeOf(world.reviews.claim(world.registrarA, await world.target(id)))).toBe(
      'CONTRACT.OWN_INTAKE',
    );
    const own = await world.application('DRAFT');
    expect(await codeOf(service.takeOver(world.seller, await world.target(own)))).toBe(
      'CONTRACT.NOT_AT_COUNTER',
    );
  });
});
