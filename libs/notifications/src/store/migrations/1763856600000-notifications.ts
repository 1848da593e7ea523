import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropDomainSchema, installDomainTables } from '@jihui/platform';

const TOPICS = "('RESULT_REVIEW', 'NEED_REVIEW', 'EXPIRY', 'MATCH', 'DEAL', 'CONTRACT', 'ORGANISATION')";

export class Notifications1763856600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await installDomainTables(runner, 'notifications');
    await runner.query(`
      create table notifications.person (
        id uuid primary key,
        version int not null,
        email text not null,
        active boolean not null
      );
      create table notifications.membership (
        person_id uuid not null references notifications.person on delete cascade,
        organisation_id uuid not null,
        bureau boolean not null,
        division_code text not null,
        roles text[] not null,
        active boolean not null,
        primary key (person_id, organisation_id)
      );
      create index on notifications.membership (organisation_id);
      create index on notifications.membership (division_code) where bureau;
      create table notifications.organisation (
        id uuid primary key,
        version int not null,
        active boolean not null
      );

      create table notifications.notification (
        id uuid primary key,
        version int not null,
        person_id uuid not null,
        topic text not null check (topic in ${TOPICS}),
        kind text not null,
        subject_id uuid not null,
        event_id uuid not null,
        title text not null,
        body text not null,
        link text not null check (link like '/%'),
        merges boolean not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        read_at timestamptz,
        constraint notification_once unique (event_id, person_id, kind, link)
      );
      create index on notifications.notification (person_id, created_at, id);
      create index on notifications.notification (person_id, topic) where read_at is null;
      create unique index notification_merged on notifications.notification (person_id, kind, subject_id)
        where merges and read_at is null;

      create table notifications.mail (
        id uuid primary key,
        person_id uuid not null,
        subject_id uuid not null,
        event_id uuid not null,
        recipient text not null,
        subject text not null,
        body text not null,
        created_at timestamptz not null,
        sent_at timestamptz,
        constraint mail_once unique (event_id, person_id, subject_id)
      );
      create index on notifications.mail (subject_id);

      create table notifications.preference (
        person_id uuid not null,
        topic text not null check (topic in ${TOPICS}),
        inbox boolean not null,
        mail boolean not null,
        primary key (person_id, topic)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropDomainSchema(runner, 'notifications');
  }
}
