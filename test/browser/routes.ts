import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { ask, demoOrganisationId } from './people.js';

/** A stranger, or the mailbox of a demo person. */
export type Who = string | null;

/** How a page is come to: whom it is for (the first is who walks it in the short form), and one of its addresses. */
export interface Visit {
  readonly who: readonly [Who, ...Who[]];
  readonly at: string | ((context: BrowserContext) => Promise<string>);
}

const EVERYBODY = [null, 'researcher', 'tto', 'enterprise', 'broker', 'registrar1', 'admin'] as const;
const SIGNED_IN = ['researcher', 'tto', 'enterprise', 'broker', 'registrar1', 'admin'] as const;
const TRADERS = ['tto', 'researcher', 'enterprise', 'broker'] as const;
const BUREAU = ['registrar1', 'admin'] as const;

type Connection = Readonly<
  Record<string, { readonly edges: readonly { readonly node: { readonly id: string } }[] }>
>;

/** The address of the first thing of a list that this person sees. */
export const first =
  (list: string, address: (id: string) => string) =>
  async (context: BrowserContext): Promise<string> => {
    const data = await ask<Connection>(context, `{ list: ${list} { edges { node { id } } } }`);
    const id = data['list']?.edges[0]?.node.id;
    if (id === undefined) throw new Error(`${list} shows nothing`);
    return address(id);
  };

/** A contract whose text has been read. */
async function textOfContract(context: BrowserContext): Promise<string> {
  const { contracts } = await ask<{
    readonly contracts: {
      readonly edges: readonly {
        readonly node: {
          readonly id: string;
          readonly files: readonly {
            readonly id: string;
            readonly reading: { readonly state: string } | null;
          }[];
        };
      }[];
    };
  }>(context, '{ contracts(first: 10) { edges { node { id files { id reading { state } } } } } }');
  for (const { node } of contracts.edges) {
    const read = node.files.find(({ reading }) => reading?.state === 'READ');
    if (read !== undefined) return `/contracts/${node.id}/texts/${read.id}`;
  }
  throw new Error('no contract has a text that was read');
}

const deal = (part: string): Visit['at'] => first('deals(first: 1)', (id) => `/deals/${id}${part}`);

/** A calculation that this person keeps, so that there is one to open. */
async function keptCalculation(context: BrowserContext): Promise<string> {
  const inputs = {
    mode: 'TRANSFER_LICENCE',
    state: true,
    income: 50_000_000,
    cost: 8_000_000,
    taxes: 2_000_000,
  };
  const { saveCalculation } = await ask<{ saveCalculation: { calculation: { id: string } } }>(
    context,
    'mutation ($input: SaveCalculationInput!) { saveCalculation(input: $input) { calculation { id } } }',
    { input: { clientMutationId: randomUUID(), calculator: 'reward', title: '奖励测算', inputs } },
  );
  return `/calculations/${saveCalculation.calculation.id}`;
}

/** A report that this person handles; sent by the first who asks. */
async function reportedMisconduct(context: BrowserContext): Promise<string> {
  const { calls } = await ask<Connection>(
    context,
    '{ calls(first: 1, filter: { states: [BIDDING] }) { edges { node { id } } } }',
  );
  await ask(
    context,
    'mutation ($input: FileMisconductReportInput!) { fileMisconductReport(input: $input) { clientMutationId } }',
    {
      input: {
        ...{
          clientMutationId: randomUUID(),
          subject: 'CALL',
          callId: calls?.edges[0]?.node.id,
          signed: false,
        },
        ...{
          named: [],
          concerns: ['OWNER'],
          statement: '榜单指标照搬某单位产品参数，其他单位无法应答，附有对照表',
        },
      },
    },
  );
  return first('misconductReports(first: 1)', (id) => `/misconduct/${id}`)(context);
}

/** The change that this person is drafting on a registered contract; begun by the first who asks. */
async function draftedChange(context: BrowserContext): Promise<string> {
  const { contracts } = await ask<Connection>(
    context,
    '{ contracts(first: 1, filter: { states: [REGISTERED] }) { edges { node { id } } } }',
  );
  const { startProceeding } = await ask<{ startProceeding: { proceeding: { id: string } } }>(
    context,
    'mutation ($input: StartProceedingInput!) { startProceeding(input: $input) { proceeding { id } } }',
    {
      input: {
        clientMutationId: randomUUID(),
        contractId: contracts?.edges[0]?.node.id,
        kind: 'CHANGE',
      },
    },
  );
  return `/proceedings/${startProceeding.proceeding.id}`;
}

