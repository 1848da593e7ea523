import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from '@playwright/test';
import pg from 'pg';
import { cityOfTheTest } from './cities.js';
import { dayFromToday } from './clock.js';
import { pdf } from './journey.js';
import { ask, contractNamed, demoOrganisationId, signIn } from './people.js';

/** Business that stands behind a page or a dialog: done by the demo's people through the graph, once. */

const SELLER = 'solar';
const BUYER = 'enterprise';
const BROKER = 'broker';
/** Nobody else in the suite deals with it. */
const NEED = '法兰锻件超声探伤自动化与缺陷定量评价';

interface Deal {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly openProposal: { readonly id: string } | null;
  readonly signature: { readonly file: { readonly sha256: string } } | null;
  readonly brokerages: readonly { readonly id: string; readonly version: number; readonly state: string }[];
  readonly commissions: readonly { readonly id: string; readonly version: number; readonly state: string }[];
}
const DEAL = `id version state openProposal { id } signature { file { sha256 } }
  brokerages { id version state } commissions { id version state }`;

/** Acts as one of the demo's people, in a context that ends with the act. */
export async function as<T>(
  browser: Browser,
  mailbox: string,
  act: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext();
  await signIn(context, mailbox);
  const answer = await act(context);
  await context.close();
  return answer;
}

/** Writes into the demo city's database what would take weeks of business. */
export async function onDatabase(act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: cityOfTheTest().databaseUrl });
  await client.connect();
  await act(client);
  await client.end();
}

/** Carries out one mutation; its input type is named after it, but for the verbs that share one. */
export const command = (
  context: BrowserContext,
  mutation: string,
  type: string,
  input: object,
): Promise<unknown> =>
  ask(context, `mutation ($input: ${type}!) { ${mutation}(input: $input) { clientMutationId } }`, {
    input: { clientMutationId: randomUUID(), ...input },
  });

export async function upload(context: BrowserContext, domain: string, name: string, fields: object = {}) {
  const response = await context.request.post(`/files/${domain}`, {
    headers: { 'apollo-require-preflight': 'true' },
    multipart: { ...fields, file: pdf(name) },
  });
  return (await response.json()) as { readonly id: string; readonly sha256: string };
}

async function read(context: BrowserContext, id: string): Promise<Deal> {
  const { deal } = await ask<{ deal: Deal }>(context, `query ($id: ID!) { deal(id: $id) { ${DEAL} } }`, {
    id,
  });
  return deal;
}

const current = (browser: Browser, id: string): Promise<Deal> =>
  as(browser, BUYER, (context) => read(context, id));

/** The deal about NEED, wherever it stands; opened where it is not there yet. */
async function opened(browser: Browser): Promise<string> {
  return as(browser, SELLER, async (context) => {
    const find = async (): Promise<string | undefined> => {
      const { deals } = await ask<{ deals: { edges: { node: { id: string } }[] } }>(
        context,
        'query ($text: String) { deals(first: 1, filter: { text: $text }) { edges { node { id } } } }',
        { text: NEED },
      );
      return deals.edges[0]?.node.id;
    };
    const known = await find();
    if (known !== undefined) return known;
    const { needs } = await ask<{ needs: { edges: { node: { id: string } }[] } }>(
      context,
      'query ($text: String) { needs(first: 1, text: $text) { edges { node { id } } } }',
      { text: NEED },
    );
    await command(context, 'openDeal', 'OpenDealInput', {
      organisationId: demoOrganisationId('solarMaker'),
      needId: needs.edges[0]?.node.id,
      cooperationMode: 'SERVICE',
      title: NEED,
      message: '我公司有组件缺陷自动检测的成熟方案，可移植到法兰锻件的超声探伤。',
    });
    return (await find()) ?? '';
  });
}

type Step = (browser: Browser, deal: Deal) => Promise<unknown>;
const at = ({ id, version }: { readonly id: string; readonly version: number }) => ({
  id,
  expectedVersion: version,
});

