import type { Domain } from '@jihui/platform';
import { NotificationsModule } from './notifications.module.js';
import { ReadPastSeed } from './seed/read-past.seed.js';
import { Notifications1763856600000 } from './store/migrations/1763856600000-notifications.js';
import { Intermediaries1764900000000 } from './store/migrations/1764900000000-intermediaries.js';
import { CallTopic1766400000001 } from './store/migrations/1766400000001-calls.js';
import { Digests1766400000002 } from './store/migrations/1766400000002-digests.js';
import { NotificationsRetains } from './store/notifications-retains.js';
import { Topics1764700000000 } from './store/migrations/1764700000000-topics.js';
import { MailRow, NotificationRow } from './store/notification.rows.js';

export const notificationsDomain: Domain = {
  name: 'notifications',
  schema: 'notifications',
  module: NotificationsModule,
  entities: [NotificationRow, MailRow],
  migrations: [
    Notifications1763856600000,
    Topics1764700000000,
    Intermediaries1764900000000,
    CallTopic1766400000001,
    Digests1766400000002,
  ],
  sdl: ['./notifications.graphql', './operation/operation.graphql'].map(
    (file) => new URL(file, import.meta.url),
  ),
  seeds: [ReadPastSeed],
  retains: NotificationsRetains,
};
