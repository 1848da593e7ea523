import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What stands beside a contract is looked up at every decision. A list of pending entries is read whole by each
 * look-up, so these indexes keep none; and of the forms only those that state a controller are opened for it.
 */
export class ContractLookups1764730000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter index contracts.contract_sellers set (fastupdate = off);
      alter index contracts.contract_buyers set (fastupdate = off);
      alter index contracts.contract_rights set (fastupdate = off);
      alter index contracts.contract_of_party set (fastupdate = off);
      select gin_clean_pending_list('contracts.contract_sellers'), gin_clean_pending_list('contracts.contract_buyers'),
        gin_clean_pending_list('contracts.contract_rights'), gin_clean_pending_list('contracts.contract_of_party');
      create function contracts.states_controller(form jsonb) returns boolean language sql immutable as $$
        select exists (select from jsonb_array_elements((form -> 'sellers') || (form -> 'buyers')) as party
          where coalesce(party ->> 'controller', '') <> '') $$;
      alter table contracts.contract
        add controller_stated boolean generated always as (contracts.states_controller(form)) stored;
      create index contract_controlled_sellers on contracts.contract using gin (seller_keys) with (fastupdate = off)
        where submitted_at is not null and controller_stated;
      create index contract_controlled_buyers on contracts.contract using gin (buyer_keys) with (fastupdate = off)
        where submitted_at is not null and controller_stated;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract drop controller_stated;
      drop function contracts.states_controller(jsonb);
      alter index contracts.contract_sellers set (fastupdate = on);
      alter index contracts.contract_buyers set (fastupdate = on);
      alter index contracts.contract_rights set (fastupdate = on);
      alter index contracts.contract_of_party set (fastupdate = on);
    `);
  }
}