async function bringBroker(browser: Browser, deal: Deal): Promise<void> {
  await as(browser, BUYER, (context) =>
    command(context, 'inviteBroker', 'InviteBrokerInput', {
      ...at(deal),
      brokerOrganisationId: demoOrganisationId('brokerAgency'),
      message: '请协助对接与议价。',
    }),
  );
  await as(browser, BROKER, async (context) => {
    const invited = await read(context, deal.id);
    for (const brokerage of invited.brokerages)
      await command(context, 'acceptBrokerage', 'BrokerageActionInput', at(brokerage));
    await command(context, 'proposeCommission', 'ProposeCommissionInput', {
      dealId: deal.id,
      base: 'TECHNICAL',
      tiers: [{ rateBasisPoints: 300 }],
      sellerShareBasisPoints: 0,
      buyerShareBasisPoints: 10_000,
      trigger: 'FIRST_PAYMENT',
      taxIncluded: true,
      splits: [{ organisationId: demoOrganisationId('brokerAgency'), shareBasisPoints: 10_000 }],
    });
  });
  await as(browser, BUYER, async (context) => {
    const { commissions } = await current(browser, deal.id);
    for (const commission of commissions)
      await command(context, 'agreeCommission', 'CommissionActionInput', at(commission));
  });
}

const sign: Step = (browser, deal) =>
  as(browser, SELLER, async (context) => {
    const { id: fileId } = await upload(context, 'deals', '技术服务合同.pdf', { dealId: deal.id });
    const today = await dayFromToday(context, 0);
    return command(context, 'recordSignature', 'RecordSignatureInput', {
      ...at(deal),
      fileId,
      signatories: ['赵晶', '张建军'],
      signedOn: today,
      place: '山西省忻州市',
      effectiveFrom: today,
      effectiveTo: await dayFromToday(context, 365),
    });
  });

const acceptPrice = (browser: Browser, buyer: string, deal: Deal): Promise<unknown> =>
  as(browser, buyer, (context) =>
    command(context, 'acceptPrice', 'AcceptPriceInput', { ...at(deal), proposalId: deal.openProposal?.id }),
  );

/** What leads on from each state. */
const STEPS: Readonly<Record<string, Step>> = {
  INTEREST: (browser, deal) =>
    as(browser, BUYER, (context) => command(context, 'confirmDeal', 'DealActionInput', at(deal))),
  CONFIRMED: async (browser, deal) => {
    await bringBroker(browser, deal);
    const joined = await current(browser, deal.id);
    await as(browser, SELLER, (context) =>
      command(context, 'proposePrice', 'ProposePriceInput', {
        ...at(joined),
        cooperationMode: 'SERVICE',
        total: 30_000_000,
        technical: 26_000_000,
        method: 'AGREEMENT',
        basis: '同类项目报价',
        paymentMode: 'LUMP_SUM',
      }),
    );
  },
  NEGOTIATING: (browser, deal) => acceptPrice(browser, BUYER, deal),
  PRICED: (browser, deal) =>
    as(browser, SELLER, (context) => command(context, 'proceedToSigning', 'DealActionInput', at(deal))),
  READY_TO_SIGN: sign,
  SIGNATURE_RECORDED: (browser, deal) =>
    as(browser, BUYER, (context) =>
      command(context, 'confirmSignature', 'ConfirmSignatureInput', {
        ...at(deal),
        fileSha256: deal.signature?.file.sha256,
      }),
    ),
};

/** A brokered deal between two enterprises that has come as far as this, or farther. @returns its id */
export async function dealThatIs(browser: Browser, ...states: readonly string[]): Promise<string> {
  const id = await opened(browser);
  // After as many steps as there are the deal is looked at once more.
  for (let left = Object.keys(STEPS).length; left >= 0; left -= 1) {
    const deal = await current(browser, id);
    if (states.includes(deal.state)) return id;
    await STEPS[deal.state]?.(browser, deal);
  }
  throw new Error(`the deal ${id} did not come to be ${states.join(' or ')}`);
}

