import {
  APPLICATION_FORM,
  fillInAndSubmit,
  reviewAndRegister,
} from '../../scripts/demo/chapter-contract.mjs';
import { contractPdf } from '../../scripts/demo/contract-pdf.mjs';
import type { Named } from '../../scripts/demo/chapter-deal.mjs';
import type { Stage } from '../../scripts/demo/main-job.mjs';
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
  return each(numbers, async (number) => {
    const started = await perform(city.who('transferOfficer'), 'startApplication', {
      organisationId: demoOrganisation('university').id,
    });
    const filled = { ...form, ...started, title: `热处理工艺数据库（${number}）` };
    const submitted = await fillInAndSubmit(stage, filled, contractPdf(started.id));
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
