import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import type { ExportToNationalInput, QueryExchangeBatchesArgs } from '../contracts.types.gen.js';
import { ExchangeQueries, type ExchangeBatch } from './exchange.queries.js';
import { ExchangeService } from './exchange.service.js';

const fileOf = ({ id }: ExchangeBatch, name: string): string => `/files/contracts/exchange/${id}/${name}`;

/** 与全国系统交换. */
@Resolver('ExchangeBatch')
export class ExchangeResolver {
  constructor(
    private readonly queries: ExchangeQueries,
    private readonly service: ExchangeService,
  ) {}

  @Query()
  exchangeBatches(@CurrentActor() actor: Actor, @Args() args: QueryExchangeBatchesArgs) {
    return this.queries.list(actor, args, pageArgs(args));
  }

  @Query()
  exchangeWaiting(@CurrentActor() actor: Actor) {
    return this.queries.waiting(actor);
  }

  @Query()
  exchangeMapping() {
    return this.queries.mapping();
  }

  @ResolveField()
  problems(@Parent() batch: ExchangeBatch, @Context() context: GraphContext) {
    return this.queries.problems(context, batch);
  }

  @ResolveField()
  createdByName(@Parent() batch: ExchangeBatch, @Context() context: GraphContext) {
    return this.queries.createdByName(context, batch);
  }

  @ResolveField()
  csvUrl(@Parent() batch: ExchangeBatch) {
    return batch.direction === 'EXPORT' ? fileOf(batch, 'package.csv') : null;
  }

  @ResolveField()
  xlsxUrl(@Parent() batch: ExchangeBatch) {
    return batch.direction === 'EXPORT' ? fileOf(batch, 'package.xlsx') : null;
  }

  @ResolveField()
  jsonlUrl(@Parent() batch: ExchangeBatch) {
    return batch.direction === 'EXPORT' ? fileOf(batch, 'package.jsonl') : null;
  }

  @ResolveField()
  problemsUrl(@Parent() batch: ExchangeBatch) {
    return batch.failed > 0 ? fileOf(batch, 'problems.csv') : null;
  }

  @Mutation()
  async exportToNational(@CurrentActor() actor: Actor, @Args('input') input: ExportToNationalInput) {
    const { id } = await this.service.export(actor, input);
    return { batch: await this.queries.one(actor, id), clientMutationId: input.clientMutationId };
  }
}
