import { say, Violations, type Violation } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';

/** A file of a record, as it stands in it: the history and the pack of due diligence hold its hash with the record. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Found by looking at the bytes. */
  readonly type: string;
  readonly sha256: string;
}

/** 附件类别. */
export const RECORD_FILE_KINDS = [
  ...['TASK_BOOK', 'MILESTONE', 'CHANGE', 'INSPECTION', 'VOUCHER', 'OWNER_RECEIPT', 'ACCEPTANCE'],
  ...['USER_REPORT', 'CONCLUSION', 'EXEMPTION', 'RESULT', 'BENEFIT', 'PLAN', 'REVIEW_FEE'],
] as const;
export type RecordFileKind = (typeof RECORD_FILE_KINDS)[number];

/** What a file is sent for: a call's plan, the fees of its review, or an act on a project. */
export interface FilePlace {
  readonly callId: string | null;
  readonly projectId: string | null;
  readonly kind: RecordFileKind;
}

const MB = 1024 * 1024;
export const FILE_LIMITS = {
  /** A scan or a report; drawings and data sets stay with who made them. */
  bytes: 20 * MB,
  /** Of one record, such as a report of a milestone. */
  perRecord: 10,
  /** Of all files of one project or call, handed in or not: they are given out as one archive. */
  total: 500 * MB,
} as const;

/** Not more than one record holds, and each of them sent by whoever hands it in, for this. */
export const offeredFaults = (
  path: string,
  offered: readonly string[],
  known: readonly KeptFile[],
): readonly Violation[] =>
  new Violations()
    .when(
      offered.length > FILE_LIMITS.perRecord,
      path,
      ChallengeCodes.TOO_MANY,
      say`最多 ${FILE_LIMITS.perRecord} 个文件`,
    )
    .when(
      known.length < new Set(offered).size,
      path,
      ChallengeCodes.FILE_UNKNOWN,
      '有文件没有收到，请移除后重新选择',
    ).found;

/** What a reader of the record is given. */
export const fileViews = (files: readonly KeptFile[] | undefined) =>
  (files ?? []).map((file) => ({ ...file, url: `/files/challenges/records/${file.id}` }));
