import { Injectable } from '@nestjs/common';
import { Db, sql, type Sql } from '@jihui/platform';
import type { Sibling, Twin } from '../core/facts.js';
import type { KnownTie } from '../core/relations.js';

/** What is held of other contracts and parties that matters to one contract. */
export interface Neighbours {
  readonly twins: readonly Twin[];
  readonly siblings: readonly Sibling[];
  readonly relations: readonly KnownTie[];
}

/** Another contract that counts: applied for or registered, at whatever registry. */
const OTHER = sql`o.live and o.contract_id <> m.contract_id`;

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

  /** Other contracts with the very same text alone: what stops an application, and nothing that only warns. */
  async sameTexts(ids: readonly string[]): Promise<Map<string, Neighbours>> {
    const rows = await this.db.query<Row>(
      sql`
      with mine as materialized (select k.contract_id from contracts.contract_keys k where ${sql.any(sql`k.contract_id`, ids)})
      ${SAME_TEXT}`.prepared(),
    );
    return grouped(ids, rows);
  }

  /** For several contracts in one statement; `splitDays` is how near siblings are signed. */
  async of(
    wanted: readonly { readonly id: string; readonly splitDays: number }[],
  ): Promise<Map<string, Neighbours>> {
    const ids = wanted.map(({ id }) => id);
    const rows = await this.db.query<Row>(
      sql`
      with mine as materialized (
        select k.*, w.split_days
        from unnest(${ids}::uuid[], ${wanted.map(({ splitDays }) => splitDays)}::int[]) as w (id, split_days)
        join contracts.contract_keys k on k.contract_id = w.id)
      ${SAME_TEXT}
      union all ${twin(
        'SAME_NUMBER',
        sql`
        contracts.contract_keys o where o.contract_number = m.contract_number and o.seller_keys && m.seller_keys`,
      )}
      union all ${twin('SAME_TERMS', sql`contracts.contract_keys o where o.terms_key = m.terms_key`)}
      union all ${twin('SAME_TITLE', sql`contracts.contract_keys o where o.title_key = m.title_key`)}
      union all ${twin(
        'SAME_RIGHT',
        sql`
        contracts.contract_keys o where m.subclass in ('21', '22') and o.subclass in ('21', '22')
          and o.right_numbers && m.right_numbers`,
      )}
      union all
      select m.contract_id, 'siblings', jsonb_build_object('contractId', s.contract_id,
        'registered', c.registration_number is not null, 'signedOn', s.signed_on, 'total', coalesce(c.total, 0),
        'technical', coalesce(c.technical, 0))
      from mine m cross join lateral (
        select o.contract_id, o.signed_on from contracts.contract_keys o
        where hash_array_extended(o.seller_keys, 0) = hash_array_extended(m.seller_keys, 0)
          and hash_array_extended(o.buyer_keys, 0) = hash_array_extended(m.buyer_keys, 0)
          and o.seller_keys = m.seller_keys and o.buyer_keys = m.buyer_keys
          and cardinality(m.seller_keys) > 0 and cardinality(m.buyer_keys) > 0
          and o.signed_on between m.signed_on - m.split_days and m.signed_on + m.split_days
          and ${OTHER} order by o.signed_on, o.contract_id limit ${MOST}) as s
      join contracts.contract c on c.id = s.contract_id
      union all
      select m.contract_id, 'relations',
        jsonb_build_object('kind', 'DECLARED', 'side', null, 'name', null, 'contractId', d.contract_id)
      from mine m cross join lateral (
        select o.contract_id from contracts.contract_keys o
        where o.related_declared and ${OTHER}
          and ((o.seller_keys && m.seller_keys and o.buyer_keys && m.buyer_keys)
            or (o.seller_keys && m.buyer_keys and o.buyer_keys && m.seller_keys))
        order by o.contract_id limit ${MOST}) as d
      union all
      select distinct m.contract_id, 'relations', jsonb_build_object('kind', 'LEGAL_REPRESENTATIVE', 'side', p.side,
        'name', r.legal_representative, 'contractId', null)
      from mine m
      cross join lateral (
        select 'SELLER' as side, code from unnest(m.seller_codes) as code
        union all select 'BUYER', code from unnest(m.buyer_codes) as code) as p
      join contracts.organisation r on r.uscc = p.code
      where r.legal_representative <> ''
      union all
      select m.contract_id, 'relations', jsonb_build_object('kind', 'CONTROLLER', 'side', k.side, 'name', k.controller,
        'contractId', null)
      from mine m cross join lateral (
        select distinct case when contracts.party_key(party) = any(m.seller_keys) then 'SELLER' else 'BUYER' end as side,
          party ->> 'controller' as controller
        from (select o.contract_id from contracts.contract_keys o
          where (o.seller_keys && (m.seller_keys || m.buyer_keys) or o.buyer_keys && (m.seller_keys || m.buyer_keys))
            and o.controller_stated and ${OTHER} order by o.contract_id desc limit 200) as o
        join contracts.contract c on c.id = o.contract_id
        cross join lateral jsonb_array_elements((c.form -> 'sellers') || (c.form -> 'buyers')) as party
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
        select k.contract_id as id, k.seller_keys, k.buyer_keys, k.signed_on - w.days as since,
          k.signed_on + w.days as until, w.contracts - 1 as most
        from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ days }) => days)}::int[],
          ${wanted.map(({ contracts }) => contracts)}::int[]) as w (id, days, contracts)
        join contracts.contract_keys k on k.contract_id = w.id where k.signed_on is not null),
      walk as (
        select r.id as root, b.key, array[]::uuid[] as path, false as home
        from root r cross join lateral unnest(r.buyer_keys) as b (key)
        union all
        select * from (
          select distinct on (s.root, s.key) s.root, s.key, s.path, s.home from (
            select w.root, b.key, w.path || o.contract_id as path, b.key = any(r.seller_keys) as home
            from walk w join root r on r.id = w.root
            join contracts.contract_keys o on o.seller_keys @> array[w.key] and o.live
              and o.signed_on between r.since and r.until and o.contract_id <> r.id
            cross join lateral unnest(o.buyer_keys) as b (key)
            where not w.home and cardinality(w.path) < r.most and not o.contract_id = any(w.path)) as s) as step)
      select distinct on (root) root, path::text[] as path from walk where home
      order by root, cardinality(path), path`.prepared(),
    );
    return new Map(rows.map(({ root, path }) => [root, path]));
  }
}

/** Contracts alike in one way, each once. */
const twin = (likeness: Twin['likeness'], from: Sql): Sql => sql`
  select m.contract_id, 'twins' as family, jsonb_build_object('likeness', ${likeness}::text, 'contractId', c.id,
    'registered', c.registration_number is not null, 'similarity', 10000) as detail
  from mine m cross join lateral (
    select distinct o.contract_id from ${from} and ${OTHER} order by o.contract_id limit ${MOST}) as t
  join contracts.contract c on c.id = t.contract_id`;

const SAME_TEXT = twin(
  'SAME_TEXT',
  sql`
  contracts.file f join contracts.file g on g.sha256 = f.sha256 and g.kind = 'CONTRACT_TEXT' and g.removed_at is null
    join contracts.contract_keys o on o.contract_id = g.contract_id
  where f.contract_id = m.contract_id and f.kind = 'CONTRACT_TEXT' and f.removed_at is null`,
);

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
