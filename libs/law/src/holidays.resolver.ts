import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, AvailableAction } from '@jihui/kernel';
import { CurrentActor, type HolidayYear } from '@jihui/platform';
import { mayKeep } from './core/errors.js';
import { HolidaysService } from './holidays.service.js';
import type { SaveHolidaysInput } from './law.types.gen.js';

@Resolver('HolidayYear')
export class HolidayYearResolver {
  constructor(private readonly service: HolidaysService) {}

  @ResolveField()
  id(@Parent() { year }: HolidayYear): string {
    return String(year);
  }

  @ResolveField()
  timeline(@Parent() { year }: HolidayYear) {
    return this.service.timeline(year);
  }

  @ResolveField()
  availableActions(@CurrentActor() actor: Actor): readonly AvailableAction<string>[] {
    return mayKeep(actor).allowed ? [{ action: 'save', enabled: true, reason: null, violations: [] }] : [];
  }
}

@Resolver()
export class HolidaysResolver {
  constructor(private readonly service: HolidaysService) {}

  @Query()
  holidayYear(@Args('year') year: number) {
    return this.service.year(year);
  }

  @Mutation()
  async saveHolidays(@CurrentActor() actor: Actor, @Args('input') input: SaveHolidaysInput) {
    const { year } = await this.service.save(actor, input);
    return { holidayYear: await this.service.year(year), clientMutationId: input.clientMutationId };
  }
}
