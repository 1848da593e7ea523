import { shareOf, Violations, type Actor, type Fen, type LegalDay, type Violation } from '@jihui/kernel';
import type { Call } from '../calls/call.js';
import { belongsToOneOf, isCityOfficer } from '../calls/perform.js';
import { ChallengeCodes } from '../errors.js';
import type { KeptFile } from '../files/kept-file.js';
import type { Stage } from './stages.js';

/** 发放 of a fee: what proves it. */
export interface FeePayment {
  readonly on: LegalDay;
  /** 发放凭证号. */
  readonly voucher: string;
  readonly files: readonly KeptFile[];
  readonly by: string;
  readonly at: string;
}

/** 评审费 of one member of a panel, as it was when the review was concluded. */
export interface ReviewFee {
  readonly seat: string;
  readonly person: string;
  readonly name: string;
  readonly unit: string;
  /** 职称, as the expert bank had it. */
  readonly title: string;
  readonly senior: boolean;
  /** Stages in which the expert judged. */
  readonly stages: readonly Stage[];
  /** After tax. */
  readonly amount: Fen;
  readonly payment: FeePayment | null;
}

/** 评审费发放表 of one review. */
export interface FeeSheet {
  readonly id: string;
  readonly version: number;
  readonly callId: string;
  readonly round: number;
  readonly dueOn: LegalDay;
  readonly fees: readonly ReviewFee[];
  /** How many of them wait. */
  readonly unpaid: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Rates after tax (财科教〔2017〕128号, arts 6, 8 and 9); each is a parameter with its source. */
export interface FeeRules {
  /** 分 a day. */
  readonly feeSenior: Fen;
  readonly feeOther: Fen;
  /** Parts of a day's rate, in hundredths of a percent. */
  readonly feeWritten: number;
  readonly feeDefence: number;
}

const SENIOR = /教授|研究员|高级(?!技师|技工)|主任[医药护技]师|编审|院士/;
const JUNIOR = /助理|助教/;

/** 高级专业技术职称 by its name, 副高 among them; 助理研究员 is none. */
export const isSenior = (title: string): boolean => SENIOR.test(title) && !JUNIOR.test(title);

/** A written review is 通讯, a defence half a day's 会议. */
export function feeOf(title: string, stages: readonly Stage[], rules: FeeRules): Fen {
  const day = isSenior(title) ? rules.feeSenior : rules.feeOther;
  const share = { 1: rules.feeWritten, 2: rules.feeDefence };
  return stages.reduce((sum, stage) => sum + shareOf(day, share[stage]), 0);
}

/** The review was reopened: what was paid stays, what was not falls away. */
export const onlyPaid = (fees: readonly ReviewFee[]): readonly ReviewFee[] =>
  fees.filter(({ payment }) => payment !== null);

/** Fees of a review that is concluded, once more or for the first time; nobody is owed twice. */
export function feesDue(before: readonly ReviewFee[], now: readonly ReviewFee[]): readonly ReviewFee[] {
  const paid = onlyPaid(before);
  return [...paid, ...now.filter(({ seat }) => !paid.some((fee) => fee.seat === seat))];
}

/** Of whom one did not know yet that they are owed so much. */
export const newlyOwed = (before: readonly ReviewFee[], now: readonly ReviewFee[]): readonly ReviewFee[] =>
  now.filter(
    ({ seat, amount, payment }) =>
      payment === null && !before.some((fee) => fee.seat === seat && fee.amount === amount),
  );

/** Reads the sheet and marks what is paid: officers of the city with no part in the call. `ofOffice` says it in SQL. */
export const isPaymaster = (
  actor: Actor,
  call: Pick<Call, 'ownerId' | 'divisionCode'>,
  bidders: readonly string[],
): boolean => isCityOfficer(actor, call) && !belongsToOneOf(actor, bidders);

export interface PaymentForm {
  /** Who enters it: nobody enters their own. */
  readonly by: string;
  readonly seats: readonly string[];
  readonly on: LegalDay;
  readonly voucher: string;
}

/** What is wrong with marking fees as paid: each of the sheet and not paid yet, on a day between, with its voucher. */
export function paymentFaults(
  { fees, dueOn }: Pick<FeeSheet, 'fees' | 'dueOn'>,
  { by, seats, on, voucher }: PaymentForm,
  today: LegalDay,
): readonly Violation[] {
  const found = new Violations().when(
    seats.length === 0,
    'feeIds',
    ChallengeCodes.FEE,
    '请选择已经发放的评审费',
  );
  for (const [at, seat] of seats.entries()) {
    const fee = fees.find((one) => one.seat === seat);
    found
      .when(
        fee === undefined || seats.indexOf(seat) < at,
        `feeIds.${at}`,
        ChallengeCodes.FEE,
        '发放表中没有这一笔评审费，或重复选择',
      )
      .when(fee?.payment != null, `feeIds.${at}`, ChallengeCodes.FEE, '这一笔评审费已经发放')
      .when(fee?.person === by, `feeIds.${at}`, ChallengeCodes.FEE, '本人的评审费由其他经办人登记');
  }
  return found
    .when(on > today, 'paidOn', ChallengeCodes.DATE_IN_FUTURE, '发放日期不能晚于今天')
    .when(on < dueOn, 'paidOn', ChallengeCodes.FEE, '发放日期不能早于评审结论的日期')
    .text('voucher', '发放凭证号', voucher, { min: 2, max: 100 }).found;
}

/** The sheet after the payment. */
export const withPayment = (
  fees: readonly ReviewFee[],
  seats: readonly string[],
  payment: FeePayment,
): readonly ReviewFee[] => fees.map((fee) => (seats.includes(fee.seat) ? { ...fee, payment } : fee));

export const unpaidIn = (fees: readonly ReviewFee[]): number => fees.length - onlyPaid(fees).length;
