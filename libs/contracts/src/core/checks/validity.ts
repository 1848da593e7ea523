import { statute } from '../rulesets/law.js';
import { block, hitIf, required, type Rule } from '../rulesets/rule.js';

const DATES = { cite: statute('民法典第845条'), ground: 'R01' } as const;

/**
 * The contract is signed, in effect, and still running on the day of application:
 * start ≤ end and max(signing, effect) ≤ application day ≤ end (reference A4).
 */
export const validity: readonly Rule[] = [
  required('signedOn', '合同签订日期', DATES, (form) => form.signedOn),
  required('effectiveFrom', '有效期起', DATES, (form) => form.effectiveFrom),
  required('effectiveTo', '有效期止', { ...DATES, ground: 'R12' }, (form) => form.effectiveTo),
  block(
    'validity.order',
    'CONTRACT.PERIOD_REVERSED',
    DATES,
    ({ form: { effectiveFrom: from, effectiveTo: to } }) =>
      hitIf(from !== null && to !== null && from > to, 'effectiveTo', '有效期止不能早于有效期起', {
        from,
        to,
      }),
  ),
  block(
    'validity.signed',
    'CONTRACT.SIGNED_IN_FUTURE',
    { cite: (law) => law.withinTerm, ground: 'R01' },
    ({ form: { signedOn }, facts: { applicationDay } }) =>
      hitIf(
        signedOn !== null && signedOn > applicationDay,
        'signedOn',
        '签订日期晚于申请日，合同签订后才能申请登记',
        { signedOn, applicationDay },
      ),
  ),
  block(
    'validity.in-effect',
    'CONTRACT.NOT_IN_EFFECT',
    { cite: (law) => law.withinTerm, ground: 'R01' },
    ({ form: { effectiveFrom }, facts: { applicationDay } }) =>
      hitIf(
        effectiveFrom !== null && effectiveFrom > applicationDay,
        'effectiveFrom',
        '合同尚未生效，请在生效后申请登记',
        { effectiveFrom, applicationDay },
      ),
  ),
  block(
    'validity.not-over',
    'CONTRACT.PERIOD_OVER',
    { cite: (law) => law.withinTerm, ground: 'R12' },
    ({ form: { effectiveTo }, facts: { applicationDay } }) =>
      hitIf(
        effectiveTo !== null && effectiveTo < applicationDay,
        'effectiveTo',
        '合同有效期已过，不能再申请登记；如已续期，请按补充协议修改有效期',
        { effectiveTo, applicationDay },
      ),
  ),
];
