import { Injectable } from '@nestjs/common';
import { Db, sql, uuidv7 } from '@jihui/platform';
import { TEXT_KINDS } from '../core/contract.js';
import type { StatedTerms, TextFacts } from '../core/facts.js';
import type { Analysis } from '../core/text/analyse.js';
import type { ClassSuggestion } from '../core/text/classify.js';
import type { Clause } from '../core/text/place.js';
import type { Proposal } from '../core/text/proposals.js';
import type { Reading } from '../core/text/reading.js';
import { HELD, statementsOf, type Statement } from '../core/text/statements.js';

export type ProposalStatus = 'OPEN' | 'ACCEPTED' | 'DISMISSED';

/** How a file was read, without its text. */
export interface KeptReading extends Omit<Reading, 'pages'> {
  readonly fileId: string;
  readonly suggestion: ClassSuggestion | null;
  readonly readAt: Date;
}

/** A proposal as it is kept, with what the applicant made of it. */
export type KeptProposal = Proposal & {
  readonly id: string;
  readonly fileId: string;
  readonly status: ProposalStatus;
};

/** A file whose text is wanted. */
export interface FileToRead {
  readonly id: string;
  readonly contractId: string;
  readonly name: string;
  readonly sha256: string;
}

const PROPOSAL = sql`p.id, p.file_id as "fileId", p.field, p.value, p.clause, p.quote, p.note, p.status,
  json_build_object('page', p.page, 'start', p.start_at, 'end', p.end_at) as place`;

interface TextFactsRow extends Omit<TextFacts, 'total' | 'amountsDisagree' | 'stated'> {
  readonly contractId: string;
  readonly proposals: readonly Statement[] | null;
  readonly restrictions: StatedTerms['restrictions'];
}

const grouped = <T extends { readonly fileId: string }>(
  fileIds: readonly string[],
  rows: readonly T[],
): Map<string, T[]> => {
  const groups = new Map<string, T[]>(fileIds.map((id) => [id, []]));
  for (const row of rows) groups.get(row.fileId)?.push(row);
  return groups;
};

/** The texts of contracts. */
@Injectable()
export class TextsStore {
  constructor(private readonly db: Db) {}

  /** A file that has not been read by these rules, or nothing: it is gone, of another kind, or read. */
  async unread(fileId: string, reader: number): Promise<FileToRead | undefined> {
    return this.db.one<FileToRead>(sql`
      select f.id, f.contract_id as "contractId", f.name, f.sha256 from contracts.file f
      where f.id = ${fileId} and f.removed_at is null and ${sql.any(sql`f.kind`, TEXT_KINDS)}
        and not exists (select from contracts.text_reading r where r.file_id = f.id and r.reader >= ${reader})`);
  }

