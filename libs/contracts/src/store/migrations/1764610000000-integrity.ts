import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the checks of integrity look up: who sells to whom, by keys that the database computes from the form; and
 * what reviewer and applicant said to conditions and findings.
 */
export class ContractIntegrity1764610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A party's key: a digest of its identifier, or of its name where it has none, so that no identity number stands in an index.
      create function contracts.party_key(party jsonb) returns text language sql immutable as $$
        select case
          when coalesce(party ->> 'identifier', '') <> '' then
            left(encode(sha256(convert_to((party ->> 'identifierKind') || ':' || upper(party ->> 'identifier'), 'UTF8')), 'hex'), 32)
          when coalesce(party ->> 'name', '') <> '' then
            left(encode(sha256(convert_to('NAME:' || (party ->> 'name'), 'UTF8')), 'hex'), 32)
        end $$;
      create function contracts.party_keys(parties jsonb) returns text[] language sql immutable as $$
        select coalesce(array_agg(distinct key order by key), '{}')
        from (select contracts.party_key(party) as key from jsonb_array_elements(parties) as party) as keys
        where key is not null $$;
      create function contracts.right_numbers(rights jsonb) returns text[] language sql immutable as $$
        select coalesce(array_agg(distinct upper(r ->> 'number')), '{}') from jsonb_array_elements(rights) as r
        where coalesce(r ->> 'number', '') <> '' $$;
      alter table contracts.contract
        add judgements jsonb not null default '[]',
        add answers jsonb not null default '[]',
        add seller_keys text[] generated always as (contracts.party_keys(form -> 'sellers')) stored,
        add buyer_keys text[] generated always as (contracts.party_keys(form -> 'buyers')) stored,
        add right_numbers text[] generated always as (contracts.right_numbers(form #> '{content,ipRights}')) stored,
        add contract_number text generated always as (nullif(form ->> 'contractNumber', '')) stored,
        add related_declared boolean generated always as (coalesce((form #>> '{flags,relatedParties}')::boolean, false)) stored;
      alter table contracts.contract alter judgements drop default, alter answers drop default;
      create index contract_sellers on contracts.contract using gin (seller_keys) where submitted_at is not null;
      create index contract_buyers on contracts.contract using gin (buyer_keys) where submitted_at is not null;
      create index contract_rights on contracts.contract using gin (right_numbers)
        where submitted_at is not null and subclass in ('21', '22');
      create index contract_own_number on contracts.contract (contract_number)
        where submitted_at is not null and contract_number is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract drop related_declared, drop contract_number, drop right_numbers, drop buyer_keys,
        drop seller_keys, drop answers, drop judgements;
      drop function contracts.right_numbers(jsonb), contracts.party_keys(jsonb), contracts.party_key(jsonb);
    `);
  }
}
