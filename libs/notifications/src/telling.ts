import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@jihui/events';
import { City, Config, uuidv7, type Tx } from '@jihui/platform';
import { address, type Addressed } from './core/addressing.js';
import type { Audience } from './core/audiences.js';
import type { Notice } from './core/notices.js';
import type { Channels } from './core/topics.js';
import { DigestStore } from './store/digest.store.js';
import { InboxStore } from './store/inbox.store.js';
import type { Line } from './store/notification.rows.js';
import { PeopleStore } from './store/people.store.js';

/** The act of which people are told. */
export interface Occasion {
  readonly subjectId: string;
  readonly eventId: string;
  readonly actorId: string;
}

export const occasionOf = (event: DomainEvent): Occasion => ({
  subjectId: event.aggregateId,
  eventId: event.id,
  actorId: event.actorId,
});

/** Delivers notices to inboxes and mail, by each person's own choice. */
@Injectable()
export class Telling {
  constructor(
    private readonly people: PeopleStore,
    private readonly inbox: InboxStore,
    private readonly digests: DigestStore,
    private readonly city: City,
    private readonly config: Config,
  ) {}

  async tell(notices: readonly Notice[], occasion: Occasion, tx: Tx): Promise<void> {
    if (notices.length === 0) return;
    const placed = notices.map((notice) => ({
      ...notice,
      audiences: notice.audiences.map((audience) => this.inScope(audience)),
    }));
    const candidates = await this.people.candidates(placed.flatMap((notice) => notice.audiences));
    const addressed = address(placed, candidates, occasion.actorId);
    await this.digests.collect(
      addressed.filter(({ notice }) => notice.topic === 'DIGEST').map((one) => lineOf(one, occasion, tx.now)),
    );
    await this.deliverEach(
      addressed.filter(({ notice }) => notice.topic !== 'DIGEST'),
      occasion,
      tx,
    );
  }

  /** One notice to one person, with the lines of a digest. */
  async deliverTo(one: Addressed, lines: readonly Line[], occasion: Occasion, tx: Tx): Promise<void> {
    const channels = (await this.people.channels([one.person.id], one.notice.topic))(one.person.id);
    await this.deliver(one, channels, occasion, tx, lines);
  }

  private async deliverEach(addressed: readonly Addressed[], occasion: Occasion, tx: Tx): Promise<void> {
    for (const topic of new Set(addressed.map(({ notice }) => notice.topic))) {
      const those = addressed.filter(({ notice }) => notice.topic === topic);
      const channelsOf = await this.people.channels(
        those.map(({ person }) => person.id),
        topic,
      );
      for (const one of those) await this.deliver(one, channelsOf(one.person.id), occasion, tx);
    }
  }

  /** Organisations from elsewhere are the city bureau's to look after. */
  private inScope(audience: Audience): Audience {
    if (audience.kind !== 'officers' || this.city.isDivision(audience.divisionCode)) return audience;
    return { ...audience, divisionCode: this.city.code };
  }

  private async deliver(
    { person, notice }: Addressed,
    channels: Channels,
    { subjectId, eventId }: Occasion,
    tx: Tx,
    lines: readonly Line[] = [],
  ): Promise<void> {
    const { topic, kind, merges, text } = notice;
    const fresh =
      !channels.inbox ||
      (await this.inbox.deliver({
        id: uuidv7(),
        version: 1,
        personId: person.id,
        topic,
        kind,
        subjectId,
        eventId,
        title: text.title,
        body: text.body,
        link: text.link,
        lines,
        merges,
        createdAt: tx.now,
        updatedAt: tx.now,
        readAt: null,
      }));
    // What merged into an unread notice has been mailed with the first of them.
    if (!channels.mail || !fresh) return;
    const mailId = uuidv7();
    const added = await this.inbox.addMail({
      id: mailId,
      personId: person.id,
      subjectId,
      eventId,
      recipient: person.email,
      subject: text.title,
      body: this.mailBody(text, lines),
      createdAt: tx.now,
    });
    if (added) await tx.addJob('notifications.sendMail', { mailId });
  }

  private mailBody({ title, body, link }: Notice['text'], lines: readonly Line[]): string {
    const { publicUrl } = this.config;
    return [
      title,
      '',
      body,
      '',
      ...lines.flatMap((line) => [line.title, `${publicUrl}${line.link}`, '']),
      `打开查看：${publicUrl}${link}`,
      '',
      `您收到此邮件，是因为该事项与您有关。可在 ${publicUrl}/inbox 调整接收方式。`,
    ].join('\n');
  }
}

const lineOf = ({ person, notice }: Addressed, { subjectId }: Occasion, at: Date) => ({
  personId: person.id,
  kind: notice.kind,
  subjectId,
  title: notice.text.title,
  link: notice.text.link,
  ...notice.found,
  audiences: notice.audiences,
  at,
});
