import pg from 'pg';
import { anonymous, type Actor } from '@jihui/kernel';
import { statementsOf, until } from '@jihui/testing';
import { aResultIn, aStage, onResult, type Stage } from './listings.factory.js';

describe('what visitors are answered from memory', () => {
  let stage: Stage;
  let elsewhere: pg.Client;
  beforeAll(async () => {
    stage = await aStage();
    elsewhere = new pg.Client({ connectionString: stage.app.databaseUrl });
    await elsewhere.connect();
  });
  afterAll(async () => {
    await elsewhere?.end();
    await stage?.app.close();
  });

  const ONE = 'query ($id: ID!) { result(id: $id) { id title ownerName } }';
  const LIST = '{ results(first: 5) { totalCount edges { node { id title } } } }';
  const ask = <T>(document: string, variables: object = {}, actor: Actor = anonymous): PromiseLike<T> =>
    stage.app.as(actor).query<T>(document, variables as Record<string, unknown>);
  const one = async (id: string) =>
    (await ask<{ result: { title: string; ownerName: string } | null }>(ONE, { id })).result;
  const asked = async (document: string, variables: object = {}, actor?: Actor): Promise<number> =>
    (await statementsOf(stage.app, () => ask(document, variables, actor))).length;
  /** What was written before may be told of a moment later. */
  const kept = (document: string, variables: object = {}): Promise<void> =>
    until(async () => (await asked(document, variables)) === 0);

  it('is a card or a list once it was asked for, in the same words', async () => {
    const { id } = await aResultIn(stage, 'ONLINE');
    const first = await one(id);
    await kept(ONE, { id });
    expect(await one(id)).toEqual(first);
    await kept(LIST);
    expect(await asked(`${LIST} #`)).toBeGreaterThan(0);
  });

  it('is nothing that a person asks, that depends on words, or that stands in the form', async () => {
    const { id } = await aResultIn(stage, 'ONLINE');
    await kept(ONE, { id });
    expect(await asked(ONE, { id }, stage.stranger)).toBeGreaterThan(0);
    for (const document of [
      '{ results(first: 5, text: "技术") { edges { node { id } } } }',
      '{ results(first: 5) { edges { node { id keyPoints } } } }',
    ])
      for (let again = 0; again < 2; again += 1) expect(await asked(document)).toBeGreaterThan(0);
  });

  it('is forgotten before the answer to a mutation goes out', async () => {
    const listing = await aResultIn(stage, 'ONLINE');
    await kept(ONE, { id: listing.id });
    await onResult(stage, stage.transferOfficer, 'withdrawResult', listing, { reason: '暂停对外合作' });
    expect(await one(listing.id)).toBeNull();
  });

  it('is forgotten when somebody else writes, also where the connection that tells of it broke', async () => {
    const { id } = await aResultIn(stage, 'ONLINE');
    const rename = (name: string): Promise<unknown> =>
      elsewhere.query('update listings.organisation set name = $1 where id = $2', [name, stage.university]);
    await kept(ONE, { id });
    await rename('改名大学');
    await until(async () => (await one(id))?.ownerName === '改名大学');
    await kept(ONE, { id });
    await elsewhere.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'jihui-kept' and datname = current_database()`,
    );
    await rename('再改名大学');
    await until(async () => (await one(id))?.ownerName === '再改名大学');
    await kept(ONE, { id });
  });

  it('shows a rolled-back write to nobody', async () => {
    const { id } = await aResultIn(stage, 'ONLINE');
    await kept(ONE, { id });
    const before = await one(id);
    await elsewhere.query('begin');
    await elsewhere.query(`update listings.result set title = '未提交' where id = $1`, [id]);
    await elsewhere.query('rollback');
    expect(await one(id)).toEqual(before);
    expect(await asked(ONE, { id })).toBe(0);
  });
});
