import { randomUUID } from 'node:crypto';
import type { DomainEvent, ExpertSnapshot, NeedSnapshot, ResultSnapshot } from '@jihui/events';
import { system } from '@jihui/kernel';
import { Work } from '@jihui/platform';
import { CITY, type TestApp } from '@jihui/testing';
import { MatchingHandlers } from '../src/matching.handlers.js';
import type { Task } from './set.js';

/** Listings that hold more in their title are no titles. */
const LONGEST_TITLE = 100;
const BATCH = 500;

/** Ids of a set are any text; the product's are UUIDs. */
export interface Market {
  readonly results: ReadonlyMap<string, string>;
  readonly needs: ReadonlyMap<string, string>;
}

/** Documents go in as results and queries as needs, by the events by which a deployment imports them. */
export async function fill(world: TestApp, { documents, queries }: Task): Promise<Market> {
  const results = documents.map(({ id, fields, by }) => ({
    id,
    snapshot: { ...result(fields), ...(by !== undefined && { createdBy: by }) },
  }));
  const needs = queries.map(({ id, title, content }) => ({ id, snapshot: need(title, content) }));
  const handlers = world.get(MatchingHandlers);
  const deliver = (run: Parameters<typeof inTransaction>[1]): Promise<void> => inTransaction(world, run);
  for (let at = 0; at < results.length; at += BATCH) {
    const batch = results.slice(at, at + BATCH).map(({ snapshot }) => snapshot);
    await deliver((tx) => handlers.indexResults(event('listings.resultsImported', { results: batch }), tx));
  }
  for (let at = 0; at < needs.length; at += BATCH) {
    const batch = needs.slice(at, at + BATCH).map(({ snapshot }) => snapshot);
    await deliver((tx) => handlers.indexNeeds(event('listings.needsImported', { needs: batch }), tx));
  }
  // The words that every need holds are counted by a job.
  await world.settle();
  const ids = (rows: readonly { id: string; snapshot: { id: string } }[]): Map<string, string> =>
    new Map(rows.map(({ id, snapshot }) => [id, snapshot.id]));
  return { results: ids(results), needs: ids(needs) };
}

function inTransaction(
  world: TestApp,
  run: (tx: Parameters<MatchingHandlers['indexResults']>[1]) => Promise<void>,
): Promise<void> {
  return world.get(Work).run({ domain: 'matching', name: 'import', actor: system('evaluation') }, run);
}

/** People enter the bank by the event by which it tells of them. @returns ids of the product by those of the set */
export async function fillBank(
  world: TestApp,
  people: readonly { readonly id: string; readonly personId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const handlers = world.get(MatchingHandlers);
  const known = people.map(({ id, personId }) => ({ id, snapshot: expert(personId) }));
  await inTransaction(world, async (tx) => {
    for (const { snapshot } of known) await handlers.indexExpert(event('discovery.expert', snapshot), tx);
  });
  return new Map(known.map(({ id, snapshot }) => [id, snapshot.id]));
}

const event = <K extends 'listings.resultsImported' | 'listings.needsImported' | 'discovery.expert'>(
  type: K,
  payload: DomainEvent<K>['payload'],
): DomainEvent<K> => ({
  id: randomUUID(),
  type,
  aggregateId: randomUUID(),
  version: 1,
  // Told as if from before: nobody is recommended to anybody meanwhile.
  action: 'republish',
  at: new Date().toISOString(),
  actorId: randomUUID(),
  payload,
});

const result = (fields: Readonly<Record<string, string>>): ResultSnapshot => {
  const { text = '', title = text.length <= LONGEST_TITLE ? text : '', keywords = '' } = fields;
  const long = text.length > LONGEST_TITLE ? text : '';
  return {
    ...COMMON,
    id: randomUUID(),
    code: 'CG2026000001',
    title,
    summary: fields['abstract'] ?? long,
    keyPoints: '',
    keywords: keywords.split(/\s+/u).filter(Boolean),
    trl: null,
    priceMode: 'NEGOTIABLE',
    priceMin: null,
    priceMax: null,
    ipRights: [],
    stateFunded: false,
  };
};

const need = (title: string, content: string): NeedSnapshot => ({
  ...COMMON,
  ownerId: OWNERS.need,
  id: randomUUID(),
  code: 'XQ2026000001',
  title,
  description: content,
  keywords: [],
  indicators: [],
  anonymous: false,
  needType: 'PROCESS',
  budgetMin: null,
  budgetMax: null,
  neededBy: null,
});

/** Whose profile says nothing but what the works say. */
const expert = (personId: string): ExpertSnapshot => ({
  id: randomUUID(),
  version: 1,
  personId,
  name: '某专家',
  organisationId: null,
  unitName: '某单位',
  scopeCode: CITY,
  state: 'ACTIVE',
  reason: null,
  note: '',
  visibility: 'PUBLIC',
  title: '',
  disciplines: [],
  techFields: [],
  clusters: [],
  keywords: [],
  introduction: '',
  worksOpen: true,
  modes: [],
  availability: 'OPEN',
  employments: [],
  relations: [],
});

const OWNERS = { result: randomUUID(), need: randomUUID() };
const COMMON = {
  version: 1,
  ownerId: OWNERS.result,
  ownerName: '某单位',
  createdBy: OWNERS.need,
  divisionCode: CITY,
  cluster: null,
  techField: null,
  cooperationModes: [],
  visibility: 'PUBLIC',
  state: 'ONLINE',
  online: true,
  expiresOn: null,
} as const;
