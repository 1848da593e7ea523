import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';
import { system, type PersonActor } from '@jihui/kernel';
import { Db, Mailer, sql, Work } from '@jihui/platform';
import {
  aBroker,
  aMember,
  anEnterprisePerson,
  anOfficer,
  aResearcher,
  asActor,
  aTransferOfficer,
  organisationOf,
  statementsOf,
  until,
} from '@jihui/testing';
import { NotificationsService } from '../src/notifications.service.js';
import { ReadPastSeed } from '../src/seed/read-past.seed.js';
import { aDeal, anEvent, aResult, aWorld, snapshotOf, type World } from './notifications.factory.js';

interface Inbox {
  notifications: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: {
      cursor: string;
      node: {
        id: string;
        topic: string;
        title: string;
        body: string;
        link: string;
        readAt: string | null;
        availableActions: { action: string }[];
      };
    }[];
  };
  unreadNotificationCount: number;
}
const INBOX = `query ($first: Int, $after: String, $unreadOnly: Boolean, $topic: NotificationTopic, $text: String) {
  notifications(first: $first, after: $after, unreadOnly: $unreadOnly, topic: $topic, text: $text) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id topic title body link readAt availableActions { action } } }
  }
  unreadNotificationCount
}`;
const READ = `mutation ($input: MarkNotificationReadInput!) { markNotificationRead(input: $input) { notification { id readAt version } unreadCount } }`;
const READ_ALL = `mutation ($input: MarkAllNotificationsReadInput!) { markAllNotificationsRead(input: $input) { marked unreadCount } }`;
const PREFER = `mutation ($input: SetNotificationPreferenceInput!) { setNotificationPreference(input: $input) { preference { topic label inbox mail } } }`;

