import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { usccCheckCharacter } from '@jihui/kernel';
import { BusinessClock } from '@jihui/platform';
import { Client } from 'pg';
import {
  agreeThePrice,
  completeTheDisclosure,
  daysOf,
  openTheDeal,
  signTheContract,
  startTheDisclosure,
  type Named,
} from '../../scripts/demo/chapter-deal.mjs';
import { applyForRegistration, reviewAndRegister } from '../../scripts/demo/chapter-contract.mjs';
import { publishTheNeed, publishTheResult } from '../../scripts/demo/chapter-listings.mjs';
import { castOf, type Stage } from '../../scripts/demo/main-job.mjs';
import { awardMany } from './busy-projects.js';
import { reportMany } from './busy-reports.js';
import { calculate, changeMany, publishMonths } from './busy-contracts.js';
import { demoAccounts, demoOrganisation, demoPeople, demoPerson, type DemoCity } from './city.js';
import { Copies } from './copies.js';
import { each } from './each.js';
import { at, perform } from './walk.js';

interface MainJobInput {
  readonly result: { readonly title: string; readonly ipRights: readonly { readonly number: string }[] };
  readonly need: { readonly title: string };
}
const INPUT = JSON.parse(readFileSync('config/demo/main-job.json', 'utf8')) as MainJobInput;
/** A valid patent number that nothing else names. */
const OTHER_NUMBER = '2021198500012';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** Ids of things that hold many others. */
export interface Busy {
  /** A broker of the register with many introductions and ratings. */
  readonly broker: string;
  /** A patent of the unit that registers contracts. */
  /** That broker's agency. */
  readonly agency: string;
  readonly deal: string;
  /** Online, with many counterparts. */
  readonly need: string;
  readonly result: string;
  /** Of the bank, for whom there are many needs. */
  readonly expert: string;
  readonly patent: string;
  readonly importRun: string;
  /** A replay of the rules that found every registered contract. */
  readonly ruleReplay: string;
  /** The figures whose rows are the registered contracts. */
  readonly queryId: string;
  /** In which the contracts were registered. */
  readonly year: number;
}

/** Done by people: two of everything, since a second row may need what the first has no need of. */
const DONE = 2;

/**
 * Fills the city with at least `count` of everything that is listed: results and needs online and in review, deals
 * with disclosures, brokers and commissions, contracts that wait and contracts that are registered and to be changed,
 * published months, calculations, organisations, people, letters, imports, and the alerts of a broker who was gone
 * round. Two of each are done through the city's own API; the others are their copies.
 */
export async function makeBusy(city: DemoCity, count: number): Promise<Busy> {
  const copies = await Copies.from(city.databaseUrl);
  const many = Array.from({ length: count }, (_, index) => index + 1);
  const numbers = many.slice(0, DONE);
  const stage = await castOf({ url: city.url, accounts: demoAccounts, step: () => undefined });
  const numbered = (title: string, number: number): string => `${title}（${number}）`;
  const publish = (extra: string, those: readonly number[]) =>
    each(those, async (number) => ({
      result: await publishTheResult(stage, {
        ...INPUT.result,
        title: numbered(`${INPUT.result.title}${extra}`, number),
      }),
      need: await publishTheNeed(stage, {
        ...INPUT.need,
        title: numbered(`${INPUT.need.title}${extra}`, number),
      }),
    }));
  // One more than is listed as waiting, for that one goes on to be registered.
  const listed = await publish('', [0, ...numbers]);
  // What is on offer still, when the others are signed; the first is signed as well, past its broker.
  const offered = await publish('续', [0, ...numbers]);
  await city.settle();
  const { deals, applied } = await dealAll(city, stage, listed);
  const [deal] = deals;
  const broker = await rateBroker(city, deals);
  const changed = await changeMany(city, stage, numbers, applied);
  const year = (await city.app.get(BusinessClock, { strict: false }).now()).getFullYear();
  await calculate(city, changed);
  const [first] = offered;
  if (deal === undefined || first === undefined) throw new Error('a busy city needs a count');
  await goneRound(
    city,
    stage,
    offered.map(({ result }) => result),
  );
  await talk(city, deal, numbers);
  const patent = await enterPatents(city);
  await queueUp(city, numbers);
  await each(numbers, () => perform(city.who('registrar1'), 'exportToNational', { again: true }));
  const importRun = await importMany(city, numbers, many);
  const [ruleReplay = ''] = await each(numbers, () => replay(city));
  await city.settle();
  await copies.makeRows(
    Math.ceil(count / DONE) - 1,
    'deals.deal_file',
    'deals.deal_message',
    'deals.deal_note',
    'deals.deal_contact',
  );
  await copies.make(Math.ceil(count / DONE) - 1);
  // Of a call that has a supervisor; which of its copies comes first afterwards is chance.
  await reportMany(city, count);
  await copies.makeRows(Math.ceil(count / DONE) - 1, 'challenges.call');
  await copies.makeRows(count, 'challenges.ban', 'challenges.batch', 'challenges.fee_sheet');
  await copies.makeRows(count, 'challenges.credit_event');
  await copies.makeRows(Math.ceil(count / demoPeople.length), 'identity.person');
  await enterExpert(city);
  await enterBroker(city);
  await enterAgency(city);
  await copies.makeRows(
    count,
    ...['discovery.person', 'discovery.expert', 'discovery.broker', 'matching.expert'],
    ...['matching.expert_recommendation', 'matching.patent', 'discovery.project'],
  );
  // An organisation has one entry as an agency: many entries are those of many organisations.
  await copies.makeRows(count, 'identity.organisation', 'discovery.organisation', 'discovery.agency');
  await copies.close();
  await awardMany(city, count);
  await findAll(city, ruleReplay);
  await listAll(city);
  await publishMonths(city, count);
  const { registeredContractsStatistics: figures } = await city
    .who('registrar1')
    .query<{ registeredContractsStatistics: { queryId: string } }>(
      '{ registeredContractsStatistics(fromMonth: "2026-01", toMonth: "2030-12") { queryId } }',
    );
  const { myExpert } = await city
    .who('researcher')
    .query<{ myExpert: { id: string } }>('{ myExpert { id } }');
  return {
    broker,
    agency: await firstAgency(city),
    patent,
    deal: deal.id,
    expert: myExpert.id,
    need: first.need.id,
    result: first.result.id,
    importRun,
    ruleReplay,
    queryId: figures.queryId,
    year,
  };
}

