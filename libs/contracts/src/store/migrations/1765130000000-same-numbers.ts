import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As the migrations before it had them. */
const AS_WRITTEN = `
  create or replace function contracts.party_key(party jsonb) returns text language sql immutable as $$
    select case
      when coalesce(party ->> 'identifier', '') <> '' then
        left(encode(sha256(convert_to((party ->> 'identifierKind') || ':' || upper(party ->> 'identifier'), 'UTF8')), 'hex'), 32)
      when coalesce(party ->> 'name', '') <> '' then
        left(encode(sha256(convert_to('NAME:' || (party ->> 'name'), 'UTF8')), 'hex'), 32)
    end $$;
  create or replace function contracts.right_numbers(rights jsonb) returns text[] language sql immutable as $$
    select coalesce(array_agg(distinct upper(r ->> 'number')), '{}') from jsonb_array_elements(rights) as r
    where coalesce(r ->> 'number', '') <> '' $$;
`;

const keysOf = (ownNumber: string): string => `
  create or replace function contracts.keys_of(c contracts.contract) returns contracts.contract_keys language sql stable as $$
    select c.id, contracts.is_live(c.state, c.submitted_at), c.subclass, c.signed_on, c.terms_key, ${ownNumber},
      contracts.party_keys(c.form -> 'sellers'), contracts.party_keys(c.form -> 'buyers'),
      contracts.party_codes(c.form -> 'sellers'), contracts.party_codes(c.form -> 'buyers'),
      contracts.right_numbers(c.form #> '{content,ipRights}'),
      coalesce((c.form #>> '{flags,relatedParties}')::boolean, false), contracts.states_controller(c.form) $$;
  update contracts.contract_keys old set contract_number = k.contract_number, seller_keys = k.seller_keys,
    buyer_keys = k.buyer_keys, right_numbers = k.right_numbers
  from contracts.contract c cross join lateral contracts.keys_of(c) as k
  where k.contract_id = old.contract_id and (k.contract_number, k.seller_keys, k.buyer_keys, k.right_numbers)
    is distinct from (old.contract_number, old.seller_keys, old.buyer_keys, old.right_numbers);
`;

/**
 * A number is the same however it is written: in full width, with spaces, dots or dashes, a patent's with ZL or without
 * (R11 would else be passed by typing it otherwise); and so is the name of a party that states no code.
 */
export class SameNumbers1765130000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function contracts.plain_number(number text) returns text language sql immutable as $$
        select nullif(upper(regexp_replace(normalize(number, NFKC), '[[:space:].·‐‑–—−-]+', '', 'g')), '') $$;
      create or replace function contracts.party_key(party jsonb) returns text language sql immutable as $$
        select case
          when coalesce(party ->> 'identifier', '') <> '' then
            left(encode(sha256(convert_to((party ->> 'identifierKind') || ':' || upper(party ->> 'identifier'), 'UTF8')), 'hex'), 32)
          when coalesce(party ->> 'name', '') <> '' then
            left(encode(sha256(convert_to('NAME:' || coalesce(contracts.plain_number(party ->> 'name'), ''), 'UTF8')), 'hex'), 32)
        end $$;
      create or replace function contracts.right_numbers(rights jsonb) returns text[] language sql immutable as $$
        select coalesce(array_agg(distinct regexp_replace(contracts.plain_number(r ->> 'number'), '^(ZL|CN)(?=[0-9])', '')), '{}')
        from jsonb_array_elements(rights) as r where contracts.plain_number(r ->> 'number') is not null $$;
      ${keysOf(`contracts.plain_number(c.form ->> 'contractNumber')`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${AS_WRITTEN}
      ${keysOf(`nullif(c.form ->> 'contractNumber', '')`)}
      drop function contracts.plain_number(text);
    `);
  }
}
