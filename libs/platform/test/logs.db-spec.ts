import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import request from 'supertest';
import { testApp, until, type TestApp } from '@jihui/testing';
import { sampleDomain } from './sample-domain.js';

interface Line {
  readonly level: number;
  readonly reqId?: string;
  readonly msg: string;
  readonly route?: string;
  readonly status?: number;
  readonly stack?: string;
}

describe('logs', () => {
  let server: TestApp;
  beforeAll(async () => {
    // A demo writes its log to a file, which is what is read here.
    server = await testApp([sampleDomain()], { settings: { JIHUI_MODE: 'demo', LOG_LEVEL: '' } });
  });
  afterAll(() => server?.close());

  const text = (): string => readFileSync(join(server.stateDir, 'logs', 'server.log'), 'utf8');
  const logged = (): Line[] =>
    text()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  const ofRequest = async (id: string | undefined): Promise<Line[]> => {
    const found = (): Line[] => logged().filter(({ reqId }) => reqId === id);
    await until(() => found().some(({ msg }) => msg === 'request'));
    await setImmediate();
    return found();
  };

  const SECRETS = ['li.wenbo@demo.cn', '13800000000', 'Jihui-demo-2026', 'eyJhbGciOi', '李文博'];

  describe('the log', () => {
    it('has one line a request, under the id that the answer carries', async () => {
      const { headers } = await request(server.url).get('/healthz');
      const lines = await ofRequest(headers['x-request-id']);
      expect(lines).toEqual([
        expect.objectContaining({ msg: 'request', method: 'GET', route: '/healthz', status: 200 }),
      ]);
    });

    it('has a defect with its stack under the same id', async () => {
      const graph = await request(server.url).post('/graphql').send({ query: '{ fail(how: "defect") }' });
      const rest = await request(server.url).get('/sample/defect/李文博');
      for (const { headers } of [graph, rest]) {
        const [defect] = (await ofRequest(headers['x-request-id'])).filter(({ msg }) => msg === 'defect');
        expect([defect?.level, defect?.stack]).toEqual([50, expect.stringContaining('sample-domain')]);
      }
    });

    it('says nothing of a refusal', async () => {
      const { headers } = await request(server.url)
        .post('/graphql')
        .send({ query: '{ fail(how: "refusal") }' });
      expect((await ofRequest(headers['x-request-id'])).map(({ msg }) => msg)).toEqual(['request']);
    });

    it('names nobody and opens nothing', async () => {
      const [email, phone, password, token, name] = SECRETS;
      await request(server.url)
        .post('/graphql')
        .set('authorization', `Bearer ${token}`)
        .set('cookie', `session=${token}`)
        .send({
          query: 'query ($how: String!) { fail(how: $how) }',
          variables: { how: `${name} ${email} ${phone} ${password}` },
        });
      const last = await request(server.url)
        .get(`/files/none/${encodeURIComponent(name ?? '')}?email=${email}&token=${token}`)
        .set('user-agent', name === undefined ? '' : encodeURIComponent(name));
      await ofRequest(last.headers['x-request-id']);
      for (const secret of [...SECRETS, encodeURIComponent('李文博')]) expect(text()).not.toContain(secret);
    });
  });
});
