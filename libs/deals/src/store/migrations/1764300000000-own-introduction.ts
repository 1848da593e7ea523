import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A broker may introduce an anonymous need's owner to itself without learning so. */
export class OwnIntroduction1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare constraint_name text;
      begin
        select conname into strict constraint_name from pg_constraint
        where conrelid = 'deals.deal'::regclass and pg_get_constraintdef(oid) like '%seller_id <> buyer_id%';
        execute format('alter table deals.deal drop constraint %I', constraint_name);
      end $$;
      alter table deals.deal add constraint deal_two_parties
        check (seller_id <> buyer_id or (buyer_anonymous and origin = 'BROKER'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table deals.deal drop constraint deal_two_parties;
      alter table deals.deal add check (seller_id <> buyer_id);
    `);
  }
}