/** Every pair, from interest to the application; the first one registered. @returns an application as well */
async function dealAll(
  city: DemoCity,
  stage: Stage,
  listed: readonly { result: Named; need: Named }[],
): Promise<{ deals: Named[]; applied: Named }> {
  const opened = await each(listed, ({ need, result }) => openTheDeal(stage, need, result));
  const signed = await priceAndSign(city, stage, opened);
  const submitted = await each(signed, (deal) => applyForRegistration(stage, deal));
  const [applied] = submitted;
  if (applied === undefined) throw new Error('a busy city needs a deal');
  await reviewAndRegister(stage, applied);
  await city.settle();
  return { deals: signed, applied };
}

async function priceAndSign(city: DemoCity, stage: Stage, opened: readonly Named[]): Promise<Named[]> {
  const priced = await each(opened, (deal) => agreeThePrice(stage, deal));
  const disclosing = await each(priced, (deal) => startTheDisclosure(stage, deal));
  const [first] = disclosing;
  if (first !== undefined) await city.advance(daysOf(first));
  const ready = await each(disclosing, (deal) => completeTheDisclosure(stage, deal));
  const signed = await each(ready, (deal) => signTheContract(stage, deal));
  await city.settle();
  return signed;
}

/**
 * Two patents of the register: one that the results name, with what is recorded of a patent, and another.
 * @returns the first, which is of what the needs ask for
 */
async function enterPatents(city: DemoCity): Promise<string> {
  const office = city.who('transferOfficer');
  const enter = (number: string) =>
    perform(office, 'savePatent', {
      ownerId: demoOrganisation('university').id,
      state: 'GRANTED',
      content: {
        number,
        kind: 'INVENTION_PATENT',
        title: '一种高温环件双目视觉在线测量方法',
        inventors: ['李文博'],
        ipc: ['G01B11/24'],
        filedOn: '2021-04-01',
        publishedOn: '2022-10-01',
        grantedOn: '2023-03-01',
      },
    });
  const [named] = INPUT.result.ipRights;
  const first = await enter(named?.number ?? '');
  await enter(OTHER_NUMBER);
  await perform(office, 'addPatentLicence', {
    ...at(first),
    kind: 'ORDINARY',
    licensee: '定襄恒岳锻压法兰有限公司',
    effectiveOn: '2026-01-10',
    endsOn: '2030-01-10',
  });
  return first.id;
}

/** A profile that waits for its unit; those of the demo are in the bank already. */
async function enterExpert(city: DemoCity): Promise<void> {
  const who = city.who('registrar2');
  const begun = await perform(who, 'saveExpert', {
    organisationId: demoOrganisation('cityBureau').id,
    content: {
      title: '高级工程师',
      disciplines: ['630'],
      techFields: ['03'],
      introduction: '长期从事技术合同登记与科技成果评价，熟悉认定登记规则、知识产权条款和技术经济分析。',
      phone: '0350-3039007',
    },
  });
  await perform(who, 'submitExpert', { ...at(begun), relationsDeclared: true });
}

