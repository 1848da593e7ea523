import { Injectable } from '@nestjs/common';
import { notFound, type Actor, type PersonActor } from '@jihui/kernel';
import { isUuid, Mailer, Work, type Connection, type PageArgs, type Tx } from '@jihui/platform';
import { signInFirst } from './core/errors.js';
import { DEFAULT_CHANNELS, TOPIC_LABELS, TOPICS, type Channels, type Topic } from './core/topics.js';
import type {
  MarkAllNotificationsReadInput,
  MarkNotificationReadInput,
  SetNotificationPreferenceInput,
} from './notifications.types.gen.js';
import { InboxStore, type InboxFilter, type Notification } from './store/inbox.store.js';
import { PeopleStore } from './store/people.store.js';

export interface Preference extends Channels {
  readonly topic: Topic;
  readonly label: string;
}

/** A person's inbox and preferences, and the mails that wait. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly work: Work,
    private readonly inbox: InboxStore,
    private readonly people: PeopleStore,
    private readonly mailer: Mailer,
  ) {}

  /** @throws DomainError UNAUTHENTICATED */
  async page(actor: Actor, filter: InboxFilter, args: PageArgs): Promise<Connection<Notification>> {
    return this.inbox.page(reader(actor).personId, filter, args);
  }

  /** 0 for whoever has no inbox. */
  async unreadCount(actor: Actor): Promise<number> {
    if (actor.kind !== 'person') return 0;
    return (await this.inbox.unread([actor.personId])).get(actor.personId) ?? 0;
  }

  /** Every topic, with the defaults where nothing was chosen. @throws DomainError UNAUTHENTICATED */
  async preferences(actor: Actor): Promise<Preference[]> {
    const chosen = await this.people.preferences(reader(actor).personId);
    return TOPICS.map((topic) => preferenceOf(topic, chosen.get(topic) ?? DEFAULT_CHANNELS));
  }

  /** @throws DomainError UNAUTHENTICATED, NOT_FOUND */
  async markRead(actor: Actor, input: MarkNotificationReadInput): Promise<Notification> {
    const { personId } = reader(actor);
    const { id } = await this.run(actor, 'markNotificationRead', input, async (tx) => {
      // Refused inside the transaction, so that what was refused is not remembered as done.
      if (!isUuid(input.id) || (await this.inbox.own(personId, input.id)) === undefined)
        throw notFound('该消息');
      await this.inbox.markRead(personId, { id: input.id }, tx.now);
      return { id: input.id };
    });
    const notification = await this.inbox.own(personId, id);
    if (notification === undefined) throw notFound('该消息');
    return notification;
  }

  /** @returns how many were marked. @throws DomainError UNAUTHENTICATED */
  async markAllRead(actor: Actor, input: MarkAllNotificationsReadInput): Promise<number> {
    const { personId } = reader(actor);
    const { marked } = await this.run(actor, 'markAllNotificationsRead', input, async (tx) => ({
      marked: await this.inbox.markRead(personId, { topic: input.topic ?? null }, tx.now),
    }));
    return marked;
  }

  /** @throws DomainError UNAUTHENTICATED */
  async setPreference(actor: Actor, input: SetNotificationPreferenceInput): Promise<Preference> {
    const { personId } = reader(actor);
    const { topic, inbox, mail } = input;
    await this.run(actor, 'setNotificationPreference', input, async () => {
      await this.people.savePreference(personId, topic, { inbox, mail });
      return null;
    });
    return preferenceOf(topic, { inbox, mail });
  }

  /**
   * Sends a mail that waits. The row stays locked until it is marked as sent; when the process dies
   * between sending and marking, the mail goes again under the same id and replaces itself.
   */
  async sendMail(mailId: string, tx: Tx): Promise<void> {
    const mail = await this.inbox.lockUnsent(mailId);
    if (mail === undefined) return;
    await this.mailer.send({ id: mailId, to: mail.recipient, subject: mail.subject, text: mail.body });
    await this.inbox.markSent(mailId, tx.now);
  }

  /** Each mail that waits is asked for once more; one that goes out meanwhile does not go again. */
  async sendLeft(tx: Tx): Promise<void> {
    for (const mailId of await this.inbox.unsent()) await tx.addJob('notifications.sendMail', { mailId });
  }

  private run<T>(
    actor: Actor,
    name: string,
    input: { readonly clientMutationId: string },
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    return this.work.run(
      { domain: 'notifications', name, actor, clientMutationId: input.clientMutationId, input },
      work,
    );
  }
}

function reader(actor: Actor): PersonActor {
  if (actor.kind !== 'person') throw signInFirst();
  return actor;
}

const preferenceOf = (topic: Topic, channels: Channels): Preference => ({
  topic,
  label: TOPIC_LABELS[topic],
  ...channels,
});
