import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists show of the forms has columns of its own: a list would unpack every row's form for two numbers. */
export class CardAmounts1770400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table listings.result
        add column price_min bigint generated always as ((body ->> 'priceMin')::bigint) stored,
        add column price_max bigint generated always as ((body ->> 'priceMax')::bigint) stored;
      alter table listings.need
        add column budget_negotiable boolean generated always as ((body ->> 'budgetNegotiable')::boolean) stored,
        add column budget_min bigint generated always as ((body ->> 'budgetMin')::bigint) stored,
        add column budget_max bigint generated always as ((body ->> 'budgetMax')::bigint) stored;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table listings.result drop column price_min, drop column price_max;
      alter table listings.need drop column budget_negotiable, drop column budget_min, drop column budget_max;
    `);
  }
}
