import { Injectable } from '@nestjs/common';
import { Db, raw, sql } from '@jihui/platform';

/** A text that may be like another one. */
export interface Candidate {
  readonly fileId: string;
  readonly normal: string;
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
