import {
  isFen,
  say,
  shareOf,
  sumFen,
  Violations,
  type Fen,
  type LegalDay,
  type Violation,
} from '@jihui/kernel';
import { fixedPart, isOpenEnded, royaltySupplement } from './amounts.js';
import type { ContractForm, Money, RoyaltyReceipt } from './contract.js';
import { ContractCodes } from './errors.js';

/** 提成到账 as its seller types it. */
export interface ReceiptForm {
  /** First day of the period that the royalty is for. */
  readonly from: LegalDay | null;
  /** Last day of the period. */
  readonly until: LegalDay | null;
  /** 到账日. */
  readonly receivedOn: LegalDay | null;
  /** Of this period, 1/100 of a percent: a rising or falling royalty has another each year. */
  readonly rateBasisPoints: number | null;
  /** 提成基数 of the period, e.g. its sales. */
  readonly base: Fen | null;
}

export const EMPTY_RECEIPT: ReceiptForm = {
  from: null,
  until: null,
  receivedOn: null,
  rateBasisPoints: null,
  base: null,
};

/** What supplements have added to the fixed part so far. */
export const supplementsOf = ({ receipts }: Pick<Money, 'receipts'>): Fen =>
  sumFen(receipts.map(({ supplement }) => supplement));

/** What a royalty's contract is registered with now: its fixed part and every supplement (reference A6). */
export const registeredTotal = (money: Money): Fen =>
  (money.royalty === null ? 0 : fixedPart(money.royalty)) + supplementsOf(money);

/** What the receipt adds, all of it for the technology; undefined while something of it is missing. */
function receiptOf({ total, royalty, receipts }: Money, receipt: ReceiptForm): RoyaltyReceipt | undefined {
  const { from, until, receivedOn, rateBasisPoints, base } = receipt;
  if (royalty === null || total === null) return undefined;
  if (from === null || until === null || receivedOn === null || rateBasisPoints === null || base === null)
    return undefined;
  if (!isFen(base) || !isRate(rateBasisPoints)) return undefined;
  const earned = sumFen(receipts.map(({ share }) => share));
  const terms = { ...royalty, rateBasisPoints };
  const { supplement } = royaltySupplement(terms, base, { registered: total, earned });
  const share = shareOf(base, rateBasisPoints);
  return { from, until, receivedOn, rateBasisPoints, base, share, supplement };
}

const isRate = (points: number): boolean => Number.isInteger(points) && points > 0 && points <= 10_000;

/** The registered form with the receipt added; null while something of the receipt is missing. */
export function supplemented(form: ContractForm, typed: ReceiptForm): ContractForm | null {
  const { money } = form;
  const receipt = receiptOf(money, typed);
  if (receipt === undefined || !isOpenEnded(money)) return null;
  const { supplement } = receipt;
  return {
    ...form,
    money: {
      ...money,
      total: (money.total ?? 0) + supplement,
      technical: (money.technical ?? 0) + supplement,
      receipts: [...money.receipts, receipt],
    },
  };
}

/** What would be registered with the receipt; what is registered while something of it is missing. */
const totalWith = (money: Money, receipt: ReceiptForm): Fen =>
  (money.total ?? 0) + (receiptOf(money, receipt)?.supplement ?? 0);

/** What even a draft must keep to. */
export const receiptLimits = ({ base, rateBasisPoints }: ReceiptForm, found: Violations): Violations =>
  found
    .when(base !== null && !isFen(base), 'receipt.base', 'OUT_OF_RANGE', '提成基数应为金额，精确到分')
    .when(
      rateBasisPoints !== null && !isRate(rateBasisPoints),
      'receipt.rateBasisPoints',
      'OUT_OF_RANGE',
      '提成比例应在0.01%至100%之间',
    );

/** What a receipt must hold when it is handed in, on the form that is registered. */
export function receiptViolations(
  { money, effectiveFrom }: ContractForm,
  receipt: ReceiptForm,
  today: LegalDay,
): readonly Violation[] {
  const { from, until, receivedOn, rateBasisPoints, base } = receipt;
  const required = (value: unknown, key: keyof ReceiptForm, label: string): void => {
    found.when(value === null, `receipt.${key}`, 'REQUIRED', say`请填写${label}`);
  };
  const found = new Violations();
  required(from, 'from', '提成期间起始日');
  required(until, 'until', '提成期间截止日');
  required(receivedOn, 'receivedOn', '到账日');
  required(rateBasisPoints, 'rateBasisPoints', '提成比例');
  required(base, 'base', '提成基数的实际金额');
  const fixed = money.royalty?.trend === 'FIXED' ? money.royalty.rateBasisPoints : null;
  const taken =
    from === null || until === null
      ? undefined
      : money.receipts.find((earlier) => earlier.from <= until && from <= earlier.until);
  return found
    .when(base === 0, 'receipt.base', 'OUT_OF_RANGE', '提成基数应大于零')
    .when(
      from !== null && until !== null && until < from,
      'receipt.until',
      'OUT_OF_RANGE',
      '截止日不能早于起始日',
    )
    .when(
      from !== null && effectiveFrom !== null && from < effectiveFrom,
      'receipt.from',
      'DATE_TOO_EARLY',
      '提成期间不能早于合同有效期起始日',
    )
    .when(
      receivedOn !== null && receivedOn > today,
      'receipt.receivedOn',
      'DATE_IN_FUTURE',
      '到账日不能晚于今天',
    )
    .when(
      fixed !== null && rateBasisPoints !== null && rateBasisPoints !== fixed,
      'receipt.rateBasisPoints',
      ContractCodes.RATE_DIFFERS,
      say`合同约定固定比例 ${(fixed ?? 0) / 100}%，比例有变化的请先申请变更登记`,
    )
    .when(
      taken !== undefined,
      'receipt.from',
      ContractCodes.PERIOD_SUPPLEMENTED,
      say`${taken?.from ?? ''} 至 ${taken?.until ?? ''} 的提成已补充登记`,
    )
    .when(
      base !== null && isFen(base) && !isFen(totalWith(money, receipt)),
      'receipt.base',
      'OUT_OF_RANGE',
      '补充后合同成交总额超过1,000亿元，请核对提成基数',
    ).found;
}
