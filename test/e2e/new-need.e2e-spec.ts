import { readFileSync } from 'node:fs';
import { until, type GraphClient } from '@jihui/testing';
import { demoCity, demoOrganisation, demoPerson, type DemoCity } from './city.js';

const { need: content } = JSON.parse(readFileSync('config/demo/main-job.json', 'utf8')) as { need: object };

/** From publication to matches and notices, in milliseconds (product: 发布后 5 秒内). */
const WITHIN_MS = 5_000;

describe('a new need', () => {
  let city: DemoCity;
  beforeAll(async () => {
    city = await demoCity();
    // What the engine holds is read once when a process starts, long before anybody publishes.
    await city.settle();
  }, 120_000);
  afterAll(() => city?.close());

  it('has its matches, and its owner and theirs are told, within five seconds of its publication', async () => {
    const [enterprise, officer] = [city.who('enterprise'), city.who('officer')];
    const { saveNeedDraft: draft } = await enterprise.mutate<{ saveNeedDraft: { need: At } }>(
      'mutation ($input: SaveNeedDraftInput!) { saveNeedDraft(input: $input) { need { id version } } }',
      { input: { ownerId: demoOrganisation(demoPerson('enterprise').organisation ?? '').id, content } },
    );
    const { submitNeed: sent } = await enterprise.mutate<{ submitNeed: { need: At } }>(
      'mutation ($input: ListingActionInput!) { submitNeed(input: $input) { need { id version } } }',
      { input: at(draft.need) },
    );
    await city.settle();
    const before = (await notices(city.who('researcher'))).length;
    const began = performance.now();
    await officer.mutate(
      'mutation ($input: ListingActionInput!) { publishNeed(input: $input) { need { id } } }',
      { input: at(sent.need) },
    );
    await until(async () => (await matches(enterprise, sent.need.id)) > 0, WITHIN_MS);
    await until(
      async () => (await notices(enterprise)).includes(`/needs/${sent.need.id}#matches`),
      WITHIN_MS,
    );
    await until(async () => (await notices(city.who('researcher'))).length > before, WITHIN_MS);
    expect(performance.now() - began).toBeLessThan(WITHIN_MS);
  });
});

interface At {
  readonly id: string;
  readonly version: number;
}
const at = ({ id, version }: At) => ({ id, expectedVersion: version });

/** Recommendations that somebody has for the need. */
async function matches(client: GraphClient, needId: string): Promise<number> {
  const { recommendations } = await client.query<{
    recommendations: { edges: readonly { node: { needId: string } }[] };
  }>('{ recommendations(first: 50) { edges { node { needId } } } }');
  return recommendations.edges.filter(({ node }) => node.needId === needId).length;
}

/** Where somebody's notices of matches lead. */
async function notices(client: GraphClient): Promise<(string | null)[]> {
  const { notifications } = await client.query<{
    notifications: { edges: readonly { node: { link: string | null } }[] };
  }>('{ notifications(first: 50, topic: MATCH) { edges { node { link } } } }');
  return notifications.edges.map(({ node }) => node.link);
}
