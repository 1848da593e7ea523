import { request as httpRequest } from 'node:http';
import { Db, sql } from '@jihui/platform';
import {
  aPerson,
  asActor,
  aResearcher,
  aTransferOfficer,
  organisationOf,
  testApp,
  until,
  type TestApp,
} from '@jihui/testing';
import { listingsDomain } from '../src/index.js';

interface Allowance {
  readonly files: number;
  readonly bytes: number;
  readonly filesLeft: number;
  readonly bytesLeft: number;
}
const MB = 1024 * 1024;

describe('what may be uploaded within a day', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp([listingsDomain]);
  });
  afterAll(() => app.close());

  type Client = ReturnType<TestApp['client']>;
  const send = (client: Client, bytes = 10) =>
    client.upload('/files/listings', '说明.txt', Buffer.alloc(bytes, 'a'));
  const left = async (client: Client): Promise<Allowance | null> =>
    (
      await client.query<{ uploadAllowance: Allowance | null }>(
        '{ uploadAllowance { files bytes filesLeft bytesLeft } }',
      )
    ).uploadAllowance;
  let versions = 0;
  /** Enters a later version of the parameter, which holds from now on. */
  const limit = (name: string, value: number) =>
    app.get(Db).query(sql`insert into platform.parameter (name, value, effective_from, source)
      values (${`platform.upload_${name}`}, ${value}, date '2021-01-01' + ${(versions += 1)}::int, '测试')`);

  it('is told to whoever is signed in, and counted by what arrived', async () => {
    const client = app.as(aPerson());
    expect(await left(app.client())).toBeNull();
    expect(await left(client)).toEqual({
      files: 300,
      bytes: 2_000 * MB,
      filesLeft: 300,
      bytesLeft: 2_000 * MB,
    });
    expect((await send(client, 1_000)).status).toBe(201);
    expect(await left(client)).toMatchObject({ filesLeft: 299, bytesLeft: 2_000 * MB - 1_000 });
    // What was not kept counts for nothing.
    expect((await send(client, 0)).status).toBe(422);
    expect((await send(app.client())).status).toBe(401);
    expect(await left(client)).toMatchObject({ filesLeft: 299 });
  });

  it('is a number of files, also when many come at once, and is there again a day later', async () => {
    await limit('files_per_person', 3);
    const client = app.as(aPerson());
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(client)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 429, 429, 429, 429, 429]);
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({
      code: 'FILE.QUOTA',
      message: '您在 24 小时内最多上传 3 个文件、共 2000 MB，余量不足，请稍后再传',
      params: ['3', '2000'],
    });
    expect(await left(client)).toMatchObject({ filesLeft: 0 });
    await app.advance(1);
    expect(await left(client)).toMatchObject({ filesLeft: 3 });
    expect((await send(client)).status).toBe(201);
    await limit('files_per_person', 300);
  });

  it('is a number of bytes, of which a place is taken before the first arrives', async () => {
    await limit('megabytes_per_person', 1);
    const person = aPerson();
    const client = app.as(person);
    const slow = httpRequest(`${app.url}/files/listings`, {
      method: 'POST',
      headers: {
        ...asActor(person),
        'apollo-require-preflight': 'true',
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': String(Math.floor(0.9 * MB)),
      },
    });
    slow.on('error', () => undefined);
    slow.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nbeginning');
    await until(async () => (await left(client))?.filesLeft === 299);
    expect((await send(client, 0.5 * MB)).body).toMatchObject({ code: 'FILE.QUOTA' });
    slow.destroy();
    await until(async () => (await left(client))?.filesLeft === 300);
    expect((await send(client, 0.5 * MB)).status).toBe(201);
    await limit('megabytes_per_person', 2_000);
  });

  it('is bounded for all of an organisation’s people together', async () => {
    await limit('files_per_organisation', 2);
    const researcher = aResearcher();
    const office = aTransferOfficer({ organisationId: organisationOf(researcher) });
    for (const person of [researcher, office]) expect((await send(app.as(person))).status).toBe(201);
    const refused = await send(app.as(aTransferOfficer({ organisationId: organisationOf(office) })));
    expect(refused.body).toMatchObject({
      code: 'FILE.QUOTA',
      message: expect.stringContaining('您所在单位'),
    });
    expect((await send(app.as(aResearcher()))).status).toBe(201);
    expect(await left(app.as(office))).toMatchObject({ files: 300, filesLeft: 0 });
  });
});