/** An entry that waits for its agency; those of the demo are in the register already. */
async function enterBroker(city: DemoCity): Promise<void> {
  const who = city.who('researcher');
  const begun = await perform(who, 'saveBroker', {
    organisationId: demoOrganisation('university').id,
    content: {
      services: ['BROKERAGE'],
      techFields: ['03'],
      introduction: '从事装备制造领域的技术经纪工作八年，促成多项成果在本地落地转化。',
      phone: '0350-3039007',
    },
  });
  await perform(who, 'submitBroker', at(begun));
}

/** An entry that waits for the bureau; that of the demo is in the register already. */
async function enterAgency(city: DemoCity): Promise<void> {
  const who = city.who('transferOfficer');
  const begun = await perform(who, 'saveAgency', {
    organisationId: demoOrganisation('university').id,
    content: {
      services: ['EVALUATION'],
      techFields: ['03'],
      introduction: '依托学校学科平台，面向装备制造企业开展成果评价和需求诊断的技术转移机构。',
      address: '忻州市忻府区和平西街10号',
      contact: '王晓岚',
      phone: '0350-3048000',
    },
  });
  await perform(who, 'submitAgency', at(begun));
}

async function firstAgency(city: DemoCity): Promise<string> {
  const { agencies } = await city
    .who('broker')
    .query<{ agencies: { edges: { node: { id: string } }[] } }>(
      `{ agencies(filter: { organisationId: "${demoOrganisation('brokerAgency').id}" }, first: 1) { edges { node { id } } } }`,
    );
  return agencies.edges[0]?.node.id ?? '';
}

/** A broker introduces the two many times, and they register a contract without it. */
async function goneRound(city: DemoCity, stage: Stage, results: readonly Named[]): Promise<void> {
  const enterprise = demoOrganisation('flangeMaker').id;
  await each(results, ({ id }) =>
    perform(city.who('broker'), 'introduceDeal', {
      brokerOrganisationId: demoOrganisation('brokerAgency').id,
      resultId: id,
      buyerId: enterprise,
      represents: 'NONE',
      cooperationMode: 'SERVICE',
      message: '双方很合适',
    }),
  );
  const [first] = results;
  if (first === undefined) return;
  const opened = await perform(city.who('enterprise'), 'openDeal', {
    organisationId: enterprise,
    resultId: first.id,
    cooperationMode: 'LICENCE_ORDINARY',
    message: '直接联系',
  });
  const confirmed = await perform(city.who('transferOfficer'), 'confirmDeal', at(opened));
  const [signed] = await priceAndSign(city, stage, [confirmed]);
  if (signed !== undefined) await reviewAndRegister(stage, await applyForRegistration(stage, signed));
  await city.settle();
}

/** Each deal's seller rates its broker, who is in the register. @returns the broker */
async function rateBroker(city: DemoCity, deals: readonly Named[]): Promise<string> {
  const { myBroker } = await city.who('broker').query<{ myBroker: { id: string } }>('{ myBroker { id } }');
  const scores = { EXPERTISE: 5, TIMELINESS: 4, HONESTY: 5, OUTCOME: 4 };
  await each(deals, ({ id: dealId }) =>
    perform(city.who('transferOfficer'), 'rateBroker', {
      brokerId: myBroker.id,
      dealId,
      scores,
      text: '及时',
    }),
  );
  return myBroker.id;
}

/** A deal with a history. */
async function talk(city: DemoCity, deal: Named, numbers: readonly number[]): Promise<void> {
  const enterprise = city.who('enterprise');
  await each(numbers, async () => {
    const uploaded = await enterprise.upload('/files/deals', '资料.pdf', PDF, { dealId: deal.id });
    const { id } = uploaded.body as { id: string };
    await perform(enterprise, 'postMessage', { dealId: deal.id, body: '请确认交付时间。', fileIds: [id] });
    await perform(enterprise, 'writeNote', { dealId: deal.id, body: '内部：预算已批。' });
    await perform(enterprise, 'recordContact', {
      dealId: deal.id,
      heldOn: '2026-01-05',
      mode: 'PHONE',
      participants: '双方',
      summary: '约定交付时间',
    });
  });
}

const usccOf = (number: number): string => {
  const first = `91140902MA1B${String(number).padStart(5, '0')}`;
  return `${first}${usccCheckCharacter(first)}`;
};

