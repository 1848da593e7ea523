import { defineLifecycle } from '@jihui/kernel';

/** 年度报告: written by the unit, looked at by the bureau; what was accepted is locked (reference C4). */
const table = {
  DRAFT: { edit: 'DRAFT', submit: 'SUBMITTED' },
  SUBMITTED: { accept: 'ACCEPTED', return: 'RETURNED' },
  RETURNED: { edit: 'RETURNED', submit: 'SUBMITTED' },
  ACCEPTED: {},
} as const;

export type ReportState = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type ReportAction = ActionsOf<(typeof table)[ReportState]>;

export const reportLifecycle = defineLifecycle<ReportState, ReportAction>({
  name: 'AnnualReport',
  initial: 'DRAFT',
  table,
});

/** States in which the figures are those that were handed in. */
export const FROZEN: readonly ReportState[] = ['SUBMITTED', 'ACCEPTED'];
