import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Db, sql } from '@jihui/platform';
import { anEnterprisePerson, organisationOf } from '@jihui/testing';
import { EmbeddingsClient } from '../src/embeddings/client.js';
import { Embeddings } from '../src/embeddings/embeddings.js';
import type { ExpertSnapshot } from '@jihui/events';
import { ExpertRanking, type RankedExpert } from '../src/experts/expert-ranking.js';
import { ExpertsStore } from '../src/store/experts.store.js';
import { ListingsStore } from '../src/store/listings.store.js';
import { aNeed, anExpert, aResult, aWorld, OTHER_RESULTS, type World } from './matching.factory.js';

interface Call {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly input: readonly string[];
}

/** What a model outside knows and shared words do not tell: one thing, and its two names. */
const MEANINGS: readonly RegExp[] = [/发光二极管|LED|半导体照明/u, /法兰|锻造/u, /沙棘|饮品/u, /藜麦|杂粮/u];

/** A small server that speaks OpenAI's protocol of embeddings. */
class Service {
  readonly calls: Call[] = [];
  /** Says what is answered instead. */
  instead: ((response: ServerResponse, call: Call) => boolean) | null = null;
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://:a%20key@127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = JSON.parse(Buffer.concat(pieces).toString('utf8')) as { model: string; input: string[] };
    const call = { path: request.url ?? '', authorization: request.headers.authorization, ...body };
    this.calls.push(call);
    if (this.instead?.(response, call) === true) return;
    const data = body.input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: [...MEANINGS.map((meaning) => (meaning.test(text) ? 1 : 0)), 0.1],
    }));
    // The order of the vectors is told by their numbers.
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ object: 'list', model: body.model, data: data.reverse() }));
  }
}

const refuse = (status: number) => (response: ServerResponse) => {
  response.statusCode = status;
  response.end(JSON.stringify({ error: { message: 'no' } }));
  return true;
};

const LIST = `query ($needId: ID!) {
  matchesForNeed(needId: $needId, first: 5) { edges { node { resultId modelVersion } } }
}`;
interface List {
  matchesForNeed: { edges: { node: { resultId: string; modelVersion: string } }[] };
}

