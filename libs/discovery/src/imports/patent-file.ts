import { DomainError, type Violation } from '@jihui/kernel';
import {
  CellReader,
  Columns,
  placeNames,
  shown,
  type City,
  type RowProblem,
  type SourceRow,
} from '@jihui/platform';
import { PatentCodes } from '../core/errors.js';
import { patentContentFrom } from '../core/patents/form.js';
import { PATENT_COLUMNS, patentRecordFrom, type PatentColumn, type PatentRecord } from './patent.cells.js';

/** A row whose cells were readable: its owner is looked up with its batch. */
export interface FileRecord extends PatentRecord {
  readonly ownerName: string | null;
  readonly values: { readonly [key in PatentColumn]?: unknown };
}

/** One file of patents on its way in: what its columns are, and where in it a problem lies. */
export class PatentFile {
  private readonly columns = new Columns<PatentColumn>(PATENT_COLUMNS);
  private recognised = false;

  constructor(private readonly city: City) {}

  /** @throws DomainError PATENT.NO_COLUMNS when the first row has nothing that is known. */
  parse({ row, cells }: SourceRow): FileRecord | readonly RowProblem[] {
    const values = this.columns.read(cells);
    if (!this.recognised && Object.keys(values).length === 0)
      throw new DomainError(
        PatentCodes.NO_COLUMNS,
        '没有认出任何一列，请在第一行写表头，例如“申请号”“专利名称”“发明人”“申请日”',
      );
    this.recognised = true;
    const reader = new CellReader<PatentColumn>(row, values, (key) => this.columns.headerOf(key));
    const record = {
      ...patentRecordFrom(reader, placeNames(this.city)),
      ownerName: reader.text('owner'),
      values,
    };
    if (reader.problems.length === 0) return record;
    // A row that fails is to be corrected once: its other faults are named with those of its cells.
    const named = new Set(reader.problems.map(({ column }) => column));
    const anybody = { name: '', divisionCode: this.city.code };
    const others = patentContentFrom(record.form, anybody, this.city).violations.map((fault) =>
      this.problem(row, record, fault),
    );
    return [...reader.problems, ...others.filter(({ column }) => !named.has(column))];
  }

  /** What a rule found, at the column it concerns. */
  problem(row: number, { values }: FileRecord, { path, code, message }: Violation): RowProblem {
    const [field = '', ...rest] = path.split('.');
    return {
      row,
      column: [this.columns.headerOf(field), ...rest].join('.'),
      value: shown(values[field as PatentColumn]),
      code,
      message,
    };
  }
}
