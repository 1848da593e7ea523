import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Topic } from '../core/topics.js';

/** One thing that a digest tells. */
export interface Line {
  readonly title: string;
  readonly link: string;
}

/** One notice in one person's inbox. */
@Entity({ schema: 'notifications', name: 'notification' })
export class NotificationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('uuid') personId!: string;
  @Column('text') topic!: Topic;
  /** `<subject>.<text>` of the rule. */
  @Column('text') kind!: string;
  /** The listing, deal, contract or organisation that it is about. */
  @Column('uuid') subjectId!: string;
  @Column('uuid') eventId!: string;
  @Column('text') title!: string;
  @Column('text') body!: string;
  @Column('text') link!: string;
  /** What a digest holds, best first. */
  @Column('jsonb') lines!: readonly Line[];
  @Column('boolean') merges!: boolean;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
}

/** A mail to be sent once: the row comes first, the job that sends it after. */
@Entity({ schema: 'notifications', name: 'mail' })
export class MailRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('uuid') subjectId!: string;
  @Column('uuid') eventId!: string;
  @Column('text') recipient!: string;
  @Column('text') subject!: string;
  @Column('text') body!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
}
