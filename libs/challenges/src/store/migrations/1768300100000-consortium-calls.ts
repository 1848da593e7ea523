import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 须由创新联合体揭榜: no call asked for it until now. */
export class ConsortiumCalls1768300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update challenges.call set content = content || '{"consortium": false}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update challenges.call set content = content - 'consortium'`);
  }
}
