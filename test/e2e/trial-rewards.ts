import { demoPerson } from './city.js';
import { odd, oddly, UNIVERSITY, verbsOn } from './trial-cast.js';
import { daysFrom, todayIn, type ContractCast } from './trial-contract-cast.js';
import { perform, type Subject } from './walk.js';

/** 奖励: written, disclosed, objected to, taken back, confirmed, paid. */
export async function tryRewards(cast: ContractCast, contract: Subject): Promise<void> {
  const { city, trials, outsiders, office, researcher, today } = cast;
  const verb = verbsOn(cast, 'reward', (mutation) =>
    mutation === 'saveReward' ? 'edit' : mutation.replace(/Reward/, '').replace(/^recordPayment$/, 'pay'),
  );
  const start = () =>
    trials.run({
      mutation: 'startReward',
      who: office,
      others: outsiders,
      input: { contractId: contract.id },
      repeatable: true,
    });
  const plan = {
    receivedOn: daysFrom(today, -2),
    income: 10_000_000,
    cost: 1_000_000,
    taxes: 600_000,
    basis: odd('校发〔2025〕12号'),
    total: 5_000_000,
    people: [
      {
        personId: demoPerson('researcher').id,
        name: oddly('李文博'),
        part: 'MAIN',
        contribution: odd('主持研发'),
        amount: 3_000_000,
      },
      { name: oddly('赵工'), part: 'OTHER', contribution: odd('中试'), amount: 2_000_000 },
    ],
    channel: odd('校园网'),
  };
  await verb(office, 'discardReward', await start());
  const ownUse = await trials.run({
    mutation: 'startOwnUseReward',
    who: office,
    others: outsiders,
    input: { organisationId: UNIVERSITY },
    repeatable: true,
  });
  await perform(office, 'discardReward', { id: ownUse.id, expectedVersion: ownUse.version });
  const saved = await verb(office, 'saveReward', await start(), { input: plan, repeatable: true });
  const disclosed = await verb(office, 'discloseReward', saved);
  const objected = await trials.run<{ objections: { id: string }[] }>({
    mutation: 'objectToReward',
    who: researcher,
    others: outsiders,
    input: { id: disclosed.id, statement: odd('贡献的排序与实际不符，请核对') },
    repeatable: true,
    more: 'objections { id }',
  });
  const [objection] = objected.objections;
  const answered = await verb(office, 'answerRewardObjection', await fresh(cast, objected), {
    button: { query: 'reward', id: disclosed.id, action: 'answerObjection' },
    input: { objectionId: objection?.id ?? '', upheld: true, answer: odd('核对后调整') },
  });
  const recalled = await verb(office, 'recallReward', answered, { input: { reason: odd('调整分配') } });
  const again = await perform(office, 'discloseReward', {
    id: recalled.id,
    expectedVersion: recalled.version,
  });
  await city.passDays(40);
  const confirmed = await verb(office, 'confirmReward', again);
  await pay(cast, confirmed);
}

async function pay(cast: ContractCast, confirmed: Subject): Promise<void> {
  const { city, office } = cast;
  const verb = verbsOn(cast, 'reward', () => 'pay');
  const payment = {
    line: 1,
    amount: 1_000_000,
    paidOn: await todayIn(city),
    voucher: odd('记-1201'),
  };
  const paid = await verb(office, 'recordRewardPayment', confirmed, { input: payment, repeatable: true });
  const { reward } = await office.query<{ reward: { payments: { id: string }[] } }>(
    'query ($id: ID!) { reward(id: $id) { payments { id } } }',
    { id: paid.id },
  );
  await verb(office, 'voidRewardPayment', paid, {
    button: { query: 'reward', id: paid.id, action: 'voidPayment' },
    input: { paymentId: reward.payments[0]?.id ?? '', reason: odd('户名有误') },
  });
  const anew = await perform<{ payments: { id: string; voidReason: string | null }[] }>(
    office,
    'recordRewardPayment',
    { id: paid.id, expectedVersion: paid.version + 1, ...payment },
    'payments { id voidReason }',
  );
  await verb(office, 'correctRewardPayment', anew, {
    button: { query: 'reward', id: paid.id, action: 'correct' },
    input: {
      paymentId: anew.payments.find(({ voidReason }) => voidReason === null)?.id ?? '',
      correctedOn: payment.paidOn,
      voucher: odd('记-1202'),
      reason: odd('银行退回'),
    },
  });
}

const fresh = async ({ office }: ContractCast, { id }: Subject): Promise<Subject> =>
  (
    await office.query<{ reward: Subject }>('query ($id: ID!) { reward(id: $id) { id version state } }', {
      id,
    })
  ).reward;