/** What waits for somebody, and what organisations keep of themselves. */
async function queueUp(city: DemoCity, numbers: readonly number[]): Promise<void> {
  const university = demoOrganisation('university').id;
  const office = city.who('transferOfficer');
  const scan = await office.upload('/files/identity', '委托书.pdf', PDF);
  const { id: fileId } = scan.body as { id: string };
  await each(numbers, (number) =>
    perform(office, 'saveSearch', { kind: 'NEED', name: `检索${number}`, text: '法兰', alerts: true }),
  );
  await each(numbers, async (number) => {
    await perform(office, 'inviteMember', {
      organisationId: university,
      email: `${randomUUID()}@demo.jihui.cn`,
      roles: ['RESEARCHER'],
    });
    await perform(office, 'issueAuthorisationLetter', {
      organisationId: university,
      personId: demoPerson('transferOfficer').id,
      matters: ['DEAL_SIGNATURE'],
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
      fileId,
    });
    await register(city, number);
    const saved = await perform(city.who('enterprise'), 'saveNeedDraft', {
      ownerId: demoOrganisation('flangeMaker').id,
      content: { ...INPUT.need, title: `待审核的需求（${number}）` },
    });
    await perform(city.who('enterprise'), 'submitNeed', at(saved));
  });
}

/** Organisations that register: the last waits, the others are approved, one of them with a report to write each year. */
const FOUNDED = [
  { name: '机械厂', kind: 'ENTERPRISE', partyNature: '150', stateEstablished: false },
  { name: '研究所', kind: 'INSTITUTE', partyNature: '023', stateEstablished: true },
  { name: '新机械厂', kind: 'ENTERPRISE', partyNature: '150', stateEstablished: false },
] as const;

async function register(city: DemoCity, number: number): Promise<void> {
  const founder = city.as({ kind: 'person', personId: demoPerson('tea').id, memberships: [] });
  for (const [index, { name, ...form }] of FOUNDED.entries()) {
    const registered = await perform(founder, 'registerOrganisation', {
      form: {
        ...form,
        name: `忻府区第${number}${name}`,
        uscc: usccOf(number * FOUNDED.length + index),
        divisionCode: '140902',
        legalRepresentative: '赵一',
        address: '忻州市',
        contactName: '钱二',
        contactPhone: '13803500009',
      },
    });
    if (index === FOUNDED.length - 1) continue;
    const { id: organisationId, version: expectedVersion } = registered;
    await perform(city.who('officer'), 'approveOrganisation', { organisationId, expectedVersion });
  }
}

/** Imports, of many rows that are wrong. @returns the first. */
async function importMany(
  city: DemoCity,
  numbers: readonly number[],
  bad: readonly number[],
): Promise<string> {
  const enterprise = city.who('enterprise');
  const rows = bad.map((number) => `第${number}项需求,不是数`).join('\n');
  const file = await enterprise.upload(
    '/files/listings',
    '需求.csv',
    Buffer.from(`需求名称,预算上限（万元）\n${rows}\n`),
  );
  const { id: fileId } = file.body as { id: string };
  const runs = await each(numbers, () =>
    perform(enterprise, 'startImport', {
      fileId,
      kind: 'NEED',
      ownerId: demoOrganisation('flangeMaker').id,
      dryRun: true,
    }),
  );
  return runs[0]?.id ?? '';
}

const replay = async (city: DemoCity): Promise<string> => {
  const { replayRules } = await city
    .who('registrar1')
    .mutate<{ replayRules: { ruleReplay: { id: string } } }>(
      'mutation ($input: ReplayRulesInput!) { replayRules(input: $input) { ruleReplay { id } } }',
      { input: { ruleSet: '2000/2001' } },
    );
  return replayRules.ruleReplay.id;
};

/** Lets a replay have found every registered contract: no set of rules differs on all that the city signs. */
const findAll = (city: DemoCity, replayId: string): Promise<void> =>
  write(
    city,
    `insert into contracts.replay_finding (run_id, contract_id, decided_under, rebuilt, differences)
     select $1, c.id, c.rule_set, false, '[]' from contracts.contract c where c.registration_number is not null
     on conflict do nothing`,
    [replayId],
  );

/** Lets every match be listed: among fifty copies of one text no word tells one from another, and all score low. */
const listAll = (city: DemoCity): Promise<void> =>
  write(
    city,
    `insert into platform.parameter (name, value, effective_from, source)
     values ('matching.list_score', 0, '2026-01-01', '副本之间不计文本差异')`,
  );

async function write(city: DemoCity, statement: string, values: readonly string[] = []): Promise<void> {
  const client = new Client({ connectionString: city.databaseUrl });
  await client.connect();
  await client.query(statement, [...values]);
  await client.end();
}
