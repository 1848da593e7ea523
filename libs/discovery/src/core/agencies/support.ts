import { cleanText, isFen, say, Violations, type Fen, type LegalDay } from '@jihui/kernel';
import { RegisterCodes } from '../errors.js';

export const SUPPORT_KINDS = {
  PLATFORM: '平台共享',
  INFORMATION: '信息共享',
  FUNDS: '资金帮扶',
  PREMISES: '办公场地',
} as const;
/** 扶持方式 (reference H17, plan 四(六)5). */
export type SupportKind = keyof typeof SUPPORT_KINDS;

/**
 * 扶持记录: what an agency received of the support that the plan promises. The bureau in charge records it with the document
 * by which it was given; it is never changed, only withdrawn with a reason, since it accounts for public means.
 */
export interface Support {
  readonly id: string;
  readonly kind: SupportKind;
  /** What was given, e.g. 大型仪器共享平台使用权. */
  readonly title: string;
  /** 提供单位. */
  readonly provider: string;
  /** Required of 资金帮扶; of the others what it is worth, where that is known. */
  readonly amount: Fen | null;
  /** Square metres of 办公场地; null of everything else. */
  readonly area: number | null;
  readonly from: LegalDay;
  /** Its last day; null of what was given once, or without an end. */
  readonly until: LegalDay | null;
  /** 依据文号. */
  readonly document: string;
  readonly recordedOn: LegalDay;
  /** Null while it stands. */
  readonly withdrawn: { readonly on: LegalDay; readonly reason: string } | null;
}

/** More than any agency receives; a list without an end would grow with every call. */
const MAX_SUPPORTS = 500;
const MAX_AREA = 1_000_000;

export interface SupportForm {
  readonly kind: SupportKind;
  readonly title: string;
  readonly provider: string;
  readonly amount?: Fen | null;
  readonly area?: number | null;
  readonly from: LegalDay;
  readonly until?: LegalDay | null;
  readonly document: string;
}

const isSame = (one: Support, other: Support): boolean =>
  one.withdrawn === null &&
  one.kind === other.kind &&
  one.title === other.title &&
  one.document === other.document &&
  one.from === other.from;

/** A record from its form, with everything that is wrong in it. */
export function supportFrom(
  id: string,
  form: SupportForm,
  held: readonly Support[],
  today: LegalDay,
): { readonly support: Support; readonly violations: Violations } {
  const { kind, amount = null, area = null, until = null, from } = form;
  const support: Support = {
    ...{ id, kind, amount, area, from, until, recordedOn: today, withdrawn: null },
    title: cleanText(form.title),
    provider: cleanText(form.provider),
    document: cleanText(form.document),
  };
  const violations = new Violations()
    .text('title', '扶持内容', support.title, { max: 200 })
    .text('provider', '提供单位', support.provider, { max: 100 })
    .text('document', '依据文号', support.document, { max: 100 })
    .when(kind === 'FUNDS' && amount === null, 'amount', 'REQUIRED', '资金帮扶请填写金额')
    .when(
      amount !== null && (!isFen(amount) || amount === 0),
      'amount',
      'OUT_OF_RANGE',
      '金额应大于 0，且不超过 1000 亿元',
    )
    .when(kind !== 'PREMISES' && area !== null, 'area', RegisterCodes.SUPPORT_AREA, '只有办公场地填写面积')
    .when(
      area !== null && (area < 1 || area > MAX_AREA),
      'area',
      'OUT_OF_RANGE',
      say`面积应在 1 到 ${MAX_AREA} 平方米之间`,
    )
    .when(from > today, 'from', RegisterCodes.RECORD_DAYS, '起始日期不能晚于今天')
    .when(until !== null && until < from, 'until', RegisterCodes.RECORD_DAYS, '终止日期不能早于起始日期')
    .when(
      held.some((one) => isSame(one, support)),
      'title',
      RegisterCodes.RECORD_TWICE,
      '这项扶持已经登记',
    )
    .when(held.length >= MAX_SUPPORTS, '', 'TOO_MANY', say`最多登记 ${MAX_SUPPORTS} 项，请与科技部门联系`);
  return { support, violations };
}

/** The records after one of them was withdrawn: it stays, with the reason, for the agency and the bureau. */
export function withoutSupport(
  held: readonly Support[],
  { supportId, reason: sent }: { readonly supportId: string; readonly reason: string },
  today: LegalDay,
): { readonly supports: readonly Support[]; readonly reason: string; readonly violations: Violations } {
  const reason = cleanText(sent);
  const found = held.find(({ id, withdrawn }) => id === supportId && withdrawn === null);
  const violations = new Violations()
    .when(
      found === undefined,
      'supportId',
      RegisterCodes.RECORD_UNKNOWN,
      '没有这项扶持记录，或已撤销，请刷新后再试',
    )
    .text('reason', '撤销理由', reason, { max: 300 });
  const supports = held.map((one) => (one === found ? { ...one, withdrawn: { on: today, reason } } : one));
  return { supports, reason: found === undefined ? reason : `${found.title}：${reason}`, violations };
}
