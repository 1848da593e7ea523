import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words are found by pairs of characters: the commonest word of Chinese has two, which no trigram finds. Kept as a
 * column, since working them out for each row that a common pair finds would take longer than reading all of them; without a list of pending entries, which each look-up reads whole.
 */
export class Pairs1765140000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function contracts.pairs_of(words text) returns text[] language sql immutable strict as $$
        select coalesce(array_agg(distinct substr(words, place, 2)), '{}')
        from generate_series(1, char_length(words) - 1) as place $$;
      drop index contracts.words_of_contract;
      alter table contracts.contract_words
        add pairs text[] not null generated always as (contracts.pairs_of(words)) stored;
      create index words_by_pairs on contracts.contract_words using gin (pairs) with (fastupdate = off);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract_words drop pairs;
      drop function contracts.pairs_of(text);
      create index words_of_contract on contracts.contract_words using gin (words gin_trgm_ops);
    `);
  }
}