describe('vectors from a service outside', () => {
  const service = new Service();
  const buyer = anEnterprisePerson();
  let url: string;
  let world: World;
  const need = aNeed({
    ownerId: organisationOf(buyer),
    ownerName: '不可外传的企业',
    title: 'LED灯具',
  });
  /** Both share the same word with the need; what the other half of the need means only the service knows. */
  const meant = aResult({ title: '灯具用大功率发光二极管芯片封装' });
  const rival = aResult({ title: '灯具外壳' });

  beforeAll(async () => {
    url = await service.open();
    world = await aWorld({ EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: 'test-1' });
    for (const other of OTHER_RESULTS) await world.result(aResult(other), 'republish');
    for (const result of [meant, rival]) await world.result(result, 'republish');
    await world.need(need, 'republish');
  });
  afterAll(async () => {
    await world?.close();
    await service.close();
  });
  beforeEach(() => {
    service.calls.length = 0;
    service.instead = null;
  });

  const run = (): Promise<number> => world.get(Embeddings).run();
  const list = async (): Promise<List['matchesForNeed']['edges']> =>
    (await world.as(buyer).query<List>(LIST, { needId: need.id })).matchesForNeed.edges;
  const sent = (): string => service.calls.flatMap(({ input }) => input).join('\n');

  it('are no part of a list while there are none, and a service that fails changes nothing', async () => {
    for (const status of [500, 401, 429]) {
      service.instead = refuse(status);
      expect(await run()).toBe(0);
    }
    const nonsense = [
      'no JSON',
      '{}',
      '{"data":[{"index":0,"embedding":[]}]}',
      '{"data":[{"index":0,"embedding":["a"]}]}',
    ];
    for (const answer of nonsense) {
      service.instead = (response) => {
        response.end(answer);
        return true;
      };
      expect(await run()).toBe(0);
    }
    service.instead = (response) => {
      response.destroy();
      return true;
    };
    expect(await run()).toBe(0);
    const found = await list();
    for (const { node } of found) expect(node.modelVersion).not.toContain('embeddings');
    expect(found.map(({ node }) => node.resultId)).toEqual([rival.id, meant.id]);
  });

  it('bring what is meant before what only shares words, and the score names the model', async () => {
    expect(await run()).toBe(OTHER_RESULTS.length + 3);
    const [first] = await list();
    expect(first!.node.resultId).toBe(meant.id);
    expect(first!.node.modelVersion).toContain('embeddings:test-1 d2:');
    const [call] = service.calls;
    expect(call).toMatchObject({ path: '/v1/embeddings', authorization: 'Bearer a key', model: 'test-1' });
    expect(call!.input.length).toBeLessThanOrEqual(16);
    // Once embedded, a text is sent again only when it has changed.
    service.calls.length = 0;
    expect(await run()).toBe(0);
    expect(service.calls).toHaveLength(0);
    await world.result({ ...meant, version: 2, summary: '改了摘要的发光二极管封装。' }, 'republish');
    expect(await run()).toBe(1);
    expect(sent()).toContain('改了摘要');
  });

  it('of their works bring people before others, who are told of the need by them too', async () => {
    const [knows, other] = [meant, rival].map(({ createdBy }) =>
      anExpert({ personId: createdBy, keywords: ['LED灯具'], introduction: '不可外传的自述' }),
    ) as [ExpertSnapshot, ExpertSnapshot];
    const others = OTHER_RESULTS.map(({ title = '', summary = '' }) =>
      anExpert({ keywords: [title], introduction: summary }),
    );
    for (const one of [knows, other, ...others]) await world.expert(one);
    await run();
    const ranking = world.get(ExpertRanking);
    const listed = async (): Promise<RankedExpert[]> => {
      const [found] = (await world.get(ListingsStore).byIds([need.id])).values();
      return (await ranking.forNeeds([found!])).get(need.id) ?? [];
    };
    const [first, second] = await listed();
    expect([first!.expertId, second!.expertId]).toEqual([knows.id, other.id]);
    expect(first!.modelVersion).toBe('expert-3 embeddings:test-1 50.25.10.10.5');
    const [expert] = (await world.get(ExpertsStore).byIds([knows.id])).values();
    const [told] = (await ranking.forExperts([expert!])).get(knows.id) ?? [];
    expect(told).toMatchObject({ needId: need.id, modelVersion: first!.modelVersion });
    // A work that is embedded later counts from then on.
    service.calls.length = 0;
    await world.result(aResult({ title: '半导体照明灯具', createdBy: other.personId }), 'republish');
    const before = (await listed()).find(({ expertId }) => expertId === other.id);
    expect(await run()).toBe(1);
    const after = (await listed()).find(({ expertId }) => expertId === other.id);
    expect(after!.shares.at(-1)).toBeGreaterThan(before!.shares.at(-1)!);
    expect(sent()).not.toContain('自述');
  });

  it('are asked for with texts that everybody may read, and with no name of an owner', async () => {
    await world.result(aResult({ title: '保密的法兰', summary: '密中之密', visibility: 'NDA' }), 'republish');
    await world.result(aResult({ title: '登录可见的法兰', visibility: 'SIGNED_IN' }), 'republish');
    await world.need(aNeed({ title: '未上线的法兰', online: false, state: 'DRAFT' }), 'republish');
    await world.need(aNeed({ title: '公开的锻造', ownerName: '不可外传的企业' }), 'republish');
    expect(await run()).toBe(1);
    expect(sent()).toContain('公开的锻造');
    expect(sent()).not.toMatch(/保密|密中|登录可见|未上线|外传/u);
  });

  it('are given up for a text that is refused, and the others of its batch have theirs', async () => {
    await world.result(aResult({ title: '太长的锻造' }), 'republish');
    await world.result(aResult({ title: '不长的锻造' }), 'republish');
    service.instead = (response, { input }) =>
      input.some((text) => text.includes('太长')) ? refuse(400)(response) : false;
    expect(await run()).toBe(1);
    expect(service.calls.map(({ input }) => input.length)).toEqual([2, 1, 1]);
    service.instead = null;
    expect(await run()).toBe(0);
    const left = await world
      .get(Db)
      .query(sql`select title from matching.listing where title like '%长的锻造' and embedding is null`);
    expect(left).toEqual([{ title: '太长的锻造' }]);
  });

  it('are fetched for a new listing before it is first recommended', async () => {
    const fresh = aResult({ title: '半导体照明的又一项' });
    await world.result(fresh);
    await world.settle();
    expect(sent()).toContain('又一项');
  });

  it('are not waited for without end, nor fetched from where the service points', async () => {
    const of = (within: number) =>
      new EmbeddingsClient({ url, model: 'test-1', texts: 'public' }, within).embed(['法兰']);
    service.instead = () => true;
    await expect(of(100)).rejects.toThrow('embeddings:');
    service.instead = (response) => {
      response.writeHead(302, { location: `${url}/elsewhere` });
      response.end();
      return true;
    };
    await expect(of(5_000)).rejects.toThrow('embeddings:');
    expect(service.calls).toHaveLength(2);
  });
});
