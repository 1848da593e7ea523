import { Injectable } from '@nestjs/common';
import { Db, raw, sql } from '@jihui/platform';
import type { Twin } from '../core/facts.js';
import { DEAD } from '../core/lifecycle.js';

/** A text that may be like another one. */
export interface Candidate {
  readonly fileId: string;
  readonly normal: string;
}

/** Another contract with a text like this file's. */
export interface FileLikeness {
  readonly contractId: string;
  readonly registered: boolean;
  readonly basisPoints: number;
}

/** A print that so many texts share is a template's, and finds nothing but the template. */
const MOST_SHARING = 100;
/** So many candidates are compared, the likeliest first. */
const MOST_CANDIDATES = 30;

/** Finds texts that are alike, through an index over their prints. */
@Injectable()
export class LikenessStore {
  constructor(private readonly db: Db) {}

  /** Two texts that come at the same moment must see each other: one after the other, until the transaction ends. */
  async oneAfterTheOther(): Promise<void> {
    await this.db.query(sql`select pg_advisory_xact_lock(hashtextextended('contracts/likeness', 0))`);
  }

  async keepPrints(fileId: string, normal: string, prints: readonly number[]): Promise<void> {
    await this.db.query(sql`update contracts.text_reading set normal = ${normal} where file_id = ${fileId}`);
    await this.db.query(sql`delete from contracts.text_print where file_id = ${fileId}`);
    await this.db.query(sql`
      insert into contracts.text_print (print, file_id) select print, ${fileId} from unnest(${[...prints]}::int[]) as print`);
  }

  /**
   * Texts of other contracts that share at least so many prints, those with the rarest in common first.
   * Each print is looked up by itself and given up when it is common, so that the work does not grow with the texts.
   */
  async candidates(
    of: { readonly fileId: string; readonly contractId: string },
    prints: readonly number[],
    shared: number,
  ): Promise<readonly Candidate[]> {
    return this.db.query<Candidate>(sql`
      with hit as (
        select w.print, h.file_id from unnest(${[...prints]}::int[]) as w (print)
        cross join lateral (
          select p.file_id from contracts.text_print p
          where p.print = w.print and p.file_id <> ${of.fileId} limit ${raw(String(MOST_SHARING + 1))}) h),
      rare as (
        select print, 1.0 / count(*) as weight from hit group by print having count(*) <= ${raw(String(MOST_SHARING))}),
      best as (
        select hit.file_id, sum(rare.weight) as weight from hit join rare using (print)
        join contracts.file f on f.id = hit.file_id
        where f.removed_at is null and f.contract_id <> ${of.contractId}
        group by hit.file_id having count(*) >= ${shared}
        order by weight desc, hit.file_id limit ${raw(String(MOST_CANDIDATES))})
      select best.file_id as "fileId", r.normal
      from best join contracts.text_reading r on r.file_id = best.file_id order by best.weight desc, best.file_id`);
  }

  /** Live applications and registered contracts at any registry with a text like theirs (R11). */
  async twins(contractIds: readonly string[]): Promise<Map<string, readonly Twin[]>> {
    const rows = await this.db.query<Twin & { readonly ofContract: string }>(
      sql`
      select f.contract_id as "ofContract", 'SIMILAR_TEXT' as likeness, c.registration_number is not null as registered,
        c.id as "contractId", max(l.points)::int as similarity
      from contracts.file f
      cross join lateral (
        select other_file_id as other, basis_points as points from contracts.text_likeness where file_id = f.id
        union all
        select file_id, basis_points from contracts.text_likeness where other_file_id = f.id) l
      join contracts.file g on g.id = l.other and g.removed_at is null and g.sha256 <> f.sha256
      join contracts.contract c on c.id = g.contract_id and c.id <> f.contract_id
      where ${sql.any(sql`f.contract_id`, contractIds)} and f.removed_at is null
        and c.submitted_at is not null and not ${sql.any(sql`c.state`, DEAD)}
      group by f.contract_id, c.id order by similarity desc, c.id`.prepared(),
    );
    const twins = new Map<string, Twin[]>(contractIds.map((id) => [id, []]));
    for (const { ofContract, ...twin } of rows) twins.get(ofContract)?.push(twin);
    return twins;
  }

  /** The same for each file by itself. */
  async ofFiles(fileIds: readonly string[]): Promise<Map<string, readonly FileLikeness[]>> {
    const rows = await this.db.query<FileLikeness & { readonly fileId: string }>(sql`
      select w.id as "fileId", c.id as "contractId", c.registration_number is not null as registered,
        max(l.points)::int as "basisPoints"
      from unnest(${[...fileIds]}::uuid[]) as w (id) join contracts.file f on f.id = w.id
      cross join lateral (
        select other_file_id as other, basis_points as points from contracts.text_likeness where file_id = f.id
        union all
        select file_id, basis_points from contracts.text_likeness where other_file_id = f.id) l
      join contracts.file g on g.id = l.other and g.removed_at is null
      join contracts.contract c on c.id = g.contract_id and c.id <> f.contract_id
      where c.submitted_at is not null and not ${sql.any(sql`c.state`, DEAD)}
      group by w.id, c.id order by "basisPoints" desc, c.id`);
    const likenesses = new Map<string, FileLikeness[]>(fileIds.map((id) => [id, []]));
    for (const { fileId, ...likeness } of rows) likenesses.get(fileId)?.push(likeness);
    return likenesses;
  }

  /** How like it is to the others, in 1/100 of a percent; what was found before by older rules goes. */
  async keep(
    fileId: string,
    others: readonly { readonly fileId: string; readonly basisPoints: number }[],
  ): Promise<void> {
    await this.db.query(sql`
      delete from contracts.text_likeness where file_id = ${fileId} or other_file_id = ${fileId}`);
    await this.db.query(sql`
      insert into contracts.text_likeness (file_id, other_file_id, basis_points)
      select ${fileId}, other, points from unnest(${others.map((other) => other.fileId)}::uuid[],
        ${others.map(({ basisPoints }) => basisPoints)}::int[]) as o (other, points)`);
  }
}
