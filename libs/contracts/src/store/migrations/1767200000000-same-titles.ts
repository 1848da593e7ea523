import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  'live',
  'subclass',
  'signed_on',
  'terms_key',
  'contract_number',
  'seller_keys',
  'buyer_keys',
  'seller_codes',
  'buyer_codes',
  'right_numbers',
  'related_declared',
  'controller_stated',
];

/** What is kept of a contract's row to compare it by, `more` after the rest. */
const keeping = (columns: readonly string[], more: string): string => `
  create or replace function contracts.keys_of(c contracts.contract) returns contracts.contract_keys language sql stable as $$
    select c.id, contracts.is_live(c.state, c.submitted_at), c.subclass, c.signed_on, c.terms_key,
      contracts.plain_number(c.form ->> 'contractNumber'),
      contracts.party_keys(c.form -> 'sellers'), contracts.party_keys(c.form -> 'buyers'),
      contracts.party_codes(c.form -> 'sellers'), contracts.party_codes(c.form -> 'buyers'),
      contracts.right_numbers(c.form #> '{content,ipRights}'),
      coalesce((c.form #>> '{flags,relatedParties}')::boolean, false), contracts.states_controller(c.form)${more} $$;
  create or replace function contracts.keep_keys() returns trigger language plpgsql as $$
  begin
    insert into contracts.contract_keys select * from contracts.keys_of(new)
    on conflict (contract_id) do update set (${columns.join(', ')}) = (${columns.map((name) => `excluded.${name}`).join(', ')});
    return null;
  end $$;
`;

/**
 * 项目名称 that the same seller gave before (reference A4: duplicates flagged), however it is typed. The key holds the
 * seller, since many sellers call a contract alike.
 */
export class SameTitles1767200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract_keys add title_key text;
      comment on column contracts.contract_keys.title_key is 'the first seller and the title; null while one is missing';
      create function contracts.title_key(form jsonb) returns text language sql immutable as $$
        select md5(contracts.party_key(form #> '{sellers,0}') || ':' || contracts.plain_number(form ->> 'title')) $$;
      ${keeping([...COLUMNS, 'title_key'], ', contracts.title_key(c.form)')}
      update contracts.contract_keys k set title_key = contracts.title_key(c.form)
      from contracts.contract c where c.id = k.contract_id;
      create index keys_titles on contracts.contract_keys (title_key) where live;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract_keys drop title_key;
      ${keeping(COLUMNS, '')}
      drop function contracts.title_key(jsonb);
    `);
  }
}
