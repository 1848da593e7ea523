import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a registration costs beside its own row. The words by which contracts are searched stand in a narrow table: an
 * index over them in the contract's row was written anew with each of its steps, though they hardly change. Contracts
 * whose parties say that they are related are few and have an index of their own; and of a party's legal representative
 * only the organisation with its code is wanted.
 */
export class Registering1764760000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index contracts.contract_words;
      create table contracts.contract_words (
        contract_id uuid primary key references contracts.contract,
        words text not null
      );
      create function contracts.keep_words() returns trigger language plpgsql as $$
      begin
        insert into contracts.contract_words (contract_id, words) values (new.id, new.search_text)
        on conflict (contract_id) do update set words = excluded.words;
        return null;
      end $$;
      create trigger words_are_kept after insert on contracts.contract
        for each row execute function contracts.keep_words();
      create trigger changed_words_are_kept after update of search_text on contracts.contract
        for each row when (old.search_text is distinct from new.search_text) execute function contracts.keep_words();
      insert into contracts.contract_words (contract_id, words) select id, search_text from contracts.contract;
      create index words_of_contract on contracts.contract_words using gin (words gin_trgm_ops);
      create index contract_number_part on contracts.contract using gin (registration_number gin_trgm_ops);
      create index contract_declared_sellers on contracts.contract using gin (seller_keys) with (fastupdate = off)
        where submitted_at is not null and related_declared;
      create index organisation_of_code on contracts.organisation (uscc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index contracts.contract_number_part, contracts.contract_declared_sellers, contracts.organisation_of_code;
      drop trigger changed_words_are_kept on contracts.contract;
      drop trigger words_are_kept on contracts.contract;
      drop function contracts.keep_words();
      drop table contracts.contract_words;
      create index contract_words on contracts.contract using gin (search_text gin_trgm_ops);
    `);
  }
}
