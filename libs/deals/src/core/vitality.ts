/** How long the market may take, in days: parameters of the deployment. */
export interface VitalityDays {
  /** What is counted: deals opened within so many days. */
  readonly window: number;
  /** By then whoever is asked should have answered. */
  readonly answer: number;
  /** An interest that nobody answered for so long is a dead end. */
  readonly deadEnd: number;
  /** A deal that nobody touched for so long is quiet. */
  readonly quiet: number;
}

/** What becomes of a listing's term (有效期), by the verb that was told of it; nothing for what does not touch it. */
export const TERM_ACTS: { readonly [action: string]: 'RENEWED' | 'EXPIRED' | undefined } = {
  renew: 'RENEWED',
  expire: 'EXPIRED',
};

export const VITALITY_PARAMETERS = {
  window: 'deals.vitality_window_days',
  answer: 'deals.answer_days',
  deadEnd: 'deals.dead_end_days',
  quiet: 'deals.quiet_days',
} as const satisfies Record<keyof VitalityDays, string>;

export type MarketFigureName =
  | 'OPENED'
  | 'FIRST_RESPONSE'
  | 'ANSWERED_IN_TIME'
  | 'DEAD_ENDS'
  | 'QUIET'
  | 'ASKED_LISTINGS'
  | 'RENEWED'
  | 'EXPIRED';

export const UNITS = {
  OPENED: 'COUNT',
  FIRST_RESPONSE: 'HOURS',
  ANSWERED_IN_TIME: 'SHARE',
  DEAD_ENDS: 'COUNT',
  QUIET: 'COUNT',
  ASKED_LISTINGS: 'SHARE',
  RENEWED: 'SHARE',
  EXPIRED: 'COUNT',
} as const satisfies Record<MarketFigureName, string>;

/** What a figure counts, as people read it. */
export const definitionOf = (name: MarketFigureName, days: VitalityDays): string =>
  ({
    OPENED: `近 ${days.window} 天内发起的对接（表达意向、引荐）。`,
    FIRST_RESPONSE: `近 ${days.window} 天内发起、已得到响应的对接，从发起到被询问一方首次响应（确认意向或留言）的小时数，取中位数。`,
    ANSWERED_IN_TIME: `近 ${days.window} 天内发起、已满 ${days.answer} 天的对接中，${days.answer} 天内得到响应的比例。`,
    DEAD_ENDS: `仍在进行、发起超过 ${days.deadEnd} 天而被询问一方没有任何响应的对接；样本为全部进行中的对接。`,
    QUIET: `仍在进行、超过 ${days.quiet} 天没有人推进（留言、对接记录、报价、确认、签署）的对接；样本为全部进行中的对接。`,
    ASKED_LISTINGS: '在线的成果和需求中，至少有过一次对接的比例。',
    RENEWED: `近 ${days.window} 天内有效期续期或期满的成果和需求中，续过期的比例。`,
    EXPIRED: `近 ${days.window} 天内有效期已满而下线、此后没有重新上线的成果和需求；样本为近 ${days.window} 天内有效期续期或期满的成果和需求。`,
  })[name];
