import { shareOf, sumFen } from '@jihui/kernel';
/**
 * 技术交易额 = 成交额 − Σ 非技术性费用 (reference A6). The direct cost of a reasonable quantity of
 * carriers is not a deduction, so it stays inside. Negative when the deductions exceed the total.
 */ export const technicalAmount = (total, deductions)=>total - sumFen(deductions.map(({ amount })=>amount));
export const isOpenEnded = (money)=>money.paymentMode === 'ROYALTY' || money.paymentMode === 'ENTRY_FEE_ROYALTY';
/**
 * The fixed part of a royalty, which is what is registered first (入门费/保底): a guaranteed minimum
 * contains the entrance fee, so the larger of the two counts.
 */ export const fixedPart = (royalty)=>Math.max(royalty.entryFee ?? 0, royalty.floor ?? 0);
/**
 * What one year's royalty adds to the registered total: the share of the base, as far as a cap over
 * all years leaves room, and only what goes beyond a guaranteed minimum already registered.
 * @param registered total registered so far, the fixed part included
 * @param earned sum of the shares of earlier years, before cap and minimum
 */ export function royaltySupplement(royalty, base, so) {
    const share = shareOf(base, royalty.rateBasisPoints ?? 0);
    const due = (royalty.entryFee ?? 0) + so.earned + share;
    const cumulative = Math.max(so.registered, Math.min(due, royalty.cap ?? due));
    return {
        supplement: cumulative - so.registered,
        cumulative
    };
}
/** Technical share of the total in 1/100 of a percent; 10,000 for an empty total. */ export const technicalRatio = (total, technical)=>total === 0 ? 10_000 : Math.floor(technical * 10_000 / total);

//# sourceMappingURL=amounts.js.map