/** A letter of authorisation in force: whoever handles matters for the organisation has one. */
export const authorised = (browser: Browser): Promise<void> =>
  as(browser, 'tto', async (context) => {
    const organisationId = demoOrganisationId('university');
    const { authorisationLetters } = await ask<{
      authorisationLetters: { edges: { node: { inForce: boolean } }[] };
    }>(
      context,
      'query ($organisationId: ID!) { authorisationLetters(organisationId: $organisationId, first: 50) { edges { node { inForce } } } }',
      { organisationId },
    );
    if (authorisationLetters.edges.some(({ node }) => node.inForce)) return;
    const { viewer } = await ask<{ viewer: { person: { id: string } } }>(
      context,
      '{ viewer { person { id } } }',
    );
    const { id: fileId } = await upload(context, 'identity', '授权委托书.pdf');
    await command(context, 'issueAuthorisationLetter', 'IssueAuthorisationLetterInput', {
      organisationId,
      personId: viewer.person.id,
      matters: ['DEAL_SIGNATURE'],
      validFrom: await dayFromToday(context, -1),
      validTo: await dayFromToday(context, 700),
      fileId,
    });
  });

/**
 * A registered contract that went round the broker. The row is written as the registry's handler would: to come to it
 * the long way needs an application, two reviews and a broker left out of them.
 */
export async function bypassed(browser: Browser): Promise<void> {
  await dealThatIs(browser, 'SIGNED');
  await onDatabase((client) =>
    client.query(`
    insert into deals.bypass_alert (id, version, state, introduction_id, contract_id, seller_name, buyer_name,
      registration_number, registered_on, window_months, parameter_id, created_at, updated_at)
    select gen_random_uuid(), 1, 'OPEN', i.id, c.id, '原平晶曜光伏科技有限公司', '定襄恒岳锻压法兰有限公司',
      c.registration_number, current_date, 12, 'demo', now(), now()
    from deals.introduction i join deals.deal d on d.id = i.deal_id,
      lateral (select id, registration_number from contracts.contract where registration_number is not null limit 1) c
    where d.title = '${NEED}' on conflict do nothing`),
  );
}

/** The institute's deal whose price is agreed and not yet disclosed. */
export async function pricedByState(browser: Browser): Promise<void> {
  await as(browser, 'solar', async (context) => {
    const { deals } = await ask<{ deals: { edges: { node: Deal }[] } }>(
      context,
      `{ deals(first: 1, filter: { states: [NEGOTIATING], role: BUYER }) { edges { node { ${DEAL} } } } }`,
    );
    const negotiated = deals.edges[0]?.node;
    if (negotiated !== undefined) await acceptPrice(browser, 'solar', negotiated);
  });
}

interface Application {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly checklist: readonly { readonly id: string }[];
}

/** Two registrars review the application until it waits to be registered with others. */
export async function approvedForRegistration(browser: Browser, title: string): Promise<void> {
  const { id } = await as(browser, 'registrar1', (context) => contractNamed(context, title));
  const read = async (context: BrowserContext): Promise<Application> =>
    (
      await ask<{ contract: Application }>(
        context,
        'query ($id: ID!) { contract(id: $id) { id version state checklist { id } } }',
        { id },
      )
    ).contract;
  const act = async (context: BrowserContext, mutation: string, more: object = {}): Promise<void> => {
    const { version } = await read(context);
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    await command(context, mutation, type, { id, expectedVersion: version, ...more });
  };
  const opinion = '符合认定条件。';
  await as(browser, 'registrar1', async (context) => {
    if ((await read(context)).state === 'SUBMITTED') await act(context, 'acceptApplication');
    const { state, checklist } = await read(context);
    if (state !== 'ACCEPTED') return;
    await act(context, 'judgeChecklist', {
      judgements: checklist.map(({ id: item }) => ({ item, met: true })),
    });
    await act(context, 'passFirstReview', { opinion });
  });
  await as(browser, 'registrar2', (context) => act(context, 'approveRegistration', { opinion }));
}
