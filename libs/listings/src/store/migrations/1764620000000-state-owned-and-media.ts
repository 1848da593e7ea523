import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 国有资产 and 媒体报道 join a result's form (reference C3): in the forms that stand, neither was said. */
export class StateOwnedAndMedia1764620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update listings.result set body = '{"stateOwned": null, "media": []}'::jsonb || body where not body ? 'media'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update listings.result set body = body - 'stateOwned' - 'media'`);
  }
}
