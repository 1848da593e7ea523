import { randomUUID } from 'node:crypto';
import type { DealSnapshot, DomainEvent, EventType, PersonSnapshot, ResultSnapshot } from '@jihui/events';
import { system, type PersonActor } from '@jihui/kernel';
import { Work, type Tx } from '@jihui/platform';
import { CITY, organisationOf, testApp, type TestApp } from '@jihui/testing';
import { notificationsDomain } from '../src/index.js';
import { NotificationsHandlers } from '../src/notifications.handlers.js';

/** What identity would tell of such an actor. */
export const snapshotOf = (actor: PersonActor, person: Partial<PersonSnapshot> = {}): PersonSnapshot => ({
  id: actor.personId,
  displayName: '张三',
  email: `${actor.personId}@example.org`,
  status: 'ACTIVE',
  memberships: actor.memberships.map((membership) => ({ ...membership, active: true })),
  ...person,
});

export const aResult = (owner: PersonActor, result: Partial<ResultSnapshot> = {}): ResultSnapshot => ({
  id: randomUUID(),
  version: 1,
  code: 'CG2026000001',
  title: '煤矸石多孔陶瓷滤料',
  summary: '',
  keyPoints: '',
  keywords: [],
  ownerId: organisationOf(owner),
  ownerName: '某大学',
  createdBy: owner.personId,
  divisionCode: CITY,
  cluster: null,
  techField: null,
  trl: null,
  cooperationModes: [],
  priceMode: 'NEGOTIABLE',
  priceMin: null,
  priceMax: null,
  ipRights: [],
  stateFunded: false,
  visibility: 'PUBLIC',
  state: 'UNIT_REVIEW',
  online: false,
  expiresOn: null,
  ...result,
});

export const aDeal = (
  seller: PersonActor,
  buyer: PersonActor,
  deal: Partial<DealSnapshot> = {},
): DealSnapshot => ({
  id: randomUUID(),
  version: 1,
  code: 'DJ2026-000001',
  state: 'CONFIRMED',
  title: '陶瓷滤料许可',
  resultId: null,
  needId: null,
  sellerId: organisationOf(seller),
  sellerName: '某大学',
  buyerId: organisationOf(buyer),
  buyerName: '某企业',
  buyerHidden: false,
  sellerPersonIds: [seller.personId],
  buyerPersonIds: [buyer.personId],
  brokers: [],
  introductions: [],
  cooperationMode: 'LICENCE_ORDINARY',
  price: null,
  disclosure: null,
  signature: null,
  message: null,
  ...deal,
});

/** The domain alone, told by hand what the others would tell it. */
export interface World extends TestApp {
  /** Makes the actors known, as identity would. */
  meet(...actors: PersonActor[]): Promise<void>;
  /** Delivers an event once, in a transaction; the same event again is the relay's fault and must do no harm. */
  deliver<K extends EventType>(event: DomainEvent<K>): Promise<void>;
}

type Handler = (event: never, tx: Tx) => Promise<void>;

export async function aWorld(): Promise<World> {
  const app = await testApp([notificationsDomain]);
  const to = app.get(NotificationsHandlers);
  const handlers: Readonly<Partial<Record<EventType, Handler>>> = {
    'identity.person': (event) => to.projectPerson(event),
    'identity.organisation': (event, tx) => to.tellOrganisation(event, tx),
    'listings.result': (event, tx) => to.tellResult(event, tx),
    'listings.need': (event, tx) => to.tellNeed(event, tx),
    'matching.found': (event, tx) => to.tellMatches(event, tx),
    'matching.expertsFound': (event, tx) => to.tellExpertMatches(event, tx),
    'matching.patentsFound': (event, tx) => to.tellPatentMatches(event, tx),
    'deals.deal': (event, tx) => to.tellDeal(event, tx),
    'contracts.contract': (event, tx) => to.tellContract(event, tx),
    'contracts.reward': (event, tx) => to.tellReward(event, tx),
  };
  const deliver: World['deliver'] = (event) =>
    app.get(Work).run({ domain: 'notifications', name: 'deliver', actor: system('test') }, async (tx) => {
      await handlers[event.type]?.(event as never, tx);
    });
  return Object.assign(app, {
    deliver,
    meet: async (...actors: PersonActor[]) => {
      for (const actor of actors)
        await deliver(anEvent('identity.person', snapshotOf(actor), 'register', system('identity')));
    },
  });
}

export const anEvent = <K extends EventType>(
  type: K,
  payload: DomainEvent<K>['payload'] & { readonly id?: string; readonly version?: number },
  action: string,
  by: PersonActor | ReturnType<typeof system>,
): DomainEvent<K> => ({
  id: randomUUID(),
  type,
  aggregateId: payload.id ?? randomUUID(),
  version: payload.version ?? 1,
  action,
  at: '2026-11-23T00:00:00.000Z',
  actorId: by.kind === 'person' ? by.personId : `system:${by.name}`,
  payload,
});
