import { Module } from '@nestjs/common';
import { Digests } from './digests.js';
import { LiveController } from './live.controller.js';
import { Live } from './live.js';
import { NotificationsHandlers } from './notifications.handlers.js';
import { NotificationResolver, NotificationsResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';
import {
  IndexDriftResolver,
  OperationFieldsResolver,
  OperationResolver,
} from './operation/operation.resolver.js';
import { OperationJobs } from './operation/operation.jobs.js';
import { OperationService } from './operation/operation.service.js';
import { Projecting } from './projecting.js';
import { ReadPastSeed } from './seed/read-past.seed.js';
import { DigestStore } from './store/digest.store.js';
import { NotificationsRetains } from './store/notifications-retains.js';
import { InboxStore } from './store/inbox.store.js';
import { PeopleStore } from './store/people.store.js';
import { Telling } from './telling.js';

@Module({
  controllers: [LiveController],
  providers: [
    PeopleStore,
    InboxStore,
    NotificationsRetains,
    DigestStore,
    Digests,
    Projecting,
    Telling,
    NotificationsService,
    NotificationsHandlers,
    NotificationsResolver,
    NotificationResolver,
    OperationService,
    OperationJobs,
    OperationResolver,
    OperationFieldsResolver,
    IndexDriftResolver,
    Live,
    ReadPastSeed,
  ],
})
export class NotificationsModule {}
