import { formatYuan, isFen, say, Violations } from '@jihui/kernel';
import { DealCodes } from './errors.js';
import type { Deal, PaymentMode, PriceTerms, Royalty } from './types.js';

const WITH_ROYALTY: readonly PaymentMode[] = ['ROYALTY', 'ENTRY_FEE_ROYALTY'];
const WITH_TERMS: readonly PaymentMode[] = ['INSTALMENTS', 'OTHER'];

/**
 * Everything that is wrong with proposed terms: amounts (reference I4, A6), the method and its
 * evidence (促进科技成果转化法 art 18), royalties (民法典 art 846).
 */
export function checkPrice(deal: Deal, terms: PriceTerms): Violations['found'] {
  const found = new Violations()
    .optionalText('methodEvidence', '交易场所与成交编号', terms.methodEvidence, 500)
    .optionalText('basis', '定价依据', terms.basis, 1_000)
    .optionalText('paymentTerms', '支付约定', terms.paymentTerms, 2_000)
    .optionalText('note', '附言', terms.note, 2_000);
  checkAmounts(found, terms);
  found
    .when(
      terms.method !== 'AGREEMENT' && terms.methodEvidence === '',
      'methodEvidence',
      DealCodes.EVIDENCE_REQUIRED,
      '挂牌交易或拍卖的，请填写交易场所与成交编号',
      '促进科技成果转化法第十八条',
    )
    .when(
      deal.seller.stateEstablished && terms.basis === '',
      'basis',
      DealCodes.BASIS_REQUIRED,
      '卖方为国家设立的单位，请填写定价依据（如评估报告、集体决策记录）',
      '促进科技成果转化法第十八条',
    )
    .when(
      WITH_TERMS.includes(terms.paymentMode) && terms.paymentTerms === '',
      'paymentTerms',
      DealCodes.PAYMENT_TERMS_REQUIRED,
      '请填写支付约定（各期金额与时间）',
      '民法典第八百四十六条',
    );
  checkRoyalty(found, terms);
  return found.found;
}

function checkAmounts(found: Violations, { total, technical, paymentMode }: PriceTerms): void {
  found
    .when(!isFen(total), 'total', 'OUT_OF_RANGE', '金额应为不小于 0 的整数（分）')
    .when(!isFen(technical), 'technical', 'OUT_OF_RANGE', '金额应为不小于 0 的整数（分）')
    .when(
      technical > total,
      'technical',
      DealCodes.TECHNICAL_EXCEEDS_TOTAL,
      say`技术部分 ${formatYuan(technical)} 元大于成交总额 ${formatYuan(total)} 元，请核对`,
    )
    .when(
      total === 0 && paymentMode !== 'ROYALTY',
      'total',
      DealCodes.PRICE_ZERO,
      '成交总额应大于 0；只按提成支付的，请选择“提成支付”',
    );
}

function checkRoyalty(found: Violations, { paymentMode, royalty }: PriceTerms): void {
  if (!WITH_ROYALTY.includes(paymentMode)) {
    found.when(
      royalty !== null,
      'royalty',
      DealCodes.ROYALTY_NOT_ALLOWED,
      '该支付方式没有提成，请去掉提成约定',
    );
    return;
  }
  if (royalty === null) {
    found.add('royalty', DealCodes.ROYALTY_TERMS, '请填写提成比例、基数和年限', '民法典第八百四十六条');
    return;
  }
  const bad = (condition: boolean, path: string, message: string): Violations =>
    found.when(condition, `royalty.${path}`, DealCodes.ROYALTY_TERMS, message);
  bad(
    royalty.rateBasisPoints < 1 || royalty.rateBasisPoints > 10_000,
    'rateBasisPoints',
    '提成比例应在 0.01% 到 100% 之间',
  );
  bad(royalty.years < 1 || royalty.years > 50, 'years', '提成年限应在 1 到 50 年之间');
  bad(
    royalty.minimumPerYear !== null && !isFen(royalty.minimumPerYear),
    'minimumPerYear',
    '金额应为不小于 0 的整数（分）',
  );
  found.text('royalty.base', '提成基数', royalty.base, { max: 200 });
}

/** Basis points as a percentage in words: 500 is `5%`, 1 is `0.01%`. */
export const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

/** Royalties in one sentence, for the public notice; empty without them. */
export const royaltyInWords = (royalty: Royalty | null): string =>
  royalty === null
    ? ''
    : `按${royalty.base}的 ${percent(royalty.rateBasisPoints)} 提成 ${royalty.years} 年` +
      (royalty.minimumPerYear === null ? '' : `，每年不少于 ${formatYuan(royalty.minimumPerYear)} 元`);
