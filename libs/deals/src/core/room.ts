import { legalDayOf, say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { DealCodes } from './errors.js';

/** 文件 of a deal; the bytes lie under their hash. */
export interface DealFile {
  readonly id: string;
  readonly dealId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** Whether both sides and the joined brokers see it. */
  readonly shared: boolean;
  readonly createdAt: Date;
}

const MAX_FILES = 10;

const files = (found: Violations, fileIds: readonly string[]): Violations =>
  found.when(
    fileIds.length > MAX_FILES,
    'fileIds',
    DealCodes.TOO_MANY_FILES,
    say`一次最多附 ${MAX_FILES} 个文件`,
  );

/** A message or a note: its text and its files. */
export const checkBody = (body: string, fileIds: readonly string[]): readonly Violation[] =>
  files(new Violations().text('body', '内容', body, { max: 5_000 }), fileIds).found;

export interface ContactForm {
  readonly heldOn: LegalDay;
  readonly participants: string;
  readonly summary: string;
  readonly outcome: string;
}

/** A contact that was held: 对接记录 (reference D3: 线上/线下, 记录, 附件). */
export const checkContact = (
  form: ContactForm,
  fileIds: readonly string[],
  now: Date,
): readonly Violation[] =>
  files(
    new Violations()
      .text('participants', '参加人员', form.participants, { max: 500 })
      .text('summary', '内容', form.summary, { max: 5_000 })
      .optionalText('outcome', '结果与下一步', form.outcome, 2_000)
      .when(form.heldOn > legalDayOf(now), 'heldOn', DealCodes.DATE_IN_FUTURE, '日期不能晚于今天'),
    fileIds,
  ).found;
