import { Module } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DomainError, actorId, type Actor } from '@jihui/kernel';
import {
  BusinessClock,
  CurrentActor,
  Db,
  sql,
  Work,
  installDomainTables,
  type Domain,
} from '@jihui/platform';
import { aResearcher, statementsOf, testApp, type TestApp } from '../src/index.js';

interface GreetInput {
  readonly clientMutationId: string;
  readonly name: string;
}

@Resolver()
class ExampleResolver {
  constructor(private readonly work: Work) {}

  @Query()
  caller(@CurrentActor() actor: Actor): { id: string } {
    return { id: actorId(actor) };
  }

  @Mutation()
  greet(@CurrentActor() actor: Actor, @Args('input') input: GreetInput): Promise<{ text: string }> {
    const { clientMutationId } = input;
    return this.work.run({ domain: 'law', name: 'greet', actor, clientMutationId, input }, () => {
      if (input.name === '') throw new DomainError('EXAMPLE.NO_NAME', '请填写姓名');
      return Promise.resolve({ text: `你好，${input.name}`, clientMutationId });
    });
  }
}

@Module({ providers: [ExampleResolver] })
class ExampleModule {}

class Example1763856000002 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return installDomainTables(runner, 'law');
  }
  async down(): Promise<void> {
    // Nothing goes back: the database is dropped.
  }
}

const example: Domain = {
  name: 'law',
  schema: 'law',
  module: ExampleModule,
  entities: [],
  migrations: [Example1763856000002],
  sdl: new URL('./example.graphql', import.meta.url),
};

describe('testApp', () => {
  let server: TestApp;
  beforeAll(async () => {
    server = await testApp([example]);
  });
  afterAll(() => server.close());

  it('speaks as the actor that is given, and as nobody otherwise', async () => {
    const person = aResearcher();
    expect(await server.as(person).query('{ caller { id } }')).toEqual({ caller: { id: person.personId } });
    expect(await server.client().query('{ caller { id } }')).toEqual({ caller: { id: 'anonymous' } });
  });

  it('names each mutation, and tells a refusal by its code', async () => {
    const greet = 'mutation ($input: GreetInput!) { greet(input: $input) { text } }';
    const person = server.as(aResearcher());
    expect(await person.mutate(greet, { input: { name: '王工' } })).toEqual({
      greet: { text: '你好，王工' },
    });
    const refusal = await person.mutate(greet, { input: { name: '' } }).expectCode('EXAMPLE.NO_NAME');
    expect(refusal.message).toBe('请填写姓名');
    await expect(person.mutate(greet, { input: { name: '王工' } }).expectCode('X')).rejects.toThrow(
      'expected X',
    );
  });

  it('moves business time and waits until everything happened', async () => {
    const clock = server.get(BusinessClock);
    const before = await clock.now();
    await server.advance(15);
    expect((await clock.now()).getTime() - before.getTime()).toBeGreaterThanOrEqual(15 * 86_400_000);
    await server.settle();
  });

  it('tells what a request asks the database, and not what others ask meanwhile', async () => {
    const greet = 'mutation ($input: GreetInput!) { greet(input: $input) { text } }';
    const asked = await statementsOf(server, async () => {
      await Promise.all([
        server.as(aResearcher()).mutate(greet, { input: { name: '王工' } }),
        server.get(Db).query(sql`select 'from elsewhere'`),
      ]);
    });
    expect(asked.filter((text) => text === 'COMMIT')).toHaveLength(1);
    expect(asked.filter((text) => text.includes('elsewhere'))).toEqual([]);
    expect(await statementsOf(server, () => server.client().get('/healthz'))).toEqual([]);
  });

  it('answers the REST routes too', async () => {
    expect((await server.client().get('/healthz')).status).toBe(200);
  });
});
