import { splitFen, type Fen } from '@jihui/kernel';
import {
  atLeastZero,
  BASIS,
  defineCalculator,
  rate,
  step,
  yuan,
  type Result,
  type Step,
} from './calculator.js';
import { choice, count, money, percent, rows, text, yesNo, type Inputs } from './fields.js';
import { REWARD_MAIN, REWARD_OWN_USE, REWARD_OWN_USE_YEARS, REWARD_SHARE } from './parameters.js';

const CONTRIBUTOR = {
  title: text('姓名或岗位'),
  main: yesNo('主要贡献人员'),
  weight: count('分配权数', 0, 10_000),
} as const;
type Contributor = Inputs<typeof CONTRIBUTOR>;

/** The reward divided by weights; parts sum to it exactly. Nothing while no weight is given. */
function parted(contributors: readonly Contributor[], reward: Fen): readonly Fen[] {
  const weights = contributors.map(({ weight }) => weight);
  return weights.some((weight) => weight > 0) ? splitFen(reward, weights) : weights.map(() => 0);
}

/** Up to the next whole 分: a minimum is not met by less. */
const minimum = (amount: Fen, basisPoints: number): Fen =>
  Number((BigInt(amount) * BigInt(basisPoints) + BigInt(BASIS - 1)) / BigInt(BASIS));

export const reward = defineCalculator({
  id: 'reward',
  title: '科技成果转化奖酬金',
  summary: '国家设立的研发机构、高校对完成和转化成果作出重要贡献的人员给予的最低奖励',
  version: 'reward-1',
  sources: ['促进科技成果转化法第四十四、四十五条', '国发〔2016〕16号第一条第（六）项'],
  fields: {
    mode: choice('转化方式', {
      TRANSFER_LICENCE: '转让或许可',
      INVESTMENT: '作价投资',
      OWN_USE: '自行或合作实施',
    }),
    state: yesNo('单位由国家设立'),
    income: money('转化收入', { required: true, when: { field: 'mode', is: ['TRANSFER_LICENCE'] } }),
    cost: money('直接成本', { when: { field: 'mode', is: ['TRANSFER_LICENCE'] } }),
    taxes: money('税费', { when: { field: 'mode', is: ['TRANSFER_LICENCE'] } }),
    shares: money('作价所得股份的价值', { required: true, when: { field: 'mode', is: ['INVESTMENT'] } }),
    profits: rows('投产后各年的营业利润', { profit: money('营业利润', { required: true }) }, 1, {
      hint: '连续三至五年，每年计算',
      when: { field: 'mode', is: ['OWN_USE'] },
    }),
    agreed: percent('单位规定或约定的奖励比例', { hint: '没有规定或约定时留空，按法定比例' }),
    contributors: rows('奖励人员', CONTRIBUTOR, 0, { hint: '填写后按权数分配，并检查主要贡献人员所占比例' }),
  },
  parameters: {
    share: REWARD_SHARE,
    ownUse: REWARD_OWN_USE,
    ownUseYears: REWARD_OWN_USE_YEARS,
    main: REWARD_MAIN,
  },
  calculate(inputs, p) {
    const { mode, agreed, contributors } = inputs;
    const least = mode === 'OWN_USE' ? p.ownUse : p.share;
    const below = agreed !== null && agreed < least;
    const share = agreed === null ? least : inputs.state ? Math.max(agreed, least) : agreed;
    const net = inputs.income - inputs.cost - inputs.taxes;
    const bases =
      mode === 'TRANSFER_LICENCE'
        ? [atLeastZero(net)]
        : mode === 'INVESTMENT'
          ? [inputs.shares]
          : inputs.profits.map(({ profit }) => profit);
    const rewards = bases.map((base) => minimum(base, share));
    const total = rewards.reduce((sum, each) => sum + each, 0);
    const mainLeast = minimum(total, p.main);
    const parts = parted(contributors, total);
    const mainGets = parts.reduce((sum, part, index) => (contributors[index]?.main ? sum + part : sum), 0);
    const divided = parts.some((part) => part > 0);
    const obstacles = [
      ...(below && inputs.state
        ? [`单位规定的比例 ${rate(agreed)} 低于法定最低 ${rate(least)}，按法定比例计算`]
        : []),
      ...(divided && mainGets < mainLeast
        ? [`主要贡献人员合计 ${yuan(mainGets)} 元，低于奖励总额的 ${rate(p.main)}（${yuan(mainLeast)} 元）`]
        : []),
    ];
    const steps: Step[] = [
      ...(mode === 'TRANSFER_LICENCE'
        ? [
            step(
              '净收入',
              '转化收入 − 直接成本 − 税费',
              [inputs.income, inputs.cost, inputs.taxes].map(yuan).join(' − '),
              net,
            ),
          ]
        : []),
      ...bases.map((base, index) =>
        step(
          mode === 'OWN_USE' ? `第${index + 1}年奖励` : '奖励总额',
          mode === 'TRANSFER_LICENCE'
            ? '净收入 × 奖励比例'
            : mode === 'INVESTMENT'
              ? '股份价值 × 奖励比例'
              : '营业利润 × 奖励比例',
          `${yuan(base)} × ${rate(share)}`,
          rewards[index] ?? 0,
          '促进科技成果转化法第四十五条',
        ),
      ),
      ...(mode === 'OWN_USE' ? [step('奖励合计', '各年奖励之和', rewards.map(yuan).join(' + '), total)] : []),
      step(
        '主要贡献人员至少',
        '奖励总额 × 最低比例',
        `${yuan(total)} × ${rate(p.main)}`,
        mainLeast,
        '国发〔2016〕16号',
      ),
    ];
    const results: Result[] = [
      { label: inputs.state ? '奖励总额至少' : '奖励总额', amount: total },
      { label: '其中主要贡献人员至少', amount: mainLeast },
      ...(divided
        ? contributors.map(({ title }, index) => ({
            label: title || `第${index + 1}人`,
            amount: parts[index] ?? 0,
          }))
        : []),
    ];
    return {
      verdict: obstacles.length === 0 ? 'APPLIES' : 'DOES_NOT_APPLY',
      headline: `${inputs.state ? '奖励总额至少' : '奖励总额'} ${yuan(total)} 元`,
      results,
      steps,
      obstacles,
      notes: [
        ...(mode === 'TRANSFER_LICENCE' && net < 0 ? ['净收入为负，没有奖励'] : []),
        ...(mode === 'OWN_USE'
          ? [
              `法律规定连续三至五年，每年不低于营业利润的百分之五；至少连续 ${p.ownUseYears} 年，这里计算了 ${bases.length} 年。`,
            ]
          : []),
        '奖励支出计入当年单位工资总额，不受工资总额限制、不纳入工资总额基数。',
      ],
    };
  },
});
