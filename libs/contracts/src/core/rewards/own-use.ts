import { addYears, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { ContractCodes } from '../errors.js';
import type { RewardDraft } from './reward.js';

/** 自行实施或者与他人合作实施 (促进科技成果转化法第四十五条第（三）项): a share of each year's profit, for some years. */
export interface OwnUseParameters {
  /** 每年不低于营业利润的比例, 1/100 of a percent. */
  readonly ownUseShare: number;
  /** Years after 投产 for which the law asks it: of its "three to five" the ones that bind every unit. */
  readonly ownUseYears: number;
}

type OwnUse = Pick<RewardDraft, 'resultTitle' | 'producedOn' | 'receivedOn'>;

const YEAR_END = '12-31';

/** Whether the profit's year, or part of it, lies in the years after 投产 for which the law asks a share. */
export function isBoundYear(
  { producedOn, receivedOn }: OwnUse,
  { ownUseYears }: Pick<OwnUseParameters, 'ownUseYears'>,
): boolean {
  if (producedOn === null || receivedOn === null) return true;
  return `${receivedOn.slice(0, 4)}-01-01` < addYears(producedOn, ownUseYears);
}

/** What the plan must hold of the result and of the year whose profit is shared. */
export function ownUse({ resultTitle, producedOn, receivedOn }: OwnUse): readonly Violation[] {
  return new Violations()
    .when(resultTitle === '', 'resultTitle', 'REQUIRED', '请填写自行实施的成果名称')
    .when(producedOn === null, 'producedOn', 'REQUIRED', '请填写投产日')
    .when(
      receivedOn !== null && !receivedOn.endsWith(YEAR_END),
      'receivedOn',
      ContractCodes.REWARD_NOT_A_YEAR,
      '自行实施按年度营业利润计算，请选择利润年度',
    )
    .when(
      receivedOn !== null && producedOn !== null && receivedOn < producedOn,
      'receivedOn',
      ContractCodes.REWARD_BEFORE_PRODUCTION,
      '利润年度早于投产日',
    ).found;
}

/** What a draft of 自行实施 may say, and a plan for a contract's receipt may not. */
export function ownUseLimits(
  { resultTitle, producedOn }: OwnUse,
  isOwnUse: boolean,
  today: LegalDay,
): readonly Violation[] {
  return new Violations()
    .optionalText('resultTitle', '成果名称', resultTitle, 200)
    .when(producedOn !== null && producedOn > today, 'producedOn', 'DATE_IN_FUTURE', '投产日不能晚于今天')
    .when(
      !isOwnUse && (resultTitle !== '' || producedOn !== null),
      resultTitle === '' ? 'producedOn' : 'resultTitle',
      ContractCodes.REWARD_OF_A_CONTRACT,
      '本方案是一份合同的到账收入，成果名称和投产日只用于自行实施',
    ).found;
}
