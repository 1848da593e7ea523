import {
  formatYuan,
  isFen,
  legalDayOf,
  say,
  violation,
  Violations,
  type Fen,
  type LegalDay,
  type Rule,
  type Violation,
} from '@jihui/kernel';
import { isOpenEnded } from '../amounts.js';
import type { Contract } from '../contract.js';
import { ContractCodes } from '../errors.js';
import { isStanding } from '../lifecycle.js';
import { isBoundYear, ownUse, ownUseLimits, type OwnUseParameters } from './own-use.js';
import { netOf, openObjections, sumOf, type Reward, type RewardDraft, type RewardPayment } from './reward.js';

/** What a decision on a reward looks at besides the plan itself. */
export interface RewardCase {
  readonly reward: Reward;
  /** Null of 自行实施. */
  readonly contract: Contract | null;
  readonly unitName: string;
  /** Where the unit is: of 自行实施 its bureau reads the sums. */
  readonly unitDivision: string;
  /** Whether the law's minimum binds the unit (国家设立的研究开发机构、高等院校). */
  readonly stateEstablished: boolean;
  /** Income of the contract's other plans, discarded ones left out; 0 of 自行实施. */
  readonly otherIncome: Fen;
  /** Whether another plan takes the same amount of the same day of the contract, or the same year of the result. */
  readonly sameReceipt: boolean;
  readonly payments: readonly RewardPayment[];
  readonly parameters: RewardParameters;
}

export interface RewardParameters extends OwnUseParameters {
  /** 转让、许可、作价投资的最低奖励比例, 1/100 of a percent. */
  readonly share: number;
  /** 主要贡献人员占奖励总额的最低比例. */
  readonly main: number;
  /** 公示期 in working days. */
  readonly disclosureWorkingDays: number;
  /** Years after the receipt within which a cash reward keeps its relief. */
  readonly paymentYears: number;
}

/** 项目名称 of the contract, or 成果名称 of what the unit uses itself. */
export const titleOf = ({ reward, contract }: Pick<RewardCase, 'reward' | 'contract'>): string =>
  contract?.form.title ?? reward.resultTitle;

const LIMITS = { basis: 500, channel: 200, name: 50, contribution: 300, people: 100 } as const;
const BASIS_POINTS = 10_000n;

/** A minimum in whole 分: it is not met by less. */
export const leastOf = (amount: Fen, basisPoints: number): Fen =>
  Number((BigInt(Math.max(0, amount)) * BigInt(basisPoints) + BASIS_POINTS - 1n) / BASIS_POINTS);

/** What the law asks of this plan: nothing where no minimum binds the unit or the kind of contract. */
export function minimumsOf({ reward, stateEstablished, parameters }: RewardCase): {
  readonly total: Fen;
  readonly main: Fen;
} {
  if (!stateEstablished || reward.mode === 'SERVICE') return { total: 0, main: 0 };
  const main = leastOf(reward.total, parameters.main);
  if (reward.mode !== 'OWN_USE') return { total: leastOf(netOf(reward), parameters.share), main };
  const bound = isBoundYear(reward, parameters);
  return { total: bound ? leastOf(netOf(reward), parameters.ownUseShare) : 0, main };
}

const amount = (found: Violations, path: string, label: string, value: number): Violations =>
  found.when(!isFen(value), path, 'OUT_OF_RANGE', say`${label}应为0至1,000亿元，精确到分`);

