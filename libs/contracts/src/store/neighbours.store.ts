import { Injectable } from '@nestjs/common';
import { Db, sql, type Sql } from '@jihui/platform';
import type { Sibling, Twin } from '../core/facts.js';
import { DEAD } from '../core/lifecycle.js';
import type { KnownTie } from '../core/relations.js';

/** What is held of other contracts and parties that matters to one contract. */
export interface Neighbours {
  readonly twins: readonly Twin[];
  readonly siblings: readonly Sibling[];
  readonly relations: readonly KnownTie[];
}

/** Contracts that count: applied for or registered, at whatever registry. */
const LIVE = sql`o.submitted_at is not null and not ${sql.any(sql`o.state`, DEAD)}`;

/** Of one kind at most so many: what speaks is that there are some, and a page shows no more. */
const MOST = 20;

interface Row {
  readonly contract_id: string;
  readonly family: keyof Neighbours;
  readonly detail: Twin | Sibling | KnownTie;
}

/** Other contracts that look like one, stand beside it, or tie its sides together (reference A3 R11, product M7). */
@Injectable()
export class NeighboursStore {
  constructor(private readonly db: Db) {}

  /** For several contracts in one statement; `splitDays` is how near siblings are signed. */
  async of(
    wanted: readonly { readonly id: string; readonly splitDays: number }[],
  ): Promise<Map<string, Neighbours>> {
    const ids = wanted.map(({ id }) => id);
    const rows = await this.db.query<Row>(
      sql`
      with mine as materialized (
        select c.id, c.subclass, c.form, c.terms_key, c.signed_on, c.seller_keys, c.buyer_keys, c.right_numbers,
          c.contract_number, w.split_days
        from unnest(${ids}::uuid[], ${wanted.map(({ splitDays }) => splitDays)}::int[]) as w (id, split_days)
        join contracts.contract c on c.id = w.id)
      ${twin(
        'SAME_TEXT',
        sql`
        contracts.file f join contracts.file g on g.sha256 = f.sha256 and g.kind = 'CONTRACT_TEXT' and g.removed_at is null
          join contracts.contract o on o.id = g.contract_id
        where f.contract_id = m.id and f.kind = 'CONTRACT_TEXT' and f.removed_at is null`,
      )}
      union all ${twin(
        'SAME_NUMBER',
        sql`
        contracts.contract o where o.contract_number = m.contract_number and o.seller_keys && m.seller_keys`,
      )}
      union all ${twin('SAME_TERMS', sql`contracts.contract o where o.terms_key = m.terms_key`)}
      union all ${twin(
        'SAME_RIGHT',
        sql`
        contracts.contract o where m.subclass in ('21', '22') and o.subclass in ('21', '22')
          and o.right_numbers && m.right_numbers`,
      )}
      union all
      select m.id, 'siblings', jsonb_build_object('contractId', s.id, 'registered', s.registered,
        'signedOn', s.signed_on, 'total', s.total, 'technical', s.technical)
      from mine m cross join lateral (
        select o.id, o.registration_number is not null as registered, o.signed_on, coalesce(o.total, 0) as total, coalesce(o.technical, 0) as technical
        from contracts.contract o
        where hash_array_extended(o.seller_keys, 0) = hash_array_extended(m.seller_keys, 0)
          and hash_array_extended(o.buyer_keys, 0) = hash_array_extended(m.buyer_keys, 0)
          and o.seller_keys = m.seller_keys and o.buyer_keys = m.buyer_keys
          and cardinality(m.seller_keys) > 0 and cardinality(m.buyer_keys) > 0
          and o.signed_on between m.signed_on - m.split_days and m.signed_on + m.split_days
          and o.id <> m.id and ${LIVE} order by o.signed_on, o.id limit ${MOST}) as s
      union all
      select m.id, 'relations', jsonb_build_object('kind', 'DECLARED', 'side', null, 'name', null, 'contractId', d.id)
      from mine m cross join lateral (
        select o.id from contracts.contract o
        where o.related_declared and o.id <> m.id and ${LIVE}
          and ((o.seller_keys && m.seller_keys and o.buyer_keys && m.buyer_keys)
            or (o.seller_keys && m.buyer_keys and o.buyer_keys && m.seller_keys))
        order by o.id limit ${MOST}) as d
      union all
      select distinct m.id, 'relations', jsonb_build_object('kind', 'LEGAL_REPRESENTATIVE', 'side', p.side,
        'name', r.legal_representative, 'contractId', null)
      from mine m
      cross join lateral (
        select 'SELLER' as side, party from jsonb_array_elements(m.form -> 'sellers') as party
        union all select 'BUYER', party from jsonb_array_elements(m.form -> 'buyers') as party) as p
      join contracts.organisation r on r.uscc = p.party ->> 'identifier'
      where p.party ->> 'identifierKind' = 'USCC' and r.legal_representative <> ''
      union all
      select m.id, 'relations', jsonb_build_object('kind', 'CONTROLLER', 'side', k.side, 'name', k.controller,
        'contractId', null)
      from mine m cross join lateral (
        select distinct case when contracts.party_key(party) = any(m.seller_keys) then 'SELLER' else 'BUYER' end as side,
          party ->> 'controller' as controller
        from (select o.form from contracts.contract o
          where (o.seller_keys && (m.seller_keys || m.buyer_keys) or o.buyer_keys && (m.seller_keys || m.buyer_keys))
            and o.controller_stated and o.id <> m.id and ${LIVE} order by o.id desc limit 200) as o
        cross join lateral jsonb_array_elements((o.form -> 'sellers') || (o.form -> 'buyers')) as party
        where coalesce(party ->> 'controller', '') <> ''
          and contracts.party_key(party) = any(m.seller_keys || m.buyer_keys)) as k`.prepared(),
    );
    return grouped(ids, rows);
  }

