import { Injectable } from '@nestjs/common';
import type { JobMap } from '@jihui/events';
import { Every, OnJob } from '@jihui/platform';
import { OperationService } from './operation.service.js';

/** What an administrator set off, and the nightly look at the search index. */
@Injectable()
export class OperationJobs {
  constructor(private readonly service: OperationService) {}

  // Harmless when it runs twice: what is given up no longer is left.
  @OnJob('notifications.retryDeliveries', { transaction: false })
  retry({ domain, ids }: JobMap['notifications.retryDeliveries']): Promise<void> {
    return this.service.retryNow(domain, ids);
  }

  @OnJob('notifications.checkSearchIndex', { transaction: false })
  @Every('notifications.checkSearchIndex', '30 4 * * *')
  check({ rebuild }: JobMap['notifications.checkSearchIndex']): Promise<void> {
    return this.service.checkNow(rebuild ?? false);
  }

  // Harmless when it runs twice: what was taken away is not there.
  @OnJob('notifications.removeExpired', { transaction: false })
  @Every('notifications.removeExpired', '20 4 * * *')
  removeExpired(_payload: JobMap['notifications.removeExpired']): Promise<void> {
    return this.service.removeExpired();
  }
}
