import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Controller, Get, Injectable, Module, Query as Asked, Req } from '@nestjs/common';
import {
  Args,
  Context,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  ResolveReference,
} from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { QueryRunner } from 'typeorm';
import { anonymous, DomainError, system, type Actor } from '@jihui/kernel';
import { CONSUMERS, JOB_TYPES, type DomainEvent, type EventType } from '@jihui/events';
import {
  Authenticator,
  CurrentActor,
  Db,
  Every,
  GraphContext,
  installDomainTables,
  OnEvent,
  OnJob,
  pageArgs,
  raw,
  sql,
  uuidv7,
  Work,
  type Connection,
  type Domain,
  type Tx,
} from '@jihui/platform';
import type { TestApp } from '@jihui/testing';

/** A domain as small as one can be, under the name of a real one: what the platform's own tests run on. */
class Sample1763856000001 {
  async up(runner: QueryRunner): Promise<void> {
    await installDomainTables(runner, 'notifications');
    await runner.query(`create table notifications.thing (id uuid primary key, rank int not null, title text not null);
      create table notifications.effect (event_id uuid not null, at timestamptz not null)`);
  }
  async down(): Promise<void> {}
}

@Injectable()
export class SampleHandlers {
  failures = 0;
  failure = (): Error => new Error('the handler fails after its effect');
  constructor(private readonly db: Db) {}

  @OnEvent('matching.found', 'notifications.tellMatches')
  async tell(event: DomainEvent<'matching.found'>, tx: Tx): Promise<void> {
    await this.db.query(sql`insert into notifications.effect (event_id, at) values (${event.id}, ${tx.now})`);
    if (this.failures > 0) {
      this.failures -= 1;
      throw this.failure();
    }
  }

  @OnEvent('identity.person', 'notifications.projectPerson')
  async copy(event: DomainEvent<'identity.person'>, tx: Tx): Promise<void> {
    await this.db.query(sql`insert into notifications.effect (event_id, at) values (${event.id}, ${tx.now})`);
  }

  @OnJob('notifications.sendMail')
  @Every('notifications.sendMail', '0 3 * * *')
  async sendMail(payload: { mailId: string }, tx: Tx): Promise<void> {
    await this.db.query(
      sql`insert into notifications.effect (event_id, at) values (${payload.mailId}, ${tx.now})`,
    );
  }
}

const OWN: readonly string[] = [
  'notifications.tellMatches',
  'notifications.projectPerson',
  'notifications.sendMail',
];