/** What even a draft must keep to: lengths, exact amounts, and nothing that its kind does not ask. */
export function draftLimits(
  draft: RewardDraft,
  { mode }: Pick<Reward, 'mode'>,
  today: LegalDay,
): readonly Violation[] {
  const found = new Violations()
    .optionalText('basis', '奖励依据', draft.basis, LIMITS.basis)
    .optionalText('channel', '公示渠道', draft.channel, LIMITS.channel)
    .when(
      draft.receivedOn !== null && draft.receivedOn > today,
      'receivedOn',
      'DATE_IN_FUTURE',
      '到账日不能晚于今天',
    )
    .when(draft.people.length > LIMITS.people, 'people', 'TOO_MANY', say`奖励人员最多${LIMITS.people}人`);
  amount(found, 'income', '转化收入', draft.income);
  amount(found, 'cost', '直接成本', draft.cost);
  amount(found, 'taxes', '税费', draft.taxes);
  amount(found, 'total', '奖励总额', draft.total);
  draft.people.forEach((person, index) => {
    found
      .optionalText(`people.${index}.name`, '姓名', person.name, LIMITS.name)
      .optionalText(`people.${index}.contribution`, '贡献', person.contribution, LIMITS.contribution);
    amount(found, `people.${index}.amount`, '奖励金额', person.amount);
  });
  found.found.push(...ownUseLimits(draft, mode === 'OWN_USE', today));
  return found.found;
}

/** All that a plan must hold before it is shown to the unit. */
export function completeness(subject: RewardCase, today: LegalDay): readonly Violation[] {
  const { reward, contract } = subject;
  const own = reward.mode === 'OWN_USE';
  const found = new Violations()
    .when(reward.receivedOn === null, 'receivedOn', 'REQUIRED', own ? '请选择利润年度' : '请填写到账日')
    .when(reward.income === 0, 'income', 'REQUIRED', own ? '请填写本年营业利润' : '请填写本次转化收入')
    .when(
      reward.income > 0 && netOf(reward) < 0,
      'cost',
      ContractCodes.REWARD_NO_NET_INCOME,
      '成本与税费超过了转化收入，没有净收入可供奖励',
    )
    .when(
      contract !== null && !isStanding(contract.state),
      '',
      ContractCodes.REWARD_CONTRACT_NOT_STANDING,
      '合同未登记或登记已终止，不能公示奖励方案',
    )
    .when(reward.basis === '', 'basis', 'REQUIRED', '请填写奖励依据')
    .when(reward.channel === '', 'channel', 'REQUIRED', '请填写公示渠道');
  if (own) found.found.push(...ownUse(reward));
  found.found.push(
    ...draftLimits(reward, reward, today),
    ...receipt(subject),
    ...shares(subject),
    ...people(reward),
  );
  return found.found;
}

/** One receipt is rewarded once, and no more than the contract pays, unless it pays by what is sold. */
function receipt({ reward, contract, otherIncome, sameReceipt }: RewardCase): readonly Violation[] {
  const money = contract?.form.money;
  const total = money === undefined || isOpenEnded(money) ? null : money.total;
  return new Violations()
    .when(
      sameReceipt && reward.income > 0,
      'receivedOn',
      ContractCodes.REWARD_SAME_RECEIPT,
      contract === null
        ? '该成果本年度的利润已有奖励方案，请核对是否重复'
        : '同一天同一金额的到账已有奖励方案，请核对是否重复',
    )
    .when(
      total !== null && otherIncome + reward.income > total,
      'income',
      ContractCodes.REWARD_OVER_CONTRACT,
      say`各次转化收入合计超过合同成交额 ${formatYuan(total ?? 0)} 元`,
    ).found;
}

