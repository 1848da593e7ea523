import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { notFound, type Actor, type AvailableAction } from '@jihui/kernel';
import { CurrentActor, type SearchWordList } from '@jihui/platform';
import { mayKeepWords } from '../core/search-words.js';
import type { SaveSearchWordsInput } from '../listings.types.gen.js';
import { SearchWordsService } from './search-words.service.js';

const view = ({ synonyms, ...list }: SearchWordList) => ({
  ...list,
  synonyms: synonyms.map((texts) => ({ texts })),
});

@Resolver('SearchWords')
export class SearchWordsResolver {
  constructor(private readonly service: SearchWordsService) {}

  @Query()
  async searchWords(@CurrentActor() actor: Actor) {
    const list = await this.service.get(actor);
    return list === null ? null : view(list);
  }

  @ResolveField()
  timeline() {
    return this.service.timeline();
  }

  @ResolveField()
  availableActions(@CurrentActor() actor: Actor): readonly AvailableAction<string>[] {
    return mayKeepWords(actor).allowed
      ? [{ action: 'save', enabled: true, reason: null, violations: [] }]
      : [];
  }

  @Mutation()
  async saveSearchWords(@CurrentActor() actor: Actor, @Args('input') input: SaveSearchWordsInput) {
    await this.service.save(actor, input);
    const list = await this.service.get(actor);
    if (list === null) throw notFound('检索词表');
    return { searchWords: view(list), clientMutationId: input.clientMutationId };
  }
}