/** The handlers that the published maps expect of the domain besides. */
function otherHandlers(): new () => object {
  class Others {
    readonly name = 'handlers that do nothing';
  }
  const add = (name: string, decorator: MethodDecorator): void => {
    const key = name.slice('notifications.'.length);
    if (Object.hasOwn(Others.prototype, key)) return;
    Object.defineProperty(Others.prototype, key, { value: async () => undefined, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(Others.prototype, key);
    if (descriptor !== undefined) decorator(Others.prototype, key, descriptor);
  };
  const isOther = (name: string): boolean => name.startsWith('notifications.') && !OWN.includes(name);
  for (const type of Object.keys(CONSUMERS) as EventType[])
    for (const name of CONSUMERS[type].filter(isOther)) add(name, OnEvent(type, name) as MethodDecorator);
  for (const type of JOB_TYPES.filter(isOther)) add(type, OnJob(type) as MethodDecorator);
  return Others;
}

interface Thing {
  id: string;
  rank: number;
  title: string;
}

@Resolver('Thing')
class SampleResolver {
  constructor(
    private readonly db: Db,
    private readonly work: Work,
  ) {}

  @Query('things')
  things(@Args() args: object): Promise<Connection<Thing>> {
    return this.db.page<Thing, Thing>(
      {
        select: sql`id, rank, title`,
        from: sql`notifications.thing`,
        where: [],
        order: [
          { expression: sql`rank`, type: 'int', direction: 'desc' },
          { expression: sql`id`, type: 'uuid', direction: 'asc' },
        ],
        toNode: (row) => ({ id: row.id, rank: row.rank, title: row.title }),
      },
      pageArgs(args),
    );
  }

  @Query('fail')
  fail(@Args('how') how: string): never {
    if (how === 'refusal')
      throw new DomainError('SAMPLE.REFUSED', '不行', [
        { path: 'a', code: 'X', message: 'y', article: '第1条' },
      ]);
    throw new Error('select * from secret');
  }

  @ResolveField('again')
  again(@Parent() thing: Thing): { __typename: string; id: string } {
    return { __typename: 'Thing', id: thing.id };
  }

  @ResolveReference()
  reference(
    @Parent() reference: { id: string },
    @Context() context: GraphContext,
  ): Promise<Thing | undefined> {
    return context.load(
      'thing',
      async (ids) => {
        const rows = await this.db.query<Thing>(
          sql`select * from notifications.thing where ${sql.any(sql`id`, ids)}`,
        );
        return new Map(rows.map((row) => [row.id, row]));
      },
      reference.id,
    );
  }

  @Mutation('addThing')
  addThing(
    @CurrentActor() actor: Actor,
    @Args('input') input: { clientMutationId: string; id: string; rank: number; title: string },
  ): Promise<{ id: string }> {
    return this.work.run(
      { domain: 'notifications', name: 'addThing', actor, clientMutationId: input.clientMutationId, input },
      async () => {
        await this.db.query(
          sql`insert into ${raw('notifications')}.thing values (${input.id}, ${input.rank}, ${input.title})`,
        );
        return { id: input.id };
      },
    );
  }
}

const SDL = `
type Thing @key(fields: "id") { id: ID! rank: Int! title: String! again: Thing! }
type ThingEdge { node: Thing! cursor: String! }
type ThingConnection { edges: [ThingEdge!]! pageInfo: PageInfo! totalCount: Int! }
input AddThingInput { clientMutationId: ID! id: ID! rank: Int! title: String! }
type AddThingPayload { id: ID! }
type Query { things(first: Int, after: String, last: Int, before: String): ThingConnection! fail(how: String!): Boolean }
type Mutation { addThing(input: AddThingInput!): AddThingPayload! }`;

@Controller('sample')
class SampleController {
  @Get('defect/:name')
  defect(): never {
    throw Object.assign(new Error('select * from secret'), { parameters: ['li.wenbo@demo.cn'] });
  }
  @Get('echo')
  echo(@Asked() asked: object): object {
    return asked;
  }
  @Get('address')
  address(@Req() { ip }: FastifyRequest): string {
    return ip;
  }
  @Get('refusal')
  refusal(): never {
    throw new DomainError('SAMPLE.REFUSED', '不行');
  }
}

class NobodySignedIn extends Authenticator {
  authenticate(): Promise<Actor> {
    return Promise.resolve(anonymous);
  }
}

@Module({
  controllers: [SampleController],
  providers: [
    SampleHandlers,
    SampleResolver,
    otherHandlers(),
    { provide: Authenticator, useClass: NobodySignedIn },
  ],
})
class SampleModule {}

/** Has the sample's handler told of something: one effect each. */
export const tellMatches = (app: Pick<TestApp, 'get'>): Promise<unknown> =>
  app.get(Work).run({ domain: 'notifications', name: 'test', actor: system('test') }, (tx) =>
    tx.emit('matching.found', {
      aggregateId: uuidv7(),
      version: 1,
      action: 'found',
      payload: { subject: { kind: 'NEED', id: uuidv7(), title: '需求', ownerId: uuidv7() }, matches: [] },
    }),
  );

/** How many effects the sample's handlers had. */
export const effectsOf = async (app: Pick<TestApp, 'get'>): Promise<number> =>
  Number((await app.get(Db).one<{ n: string }>(sql`select count(*) as n from notifications.effect`))?.n);

export function sampleDomain(): Domain {
  const file = join(mkdtempSync(join(tmpdir(), 'jihui-sample-')), 'sample.graphql');
  writeFileSync(file, SDL);
  return {
    name: 'notifications',
    schema: 'notifications',
    module: SampleModule,
    entities: [],
    migrations: [Sample1763856000001],
    sdl: pathToFileURL(file),
  };
}