  /**
   * The shortest chain of contracts by which what each contract sells comes back to its seller, found by
   * walking from its buyers, one contract at a time, each party once a step: at most `contracts` in the
   * circle, all signed within `days` of this one.
   */
  async circles(
    wanted: readonly { readonly id: string; readonly days: number; readonly contracts: number }[],
  ): Promise<Map<string, readonly string[]>> {
    const rows = await this.db.query<{ root: string; path: string[] }>(
      sql`
      with recursive root as (
        select c.id, c.seller_keys, c.buyer_keys, c.signed_on - w.days as since, c.signed_on + w.days as until,
          w.contracts - 1 as most
        from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ days }) => days)}::int[],
          ${wanted.map(({ contracts }) => contracts)}::int[]) as w (id, days, contracts)
        join contracts.contract c on c.id = w.id where c.signed_on is not null),
      walk as (
        select r.id as root, b.key, array[]::uuid[] as path, false as home
        from root r cross join lateral unnest(r.buyer_keys) as b (key)
        union all
        select * from (
          select distinct on (s.root, s.key) s.root, s.key, s.path, s.home from (
            select w.root, b.key, w.path || o.id as path, b.key = any(r.seller_keys) as home
            from walk w join root r on r.id = w.root
            join contracts.contract o on o.seller_keys @> array[w.key] and o.signed_on between r.since and r.until
              and o.id <> r.id and ${LIVE}
            cross join lateral unnest(o.buyer_keys) as b (key)
            where not w.home and cardinality(w.path) < r.most and not o.id = any(w.path)) as s) as step)
      select distinct on (root) root, path::text[] as path from walk where home
      order by root, cardinality(path), path`.prepared(),
    );
    return new Map(rows.map(({ root, path }) => [root, path]));
  }
}

/** Contracts alike in one way, each once. */
const twin = (likeness: Twin['likeness'], from: Sql): Sql => sql`
  select m.id as contract_id, 'twins' as family, jsonb_build_object('likeness', ${likeness}::text, 'contractId', t.id,
    'registered', t.registered, 'similarity', 10000) as detail
  from mine m cross join lateral (
    select distinct o.id, o.registration_number is not null as registered from ${from} and o.id <> m.id and ${LIVE}
    order by o.id limit ${MOST}) as t`;

function grouped(ids: readonly string[], rows: readonly Row[]): Map<string, Neighbours> {
  const groups = new Map(
    ids.map((id) => [id, { twins: [] as Twin[], siblings: [] as Sibling[], relations: [] as KnownTie[] }]),
  );
  for (const { contract_id, family, detail } of rows) {
    const group = groups.get(contract_id);
    (group?.[family] as (typeof detail)[] | undefined)?.push(detail);
  }
  return groups;
}
