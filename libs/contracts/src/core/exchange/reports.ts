/** 报送类型: what the national system, the register of record, is told of a contract. */
export const REPORT_KINDS = {
  NEW: '新登记',
  CHANGE: '变更',
  CANCELLATION: '注销',
  REVOCATION: '撤销',
} as const;
export type ReportKind = keyof typeof REPORT_KINDS;

/** Whether it tells that the registration stands no longer. */
export const isEnd = (report: ReportKind): boolean => report === 'CANCELLATION' || report === 'REVOCATION';
