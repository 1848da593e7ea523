import { violation, Violations, type Actor, type Violation } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import type { ProjectAction } from '../projects/lifecycle.js';
import { projectSightOf } from '../projects/perform.js';
import type { Project } from '../projects/project.js';
import { offeredFaults, type KeptFile, type RecordFileKind } from './kept-file.js';

/** What an act on a project takes in, and what cannot be missing, in the words of the refusal. */
interface Asked {
  readonly kind: RecordFileKind;
  readonly message?: string;
}

/**
 * Which files each act takes (reference B6, B8): task book, proof of a milestone, the bank's receipt and the material of
 * the acceptance are the files themselves; elsewhere a file may stand beside the words.
 */
const ASKED: { readonly [action in ProjectAction]?: Asked } = {
  sign: { kind: 'TASK_BOOK', message: '请上传签字盖章的任务书' },
  report: { kind: 'MILESTONE', message: '请上传节点的证明材料，如检测报告' },
  provePayment: { kind: 'OWNER_RECEIPT', message: '请上传银行回单' },
  applyAcceptance: { kind: 'ACCEPTANCE', message: '请上传验收材料，如各项指标的检测报告' },
  change: { kind: 'CHANGE' },
  inspect: { kind: 'INSPECTION' },
  appropriate: { kind: 'VOUCHER' },
  requestPayment: { kind: 'VOUCHER' },
  recover: { kind: 'VOUCHER' },
  giveBack: { kind: 'VOUCHER' },
  giveUserReport: { kind: 'USER_REPORT' },
  accept: { kind: 'CONCLUSION' },
  conclude: { kind: 'CONCLUSION' },
  reject: { kind: 'CONCLUSION' },
  proposeExemption: { kind: 'EXEMPTION' },
  registerResult: { kind: 'RESULT' },
  reportBenefit: { kind: 'BENEFIT' },
};

/** What an act takes in; undefined for one without files. */
export const fileKindOf = (action: ProjectAction): RecordFileKind | undefined => ASKED[action]?.kind;

/** Everything that is wrong with the files that come with an act. */
export function filesFaults(
  action: ProjectAction,
  offered: readonly string[],
  known: readonly KeptFile[],
): readonly Violation[] {
  const { kind, message } = ASKED[action] ?? {};
  if (kind === undefined)
    return new Violations().when(offered.length > 0, 'files', ChallengeCodes.FILE_UNKNOWN, '这一步不收文件')
      .found;
  if (message !== undefined && offered.length === 0) return [violation('files', 'REQUIRED', message)];
  return offeredFaults('files', offered, known);
}

/** Files are read with the records in which they stand: by the sides, the bureau and the supervisor. */
export const readsProjectFiles = (actor: Actor, project: Project): boolean =>
  projectSightOf(actor, project) !== 'PUBLIC';

/** A file with the record in which it stands, in the words of a folder. */
export interface Placed {
  readonly record: string;
  readonly file: KeptFile;
}

/** Every file of a project, in the order of its records. */
export function filesOf(project: Project): readonly Placed[] {
  const { taskBook, milestones, changes, inspections, entries, request } = project;
  const { ownerPayments, acceptance, exemption, results, benefits } = project;
  const placed = (record: string, files: readonly KeptFile[] | undefined): readonly Placed[] =>
    (files ?? []).map((file) => ({ record, file }));
  return [
    ...placed('task-book', taskBook?.files),
    ...milestones.flatMap(({ id, report }) => placed(`milestones/${id}`, report?.files)),
    ...changes.flatMap(({ files }, at) => placed(`changes/${at + 1}`, files)),
    ...inspections.flatMap(({ files }, at) => placed(`inspections/${at + 1}`, files)),
    ...entries.flatMap(({ files }, at) => placed(`payments/${at + 1}`, files)),
    ...placed('payments/requested', request?.files),
    ...ownerPayments.flatMap(({ files }, at) => placed(`owner-receipts/${at + 1}`, files)),
    ...placed('acceptance/material', acceptance?.files),
    ...placed('acceptance/user-report', acceptance?.userReport?.files),
    ...placed('acceptance/conclusion', acceptance?.conclusionFiles),
    ...placed('exemption', exemption?.files),
    ...results.flatMap(({ files }, at) => placed(`results/${at + 1}`, files)),
    ...benefits.flatMap(({ files, year }) => placed(`benefits/${year}`, files)),
  ];
}
