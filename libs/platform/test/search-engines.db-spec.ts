import { randomUUID } from 'node:crypto';
import net from 'node:net';
import fc from 'fast-check';
import { IndexCheck, pageArgs, Reindex, Search, SearchIndex } from '@jihui/platform';
import {
  describeWith,
  startMeilisearch,
  testApp,
  until,
  type RunningPart,
  type TestApp,
} from '@jihui/testing';
import type { SearchEngine } from '../src/search/engine.js';
import { Engines } from '../src/search/engines.js';
import { Meili } from '../src/search/meili/meili.js';
import { PostgresEngine } from '../src/search/postgres.engine.js';
import { compile, EMPTY_LEXICON, partsOf } from '../src/search/query.js';
import { aDocument } from './search-contract/finder.js';
import { sampleDomain } from './sample-domain.js';

/** A way to the server that can be cut and opened again. */
class Line {
  private server: net.Server | null = null;
  private readonly sockets = new Set<net.Socket>();
  port = 0;

  constructor(private readonly to: URL) {}

  async open(): Promise<void> {
    const server = net.createServer((socket) => {
      const other = net.connect(Number(this.to.port), this.to.hostname);
      for (const one of [socket, other]) {
        this.sockets.add(one);
        one.on('error', () => undefined).on('close', () => this.sockets.delete(one));
      }
      socket.pipe(other).pipe(socket);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as net.AddressInfo).port;
    this.server = server;
  }

  async cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server?.close(() => resolve()) ?? resolve());
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

describeWith('meilisearch', 'Meilisearch beside PostgreSQL', () => {
  let part: RunningPart;
  let line: Line;
  let app: TestApp;
  const index = `beside_${randomUUID().slice(0, 8)}`;

  beforeAll(async () => {
    part = await startMeilisearch();
    line = new Line(new URL(part.url));
    await line.open();
    app = await testApp([sampleDomain()], {
      settings: { MEILI_URL: `http://127.0.0.1:${line.port}`, MEILI_INDEX: index },
    });
    await until(async () => (await engine()) === 'meilisearch');
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await line?.cut();
    await part?.stop();
  });

  const engine = async (): Promise<string> => {
    app.get(Engines).lookAgain();
    return app.get(Engines).ask((one) => Promise.resolve(one.name));
  };
  const put = (title: string, id: string = randomUUID(), version = 1): Promise<void> =>
    app.get(SearchIndex).put([aDocument({ title, id, version })]);
  const find = async (text: string): Promise<number> => {
    const answer = await app.get(Search).ask({ types: ['thing'], text, viewer: ['anyone'] });
    return (await answer.page(pageArgs({ first: 100 }))).hits.length;
  };
  const drifts = async (): Promise<string[]> => {
    const { drifts: found } = await app.get(IndexCheck).run();
    return found.filter(({ engine: one }) => one === 'meilisearch').map(({ problem }) => problem);
  };

  it('is written later than the database, which answers while it is away, and catches up', async () => {
    await put('光伏支架');
    await app.settle();
    await line.cut();
    await put('光伏逆变器');
    expect(await find('光伏')).toBe(2);
    await line.open();
    await app.settle();
    await until(async () => (await drifts()).length === 0 && (await engine()) === 'meilisearch');
    expect(await find('光伏')).toBe(2);
  });

  it('is not asked by who may miss nothing: the database is, which nothing lags behind', async () => {
    await app.settle();
    const id = randomUUID();
    const belongsTo = randomUUID();
    await app.get(SearchIndex).put([aDocument({ title: '镓砷外延', id, belongsTo })]);
    await app.settle();
    // The engine answers, and has lost the document; the next look at its drift would find that.
    await app.get(Meili).parts?.live.write([{ type: 'thing', id, faces: [] }]);
    expect(await engine()).toBe('meilisearch');
    const exactly = { types: ['thing'], text: '镓砷', viewer: ['anyone'], current: true, ids: [id] };
    for (const sort of [null, { by: 'newest', direction: 'desc' } as const]) {
      const answer = await app.get(Search).ask({ ...exactly, sort });
      expect((await answer.page(pageArgs({ first: 5 }))).hits.map((hit) => hit.id)).toEqual([id]);
      expect(await answer.count()).toBe(1);
    }
    const check = app.get(IndexCheck);
    await check.repair((await check.run()).drifts);
    await app.settle();
  });

  it('never shows what was hidden since it was told', async () => {
    const belongsTo = randomUUID();
    await app.get(SearchIndex).put([aDocument({ title: '储能电站', belongsTo })]);
    await app.settle();
    await line.cut();
    await app.get(SearchIndex).changeAllOf(belongsTo, { listed: false });
    await line.open();
    expect(await find('储能')).toBe(0);
    await app.settle();
    expect(await drifts()).toEqual([]);
  });

  it('says what is missing, stale and surplus, and is told again', async () => {
    const { parts } = app.get(Meili);
    const ids = [randomUUID(), randomUUID()];
    for (const id of ids) await put('镁合金', id);
    await app.settle();
    const [first = '', second = ''] = ids;
    const face = {
      type: 'thing',
      face: 0,
      revision: '0',
      listed: true,
      visible_to: ['anyone'],
      hidden_from: [],
      vals: {},
      sorts: {},
      numbers: '',
      fields: [],
    };
    await parts?.live.write([
      { type: 'thing', id: first, faces: [] },
      { type: 'thing', id: second, faces: [{ ...face, id: second }] },
      { type: 'thing', id: randomUUID(), faces: [{ ...face, id: randomUUID() }] },
    ]);
    expect((await drifts()).sort()).toEqual(['missing', 'stale', 'surplus']);
    const check = app.get(IndexCheck);
    await check.repair((await check.run()).drifts);
    await app.settle();
    expect(await drifts()).toEqual([]);
    expect(await find('镁合金')).toBe(2);
  });

  it('is made anew without a moment of missing results, with what changes meanwhile', async () => {
    await app
      .get(SearchIndex)
      .put(Array.from({ length: 700 }, (_, at) => aDocument({ title: `氢能 第${at}项` })));
    await app.settle();
    let misses = 0;
    let done = false;
    const asking = (async () => {
      while (!done) if ((await find('氢能')) < 100) misses += 1;
    })();
    const id = randomUUID();
    const steps: number[] = [];
    await app.get(Reindex).run(({ done: count }) => {
      steps.push(count);
      if (steps.length === 1) void put('甲醇重整', id);
    });
    done = true;
    await asking;
    await app.settle();
    expect(misses).toBe(0);
    expect(steps.length).toBeGreaterThan(1);
    expect(await find('甲醇')).toBe(1);
    expect(await drifts()).toEqual([]);
  });

  it('is made anew when it was lost', async () => {
    await app.get(Meili).parts?.live.drop();
    expect(await find('氢能')).toBe(100);
    await until(async () => (await app.get(Meili).parts?.live.isOurs()) ?? false, 30_000);
    await app.settle();
    expect(await drifts()).toEqual([]);
  });

  it('goes on answering after somebody pasted a page, which the database answers', async () => {
    const page = Array.from({ length: 400 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
    expect(await find(page)).toBe(0);
    // Without another look at whether it is there: one question must not take it from everybody else.
    expect(await app.get(Engines).ask(({ name }) => Promise.resolve(name))).toBe('meilisearch');
  });

  it('finds the same as PostgreSQL, whatever is asked', async () => {
    const words = [
      '光伏',
      '支架',
      '氢能',
      '第7项',
      '镁合金',
      '逆变',
      '储能',
      'led',
      '金',
      '-光伏',
      '"第7"',
      '甲',
    ];
    const other = app.get(Meili).parts?.engine;
    if (other === undefined) throw new Error('the other engine is set');
    const engines: readonly SearchEngine[] = [app.get(PostgresEngine), other];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
        async (chosen) => {
          const { strict } = compile(partsOf(`${chosen.join(' ')} `), EMPTY_LEXICON);
          const query = { types: ['thing'], viewer: ['anyone'], term: strict, filters: {}, ids: null };
          const counts = await Promise.all(engines.map((one) => one.count(query)));
          expect([chosen, counts[1]]).toEqual([chosen, counts[0]]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
