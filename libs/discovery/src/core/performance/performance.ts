import type { Fen } from '@jihui/kernel';

/** 业绩 of a broker or an agency, counted from what deals and contracts told; nobody types it in. */
export interface Performance {
  /** 引荐证明. */
  readonly introductions: number;
  /** 经办对接: deals in which they are, or were to the end, the broker. */
  readonly deals: number;
  /** Of these the signed ones. */
  readonly signed: number;
  /** 经认定登记且有效的技术合同 of these deals. */
  readonly contracts: number;
  /** 合同成交总额. */
  readonly contractAmount: Fen;
  /** 技术交易额. */
  readonly technicalAmount: Fen;
  /** 到期或已结清的佣金中归经纪机构的部分, of the agencies whose commissions the reader may know; null for others. */
  readonly commission: Fen | null;
}

export const FIGURES = ['INTRODUCTIONS', 'DEALS', 'SIGNED', 'CONTRACTS', 'COMMISSION'] as const;
/** A figure that opens its cases. */
export type Figure = (typeof FIGURES)[number];

/** Whether the amounts may be shown: the sum of one or two contracts would tell everybody what each was worth. */
export const amountsShown = ({ contracts }: Performance, inside: boolean, minimum: number): boolean =>
  inside || contracts === 0 || contracts >= minimum;
