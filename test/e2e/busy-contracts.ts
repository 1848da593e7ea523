import {
  APPLICATION_FORM,
  fillInAndSubmit,
  reviewAndRegister,
} from '../../scripts/demo/chapter-contract.mjs';
import { contractPdf } from '../../scripts/demo/contract-pdf.mjs';
import type { Named } from '../../scripts/demo/chapter-deal.mjs';
import type { Stage } from '../../scripts/demo/main-job.mjs';
import { mailsIn } from '@jihui/testing';
import { demoOrganisation, type DemoCity } from './city.js';
import { each } from './each.js';
import { at, perform, type Subject } from './walk.js';

const WAN = 1_000_000; // 1 万元 in 分
const OPINION = '材料齐全，与补充协议一致。';
const PDF = contractPdf('补充协议');

/**
 * Contracts of the university's that come from no deal here: each registered, changed once, of which the tax office
 * is to be told since a benefit was asked for, and to be changed again; the service rated, a reward begun.
 */
export async function changeMany(
  city: DemoCity,
  stage: Stage,
  numbers: readonly number[],
  like: Named,
): Promise<readonly string[]> {
  const { contract: form } = await city
    .who('transferOfficer')
    .query<{ contract: object }>(`query ($id: ID!) { contract(id: $id) { ${APPLICATION_FORM} } }`, {
      id: like.id,
    });
  const begun = async (title: string): Promise<Named> => {
    const started = await perform(city.who('transferOfficer'), 'startApplication', {
      organisationId: demoOrganisation('university').id,
    });
    const filled = { ...form, ...started, title };
    return fillInAndSubmit(stage, filled, contractPdf(started.id));
  };
  await askExpert(city, await each(numbers, (number) => begun(`热处理炉温场校准技术（${number}）`)));
  return each(numbers, async (number) => {
    const submitted = await begun(`热处理工艺数据库（${number}）`);
    await reviewAndRegister(stage, submitted);
    const office = city.who('transferOfficer');
    await perform(office, 'rateService', { id: submitted.id, score: 5 });
    await perform(office, 'startReward', { contractId: submitted.id });
    const first = await askForChange(city, submitted.id, 10 * WAN);
    const opinion = { opinion: OPINION, approvedTotal: 110 * WAN, approvedTechnical: 90 * WAN };
    const examined = await perform(city.who('registrar1'), 'examineProceeding', {
      ...at(first),
      ...opinion,
      favourable: true,
    });
    await perform(city.who('registrar2'), 'approveContractChange', { ...at(examined), ...opinion });
    await askForChange(city, submitted.id, 20 * WAN);
    return submitted.id;
  });
}

/**
 * Contracts before an expert with an account, who has taken the seat: the broker, who has no part in them.
 * @param contracts submitted
 */
export async function askExpert(city: DemoCity, contracts: readonly Named[]): Promise<void> {
  const [first, second] = [city.who('registrar1'), city.who('registrar2')];
  await each(contracts, async (submitted) => {
    const accepted = await perform(first, 'acceptApplication', at(submitted));
    const { contract } = await first.query<{ contract: { checklist: { id: string }[] } }>(
      'query ($id: ID!) { contract(id: $id) { checklist { id } } }',
      { id: accepted.id },
    );
    const judgements = contract.checklist.map(({ id }) => ({ item: id, met: true }));
    const judged = await perform(first, 'judgeChecklist', { ...at(accepted), judgements });
    const opinion = '技术内容有争议，提交专家评审。';
    const passed = await perform(first, 'passFirstReview', { ...at(judged), opinion });
    const sent = await perform(second, 'sendToExpertReview', { ...at(passed), opinion });
    const email = `${sent.id}@example.org`;
    const convened = await perform<{ experts: { id: string }[] }>(
      second,
      'saveExpertPanel',
      { ...at(sent), experts: [{ name: '赵敏', unit: '某省技术市场协会', email }] },
      'experts { id }',
    );
    const expertIds = convened.experts.map(({ id }) => id);
    const { clock } = await second.query<{ clock: { now: string } }>('{ clock { now } }');
    const answerBy = new Date(Date.parse(clock.now) + 3 * 86_400_000).toISOString().slice(0, 10);
    await perform(second, 'inviteExperts', { ...at(convened), expertIds, answerBy });
    await city.settle();
    const letter = (await mailsIn(city.stateDir)).find(({ to }) => to === email);
    const token = /token=([\w-]{48})/.exec(letter?.text ?? '')?.[1];
    const joined = await perform(city.who('broker'), 'joinExpertReview', { token });
    await perform(city.who('broker'), 'undertakeExpertReview', {
      ...at(joined),
      confidential: true,
      noStake: true,
    });
  });
}

/** A supplementary agreement by which the technical part costs more. */
async function askForChange(city: DemoCity, contractId: string, more: number): Promise<Subject> {
  const office = city.who('transferOfficer');
  const started = await perform(office, 'startProceeding', { contractId, kind: 'CHANGE' });
  const saved = await perform(office, 'saveProceedingDraft', {
    ...at(started),
    reason: '双方签订补充协议，增加了技术服务内容。',
    form: { money: { total: 100 * WAN + more, technical: 80 * WAN + more } },
    noBenefits: true,
  });
  await office.upload('/files/contracts/proceedings', '补充协议.pdf', PDF, { proceedingId: started.id });
  return perform(office, 'requestContractChange', at(saved));
}

/** What the university calculated for its contracts. */
export async function calculate(city: DemoCity, contracts: readonly string[]): Promise<void> {
  await each(contracts, (contractId) =>
    perform(city.who('transferOfficer'), 'saveCalculation', {
      calculator: 'reward',
      title: '转让奖励测算',
      inputs: { mode: 'TRANSFER_LICENCE', state: true, income: 50 * WAN, cost: 8 * WAN, taxes: 2 * WAN },
      contractId,
    }),
  );
}

/** Months published one after another, all of them over. */
export async function publishMonths(city: DemoCity, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const month = `${2018 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    await perform(city.who('officer'), 'closeStatisticsMonth', { month });
  }
}
