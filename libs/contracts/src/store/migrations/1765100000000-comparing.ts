import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the columns are that were computed in the contract's row until now, and the indexes over them. */
const AS_IT_WAS = `
  alter table contracts.contract
    add seller_keys text[] generated always as (contracts.party_keys(form -> 'sellers')) stored,
    add buyer_keys text[] generated always as (contracts.party_keys(form -> 'buyers')) stored,
    add right_numbers text[] generated always as (contracts.right_numbers(form #> '{content,ipRights}')) stored,
    add contract_number text generated always as (nullif(form ->> 'contractNumber', '')) stored,
    add related_declared boolean generated always as (coalesce((form #>> '{flags,relatedParties}')::boolean, false)) stored,
    add controller_stated boolean generated always as (contracts.states_controller(form)) stored;
  create index contract_sellers on contracts.contract using gin (seller_keys) with (fastupdate = off)
    where submitted_at is not null;
  create index contract_buyers on contracts.contract using gin (buyer_keys) with (fastupdate = off)
    where submitted_at is not null;
  create index contract_rights on contracts.contract using gin (right_numbers) with (fastupdate = off)
    where submitted_at is not null and subclass in ('21', '22');
  create index contract_own_number on contracts.contract (contract_number)
    where submitted_at is not null and contract_number is not null;
  create index contract_terms on contracts.contract (terms_key) where submitted_at is not null;
  create index contract_controlled_sellers on contracts.contract using gin (seller_keys) with (fastupdate = off)
    where submitted_at is not null and controller_stated;
  create index contract_controlled_buyers on contracts.contract using gin (buyer_keys) with (fastupdate = off)
    where submitted_at is not null and controller_stated;
  create index contract_declared_sellers on contracts.contract using gin (seller_keys) with (fastupdate = off)
    where submitted_at is not null and related_declared;
  create index contract_sides on contracts.contract
    (hash_array_extended(seller_keys, 0), hash_array_extended(buyer_keys, 0), signed_on)
    where submitted_at is not null;
  create index contract_changed on contracts.contract (updated_at, id);
  alter table contracts.contract drop constraint registration_number_once,
    add constraint registration_number_once unique (registration_number);
`;

/**
 * What contracts are compared by stands beside them. Each step of a contract writes a new version of its row, and with
 * it an entry into each of its indexes; nine were over what hardly ever changes, and one over the time of the change, by
 * which nothing is looked up. Short parts of a number, which trigrams do not tell apart, are found in the narrow index
 * that keeps it unique, without the rows.
 */