/** A replay that this person's bureau has run. */
async function startedReplay(context: BrowserContext): Promise<string> {
  const { replayRules } = await ask<{ replayRules: { ruleReplay: { id: string } } }>(
    context,
    'mutation ($input: ReplayRulesInput!) { replayRules(input: $input) { ruleReplay { id } } }',
    { input: { clientMutationId: randomUUID(), ruleSet: '2000/2001' } },
  );
  return `/registration/replays/${replayRules.ruleReplay.id}`;
}

/** A reward plan that this person's unit has begun, so that there is one to open. */
async function begunReward(context: BrowserContext): Promise<string> {
  const { contracts } = await ask<{
    readonly contracts: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
  }>(context, '{ contracts(first: 1, filter: { states: [REGISTERED] }) { edges { node { id } } } }');
  const contractId = contracts.edges[0]?.node.id;
  if (contractId === undefined) throw new Error('no contract is registered');
  const { startReward } = await ask<{ startReward: { reward: { id: string } } }>(
    context,
    'mutation ($input: StartRewardInput!) { startReward(input: $input) { reward { id } } }',
    { input: { clientMutationId: randomUUID(), contractId } },
  );
  return `/rewards/${startReward.reward.id}`;
}

/** A demand that this person's unit has begun. */
async function begunCall(context: BrowserContext): Promise<string> {
  const { startCall } = await ask<{ startCall: { call: { id: string } } }>(
    context,
    'mutation ($input: StartCallInput!) { startCall(input: $input) { call { id } } }',
    { input: { clientMutationId: randomUUID(), organisationId: demoOrganisationId('flangeMaker') } },
  );
  return `/calls/${startCall.call.id}/edit`;
}

