import { Injectable } from '@nestjs/common';
import { formatYuan, type Actor } from '@jihui/kernel';
import type { ContractView } from './contract.view.js';
import { ContractsQueries } from './contracts.queries.js';
import { STATE_LABELS } from './core/lifecycle.js';

const HEAD = [
  '受理编号',
  '项目名称',
  '类别',
  '卖方',
  '买方',
  '合同成交额（元）',
  '技术交易额（元）',
  '状态',
  '受理日',
  '办结期限',
];
/** A spreadsheet would run what begins with these as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

export const csvCell = (value: string): string => {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const row = (view: ContractView): readonly string[] => [
  view.acceptanceNumber ?? '',
  view.title,
  view.className ?? '',
  view.sellers.map(({ name }) => name).join('；'),
  view.buyers.map(({ name }) => name).join('；'),
  formatYuan(view.money.total ?? 0).replaceAll(',', ''),
  formatYuan(view.money.technical ?? 0).replaceAll(',', ''),
  STATE_LABELS[view.state],
  view.acceptedOn ?? '',
  view.dueOn ?? '',
];

/** The queue as a table for a spreadsheet, in the queue's order. */
@Injectable()
export class QueueExport {
  constructor(private readonly queries: ContractsQueries) {}

  async csv(actor: Actor): Promise<string> {
    const lines: (readonly string[])[] = [HEAD];
    for await (const view of this.queries.wholeQueue(actor)) lines.push(row(view));
    // The mark at the start tells spreadsheets that the text is UTF-8.
    return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
  }
}