describe('notifications', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  });
  afterAll(() => world.close());

  const inbox = (actor: PersonActor, variables = {}): Promise<Inbox> =>
    world.as(actor).query<Inbox>(INBOX, variables).data();
  const titles = async (actor: PersonActor): Promise<string[]> =>
    (await inbox(actor)).notifications.edges.map((edge) => edge.node.title);
  const mailFiles = async (to: PersonActor): Promise<string[]> => {
    const folder = join(world.stateDir, 'mail');
    const names = await readdir(folder).catch(() => []);
    const texts = await Promise.all(
      names.filter((name) => name.endsWith('.eml')).map((name) => readFile(join(folder, name), 'utf8')),
    );
    return texts.filter((text) => text.includes(`${to.personId}@example.org`));
  };
  /** A university with a researcher and a transfer officer. */
  const aUniversity = async (): Promise<{ researcher: PersonActor; office: PersonActor }> => {
    const researcher = aResearcher();
    const office = aTransferOfficer({ organisationId: organisationOf(researcher) });
    await world.meet(researcher, office);
    return { researcher, office };
  };

  describe('a submitted result', () => {
    it('is told to the transfer office in its inbox and by one mail, and to nobody else', async () => {
      const { researcher, office } = await aUniversity();
      const stranger = aTransferOfficer();
      await world.meet(stranger);
      const result = aResult(researcher);
      await world.deliver(anEvent('listings.result', result, 'submit', researcher));
      await world.settle();
      const { notifications, unreadNotificationCount } = await inbox(office);
      expect(unreadNotificationCount).toBe(1);
      expect(notifications.edges[0]!.node).toMatchObject({
        topic: 'RESULT_REVIEW',
        title: '成果《煤矸石多孔陶瓷滤料》待您审核',
        link: `/results/${result.id}`,
        readAt: null,
        availableActions: [{ action: 'markRead' }],
      });
      expect(await titles(researcher)).toEqual([]);
      expect(await titles(stranger)).toEqual([]);
      expect(await mailFiles(office)).toHaveLength(1);
      expect(await mailFiles(stranger)).toHaveLength(0);
    });

    it('is told once when the event is handled twice', async () => {
      const { researcher, office } = await aUniversity();
      const event = anEvent('listings.result', aResult(researcher), 'submit', researcher);
      await world.deliver(event);
      await world.deliver(event);
      await world.settle();
      expect(await titles(office)).toHaveLength(1);
      expect(await mailFiles(office)).toHaveLength(1);
    });

    it('that the unit approved is told to officers whose scope covers it', async () => {
      const { researcher, office } = await aUniversity();
      const city = anOfficer();
      const county = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: '140981' });
      const otherCounty = aMember('BUREAU_COUNTY', ['OFFICER'], { divisionCode: '140922' });
      await world.meet(city, county, otherCounty);
      await world.deliver(
        anEvent('listings.result', aResult(researcher, { divisionCode: '140981' }), 'approveByUnit', office),
      );
      expect(await titles(city)).toHaveLength(1);
      expect(await titles(county)).toHaveLength(1);
      expect(await titles(otherCounty)).toHaveLength(0);
      expect(await titles(researcher)).toEqual(['成果《煤矸石多孔陶瓷滤料》已通过单位审核']);
    });
  });

  describe('whoever', () => {
    it('left, or whose organisation or account is suspended, is told no more', async () => {
      const { researcher, office } = await aUniversity();
      const told = async (): Promise<number> => {
        await world.deliver(anEvent('listings.result', aResult(researcher), 'submit', researcher));
        return (await titles(office)).length;
      };
      expect(await told()).toBe(1);
      const organisation = {
        id: organisationOf(researcher),
        name: '某大学',
        kind: 'UNIVERSITY' as const,
        uscc: '',
        divisionCode: '140900',
        partyNature: '022',
        stateEstablished: true,
        legalRepresentative: '',
        contactName: '',
        contactPhone: '',
        address: '',
      };
      const change = (status: 'ACTIVE' | 'SUSPENDED', version: number, action: string): Promise<void> =>
        world.deliver({
          ...anEvent('identity.organisation', { ...organisation, status }, action, system('identity')),
          version,
        });
      await change('SUSPENDED', 2, 'suspend');
      // The members are told of that; of the organisation's affairs no more.
      expect(await told()).toBe(2);
      await change('ACTIVE', 1, 'edit');
      expect(await told()).toBe(2);
      await change('ACTIVE', 3, 'edit');
      expect(await told()).toBe(3);
      const left = snapshotOf(office, { memberships: [] });
      await world.deliver({ ...anEvent('identity.person', left, 'leave', system('identity')), version: 3 });
      expect(await told()).toBe(3);
      await world.deliver({
        ...anEvent('identity.person', snapshotOf(office), 'join', system('identity')),
        version: 2,
      });
      expect(await told()).toBe(3);
      await world.deliver({
        ...anEvent('identity.person', snapshotOf(office), 'rejoin', system('identity')),
        version: 4,
      });
      expect(await told()).toBe(4);
      await world.deliver({
        ...anEvent(
          'identity.person',
          snapshotOf(office, { status: 'SUSPENDED' }),
          'suspend',
          system('identity'),
        ),
        version: 5,
      });
      expect(await told()).toBe(4);
    });
  });

  describe('a deal', () => {
    it('tells the others of a message, once while it is unread, and mails it once', async () => {
      const [seller, buyer, broker] = [aTransferOfficer(), anEnterprisePerson(), aBroker()];
      await world.meet(seller, buyer, broker);
      const brokers = [
        {
          organisationId: organisationOf(broker),
          organisationName: '某经纪',
          personId: broker.personId,
          shareBasisPoints: 0,
          joined: true,
        },
      ];
      const deal = aDeal(seller, buyer, { brokers });
      for (let message = 0; message < 3; message += 1)
        await world.deliver(anEvent('deals.deal', deal, 'postMessage', seller));
      await world.settle();
      expect(await titles(seller)).toEqual([]);
      expect(await titles(buyer)).toEqual(['对接有新消息：陶瓷滤料许可']);
      expect(await titles(broker)).toHaveLength(1);
      expect(await mailFiles(buyer)).toHaveLength(1);
      await world.as(buyer).mutate(READ_ALL, { input: {} });
      await world.deliver(anEvent('deals.deal', deal, 'postMessage', seller));
      expect((await inbox(buyer)).unreadNotificationCount).toBe(1);
      expect(await titles(buyer)).toHaveLength(2);
    });
  });

  describe('matches', () => {
    it('are told to both owners, each about the own listing', async () => {
      const [seller, buyer] = [aTransferOfficer(), anEnterprisePerson()];
      await world.meet(seller, buyer);
      const [result, need] = [randomUUID(), randomUUID()];
      const payload = {
        subject: {
          kind: 'RESULT' as const,
          id: result,
          title: '多孔陶瓷滤料',
          ownerId: organisationOf(seller),
        },
        matches: [
          {
            kind: 'NEED' as const,
            id: need,
            title: '矸石综合利用',
            ownerId: organisationOf(buyer),
            score: 81,
            sharedTerms: ['煤矸石'],
          },
        ],
      };
      await world.deliver(anEvent('matching.found', payload, 'find', system('matching.indexResult')));
      expect((await inbox(seller)).notifications.edges[0]!.node).toMatchObject({
        topic: 'MATCH',
        link: `/results/${result}#matches`,
      });
      const mine = (await inbox(buyer)).notifications.edges[0]!.node;
      expect(mine.link).toBe(`/needs/${need}#matches`);
      expect(mine.body).toContain('《多孔陶瓷滤料》，匹配度 81，都涉及煤矸石');
    });
  });

  describe('an inbox', () => {
    const reader = aTransferOfficer();
    beforeAll(async () => {
      await world.meet(reader);
      const other = aResearcher({ organisationId: organisationOf(reader) });
      for (let count = 0; count < 60; count += 1)
        await world.deliver(
          anEvent(
            'listings.result',
            aResult(other, { title: `成果${count}` }),
            count < 50 ? 'submit' : 'remind',
            other,
          ),
        );
    });

    it('is paged newest first, filtered by topic and by what is unread', async () => {
      const first = await inbox(reader, { first: 20 });
      expect(first.notifications.totalCount).toBe(60);
      const next = await inbox(reader, { first: 20, after: first.notifications.pageInfo.endCursor });
      const ids = [...first.notifications.edges, ...next.notifications.edges].map((edge) => edge.node.id);
      expect(new Set(ids).size).toBe(40);
      expect((await inbox(reader, { topic: 'EXPIRY' })).notifications.totalCount).toBe(10);
      expect((await inbox(reader, { text: ' 《成果7》 ' })).notifications.totalCount).toBe(1);
      expect((await inbox(reader, { text: '《成果7》', topic: 'EXPIRY' })).notifications.totalCount).toBe(0);
      expect((await inbox(reader, { text: '%' })).notifications.totalCount).toBe(0);
    });

    it('marks one as read, again without harm, and all of a topic; nobody else can', async () => {
      const [one] = (await inbox(reader)).notifications.edges;
      const read = async (actor: PersonActor): Promise<unknown> =>
        world
          .as(actor)
          .mutate(READ, { input: { id: one!.node.id } })
          .data();
      expect(await read(reader)).toMatchObject({ markNotificationRead: { unreadCount: 59 } });
      expect(await read(reader)).toMatchObject({ markNotificationRead: { unreadCount: 59 } });
      await world
        .as(aTransferOfficer())
        .mutate(READ, { input: { id: one!.node.id } })
        .expectCode('NOT_FOUND');
      await world
        .as(reader)
        .mutate(READ, { input: { id: 'x' } })
        .expectCode('NOT_FOUND');
      const all = await world
        .as(reader)
        .mutate(READ_ALL, { input: { topic: 'RESULT_REVIEW' } })
        .data();
      expect(all).toEqual({ markAllNotificationsRead: { marked: 50, unreadCount: 9 } });
      expect((await inbox(reader, { unreadOnly: true })).notifications.totalCount).toBe(9);
    });

    it('begins a demo city’s day with the newest few unread, once', async () => {
      const unread = async () => (await inbox(reader, { unreadOnly: true })).notifications;
      const newest = (await unread()).edges.slice(0, 5).map(({ node }) => node.id);
      await world.get(ReadPastSeed).run();
      expect((await unread()).edges.map(({ node }) => node.id)).toEqual(newest);
      await world
        .as(reader)
        .mutate(READ, { input: { id: newest[0] } })
        .data();
      await world.get(ReadPastSeed).run();
      expect((await unread()).totalCount).toBe(4);
    });

    it('is closed to whoever is not signed in', async () => {
      await world.client().query('{ notifications { totalCount } }').expectCode('UNAUTHENTICATED');
      await world.client().mutate(READ_ALL, { input: {} }).expectCode('UNAUTHENTICATED');
      expect(await world.client().query('{ unreadNotificationCount }')).toEqual({
        unreadNotificationCount: 0,
      });
    });

    it('asks the database as often for fifty as for one', async () => {
      const ask = async (first: number): Promise<number> =>
        (await statementsOf(world, () => inbox(reader, { first }))).length;
      expect(await ask(50)).toBe(await ask(1));
    });
  });

  describe('preferences', () => {
    it('decide by topic where one is told', async () => {
      const { researcher, office } = await aUniversity();
      const set = (inboxToo: boolean, mail: boolean): Promise<unknown> =>
        world
          .as(office)
          .mutate(PREFER, { input: { topic: 'RESULT_REVIEW', inbox: inboxToo, mail } })
          .data();
      const submit = async (): Promise<void> => {
        await world.deliver(anEvent('listings.result', aResult(researcher), 'submit', researcher));
        await world.settle();
      };
      expect(await set(true, false)).toEqual({
        setNotificationPreference: {
          preference: { topic: 'RESULT_REVIEW', label: '成果审核', inbox: true, mail: false },
        },
      });
      await submit();
      expect([(await titles(office)).length, (await mailFiles(office)).length]).toEqual([1, 0]);
      await set(false, true);
      await submit();
      expect([(await titles(office)).length, (await mailFiles(office)).length]).toEqual([1, 1]);
      await set(false, false);
      await submit();
      expect([(await titles(office)).length, (await mailFiles(office)).length]).toEqual([1, 1]);
      const { notificationPreferences } = await world
        .as(office)
        .query<{ notificationPreferences: { topic: string; inbox: boolean }[] }>(
          '{ notificationPreferences { topic label inbox mail } }',
        );
      expect(notificationPreferences).toHaveLength(12);
      expect(
        notificationPreferences
          .filter((preference) => !preference.inbox)
          .map((preference) => preference.topic),
      ).toEqual(['RESULT_REVIEW']);
    });
  });

  describe('a mail', () => {
    it('is one file though the process died after sending and before marking it', async () => {
      const { researcher, office } = await aUniversity();
      await world.as(office).mutate(PREFER, { input: { topic: 'RESULT_REVIEW', inbox: true, mail: true } });
      await world.deliver(anEvent('listings.result', aResult(researcher), 'submit', researcher));
      await world.settle();
      const [mail] = await world
        .get(Db)
        .query<{ id: string }>(sql`select id from notifications.mail where person_id = ${office.personId}`);
      const died = sql`update notifications.mail set sent_at = null where id = ${mail!.id}`;
      await world.get(Db).query(died);
      const send = (): Promise<void> =>
        world
          .get(Work)
          .run({ domain: 'notifications', name: 'sendMail', actor: system('test') }, (tx) =>
            world.get(NotificationsService).sendMail(mail!.id, tx),
          );
      await send();
      expect(await mailFiles(office)).toHaveLength(1);
      let sent = 0;
      const mailer = world.get(Mailer);
      const original = mailer.send.bind(mailer);
      mailer.send = (message) => {
        sent += 1;
        return original(message);
      };
      await send();
      mailer.send = original;
      expect(sent).toBe(0);
    });

    it('whose job the queue has lost is asked for again, and one that went out is not', async () => {
      const { researcher, office } = await aUniversity();
      await world.as(office).mutate(PREFER, { input: { topic: 'RESULT_REVIEW', inbox: true, mail: true } });
      for (let turn = 0; turn < 2; turn += 1)
        await world.deliver(anEvent('listings.result', aResult(researcher), 'submit', researcher));
      await world.settle();
      const db = world.get(Db);
      const mails = (): Promise<{ id: string; sent: boolean }[]> =>
        db.query(sql`select id, sent_at is not null as sent from notifications.mail
          where person_id = ${office.personId} order by created_at, id`);
      const [lost, gone] = await mails();
      expect([lost?.sent, gone?.sent]).toEqual([true, true]);
      await db.query(sql`update notifications.mail set sent_at = null where id = ${lost!.id}`);
      const sent: string[] = [];
      const mailer = world.get(Mailer);
      const original = mailer.send.bind(mailer);
      mailer.send = (message) => {
        sent.push(message.id);
        return original(message);
      };
      await world
        .get(Work)
        .run({ domain: 'notifications', name: 'sendLeft', actor: system('test') }, (tx) =>
          world.get(NotificationsService).sendLeft(tx),
        );
      await world.settle();
      mailer.send = original;
      expect(sent).toEqual([lost!.id]);
      expect((await mails()).every((mail) => mail.sent)).toBe(true);
    });
  });

  describe('the stream', () => {
    it('tells the count at once and when it changes, and ends with the server', async () => {
      const { researcher, office } = await aUniversity();
      const lines: string[] = [];
      const opened = await new Promise<{
        status: number | undefined;
        type: string | undefined;
        end: () => void;
      }>((resolve) => {
        const request = get(`${world.url}/events/stream`, { headers: asActor(office) }, (response) => {
          response.setEncoding('utf8').on('data', (chunk: string) => lines.push(chunk));
          resolve({
            status: response.statusCode,
            type: response.headers['content-type'],
            end: () => request.destroy(),
          });
        });
      });
      expect([opened.status, opened.type]).toEqual([200, 'text/event-stream; charset=utf-8']);
      const told = (text: string): Promise<void> => until(() => lines.join('').includes(text));
      await told('event: unread\ndata: {"count":0}');
      await world.deliver(anEvent('listings.result', aResult(researcher), 'submit', researcher));
      await told('data: {"count":1}');
      opened.end();
      expect((await world.client().get('/events/stream')).status).toBe(401);
    });
  });
});
