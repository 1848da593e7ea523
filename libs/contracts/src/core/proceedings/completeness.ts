import { isFen, say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { ContractCodes } from '../errors.js';
import type { ContractCase } from '../facts.js';
import { blocks } from '../findings.js';
import { findingsOf } from '../rulesets/sets.js';
import { EMPTY_RECEIPT, receiptLimits, receiptViolations } from '../royalty.js';
import { sameForm } from './changes.js';
import {
  CANCELLATION_GROUNDS,
  REVOCATION_GROUNDS,
  type Proceeding,
  type ProceedingDraft,
} from './proceeding.js';

const LIMITS = { reason: 2_000, grounds: 10, benefits: 50, name: 100, note: 200 } as const;
/** A reason that says nothing gives nobody anything to answer. */
const MIN_REASON = 10;

const isGround = (draft: Proceeding, ground: string): boolean =>
  Object.hasOwn(draft.kind === 'REVOCATION' ? REVOCATION_GROUNDS : CANCELLATION_GROUNDS, ground);

/** What even a draft must keep to: lengths, known codes, exact amounts. */
export function draftLimits(draft: Proceeding, today: LegalDay): readonly Violation[] {
  const found = new Violations()
    .optionalText('reason', '事由说明', draft.reason, LIMITS.reason)
    .optionalText('objectorName', '机关名称', draft.objectorName, LIMITS.name)
    .optionalText('documentNumber', '文号', draft.documentNumber, LIMITS.name)
    .when(draft.grounds.length > LIMITS.grounds, 'grounds', 'TOO_MANY', say`事由最多${LIMITS.grounds}项`)
    .when(draft.benefits.length > LIMITS.benefits, 'benefits', 'TOO_MANY', say`优惠最多${LIMITS.benefits}项`)
    .when(
      draft.groundOn !== null && draft.groundOn > today,
      'groundOn',
      'DATE_IN_FUTURE',
      '事由发生日不能晚于今天',
    );
  draft.grounds.forEach((ground, index) =>
    found.when(!isGround(draft, ground), `grounds.${index}`, 'UNKNOWN_CODE', '请从列表中选择事由'),
  );
  if (draft.receipt !== null) receiptLimits(draft.receipt, found);
  benefitLimits(draft, today, found);
  return found.found;
}

/** Also of what is reported by itself, without a proceeding. */
export function benefitLimits(
  { benefits }: Pick<ProceedingDraft, 'benefits'>,
  today: LegalDay,
  found: Violations = new Violations(),
): readonly Violation[] {
  benefits.forEach(({ amount, usedOn, note }, index) =>
    found
      .when(
        !isFen(amount) || amount === 0,
        `benefits.${index}.amount`,
        'OUT_OF_RANGE',
        '请填写享受的金额，大于0，精确到分',
      )
      .when(usedOn > today, `benefits.${index}.usedOn`, 'DATE_IN_FUTURE', '享受日期不能晚于今天')
      .optionalText(`benefits.${index}.note`, '申报期或凭证号', note, LIMITS.note),
  );
  return found.found;
}

const evidence = {
  CHANGE: '请上传补充协议等变更依据',
  SUPPLEMENT: '请上传提成结算单、到账凭证等依据',
  CANCELLATION: '请上传解除协议、判决书等依据',
  REVOCATION: '请上传调查材料、举报件等依据',
  OBJECTION: '请上传异议的依据',
} as const;

/** What the paper must hold when it is handed in (reference A7). */
export function completeness(
  subject: ContractCase,
  draft: Proceeding,
  today: LegalDay,
): readonly Violation[] {
  const found = new Violations();
  found
    .text('reason', '事由说明', draft.reason, { min: MIN_REASON, max: LIMITS.reason })
    .when(
      subject.facts.evidenceCount === 0 && draft.kind !== 'OBJECTION',
      'files',
      ContractCodes.EVIDENCE_MISSING,
      evidence[draft.kind],
    );
  found.found.push(...draftLimits(draft, today));
  switch (draft.kind) {
    case 'CHANGE':
      return [...benefitsSaid(draft, found).found, ...proposalViolations(subject, draft)];
    case 'SUPPLEMENT':
      return supplementViolations(subject, draft, today, found);
    case 'CANCELLATION':
      return groundGiven(subject, draft, benefitsSaid(draft, found)).found;
    case 'REVOCATION':
      return groundGiven(subject, draft, found).found;
    case 'OBJECTION':
      return objectorNamed(subject, draft, found).found;
  }
}

/** If a benefit was used, tax and finance are told with amount and date: so it is said whether one was. */
const benefitsSaid = (draft: Proceeding, found: Violations): Violations =>
  found.when(
    draft.benefits.length === 0 && draft.noBenefits !== true,
    'benefits',
    ContractCodes.BENEFITS_UNSAID,
    '请列明已享受的税收优惠，或确认没有享受',
    '《技术合同认定登记管理办法》2024年征求意见稿：已享受优惠的，卖方应向主管部门报告',
  );

const groundGiven = ({ contract }: ContractCase, draft: Proceeding, found: Violations): Violations => {
  const { signedOn } = contract.form;
  return found
    .when(draft.grounds.length === 0, 'grounds', 'REQUIRED', '请选择事由')
    .when(
      draft.kind === 'CANCELLATION' && draft.groundOn === null,
      'groundOn',
      'REQUIRED',
      '请填写事由发生日，如解除生效日、判决生效日',
    )
    .when(
      draft.groundOn !== null && signedOn !== null && draft.groundOn < signedOn,
      'groundOn',
      'DATE_TOO_EARLY',
      '事由发生日不能早于合同签订日期',
    );
};

function proposalViolations({ contract, facts }: ContractCase, draft: Proceeding): readonly Violation[] {
  const { proposal, base } = draft;
  const found = new Violations();
  if (proposal === null || base === null || sameForm(proposal, contract.form))
    return found.add('', ContractCodes.NOTHING_CHANGED, '变更后的内容与已登记的没有区别').found;
  if (!sameForm(base, contract.form))
    return found.add(
      '',
      ContractCodes.CHANGED_SINCE_DRAFT,
      '起草后登记内容有了变化，请重新核对并保存后再提交',
    ).found;
  return blocks(findingsOf({ contract: { ...contract, form: proposal }, facts }));
}

/** A whole receipt, on the form as it is registered, and the rules' word on what it becomes. */
function supplementViolations(
  subject: ContractCase,
  draft: Proceeding,
  today: LegalDay,
  found: Violations,
): readonly Violation[] {
  const wrong = receiptViolations(subject.contract.form, draft.receipt ?? EMPTY_RECEIPT, today);
  return wrong.length > 0
    ? [...found.found, ...wrong]
    : [...found.found, ...proposalViolations(subject, draft)];
}

const objectorNamed = ({ facts }: ContractCase, draft: Proceeding, found: Violations): Violations => {
  const { objector, openedBy } = draft;
  const official = objector === 'TAX' || objector === 'FINANCE';
  found.when(
    official !== (openedBy === 'REGISTRY') || (!official && objector !== openedBy),
    'objector',
    ContractCodes.OBJECTOR_MISMATCH,
    openedBy === 'REGISTRY'
      ? '登记机构只代为记录税务机关、财政部门的异议'
      : '税务机关、财政部门的异议由登记机构记录，当事人以自己的名义提出',
    '《技术合同认定登记管理办法》2024年征求意见稿第十七条',
  );
  if (!official) return found;
  return found
    .text('objectorName', '机关名称', draft.objectorName, { max: LIMITS.name })
    .text('documentNumber', '来函文号', draft.documentNumber, { max: LIMITS.name })
    .when(facts.evidenceCount === 0, 'files', ContractCodes.EVIDENCE_MISSING, '请上传来函');
};
