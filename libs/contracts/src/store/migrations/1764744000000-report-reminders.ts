import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 年度报告提醒: each said once a unit and year. */
export class ReportReminders1764744000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.annual_report_reminder (
        organisation_id uuid not null,
        year int not null,
        reminder text not null check (reminder in ('NEAR', 'OVERDUE')),
        due_on date not null,
        told_at timestamptz not null,
        primary key (organisation_id, year, reminder)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contracts.annual_report_reminder;');
  }
}