/** Every page of the portal, by its pattern. A pattern of the router that is missing here fails the walk. */
export const VISITS: Readonly<Record<string, Visit>> = {
  '/': { who: EVERYBODY, at: '/' },
  '/results': { who: EVERYBODY, at: '/results' },
  '/results/:id': { who: EVERYBODY, at: first('results(first: 1)', (id) => `/results/${id}`) },
  '/needs': { who: EVERYBODY, at: '/needs' },
  '/needs/:id': { who: EVERYBODY, at: first('needs(first: 1)', (id) => `/needs/${id}`) },
  '/patents': { who: EVERYBODY, at: '/patents' },
  '/patents/landscape': { who: EVERYBODY, at: '/patents/landscape' },
  '/patents/:id': {
    who: ['tto', null, 'registrar1'],
    at: first('patents(first: 1)', (id) => `/patents/${id}`),
  },
  '/patents/:id/edit': { who: ['tto', 'enterprise'], at: '/patents/new/edit' },
  '/disclosures': { who: EVERYBODY, at: '/disclosures' },
  '/disclosures/:id': { who: EVERYBODY, at: first('disclosures(first: 1)', (id) => `/disclosures/${id}`) },
  '/data': { who: EVERYBODY, at: '/data' },
  '/market-health': { who: EVERYBODY, at: '/market-health' },
  '/verify': { who: EVERYBODY, at: '/verify' },
  '/calculators': { who: EVERYBODY, at: '/calculators' },
  '/calculators/:id': { who: EVERYBODY, at: '/calculators/corporate-income-tax' },
  '/calculations': { who: SIGNED_IN, at: '/calculations' },
  '/calculations/:id': { who: ['tto'], at: keptCalculation },
  '/sign-in': { who: [null], at: '/sign-in' },
  '/sign-in/return': { who: [null], at: '/sign-in/return?error=access_denied' },
  '/sign-in/return/:number': { who: [null], at: '/sign-in/return/2?error=access_denied' },
  '/account/sign-in': { who: [null], at: '/account/sign-in' },
  '/register': { who: [null], at: '/register' },
  '/account/confirm': { who: [null], at: '/account/confirm?token=none' },
  '/account/forgot': { who: [null], at: '/account/forgot' },
  '/account/reset': { who: [null], at: '/account/reset?token=none' },
  '/account/invitation': { who: [null, 'tto'], at: '/account/invitation?token=none' },
  '*': { who: EVERYBODY, at: '/nowhere' },
  '/workspace': { who: SIGNED_IN, at: '/workspace' },
  '/listings': { who: TRADERS, at: '/listings' },
  '/listings/needs': { who: ['enterprise', 'tto', 'researcher'], at: '/listings/needs' },
  '/listings/results/:id/edit': { who: ['researcher', 'tto'], at: '/listings/results/new/edit' },
  '/listings/needs/:id/edit': { who: ['enterprise', 'researcher'], at: '/listings/needs/new/edit' },
  '/reviews/:id?': {
    who: ['registrar1', 'tto', 'enterprise'],
    at: async (context) => {
      const queue = await ask<Connection>(
        context,
        '{ list: listingsToReview(first: 1) { edges { node { id } } } }',
      );
      return `/reviews/${queue['list']?.edges[0]?.node.id ?? ''}`;
    },
  },
  '/imports': { who: ['tto', 'enterprise', 'broker'], at: '/imports' },
  '/imports/:id': { who: ['tto'], at: '/imports/019d0000-0000-7000-8000-00000000ffff' },
  '/deals': { who: [...TRADERS, ...BUREAU], at: '/deals' },
  '/deals/workbench': { who: ['broker', 'registrar1'], at: '/deals/workbench' },
  '/deals/board': { who: TRADERS, at: '/deals/board' },
  '/deals/:id': { who: ['tto', 'registrar1'], at: deal('') },
  '/deals/:id/talk': { who: ['tto'], at: deal('/talk') },
  '/deals/:id/brokers': { who: ['tto', 'registrar1'], at: deal('/brokers') },
  '/deals/:id/files': { who: ['tto'], at: deal('/files') },
  '/deals/:id/history': { who: ['tto', 'registrar1'], at: deal('/history') },
  '/needs/:id/matches': {
    who: ['enterprise'],
    at: first('myNeeds(first: 1, states: [ONLINE])', (id) => `/needs/${id}/matches`),
  },
  '/results/:id/matches': {
    who: ['broker', 'tto'],
    at: first(
      `results(first: 1, filter: { ownerId: "${demoOrganisationId('university')}" })`,
      (id) => `/results/${id}/matches`,
    ),
  },
  '/commissions': { who: ['broker', 'tto'], at: '/commissions' },
  '/introductions': { who: ['broker', 'tto'], at: '/introductions' },
  '/bypass-alerts': { who: ['broker', 'registrar1'], at: '/bypass-alerts' },
  '/contracts': { who: ['tto', 'enterprise', 'registrar1'], at: '/contracts' },
  '/contracts/new': { who: ['tto', 'enterprise', 'registrar1'], at: '/contracts/new' },
  '/contracts/:id': {
    who: ['tto', 'registrar1'],
    at: first('contracts(first: 1)', (id) => `/contracts/${id}`),
  },
  '/contracts/:id/texts/:fileId': {
    who: ['tto', 'registrar1'],
    at: textOfContract,
  },
  '/contracts/:id/notice': {
    who: ['tto'],
    at: first('contracts(first: 1, filter: { states: [RETURNED] })', (id) => `/contracts/${id}/notice`),
  },
  '/contracts/:id/form': {
    who: ['tto', 'registrar1'],
    at: first('contracts(first: 1)', (id) => `/contracts/${id}/form`),
  },
  '/contracts/:id/acceptance': {
    who: ['tto'],
    at: first('contracts(first: 1, filter: { states: [REGISTERED] })', (id) => `/contracts/${id}/acceptance`),
  },
  '/proceedings': { who: BUREAU, at: '/proceedings' },
  '/proceedings/:id': { who: ['tto'], at: draftedChange },
  '/proceedings/:id/tax-notice': {
    who: ['tto'],
    at: async (context) => `${await draftedChange(context)}/tax-notice`,
  },
  '/tax-notices': { who: BUREAU, at: '/tax-notices' },
  '/account/expert-invitation': { who: [null, 'broker'], at: '/account/expert-invitation?token=none' },
  '/expert-reviews': { who: ['broker', 'tto'], at: '/expert-reviews' },
  '/call-projects': { who: EVERYBODY, at: '/call-projects' },
  '/call-projects/:id': {
    who: ['officer', null, 'institute', 'enterprise', 'registrar2'],
    at: first('callProjects(first: 1)', (id) => `/call-projects/${id}`),
  },
  '/call-reviews': { who: ['expert', 'broker'], at: '/call-reviews' },
  // The journey of a disputed contract looks at one that is there.
  '/expert-reviews/:id': { who: ['broker'], at: '/expert-reviews/019d0000-0000-7000-8000-00000000ffff' },
  '/rewards': { who: ['tto', 'researcher', 'registrar1'], at: '/rewards' },
  '/rewards/:id': { who: ['tto'], at: begunReward },
  '/annual-reports': { who: ['registrar1', 'tto'], at: '/annual-reports' },
  '/annual-reports/:organisationId/:year': {
    who: ['tto', 'registrar1'],
    at: `/annual-reports/${demoOrganisationId('university')}/2026`,
  },
  '/exchange': { who: ['registrar1'], at: '/exchange' },
  '/registration': { who: BUREAU, at: '/registration' },
  '/registration/batch': { who: BUREAU, at: '/registration/batch' },
  '/registration/ratings': { who: BUREAU, at: '/registration/ratings' },
  '/registration/ratings/rows': { who: BUREAU, at: '/registration/ratings/rows' },
  '/registration/replays': { who: BUREAU, at: '/registration/replays' },
  '/registration/replays/:id': { who: ['registrar1'], at: startedReplay },
  '/registration/templates': { who: BUREAU, at: '/registration/templates' },
  '/registration/workload': { who: BUREAU, at: '/registration/workload' },
  '/registration/times': { who: BUREAU, at: '/registration/times' },
  '/registration/cases': { who: BUREAU, at: '/registration/cases?step=TOTAL' },
  '/registration/offices': { who: BUREAU, at: '/registration/offices' },
  '/registration/offices/:id': {
    who: BUREAU,
    at: async () => `/registration/offices/${demoOrganisationId('cityBureau')}`,
  },
  '/registration/:id': {
    who: ['registrar1'],
    at: first('registrationQueue(first: 1)', (id) => `/registration/${id}`),
  },
  '/searches': { who: SIGNED_IN, at: '/searches' },
  '/admin/search-words': { who: ['admin'], at: '/admin/search-words' },
  '/inbox': { who: SIGNED_IN, at: '/inbox' },
  '/inbox/settings': { who: SIGNED_IN, at: '/inbox/settings' },
  '/organisations/review': { who: ['admin', 'registrar1'], at: '/organisations/review' },
  '/admin/organisations': { who: ['admin'], at: '/admin/organisations' },
  '/admin/people': { who: ['admin'], at: '/admin/people' },
  '/admin/matching': { who: ['admin'], at: '/admin/matching' },
  '/admin/operation': { who: ['admin'], at: '/admin/operation' },
  '/admin/parameters': { who: ['admin', 'registrar1'], at: '/admin/parameters' },
  '/admin/parameters/:id': {
    who: ['admin', 'registrar1'],
    at: first('lawParameters(first: 1)', (id) => `/admin/parameters/${id}`),
  },
  '/admin/holidays': { who: ['admin', 'registrar1'], at: '/admin/holidays' },
  '/account': { who: SIGNED_IN, at: '/account' },
  '/account/second-factor': { who: ['researcher', 'admin'], at: '/account/second-factor' },
  '/account/organisations': { who: SIGNED_IN, at: '/account/organisations' },
  '/account/organisations/new': { who: ['researcher'], at: '/account/organisations/new' },
  '/organisations/:id': {
    who: ['tto', null, 'researcher', 'admin'],
    at: async () => `/organisations/${demoOrganisationId('university')}`,
  },
  '/search': { who: EVERYBODY, at: '/search?q=%E5%85%89%E4%BC%8F' },
  '/search/:kind': { who: [null, 'enterprise'], at: '/search/result?q=%E5%85%89%E4%BC%8F' },
  '/experts': { who: EVERYBODY, at: '/experts' },
  '/experts/:id': {
    who: ['researcher', null, 'registrar1', 'tto'],
    at: first('experts(first: 1)', (id) => `/experts/${id}`),
  },
  '/recommendations': { who: ['tto', 'enterprise', 'registrar1'], at: '/recommendations' },
  '/recommendations/experts': { who: ['researcher', 'enterprise'], at: '/recommendations/experts' },
  '/projects': { who: EVERYBODY, at: '/projects' },
  '/projects/:id': {
    who: ['tto', null, 'registrar1'],
    at: first('projects(first: 1)', (id) => `/projects/${id}`),
  },
  '/experts/mine': { who: ['enterprise', 'tto'], at: '/experts/mine' },
  '/brokers': { who: EVERYBODY, at: '/brokers' },
  '/brokers/:id': {
    who: ['broker', null, 'registrar1', 'tto'],
    at: first('brokers(first: 1)', (id) => `/brokers/${id}`),
  },
  '/brokers/:id/record': {
    who: ['broker', 'registrar1', 'tto'],
    at: first('brokers(first: 1)', (id) => `/brokers/${id}/record`),
  },
  '/brokers/mine': { who: ['broker', 'enterprise', 'registrar1'], at: '/brokers/mine' },
  '/brokers/register': { who: ['registrar1'], at: '/brokers/register' },
  '/agencies': { who: EVERYBODY, at: '/agencies' },
  '/agencies/supports': { who: EVERYBODY, at: '/agencies/supports' },
  '/agencies/:id': {
    who: ['broker', null, 'registrar1', 'tto'],
    at: first('agencies(first: 1)', (id) => `/agencies/${id}`),
  },
  '/agencies/mine': { who: ['tto', 'registrar1'], at: '/agencies/mine' },
  '/agencies/register': { who: ['registrar1'], at: '/agencies/register' },
  '/report-misconduct': { who: EVERYBODY, at: '/report-misconduct' },
  '/report-misconduct/receipt': { who: EVERYBODY, at: '/report-misconduct/receipt' },
  '/misconduct': { who: ['inspector', 'registrar2'], at: '/misconduct' },
  '/misconduct/:id': { who: ['registrar2'], at: reportedMisconduct },
  '/calls': { who: EVERYBODY, at: '/calls' },
  '/calls/:id': {
    who: [null, 'enterprise', 'officer', 'tto'],
    at: first('calls(first: 1, filter: { states: [BIDDING] })', (id) => `/calls/${id}`),
  },
  '/call-batches': { who: [null, 'officer', 'enterprise'], at: '/call-batches' },
  '/review-fees': { who: ['officer'], at: '/review-fees' },
  '/review-credit': { who: ['officer', 'expert'], at: '/review-credit' },
  '/call-bans': { who: ['officer', 'tto'], at: '/call-bans' },
  '/calls/mine': { who: ['enterprise', 'tto'], at: '/calls/mine' },
  '/calls/desk': { who: ['officer', 'county'], at: '/calls/desk' },
  '/calls/:id/edit': { who: ['enterprise'], at: begunCall },
  '/calls/:id/plan': {
    who: ['officer'],
    at: first('calls(first: 1, filter: { states: [CANDIDATE] })', (id) => `/calls/${id}/plan`),
  },
  '/calls/:id/rehearsal': {
    who: ['officer'],
    at: first('calls(first: 1, filter: { states: [CANDIDATE] })', (id) => `/calls/${id}/rehearsal`),
  },
  '/experts/bank': { who: ['registrar1'], at: '/experts/bank' },
};

