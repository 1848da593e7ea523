import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a version learnt from what people said of pairs: weights, and what a score has meant so far. */
export class Ranker1765300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matching.model add column ranker jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matching.model drop column ranker');
  }
}
