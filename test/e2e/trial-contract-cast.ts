import { randomUUID } from 'node:crypto';
import { aMember, smallPdf, type GraphClient } from '@jihui/testing';
import { demoOrganisation, type DemoCity } from './city.js';
import { odd, oddly, UNIVERSITY, verbsOn, type Cast, type Verb } from './trial-cast.js';
import { at, perform, type Subject } from './walk.js';

export const BUREAU = demoOrganisation('cityBureau').id;
export const OPINION = { opinion: odd('材料齐全，符合认定条件') };
export const REASON = { reason: odd('双方另行协商后再行申请') };
export const GROUNDS = { grounds: ['R02'], ...OPINION };

/** Registrars who have reviewed nothing: an objection is for others than the first two. */
export interface ContractCast extends Cast {
  readonly registrar: GraphClient;
  readonly second: GraphClient;
  readonly third: GraphClient;
  readonly fourth: GraphClient;
  readonly admin: GraphClient;
  /** The platform's own day. */
  readonly today: string;
}

export async function contractCastOf(cast: Cast): Promise<ContractCast> {
  const { city } = cast;
  const another = () => city.as(aMember('BUREAU_CITY', ['REGISTRAR'], { organisationId: BUREAU }));
  return {
    ...cast,
    registrar: city.who('registrar1'),
    second: city.who('registrar2'),
    third: another(),
    fourth: another(),
    admin: city.who('admin'),
    today: await todayIn(city),
  };
}

export async function todayIn(city: DemoCity): Promise<string> {
  const { clock } = await city.client().query<{ clock: { now: string } }>('{ clock { now } }');
  return new Date(Date.parse(clock.now) + 8 * 3_600_000).toISOString().slice(0, 10);
}

export const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Verbs of mutations whose button has another name than the mutation. */
const ACTIONS: Readonly<Record<string, string>> = {
  saveApplicationDraft: 'edit',
  removeApplicationFile: 'edit',
  acceptTextProposal: 'edit',
  dismissTextProposal: 'edit',
  answerFinding: 'answer',
  judgeChecklist: 'judge',
  submitApplication: 'submit',
  withdrawApplication: 'withdraw',
  acceptApplication: 'accept',
  declineApplication: 'decline',
  returnApplication: 'return',
  lapseApplication: 'lapse',
  claimReview: 'claim',
  releaseReview: 'release',
  reassignReview: 'assign',
  takeOverApplication: 'takeOver',
  passFirstReview: 'passFirst',
  sendBackToFirstReview: 'sendBack',
  sendToExpertReview: 'sendToExperts',
  saveExpertPanel: 'convene',
  inviteExperts: 'convene',
  undertakeExpertReview: 'undertake',
  recuseFromExpertReview: 'recuse',
  giveExpertOpinion: 'giveOpinion',
  recordExpertOpinion: 'recordOpinion',
  passSecondReview: 'passSecond',
  approveRegistration: 'approve',
  reopenReview: 'reopen',
  rejectApplication: 'reject',
};

export const onContract = (cast: Cast): Verb =>
  verbsOn(cast, 'contract', (mutation) => ACTIONS[mutation] ?? mutation);

/** The same of an expert, whose review stands by the seat. */
export const onSeat = (cast: Cast): Verb =>
  verbsOn(cast, 'expertReview', (mutation) => ACTIONS[mutation] ?? mutation);

export const contractNow = async (reader: GraphClient, { id }: { readonly id: string }): Promise<Subject> =>
  (
    await reader.query<{ contract: Subject }>('query ($id: ID!) { contract(id: $id) { id version state } }', {
      id,
    })
  ).contract;

let serial = 0;

