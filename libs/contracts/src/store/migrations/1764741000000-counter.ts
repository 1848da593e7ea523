import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 窗口代办: who entered an application that its seller brought on paper, and when the seller took it over. */
export class CounterIntake1764741000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract
        add counter_clerk_id uuid,
        add counter_note text,
        add taken_over_at timestamptz,
        add constraint counter_whole check ((counter_clerk_id is null) = (counter_note is null)),
        add constraint clerk_reviews_not check (counter_clerk_id is null
          or (first_reviewer_id is distinct from counter_clerk_id and second_reviewer_id is distinct from counter_clerk_id));
      create index contract_of_clerk on contracts.contract (counter_clerk_id) where counter_clerk_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract drop constraint counter_whole, drop constraint clerk_reviews_not,
        drop counter_clerk_id, drop counter_note, drop taken_over_at`);
  }
}
