import { Injectable } from '@nestjs/common';
import type { ExportedRow, Exporter } from '@jihui/platform';
import type { Need } from '../core/need.js';
import type { Result } from '../core/result.js';
import type { Contact } from '../core/types.js';
import { ExportsStore, type Exported } from '../store/exports.store.js';
import { NEED_COLUMNS } from './need.cells.js';
import { RESULT_COLUMNS } from './result.cells.js';

const BATCH = 200;

/** Read by the import, but said by other columns here: amounts in 分, the rights with all that is known of them. */
const SAID_ELSEWHERE = [
  'contact',
  'patentNumbers',
  'priceMinWan',
  'priceMaxWan',
  'investmentWan',
  'budgetMinWan',
  'budgetMaxWan',
];

/** The import's own columns by their first name, so that what goes out can go in again. */
const headings = (
  columns: Readonly<Record<string, readonly string[]>>,
): readonly (readonly [string, string])[] =>
  Object.entries(columns)
    .filter(([key]) => !SAID_ELSEWHERE.includes(key))
    .map(([key, names]) => [key, names[0] ?? key]);

/** Files lie outside the table: attachments stay behind. */
function rowOf(
  { entity, externalId, ownerName }: Exported<Result | Need>,
  columns: readonly (readonly [string, string])[],
): ExportedRow {
  const { contact, ...content }: { contact: Contact } & Record<string, unknown> = entity.content as never;
  const values: Readonly<Record<string, unknown>> = {
    ...content,
    externalId: externalId ?? entity.code,
    owner: ownerName,
    contactName: contact.name,
    contactPhone: contact.phone,
    contactEmail: contact.email,
  };
  return Object.fromEntries(columns.map(([key, heading]) => [heading, values[key] ?? null]));
}

async function* rowsOf<E extends Result | Need>(
  next: (after: string | null, limit: number) => Promise<Exported<E>[]>,
  columns: readonly (readonly [string, string])[],
): AsyncGenerator<ExportedRow> {
  for (let after: string | null = null; ;) {
    const batch: Exported<E>[] = await next(after, BATCH);
    for (const exported of batch) yield rowOf(exported, columns);
    after = batch.at(-1)?.entity.id ?? null;
    if (after === null) return;
  }
}

/** `jihui export results FILE`: what can be found online, whatever its visibility. */
@Injectable()
export class ResultsExport implements Exporter {
  private readonly headings = headings(RESULT_COLUMNS);
  readonly columns = this.headings.map(([, heading]) => heading);

  constructor(private readonly store: ExportsStore) {}

  rows(): AsyncGenerator<ExportedRow> {
    return rowsOf((after, limit) => this.store.results(after, limit), this.headings);
  }
}

/** `jihui export needs FILE`: what can be found online, with the owner of the anonymous ones: a file for the operator. */
@Injectable()
export class NeedsExport implements Exporter {
  private readonly headings = headings(NEED_COLUMNS);
  readonly columns = this.headings.map(([, heading]) => heading);

  constructor(private readonly store: ExportsStore) {}

  rows(): AsyncGenerator<ExportedRow> {
    return rowsOf((after, limit) => this.store.needs(after, limit), this.headings);
  }
}