/** A service of one side for another, each of another amount, with everything that the form asks for. */
export async function formFor(cast: ContractCast, title: string) {
  const { office, today } = cast;
  serial += 1;
  const technical = 80_000_000 + serial * 1_000_000;
  const { contract } = await office.query<{ contract: { sellers: object[] } }>(
    `query ($id: ID!) { contract(id: $id) { sellers { name identifier identifierKind country
      divisionCode nature legalRepresentative contactName contactPhone } } }`,
    { id: await blank(cast) },
  );
  return {
    title: odd(title),
    subclass: '51',
    sellers: contract.sellers,
    buyers: [
      {
        name: '定襄恒岳锻压法兰有限公司',
        identifier: '91140921MA0K7C217R',
        identifierKind: 'USCC',
        country: '142',
        divisionCode: '140921',
        nature: '150',
        legalRepresentative: oddly('张建军'),
        contactName: oddly('张建军'),
        contactPhone: '0350-3010001',
      },
    ],
    signedOn: daysFrom(today, -10 - (serial % 20)),
    signedAt: odd('忻州市'),
    effectiveFrom: daysFrom(today, -10 - (serial % 20)),
    effectiveTo: daysFrom(today, 700),
    modelText: true,
    electronic: false,
    language: 'zh',
    content: {
      summary: odd(
        '受托方针对法兰锻件热处理变形大的技术问题，运用有限元仿真与在线测量的专业知识提出工艺改进方案，并在产线上验证，使平面度误差由零点八毫米降到零点三毫米以内。',
      ),
      techField: '04',
      ipKind: 'NONE',
      planSource: '5',
      industryDivision: '34',
      socioEconomicGoal: '10',
      trl: 7,
      ownershipClause: odd('服务中产生的新成果归受托方所有'),
      confidentialityClause: odd('双方对未公开的工艺参数保密五年'),
      acceptanceClause: odd('连续三批产品平面度误差合格率达到指标'),
    },
    money: {
      total: technical + 20_000_000,
      technical,
      deductions: [{ kind: 'EQUIPMENT', name: odd('测量装置'), amount: 20_000_000, clause: odd('第六条') }],
      carriers: [],
      paymentMode: 'INSTALMENTS',
    },
    flags: {
      foreign: 'NONE',
      secret: false,
      relatedParties: false,
      taxBenefits: ['VAT'],
      planProject: false,
      challengeCall: false,
    },
    checklist: ['service.problem', 'service.work', 'service.target', 'service.no-right'].map((item) => ({
      item,
      met: true,
      page: 1,
      clause: odd('第一条'),
    })),
    declaration: { truthful: true, signatory: oddly('王晓岚') },
  };
}

const blank = async ({ office }: ContractCast): Promise<string> =>
  (await perform(office, 'startApplication', { organisationId: UNIVERSITY })).id;

export async function attach(
  who: GraphClient,
  path: string,
  fields: Readonly<Record<string, string>>,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer } = {
    name: '合同.pdf',
    bytes: smallPdf(randomUUID()),
  },
): Promise<string> {
  const response = await who.upload(path, name, bytes, fields);
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${response.text}`);
  return (response.body as { id: string }).id;
}

/** An application taken as far as that, each step by who does it. */
export type Stage =
  'DRAFT' | 'SUBMITTED' | 'ACCEPTED' | 'FIRST_REVIEW' | 'SECOND_REVIEW' | 'APPROVED' | 'REGISTERED';

export async function applicationIn(
  cast: ContractCast,
  stage: Stage,
  title: string,
  change: object = {},
): Promise<Subject> {
  const { office, registrar, second } = cast;
  const started = await perform(office, 'startApplication', { organisationId: UNIVERSITY });
  await attach(office, '/files/contracts', { contractId: started.id, kind: 'CONTRACT_TEXT' });
  const steps: readonly (readonly [Stage, (now: Subject) => Promise<Subject>])[] = [
    [
      'DRAFT',
      async (now) =>
        perform(office, 'saveApplicationDraft', {
          ...at(now),
          form: { ...(await formFor(cast, title)), ...change },
        }),
    ],
    ['SUBMITTED', (now) => perform(office, 'submitApplication', at(now))],
    ['ACCEPTED', (now) => perform(registrar, 'acceptApplication', at(now))],
    ['FIRST_REVIEW', (now) => perform(registrar, 'claimReview', at(now))],
    [
      'SECOND_REVIEW',
      async (now) =>
        perform(registrar, 'passFirstReview', {
          ...at(await judged(registrar, now)),
          ...OPINION,
        }),
    ],
    ['APPROVED', (now) => perform(second, 'approveRegistration', { ...at(now), ...OPINION })],
    [
      'REGISTERED',
      async (now) => {
        await perform(second, 'registerContracts', { contracts: [at(now)] });
        return contractNow(office, now);
      },
    ],
  ];
  let now = await contractNow(office, started);
  for (const [reached, step] of steps) {
    now = await step(now);
    if (reached === stage) break;
  }
  return now;
}

/** Every condition of the class, as the reviewer judges it. */
export async function judgementsOf(who: GraphClient, { id }: { readonly id: string }, note = '') {
  const { contract } = await who.query<{ contract: { checklist: { id: string }[] } }>(
    'query ($id: ID!) { contract(id: $id) { checklist { id } } }',
    { id },
  );
  return contract.checklist.map(({ id: item }) => ({ item, met: true, note }));
}

export const judged = async (who: GraphClient, now: Subject): Promise<Subject> =>
  perform(who, 'judgeChecklist', { ...at(now), judgements: await judgementsOf(who, now) });
