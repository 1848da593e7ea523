import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Contracts between the very same sides are found by what their parties hash to: a university's contracts would else
 * all be read to find those with one buyer. A tree takes hashes where many parties would be too long for it.
 */
export class Sides1764763000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index contract_sides on contracts.contract
        (hash_array_extended(seller_keys, 0), hash_array_extended(buyer_keys, 0), signed_on)
        where submitted_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index contracts.contract_sides');
  }
}
