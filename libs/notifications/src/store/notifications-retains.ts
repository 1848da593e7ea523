import { Injectable } from '@nestjs/common';
import {
  Db,
  registerParameters,
  removedBy,
  RETENTION_BATCH,
  sql,
  type Retains,
  type RetentionRule,
} from '@jihui/platform';

const MAILS = 'notifications.mails_kept_days';
const READ = 'notifications.read_messages_kept_days';

const kept = (name: string, title: string, value: number) => ({
  name,
  title,
  min: 30,
  max: 3_650,
  value,
  effectiveFrom: '2020-01-01',
  source: '平台默认值：《个人信息保护法》第十九条要求保存期限为实现处理目的所必要的最短时间，未定具体日数',
});

registerParameters([
  kept(MAILS, '已发出邮件正文的保存期（日）', 365),
  kept(READ, '已读消息的保存期（日）', 730),
]);

/** Mails that went out, and messages that were read. What waits or is unread stays. */
@Injectable()
export class NotificationsRetains implements Retains {
  constructor(private readonly db: Db) {}

  readonly rules: readonly RetentionRule[] = [
    {
      name: 'notifications.mails',
      title: '已发出的邮件',
      parameter: MAILS,
      remove: (before) =>
        removedBy(
          this.db,
          sql`delete from notifications.mail where id in (
          select id from notifications.mail where sent_at < ${before} limit ${RETENTION_BATCH})`,
        ),
    },
    {
      name: 'notifications.read',
      title: '已读的消息',
      parameter: READ,
      remove: (before) =>
        removedBy(
          this.db,
          sql`delete from notifications.notification where id in (
          select id from notifications.notification where read_at < ${before} limit ${RETENTION_BATCH})`,
        ),
    },
  ];
}
