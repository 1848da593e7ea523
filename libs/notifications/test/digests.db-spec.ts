import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { system, type PersonActor } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import { aMember, anEnterprisePerson, aTransferOfficer, organisationOf } from '@jihui/testing';
import { Digests } from '../src/digests.js';
import { NotificationsHandlers } from '../src/notifications.handlers.js';
import { anEvent, aWorld, snapshotOf, type World } from './notifications.factory.js';

interface Told {
  readonly topic: string;
  readonly title: string;
  readonly lines: readonly { readonly title: string; readonly link: string }[];
}

describe('the digest of the morning', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const NIGHT = system('matching.recommend');
  const told = async (actor: PersonActor): Promise<readonly Told[]> => {
    const { notifications } = await world.as(actor).query<{
      notifications: { edges: { node: Told }[] };
    }>('{ notifications { edges { node { topic title lines { title link } } } } }');
    return notifications.edges.map(({ node }) => node);
  };
  const morning = (): Promise<void> => world.get(NotificationsHandlers).sendDigests({});
  /** Found at night: results for a need of the buyer's. */
  const found = (seller: PersonActor, buyer: PersonActor, needId: string, score = 81): Promise<void> =>
    world.deliver(
      anEvent(
        'matching.found',
        {
          subject: {
            kind: 'RESULT',
            id: randomUUID(),
            title: '多孔陶瓷滤料',
            ownerId: organisationOf(seller),
          },
          matches: [
            {
              kind: 'NEED',
              id: needId,
              title: '矸石综合利用',
              ownerId: organisationOf(buyer),
              score,
              sharedTerms: ['煤矸石'],
            },
          ],
        },
        'digest',
        NIGHT,
      ),
    );
  const mailsTo = async (person: PersonActor): Promise<string[]> => {
    await world.settle();
    const folder = join(world.stateDir, 'mail');
    const names = await readdir(folder).catch(() => []);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return texts.filter((text) => text.includes(`${person.personId}@example.org`));
  };

  it('tells each person once, a line a thing however often something was found for it, the best first', async () => {
    const [seller, buyer] = [aTransferOfficer(), anEnterprisePerson()];
    await world.meet(seller, buyer);
    const [once, often] = [randomUUID(), randomUUID()];
    await found(seller, buyer, once, 60);
    for (const score of [70, 88, 75]) await found(seller, buyer, often, score);
    const patent = randomUUID();
    await world.deliver(
      anEvent(
        'matching.patentsFound',
        {
          pairs: [
            {
              need: { id: once, title: '矸石综合利用', ownerId: organisationOf(buyer) },
              patent: { id: patent, title: '一种陶粒', ownerId: organisationOf(seller) },
              score: 65,
              sharedTerms: [],
            },
          ],
        },
        'digest',
        NIGHT,
      ),
    );
    expect(await told(buyer)).toEqual([]);
    await morning();
    expect(await told(buyer)).toEqual([
      {
        topic: 'DIGEST',
        title: '昨夜为您找到 5 条新匹配',
        lines: [
          { title: '为需求《矸石综合利用》找到的成果：3 个，最高匹配度 88', link: `/needs/${often}#matches` },
          { title: '为需求《矸石综合利用》找到的专利：1 个，最高匹配度 65', link: `/needs/${once}#patents` },
          { title: '为需求《矸石综合利用》找到的成果：1 个，最高匹配度 60', link: `/needs/${once}#matches` },
        ],
      },
    ]);
    expect((await told(seller))[0]?.lines).toContainEqual({
      title: '与专利《一种陶粒》相符的需求：1 个，最高匹配度 65',
      link: `/patents/${patent}#needs`,
    });
    expect(await mailsTo(buyer)).toHaveLength(1);
    await morning();
    expect(await told(buyer)).toHaveLength(1);
  });

  it('is one for a person of two organisations, and none for who left, was suspended, or has no say there', async () => {
    const [first, second] = [anEnterprisePerson(), anEnterprisePerson()];
    const both = { ...first, memberships: [...first.memberships, ...second.memberships] };
    const [seller, colleague] = [
      aTransferOfficer(),
      aMember('ENTERPRISE', ['RESEARCHER'], { organisationId: organisationOf(first) }),
    ];
    const leaving = anEnterprisePerson({ organisationId: organisationOf(first) });
    await world.meet(both, seller, colleague, leaving);
    await found(seller, first, randomUUID());
    await found(seller, second, randomUUID());
    await world.deliver(
      anEvent('identity.person', snapshotOf(leaving, { memberships: [] }), 'leave', system('identity')),
    );
    await morning();
    expect((await told(both)).map(({ lines }) => lines.length)).toEqual([2]);
    expect(await told(leaving)).toEqual([]);
    expect(await told(colleague)).toEqual([]);
  });

  it('is told where the person chose, or not at all', async () => {
    const [seller, buyer] = [aTransferOfficer(), anEnterprisePerson()];
    await world.meet(seller, buyer);
    await world
      .as(buyer)
      .mutate(
        'mutation ($input: SetNotificationPreferenceInput!) { setNotificationPreference(input: $input) { preference { topic } } }',
        { input: { topic: 'DIGEST', inbox: false, mail: false } },
      );
    await found(seller, buyer, randomUUID());
    await morning();
    expect(await told(buyer)).toEqual([]);
    expect(await mailsTo(buyer)).toEqual([]);
    expect(await world.get(Db).query(sql`select 1 from notifications.digest_line`)).toEqual([]);
  });

  it('goes on where a morning broke off, and tells nobody twice', async () => {
    const [seller, ...buyers] = [aTransferOfficer(), anEnterprisePerson(), anEnterprisePerson()];
    await world.meet(seller, ...buyers);
    for (const buyer of buyers) await found(seller, buyer, randomUUID());
    const digests = world.get(Digests);
    // Both at once, as a job that is believed dead and its successor.
    await Promise.all([digests.run(), digests.run()]);
    await morning();
    for (const buyer of buyers) expect(await told(buyer)).toHaveLength(1);
    expect(await told(seller)).toHaveLength(1);
  });
});
