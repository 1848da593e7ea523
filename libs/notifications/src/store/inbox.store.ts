import { Injectable } from '@nestjs/common';
import { containing, Db, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { Topic } from '../core/topics.js';
import type { Line, MailRow, NotificationRow } from './notification.rows.js';

/** One notice as its reader sees it. */
export interface Notification {
  readonly id: string;
  readonly version: number;
  readonly topic: Topic;
  readonly title: string;
  readonly body: string;
  readonly link: string;
  readonly lines: readonly Line[];
  readonly createdAt: Date;
  readonly readAt: Date | null;
}
export interface InboxFilter {
  readonly unreadOnly: boolean;
  readonly topic: Topic | null;
  /** Part of the title or the body. */
  readonly text: string | null;
}

interface Row {
  id: string;
  version: number;
  topic: Topic;
  title: string;
  body: string;
  link: string;
  lines: readonly Line[];
  created_at: Date;
  read_at: Date | null;
}
const COLUMNS = sql`id, version, topic, title, body, link, lines, created_at, read_at`;
const toNotification = (row: Row): Notification => ({
  id: row.id,
  version: row.version,
  topic: row.topic,
  title: row.title,
  body: row.body,
  link: row.link,
  lines: row.lines,
  createdAt: row.created_at,
  readAt: row.read_at,
});

export interface MailFigures {
  readonly waiting: number;
  readonly waitingSince: Date | null;
  readonly sentLastDay: number;
}

/** Inboxes and the mails that go out beside them. */
@Injectable()
export class InboxStore {
  constructor(private readonly db: Db) {}

  /**
   * Puts a notice into an inbox. One that merges takes the place of its unread predecessor.
   * @returns false where it merged, or where this event's notice is there already.
   */
  async deliver(row: NotificationRow): Promise<boolean> {
    const merged = row.merges ? await this.merge(row) : false;
    if (merged) return false;
    const inserted = await this.db.query(sql`
      insert into notifications.notification (id, version, person_id, topic, kind, subject_id, event_id, title, body, link,
        lines, merges, created_at, updated_at)
      values (${row.id}, 1, ${row.personId}, ${row.topic}, ${row.kind}, ${row.subjectId}, ${row.eventId}, ${row.title},
        ${row.body}, ${row.link}, ${JSON.stringify(row.lines)}, ${row.merges}, ${row.createdAt}, ${row.createdAt})
      on conflict do nothing returning 1`);
    return inserted.length > 0;
  }

  private async merge(row: NotificationRow): Promise<boolean> {
    const rows = await this.db.query(sql`
      with merged as (
        update notifications.notification set version = version + 1, title = ${row.title}, body = ${row.body},
          created_at = ${row.createdAt}, updated_at = ${row.createdAt}
        where person_id = ${row.personId} and kind = ${row.kind} and subject_id = ${row.subjectId} and merges
          and read_at is null
        returning id)
      select id from merged`);
    return rows.length > 0;
  }

  /** @returns false where this event's mail is there already. */
  async addMail(mail: Omit<MailRow, 'sentAt'>): Promise<boolean> {
    const inserted = await this.db.query(sql`
      insert into notifications.mail (id, person_id, subject_id, event_id, recipient, subject, body, created_at)
      values (${mail.id}, ${mail.personId}, ${mail.subjectId}, ${mail.eventId}, ${mail.recipient}, ${mail.subject},
        ${mail.body}, ${mail.createdAt})
      on conflict do nothing returning 1`);
    return inserted.length > 0;
  }

  /** The mail while it is unsent and its recipient still has an account; locked until the transaction ends. */
  async lockUnsent(id: string): Promise<{ recipient: string; subject: string; body: string } | undefined> {
    return this.db.one(sql`
      select m.recipient, m.subject, m.body from notifications.mail m join notifications.person p on p.id = m.person_id
      where m.id = ${id} and m.sent_at is null and p.active for update of m`);
  }

  /** Mails that wait for an account that is there, oldest first; what is older than a delivery waits stays. */
  async unsent(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select m.id from notifications.mail m join notifications.person p on p.id = m.person_id
      where m.sent_at is null and p.active and m.created_at > platform.business_now() - interval '3 days'
      order by m.created_at`);
    return rows.map(({ id }) => id);
  }

  async markSent(id: string, at: Date): Promise<void> {
    await this.db.query(sql`update notifications.mail set sent_at = ${at} where id = ${id}`);
  }

  /** What waits for an account that is there, and what went out within a day. */
  async mailFigures(): Promise<MailFigures> {
    const row = await this.db.one<{ waiting: number; since: Date | null; sent: number }>(sql`
      select w.waiting, w.since, (select count(*)::int from notifications.mail
        where sent_at > platform.business_now() - interval '1 day') as sent
      from (select count(*)::int as waiting, min(m.created_at) as since from notifications.mail m
        join notifications.person p on p.id = m.person_id where m.sent_at is null and p.active) w`);
    return { waiting: row?.waiting ?? 0, waitingSince: row?.since ?? null, sentLastDay: row?.sent ?? 0 };
  }

  page(personId: string, filter: InboxFilter, args: PageArgs): Promise<Connection<Notification>> {
    const where: Sql[] = [sql`person_id = ${personId}`];
    if (filter.unreadOnly) where.push(sql`read_at is null`);
    if (filter.topic !== null) where.push(sql`topic = ${filter.topic}`);
    if (filter.text !== null) {
      const pattern = containing(filter.text);
      where.push(sql`(title ilike ${pattern} or body ilike ${pattern})`);
    }
    return this.db.page<Row, Notification>(
      {
        select: COLUMNS,
        from: sql`notifications.notification`,
        where,
        order: [
          { expression: sql`created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: toNotification,
      },
      args,
    );
  }

  /** The person's own notice; somebody else's does not exist for them. */
  async own(personId: string, id: string): Promise<Notification | undefined> {
    const row = await this.db.one<Row>(sql`
      select ${COLUMNS} from notifications.notification where id = ${id} and person_id = ${personId}`);
    return row === undefined ? undefined : toNotification(row);
  }

  /** @returns how many were unread. */
  async markRead(
    personId: string,
    which: { id: string } | { topic: Topic | null },
    at: Date,
  ): Promise<number> {
    const chosen =
      'id' in which ? sql`id = ${which.id}` : which.topic === null ? sql`true` : sql`topic = ${which.topic}`;
    const row = await this.db.one<{ marked: number }>(sql`
      with marked as (
        update notifications.notification set read_at = ${at}, updated_at = ${at}, version = version + 1
        where person_id = ${personId} and read_at is null and ${chosen} returning id)
      select count(*)::int as marked from marked`);
    return row?.marked ?? 0;
  }

  /** Everybody's, but for so many of each person's newest. */
  async readAllButNewest(left: number, at: Date): Promise<void> {
    await this.db.query(sql`
      update notifications.notification n set read_at = ${at}, updated_at = ${at}, version = n.version + 1
      from (select id, row_number() over (partition by person_id order by created_at desc, id desc) as place
        from notifications.notification where read_at is null) unread
      where n.id = unread.id and unread.place > ${left}`);
  }

  /** Unread notices of each person; who has none is left out. */
  async unread(personIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ person_id: string; count: number }>(sql`
      select person_id, count(*)::int as count from notifications.notification
      where ${sql.any(sql`person_id`, personIds)} and read_at is null group by person_id`);
    return new Map(rows.map((row) => [row.person_id, row.count]));
  }
}
