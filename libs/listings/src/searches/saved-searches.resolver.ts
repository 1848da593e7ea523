import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound, type Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs } from '@jihui/platform';
import type { SavedSearch } from '../core/saved-search.js';
import type {
  QueryMySavedSearchesArgs,
  RemoveSavedSearchInput,
  SaveSearchInput,
} from '../listings.types.gen.js';
import { SavedSearchesQueries } from './saved-searches.queries.js';
import { SavedSearchesService } from './saved-searches.service.js';

/** The search as its person reads it. */
const view = ({ filters, ...search }: SavedSearch) => ({
  ...search,
  filters: Object.entries(filters).map(([name, values]) => ({ name, values })),
});

@Resolver('SavedSearch')
export class SavedSearchesResolver {
  constructor(
    private readonly service: SavedSearchesService,
    private readonly queries: SavedSearchesQueries,
  ) {}

  @Query()
  mySavedSearches(@CurrentActor() actor: Actor, @Args() args: QueryMySavedSearchesArgs) {
    return this.queries.mine(actor, view, pageArgs(args));
  }

  @Mutation()
  async saveSearch(@CurrentActor() actor: Actor, @Args('input') input: SaveSearchInput) {
    const { id } = await this.service.save(actor, input);
    const saved = await this.queries.byId(actor, id);
    if (saved === undefined) throw notFound('保存的检索');
    return { savedSearch: view(saved), clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async removeSavedSearch(@CurrentActor() actor: Actor, @Args('input') input: RemoveSavedSearchInput) {
    const { id } = await this.service.remove(actor, input);
    return { id, clientMutationId: input.clientMutationId };
  }
}