/** 促进科技成果转化法第四十五条 and 国发〔2016〕16号. */
function shares(subject: RewardCase): readonly Violation[] {
  const { reward, parameters } = subject;
  const least = minimumsOf(subject);
  const main = sumOf(reward.people, 'MAIN');
  return new Violations()
    .when(reward.total === 0, 'total', 'REQUIRED', '请填写奖励总额')
    .when(
      reward.total > Math.max(0, netOf(reward)),
      'total',
      ContractCodes.REWARD_OVER_NET,
      '奖励总额不能超过净收入',
    )
    .when(
      reward.total > 0 && reward.total < least.total,
      'total',
      ContractCodes.REWARD_BELOW_MINIMUM,
      reward.mode === 'OWN_USE'
        ? say`奖励总额低于营业利润的 ${parameters.ownUseShare / 100}%，至少 ${formatYuan(least.total)} 元`
        : say`奖励总额低于净收入的 ${parameters.share / 100}%，至少 ${formatYuan(least.total)} 元`,
      '促进科技成果转化法第四十五条',
    )
    .when(
      reward.total > 0 && main < least.main,
      'people',
      ContractCodes.REWARD_MAIN_BELOW_MINIMUM,
      say`主要贡献人员合计 ${formatYuan(main)} 元，至少应为奖励总额的 ${parameters.main / 100}%（${formatYuan(least.main)} 元）`,
      '国发〔2016〕16号第一条第（六）项',
    ).found;
}

function people({ people: listed, total }: Reward): readonly Violation[] {
  const found = new Violations().when(listed.length === 0, 'people', 'REQUIRED', '请列明奖励人员和金额');
  const seen = new Set<string>();
  listed.forEach(({ personId, name, contribution, amount: gets }, index) => {
    found
      .when(name === '', `people.${index}.name`, 'REQUIRED', '请填写姓名')
      .when(contribution === '', `people.${index}.contribution`, 'REQUIRED', '请写明所作的贡献')
      .when(gets === 0, `people.${index}.amount`, 'REQUIRED', '请填写奖励金额')
      .when(
        personId !== null && seen.has(personId),
        `people.${index}.name`,
        'REPEATED',
        '同一人列了两次，请合并',
      );
    if (personId !== null) seen.add(personId);
  });
  const sum = sumOf(listed);
  return found.when(
    listed.length > 0 && sum !== total,
    'people',
    ContractCodes.REWARD_SUM_DIFFERS,
    say`各人金额合计 ${formatYuan(sum)} 元，与奖励总额 ${formatYuan(total)} 元不符`,
  ).found;
}

type RewardRule = Rule<RewardCase>;

export const isComplete: RewardRule = (subject, { now }) => completeness(subject, legalDayOf(now));

export const disclosureIsOver: RewardRule = ({ reward }, { now }) =>
  reward.disclosedUntil !== null && legalDayOf(now) > reward.disclosedUntil
    ? []
    : [
        violation(
          '',
          ContractCodes.REWARD_DISCLOSURE_RUNS,
          say`公示期至 ${reward.disclosedUntil ?? ''}，期满后才能确认`,
        ),
      ];

/** Each objection is answered; what was upheld is put right in a new plan. */
export const objectionsAreSettled: RewardRule = ({ reward }) => {
  const open = openObjections(reward).length;
  if (open > 0)
    return [violation('objections', ContractCodes.REWARD_OBJECTION_OPEN, say`还有${open}件异议没有答复`)];
  return reward.objections.some(({ upheld, round }) => upheld === true && round === reward.round)
    ? [
        {
          path: 'objections',
          code: ContractCodes.REWARD_OBJECTION_UPHELD,
          message: '异议成立，请收回方案修改后重新公示',
        },
      ]
    : [];
};

export const disclosureRuns: RewardRule = ({ reward }, { now }) =>
  reward.disclosedUntil !== null && legalDayOf(now) <= reward.disclosedUntil
    ? []
    : [
        {
          path: '',
          code: ContractCodes.REWARD_DISCLOSURE_OVER,
          message: '公示期已过，不能再提出异议',
        },
      ];

/** Who is rewarded or has objected does not decide on objections and payments of the plan. */
export const hasNoStake: RewardRule = ({ reward }, { actor }) =>
  actor.kind === 'person' && reward.people.some(({ personId }) => personId === actor.personId)
    ? [
        {
          path: '',
          code: ContractCodes.CONFLICT_OF_INTEREST,
          message: '您是该方案的奖励人员，请由其他经办人办理',
        },
      ]
    : [];
