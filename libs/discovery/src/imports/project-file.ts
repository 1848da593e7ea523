import { DomainError, type Violation } from '@jihui/kernel';
import {
  CellReader,
  Columns,
  shown,
  type ColumnNames,
  type RowProblem,
  type SourceRow,
} from '@jihui/platform';
import { ProjectCodes } from '../core/errors.js';
import { projectContentFrom, type ProjectForm } from '../core/projects/form.js';
import { PROJECT_LEVELS, PROJECT_STATUSES } from '../core/projects/project.js';
import type { OwnedFile, OwnedRecord } from './owned-import.js';

/** Columns of a file of projects, by the names under which they may stand. */
export const PROJECT_COLUMN_NAMES = {
  owner: ['登记单位', '承担单位', '项目承担单位', '单位名称', '统一社会信用代码', 'ownerName'],
  number: ['项目编号', '编号', '立项编号', 'no'],
  title: ['项目名称', '名称', '标题'],
  programme: ['计划类别', '项目类别', '项目来源', '专项名称'],
  level: ['项目级别', '级别'],
  status: ['项目状态', '状态'],
  leader: ['项目负责人', '负责人', '主持人'],
  members: ['主要参加人员', '参加人员', '项目成员', '成员'],
  startedOn: ['立项日期', '开始日期', '起始日期'],
  endedOn: ['结束日期', '结题日期', '截止日期', '完成日期'],
  funding: ['总经费（万元）', '总经费(万元)', '经费（万元）', '经费(万元)', '总经费', '经费'],
  summary: ['项目简介', '简介', '摘要'],
  open: ['是否公开', '公开'],
} as const satisfies ColumnNames<string>;
type ProjectColumn = keyof typeof PROJECT_COLUMN_NAMES;

/** 横向 as well as the whole name. */
const LEVELS = { ...PROJECT_LEVELS, ENTERPRISE: '横向' } as const;

export interface ProjectRecord extends OwnedRecord {
  readonly form: ProjectForm;
  readonly values: { readonly [key in ProjectColumn]?: unknown };
}

/** One file of projects on its way in. */
export class ProjectFile implements OwnedFile<ProjectRecord> {
  private readonly columns = new Columns<ProjectColumn>(PROJECT_COLUMN_NAMES);
  private recognised = false;

  /** @throws DomainError PROJECT.NO_COLUMNS when the first row has nothing that is known. */
  parse({ row, cells }: SourceRow): ProjectRecord | readonly RowProblem[] {
    const values = this.columns.read(cells);
    if (!this.recognised && Object.keys(values).length === 0)
      throw new DomainError(
        ProjectCodes.NO_COLUMNS,
        '没有认出任何一列，请在第一行写表头，例如“项目编号”“项目名称”“项目负责人”“立项日期”',
      );
    this.recognised = true;
    const reader = new CellReader<ProjectColumn>(row, values, (key) => this.columns.headerOf(key));
    const record = { form: formFrom(reader), ownerName: reader.text('owner'), values };
    if (reader.problems.length === 0) return record;
    // A row that fails is to be corrected once: its other faults are named with those of its cells.
    const named = new Set(reader.problems.map(({ column }) => column));
    const others = projectContentFrom(record.form).violations.map((fault) =>
      this.problem(row, record, fault),
    );
    return [...reader.problems, ...others.filter(({ column }) => !named.has(column))];
  }

  problem(row: number, { values }: ProjectRecord, { path, code, message }: Violation): RowProblem {
    const [field = '', ...rest] = path.split('.');
    return {
      row,
      column: [this.columns.headerOf(field), ...rest].join('.'),
      value: shown(values[field as ProjectColumn]),
      code,
      message,
    };
  }
}

function formFrom(cells: CellReader<ProjectColumn>): ProjectForm {
  const endedOn = cells.day('endedOn');
  const whole = cells.text('level');
  return {
    number: cells.text('number'),
    title: cells.text('title'),
    programme: cells.text('programme'),
    level: whole === PROJECT_LEVELS.ENTERPRISE ? 'ENTERPRISE' : (cells.code('level', LEVELS) ?? 'OTHER'),
    status: cells.code('status', PROJECT_STATUSES) ?? 'RUNNING',
    leader: cells.text('leader'),
    members: cells.list('members'),
    startedOn: cells.requiredDay('startedOn'),
    endedOn,
    funding: cells.wan('funding'),
    summary: cells.text('summary'),
    open: cells.yesNo('open'),
  };
}
