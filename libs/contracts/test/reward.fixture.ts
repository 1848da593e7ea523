import type { Reward } from '../src/core/rewards/reward.js';
import type { RewardCase } from '../src/core/rewards/rules.js';
import { aContract, SELLER } from './contract.fixture.js';

const at = new Date('2026-11-23T02:00:00Z');

/** The reference's vector (A10): 500,000 元 of income, 400,000 net, 200,000 given, 120,000 of it to the main contributor. */
export const aReward = (change: Partial<Reward> = {}): Reward => ({
  id: '00000000-0000-7000-8000-0000000000f1',
  version: 1,
  contractId: aContract().id,
  organisationId: SELLER,
  mode: 'TRANSFER_LICENCE',
  state: 'DRAFT',
  resultTitle: '',
  producedOn: null,
  receivedOn: '2026-11-20',
  income: 50_000_000,
  cost: 8_000_000,
  taxes: 2_000_000,
  basis: '《忻州示范大学科技成果转化管理办法》校发〔2025〕12号',
  total: 20_000_000,
  people: [
    { personId: null, name: '王晓岚', part: 'MAIN', contribution: '发明人', amount: 12_000_000 },
    { personId: null, name: '李工', part: 'OTHER', contribution: '中试', amount: 8_000_000 },
  ],
  channel: '校内公告栏',
  round: 1,
  disclosedFrom: '2026-11-23',
  disclosedUntil: '2026-12-14',
  objections: [],
  confirmedOn: null,
  createdBy: '00000000-0000-7000-8000-0000000000f2',
  createdAt: at,
  updatedAt: at,
  ...change,
});

export const aRewardCase = (reward: Reward): RewardCase => ({
  reward,
  contract: aContract({ state: 'REGISTERED' }),
  unitName: '忻州示范大学',
  unitDivision: '140900',
  stateEstablished: true,
  otherIncome: 0,
  sameReceipt: false,
  payments: [],
  parameters: {
    share: 5_000,
    ownUseShare: 500,
    ownUseYears: 3,
    main: 5_000,
    disclosureWorkingDays: 15,
    paymentYears: 3,
  },
});

/** A result that the university uses itself, in production since the autumn: 1,000,000 元 of profit, 50,000 given. */
export const anOwnUseCase = (change: Partial<Reward> = {}): RewardCase => ({
  ...aRewardCase(
    aReward({
      contractId: null,
      mode: 'OWN_USE',
      resultTitle: '高强陶粒制备工艺',
      producedOn: '2023-10-08',
      receivedOn: '2025-12-31',
      income: 100_000_000,
      cost: 0,
      taxes: 0,
      total: 5_000_000,
      people: [
        { personId: null, name: '王晓岚', part: 'MAIN', contribution: '发明人', amount: 3_000_000 },
        { personId: null, name: '李工', part: 'OTHER', contribution: '中试', amount: 2_000_000 },
      ],
      ...change,
    }),
  ),
  contract: null,
});