  /** Files that nobody has read by these rules: after an upgrade, or where a job was lost. */
  async allUnread(reader: number, most: number): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select f.id from contracts.file f
      where f.removed_at is null and ${sql.any(sql`f.kind`, TEXT_KINDS)}
        and not exists (select from contracts.text_reading r where r.file_id = f.id and r.reader >= ${reader})
      order by f.id limit ${most}`);
    return rows.map(({ id }) => id);
  }

  /** Two that read the same file wait for each other; the second finds it read. */
  async lockFile(fileId: string): Promise<void> {
    await this.db.query(sql`select from contracts.file where id = ${fileId} for update`);
  }

  async keep(
    fileId: string,
    reading: Reading,
    {
      clauses,
      proposals,
      suggestion,
      restrictions,
    }: Pick<Analysis, 'clauses' | 'proposals' | 'suggestion' | 'restrictions'>,
    as: { readonly reader: number; readonly readAt: Date },
  ): Promise<void> {
    await this.db.query(sql`
      insert into contracts.text_reading (file_id, reader, status, format, page_count, pages_known, characters,
        empty_pages, notes, suggestion, restrictions, read_at)
      values (${fileId}, ${as.reader}, ${reading.status}, ${reading.format}, ${reading.pageCount},
        ${reading.pagesKnown}, ${reading.characters}, ${[...reading.emptyPages]}, ${[...reading.notes]},
        ${suggestion === null ? null : JSON.stringify(suggestion)}::jsonb,
        ${JSON.stringify(restrictions)}::jsonb, ${as.readAt})
      on conflict (file_id) do update set reader = excluded.reader, status = excluded.status,
        format = excluded.format, page_count = excluded.page_count, pages_known = excluded.pages_known,
        characters = excluded.characters, empty_pages = excluded.empty_pages, notes = excluded.notes,
        suggestion = excluded.suggestion, restrictions = excluded.restrictions, read_at = excluded.read_at`);
    await this.keepPages(fileId, reading.pages);
    await this.keepClauses(fileId, clauses);
    await this.keepProposals(fileId, proposals);
  }

  private async keepPages(fileId: string, pages: readonly string[]): Promise<void> {
    await this.db.query(sql`delete from contracts.text_page where file_id = ${fileId}`);
    await this.db.query(sql`
      insert into contracts.text_page (file_id, page, text)
      select ${fileId}, page, text from unnest(${[...pages]}::text[]) with ordinality as p (text, page)`);
  }

  private async keepClauses(fileId: string, clauses: readonly Clause[]): Promise<void> {
    await this.db.query(sql`delete from contracts.text_clause where file_id = ${fileId}`);
    await this.db.query(sql`
      insert into contracts.text_clause (file_id, position, level, label, title, page, start_at, end_page, end_at)
      select ${fileId}, position, level, label, title, page, start, "endPage", "end"
      from jsonb_to_recordset(${JSON.stringify(clauses)}::jsonb) as c (position int, level int, label text,
        title text, page int, start int, "endPage" int, "end" int)`);
  }

  /** What was decided stays decided; what is open gives way to what these rules find. */
  private async keepProposals(fileId: string, proposals: readonly Proposal[]): Promise<void> {
    const rows = proposals.map(({ place, ...proposal }, position) => ({
      ...proposal,
      ...place,
      position,
      id: uuidv7(),
    }));
    await this.db.query(
      sql`delete from contracts.text_proposal where file_id = ${fileId} and status = 'OPEN'`,
    );
    await this.db.query(sql`
      insert into contracts.text_proposal (id, file_id, position, field, value, clause, quote, note, page, start_at,
        end_at, status)
      select p.id, ${fileId}, p.position, p.field, p.value, p.clause, p.quote, p.note, p.page, p.start, p."end", 'OPEN'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (id uuid, position int, field text, value jsonb,
        clause text, quote text, note text, page int, start int, "end" int)
      where not exists (select from contracts.text_proposal d
        where d.file_id = ${fileId} and d.field = p.field and d.value = p.value)`);
  }

  async readings(fileIds: readonly string[]): Promise<Map<string, KeptReading>> {
    const rows = await this.db.query<KeptReading>(sql`
      select file_id as "fileId", status, format, page_count as "pageCount", pages_known as "pagesKnown", characters,
        empty_pages as "emptyPages", notes, suggestion, read_at as "readAt"
      from contracts.text_reading where ${sql.any(sql`file_id`, fileIds)}`);
    return new Map(rows.map((row) => [row.fileId, row]));
  }

  /** What the texts of these contracts say, for the rules. */
  async facts(contractIds: readonly string[]): Promise<Map<string, readonly TextFacts[]>> {
    const rows = await this.db.query<TextFactsRow>(
      sql`
      select f.contract_id as "contractId", f.id as "fileId", f.kind, f.name, r.status, r.format,
        r.page_count as "pageCount", r.pages_known as "pagesKnown", r.characters, r.empty_pages as "emptyPages", r.notes,
        r.suggestion ->> 'contractClass' as "contractClass", r.suggestion ->> 'subclass' as subclass,
        coalesce((r.suggestion ->> 'clarity')::int, 0) as clarity, r.restrictions, said.proposals
      from contracts.file f join contracts.text_reading r on r.file_id = f.id
      left join lateral (
        select json_agg(json_build_object('field', p.field, 'value', p.value, 'note', p.note) order by p.position)
          as proposals
        from contracts.text_proposal p where p.file_id = f.id and ${sql.any(sql`p.field`, HELD)}) said on true
      where ${sql.any(sql`f.contract_id`, contractIds)} and f.removed_at is null order by f.id`.prepared(),
    );
    const facts = new Map<string, TextFacts[]>(contractIds.map((id) => [id, []]));
    for (const { contractId, proposals, restrictions, ...text } of rows)
      facts.get(contractId)?.push({ ...text, ...statementsOf(proposals ?? [], restrictions) });
    return facts;
  }

  async proposals(fileIds: readonly string[]): Promise<Map<string, KeptProposal[]>> {
    const rows = await this.db.query<KeptProposal>(sql`
      select ${PROPOSAL} from contracts.text_proposal p where ${sql.any(sql`p.file_id`, fileIds)}
      order by p.file_id, p.position, p.id`);
    return grouped(fileIds, rows);
  }

  /** A proposal from a file that the contract still has; locked, so that it is decided once. */
  async lockProposal(contractId: string, id: string): Promise<KeptProposal | undefined> {
    return this.db.one<KeptProposal>(sql`
      select ${PROPOSAL} from contracts.text_proposal p join contracts.file f on f.id = p.file_id
      where p.id = ${id} and f.contract_id = ${contractId} and f.removed_at is null for update of p`);
  }

  async decide(id: string, status: Exclude<ProposalStatus, 'OPEN'>, by: string, at: Date): Promise<void> {
    await this.db.query(sql`
      update contracts.text_proposal set status = ${status}, decided_by = ${by}, decided_at = ${at}
      where id = ${id}`);
  }

  async pages(fileId: string): Promise<readonly string[]> {
    const rows = await this.db.query<{ text: string }>(
      sql`select text from contracts.text_page where file_id = ${fileId} order by page`,
    );
    return rows.map(({ text }) => text);
  }

  async clauses(fileId: string): Promise<readonly Clause[]> {
    return this.db.query<Clause>(sql`
      select position, level, label, title, page, start_at as start, end_page as "endPage", end_at as "end"
      from contracts.text_clause where file_id = ${fileId} order by position`);
  }
}
