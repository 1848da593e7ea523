import { Findings } from '../findings.js';
const WITHIN = '《技术合同认定登记管理办法》2024年征求意见稿：合同生效后、有效期内申请登记';
/**
 * The contract is signed, in effect, and still running on the day of application:
 * start ≤ end and max(signing, effect) ≤ application day ≤ end (reference A4).
 */ export const validity = (form, facts)=>{
    const found = new Findings();
    const { signedOn, effectiveFrom, effectiveTo } = form;
    const day = facts.applicationDay;
    found.required('signedOn', '合同签订日期', signedOn, {
        article: '民法典第845条',
        ground: 'R01'
    }).required('effectiveFrom', '有效期起', effectiveFrom, {
        article: '民法典第845条',
        ground: 'R01'
    }).required('effectiveTo', '有效期止', effectiveTo, {
        article: '民法典第845条',
        ground: 'R12'
    });
    found.blockIf(effectiveFrom !== null && effectiveTo !== null && effectiveFrom > effectiveTo, 'effectiveTo', 'CONTRACT.PERIOD_REVERSED', '有效期止不能早于有效期起', {
        ground: 'R01'
    }).blockIf(signedOn !== null && signedOn > day, 'signedOn', 'CONTRACT.SIGNED_IN_FUTURE', '签订日期晚于申请日，合同签订后才能申请登记', {
        article: WITHIN,
        ground: 'R01'
    }).blockIf(effectiveFrom !== null && effectiveFrom > day, 'effectiveFrom', 'CONTRACT.NOT_IN_EFFECT', '合同尚未生效，请在生效后申请登记', {
        article: WITHIN,
        ground: 'R01'
    }).blockIf(effectiveTo !== null && effectiveTo < day, 'effectiveTo', 'CONTRACT.PERIOD_OVER', '合同有效期已过，不能再申请登记；如已续期，请按补充协议修改有效期', {
        article: WITHIN,
        ground: 'R12'
    });
    return found.found;
};

//# sourceMappingURL=validity.js.map