export class Comparing1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.contract_keys (
        contract_id uuid primary key references contracts.contract,
        live boolean not null,
        subclass text,
        signed_on date,
        terms_key text,
        contract_number text,
        seller_keys text[] not null,
        buyer_keys text[] not null,
        seller_codes text[] not null,
        buyer_codes text[] not null,
        right_numbers text[] not null,
        related_declared boolean not null,
        controller_stated boolean not null
      );
      comment on table contracts.contract_keys is 'what a contract is compared with others by, kept from its row by the database';
      comment on column contracts.contract_keys.live is 'applied for or registered: it counts beside others';
      comment on column contracts.contract_keys.seller_codes is '统一社会信用代码 of the sellers, by which organisations are known';
      -- Applied for and not ended: what DEAD of core/lifecycle.ts names counts no more.
      create function contracts.is_live(state text, submitted_at timestamptz) returns boolean language sql immutable as $$
        select submitted_at is not null and state not in
          ('NOT_ACCEPTED', 'REJECTED', 'REJECTION_OBJECTED', 'WITHDRAWN', 'CANCELLED', 'REVOKED') $$;
      create function contracts.party_codes(parties jsonb) returns text[] language sql immutable as $$
        select coalesce(array_agg(distinct party ->> 'identifier'), '{}') from jsonb_array_elements(parties) as party
        where party ->> 'identifierKind' = 'USCC' and coalesce(party ->> 'identifier', '') <> '' $$;
      create function contracts.keys_of(c contracts.contract) returns contracts.contract_keys language sql stable as $$
        select c.id, contracts.is_live(c.state, c.submitted_at), c.subclass, c.signed_on, c.terms_key, nullif(c.form ->> 'contractNumber', ''),
          contracts.party_keys(c.form -> 'sellers'), contracts.party_keys(c.form -> 'buyers'),
          contracts.party_codes(c.form -> 'sellers'), contracts.party_codes(c.form -> 'buyers'),
          contracts.right_numbers(c.form #> '{content,ipRights}'),
          coalesce((c.form #>> '{flags,relatedParties}')::boolean, false), contracts.states_controller(c.form) $$;
      create function contracts.keep_keys() returns trigger language plpgsql as $$
      begin
        insert into contracts.contract_keys select * from contracts.keys_of(new)
        on conflict (contract_id) do update set live = excluded.live, subclass = excluded.subclass,
          signed_on = excluded.signed_on, terms_key = excluded.terms_key, contract_number = excluded.contract_number,
          seller_keys = excluded.seller_keys, buyer_keys = excluded.buyer_keys, seller_codes = excluded.seller_codes,
          buyer_codes = excluded.buyer_codes, right_numbers = excluded.right_numbers,
          related_declared = excluded.related_declared, controller_stated = excluded.controller_stated;
        return null;
      end $$;
      create function contracts.keep_live() returns trigger language plpgsql as $$
      begin
        update contracts.contract_keys set live = contracts.is_live(new.state, new.submitted_at) where contract_id = new.id;
        return null;
      end $$;
      drop index contracts.contract_sellers, contracts.contract_buyers, contracts.contract_rights,
        contracts.contract_own_number, contracts.contract_terms, contracts.contract_controlled_sellers,
        contracts.contract_controlled_buyers, contracts.contract_declared_sellers, contracts.contract_sides,
        contracts.contract_changed;
      alter table contracts.contract drop seller_keys, drop buyer_keys, drop right_numbers, drop contract_number,
        drop related_declared, drop controller_stated, drop constraint registration_number_once,
        add constraint registration_number_once unique (registration_number) include (id);
      insert into contracts.contract_keys select k.* from contracts.contract c cross join lateral contracts.keys_of(c) as k;
      create trigger keys_are_kept after insert on contracts.contract
        for each row execute function contracts.keep_keys();
      create trigger changed_keys_are_kept after update of form, subclass, signed_on, terms_key on contracts.contract
        for each row when ((old.form, old.subclass, old.signed_on, old.terms_key)
          is distinct from (new.form, new.subclass, new.signed_on, new.terms_key))
        execute function contracts.keep_keys();
      create trigger live_is_kept after update of state, submitted_at on contracts.contract
        for each row when (contracts.is_live(old.state, old.submitted_at)
          is distinct from contracts.is_live(new.state, new.submitted_at)) execute function contracts.keep_live();
      create index keys_sellers on contracts.contract_keys using gin (seller_keys) with (fastupdate = off) where live;
      create index keys_rights on contracts.contract_keys using gin (right_numbers) with (fastupdate = off)
        where live and subclass in ('21', '22');
      create index keys_own_number on contracts.contract_keys (contract_number) where live and contract_number is not null;
      create index keys_terms on contracts.contract_keys (terms_key) where live;
      create index keys_controlled_sellers on contracts.contract_keys using gin (seller_keys) with (fastupdate = off)
        where live and controller_stated;
      create index keys_controlled_buyers on contracts.contract_keys using gin (buyer_keys) with (fastupdate = off)
        where live and controller_stated;
      create index keys_declared_sellers on contracts.contract_keys using gin (seller_keys) with (fastupdate = off)
        where live and related_declared;
      create index keys_sides on contracts.contract_keys
        (hash_array_extended(seller_keys, 0), hash_array_extended(buyer_keys, 0), signed_on) where live;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger keys_are_kept on contracts.contract;
      drop trigger changed_keys_are_kept on contracts.contract;
      drop trigger live_is_kept on contracts.contract;
      drop function contracts.keep_keys(), contracts.keep_live(), contracts.keys_of(contracts.contract);
      drop table contracts.contract_keys;
      drop function contracts.party_codes(jsonb), contracts.is_live(text, timestamptz);
      ${AS_IT_WAS}
    `);
  }
}
