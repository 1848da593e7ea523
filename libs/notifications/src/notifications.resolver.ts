import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, AvailableAction } from '@jihui/kernel';
import { CurrentActor, pageArgs } from '@jihui/platform';
import type { Topic } from './core/topics.js';
import { NotificationsService, type Preference } from './notifications.service.js';
import type {
  MarkAllNotificationsReadInput,
  MarkNotificationReadInput,
  SetNotificationPreferenceInput,
} from './notifications.types.gen.js';

interface InboxArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly unreadOnly?: boolean | null;
  readonly topic?: Topic | null;
  readonly text?: string | null;
}

@Resolver('Notification')
export class NotificationResolver {
  @ResolveField()
  availableActions(@Parent() notification: { readAt: Date | null }): AvailableAction<string>[] {
    return notification.readAt === null
      ? [{ action: 'markRead', enabled: true, reason: null, violations: [] }]
      : [];
  }
}

@Resolver()
export class NotificationsResolver {
  constructor(private readonly service: NotificationsService) {}

  @Query()
  notifications(@CurrentActor() actor: Actor, @Args() args: InboxArgs): Promise<unknown> {
    const filter = {
      unreadOnly: args.unreadOnly ?? false,
      topic: args.topic ?? null,
      text: args.text?.trim() || null,
    };
    return this.service.page(actor, filter, pageArgs(args));
  }

  @Query()
  unreadNotificationCount(@CurrentActor() actor: Actor): Promise<number> {
    return this.service.unreadCount(actor);
  }

  @Query()
  notificationPreferences(@CurrentActor() actor: Actor): Promise<Preference[]> {
    return this.service.preferences(actor);
  }

  @Mutation()
  async markNotificationRead(
    @CurrentActor() actor: Actor,
    @Args('input') input: MarkNotificationReadInput,
  ): Promise<unknown> {
    const notification = await this.service.markRead(actor, input);
    return {
      notification,
      unreadCount: await this.service.unreadCount(actor),
      clientMutationId: input.clientMutationId,
    };
  }

  @Mutation()
  async markAllNotificationsRead(
    @CurrentActor() actor: Actor,
    @Args('input') input: MarkAllNotificationsReadInput,
  ): Promise<unknown> {
    const marked = await this.service.markAllRead(actor, input);
    return {
      marked,
      unreadCount: await this.service.unreadCount(actor),
      clientMutationId: input.clientMutationId,
    };
  }

  @Mutation()
  async setNotificationPreference(
    @CurrentActor() actor: Actor,
    @Args('input') input: SetNotificationPreferenceInput,
  ): Promise<unknown> {
    return {
      preference: await this.service.setPreference(actor, input),
      clientMutationId: input.clientMutationId,
    };
  }
}