const callIn = (state: string): Visit['at'] =>
  first(`calls(first: 1, filter: { states: [${state}] })`, (id) => `/calls/${id}`);

/** Pages that look another way at another stage of their thing: walked besides. */
export const STAGES: Readonly<Record<string, Visit>> = {
  '/calls/:id, its bids opened': { who: ['officer', 'institute', null], at: callIn('BIDS_OPENED') },
  '/calls/:id, in review': { who: ['registrar2', 'expert', null], at: callIn('REVIEWING') },
  '/calls/:id, awarded': { who: ['institute', 'officer', null], at: callIn('AWARDED') },
};

interface Route {
  readonly path?: string;
  readonly index?: boolean;
  readonly children?: readonly Route[];
}

const patterns = (routes: readonly Route[], above = ''): string[] =>
  routes.flatMap((route) => {
    const here = route.path === undefined ? above : `${above}/${route.path}`;
    return route.children ? patterns(route.children, here) : [here === '' ? '/' : here];
  });

/** The patterns of the portal's own router. Its pages are not loaded: they are imported when they are opened. */
export async function routerPatterns(): Promise<string[]> {
  // Not a literal: the portal has a compiler's configuration of its own.
  const module: string = '../../apps/portal/src/app/areas.js';
  const { publicRoutes, signedInRoutes } = (await import(module)) as Readonly<
    Record<string, readonly Route[]>
  >;
  return [...new Set(patterns([...(publicRoutes ?? []), ...(signedInRoutes ?? [])]))];
}
