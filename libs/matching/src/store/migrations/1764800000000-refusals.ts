import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a recommendation was found useless, and for whom. Of verdicts given before neither is known. */
export class Refusals1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.feedback
        add column causes text[] not null default '{}' check (causes <@ array['FIELD', 'TEXT', 'COOPERATION',
          'MATURITY', 'PRICE', 'PLACE', 'RIGHTS', 'TIME']),
        -- The owners of the need and of the result of which the person was a member.
        add column spoke_for uuid[] not null default '{}';
      create index on matching.outcome (result_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index matching.outcome_result_id_idx;
      alter table matching.feedback drop column causes, drop column spoke_for;
    `);
  }
}
