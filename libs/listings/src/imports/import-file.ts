import { DomainError, type Violation } from '@jihui/kernel';
import {
  CellReader,
  Columns,
  shown,
  type PlaceNames,
  type RowProblem,
  type SourceRow,
} from '@jihui/platform';
import { ListingCodes } from '../core/errors.js';
import type { Need } from '../core/need.js';
import type { Result } from '../core/result.js';
import type { ImportKind } from './kinds.js';
import { mappingFor, type NamedMapping } from './named-mappings.js';

/** A row whose cells were readable: its owner is looked up with its batch. */
export interface ImportRecord<F> {
  readonly form: F;
  readonly externalId: string | null;
  readonly ownerName: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Fields of the form that a table spreads over columns of other names. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  'contact.name': 'contactName',
  'contact.phone': 'contactPhone',
  'contact.email': 'contactEmail',
  priceMin: 'priceMinWan',
  priceMax: 'priceMaxWan',
  investment: 'investmentWan',
  budgetMin: 'budgetMinWan',
  budgetMax: 'budgetMaxWan',
  ipRights: 'patentNumbers',
};

/** One file on its way in: which format it has, what its columns are, and where in it a problem lies. */
export class ImportFile<E extends Result | Need, F> {
  private readonly columns: Columns<string>;
  private mapping: NamedMapping<string> | null | undefined;

  constructor(
    private readonly kind: ImportKind<E, F>,
    private readonly places: PlaceNames,
    private readonly onMapping: (name: string) => void,
    /** What is wrong with a form, whoever its owner may be. */
    private readonly faultsOf: (form: F) => readonly Violation[],
  ) {
    this.columns = new Columns(kind.columns);
  }

  /** @throws DomainError IMPORT.NO_COLUMNS when the first row has nothing that is known. */
  parse({ row, cells }: SourceRow): ImportRecord<F> | readonly RowProblem[] {
    this.mapping ??= this.recognise(cells);
    const values = this.mapping === null ? this.columns.read(cells) : this.mapping.columns(cells);
    const reader = new CellReader<string>(row, values, (key) => this.columns.headerOf(key));
    const form = this.kind.formFrom(reader, this.places);
    const externalId = reader.text('externalId');
    const ownerName = reader.text('owner');
    const record = { form, externalId, ownerName, values };
    return reader.problems.length === 0 ? record : this.allProblems(row, record, reader.problems);
  }

  /** A row that fails is to be corrected once: its other faults are named with those of its cells. */
  private allProblems(row: number, record: ImportRecord<F>, ofCells: readonly RowProblem[]): RowProblem[] {
    const named = new Set(ofCells.map(({ column }) => column));
    const others = this.faultsOf(record.form).map((fault) => this.problem(row, record, fault));
    return [...ofCells, ...others.filter(({ column }) => !named.has(column))];
  }

  /** What a rule found, at the column it concerns. */
  problem(row: number, record: ImportRecord<F>, { path, code, message }: Violation): RowProblem {
    const [field = '', ...rest] = path.split('.');
    const spread = COLUMN_OF[path] ?? COLUMN_OF[field];
    const key = spread !== undefined && record.values[spread] !== undefined ? spread : field;
    const inside = key === field && rest.length > 0 ? `.${rest.join('.')}` : '';
    return {
      row,
      column: `${this.columns.headerOf(key)}${inside}`,
      value: shown(record.values[key]),
      code,
      message,
    };
  }

  private recognise(cells: SourceRow['cells']): NamedMapping<string> | null {
    const mapping = mappingFor(this.kind.mappings, cells) ?? null;
    if (mapping === null && Object.keys(this.columns.read(cells)).length === 0)
      throw new DomainError(
        ListingCodes.IMPORT_NO_COLUMNS,
        '没有认出任何一列，请按模板写表头，例如“成果名称”“摘要”“关键词”',
      );
    this.onMapping(mapping?.name ?? 'template');
    return mapping;
  }
}
