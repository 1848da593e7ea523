import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates and courses of brokers, and the level that follows. */
export class BrokerRecords1764950000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table discovery.broker
        add column credentials jsonb not null default '[]',
        add column trainings jsonb not null default '[]',
        add column level text check (level in ('JUNIOR', 'INTERMEDIATE', 'SENIOR')),
        add column level_until date;
      alter table discovery.broker alter column credentials drop default, alter column trainings drop default;
      create index broker_level_until on discovery.broker (level_until) where level_until is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table discovery.broker drop column credentials, drop column trainings, drop column level,
        drop column level_until`);
  }
}
