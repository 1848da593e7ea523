import { randomUUID } from 'node:crypto';
import { type Browser, type Page } from '@playwright/test';
import { ask, demoOrganisationId, signIn } from '../people.js';
import { first, VISITS, type Who } from '../routes.js';

/** How one comes to a dialog or a drawer: who, where, and what one presses. */
export interface Opening {
  /** The module of the portal that shows it. */
  readonly of: string;
  readonly who: Who;
  readonly at: string | ((page: Page) => Promise<string>);
  readonly open: (page: Page) => Promise<void>;
  /** Further dialogs of the module on the same page, by what one presses for each: `npm run test:full` opens them too. */
  readonly more?: readonly string[];
  /** It is there at this width alone. */
  readonly width?: 390 | 1440;
}

export const deal =
  (part = '', states = 'INTEREST') =>
  async (page: Page): Promise<string> => {
    const { deals } = await ask<{ deals: { edges: { node: { id: string } }[] } }>(
      page.context(),
      `{ deals(first: 1, filter: { states: [${states}] }) { edges { node { id } } } }`,
    );
    return `/deals/${deals.edges[0]?.node.id}${part}`;
  };
/** The desk with a contract that stands there. */
export const inReview =
  (state: string) =>
  (page: Page): Promise<string> =>
    first(
      `contracts(first: 1, filter: { states: [${state}] })`,
      (id) => `/registration/${id}`,
    )(page.context());
export const visit =
  (pattern: string) =>
  async (page: Page): Promise<string> => {
    const at = VISITS[pattern]?.at ?? '/';
    return typeof at === 'string' ? at : at(page.context());
  };
export function browserOf(page: Page): Browser {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  return browser;
}
export const ownOrganisation = `/organisations/${demoOrganisationId('university')}`;

export const online = async (page: Page, list: string): Promise<string> => {
  const { found } = await ask<{ found: { edges: { node: { id: string } }[] } }>(
    page.context(),
    `{ found: ${list}(first: 1, states: [ONLINE]) { edges { node { id } } } }`,
  );
  return found.edges[0]?.node.id ?? '';
};

/** An enterprise objects to the running disclosure, once, so that there is something to decide. */
export async function objectTo(page: Page): Promise<void> {
  const context = await browserOf(page).newContext();
  await signIn(context, 'tea');
  const { disclosures } = await ask<{
    disclosures: { edges: { node: { id: string; objectionCount: number } }[] };
  }>(context, '{ disclosures(first: 1) { edges { node { id objectionCount } } } }');
  const found = disclosures.edges[0]?.node;
  if (found === undefined) throw new Error('no disclosure is running');
  if (found.objectionCount === 0)
    await ask(
      context,
      'mutation ($input: RaiseObjectionInput!) { raiseObjection(input: $input) { clientMutationId } }',
      {
        input: {
          clientMutationId: randomUUID(),
          disclosureId: found.id,
          name: '孟秀珍',
          contact: '0350-3010001',
          reason: '公示的定价依据不够充分，请补充评估报告。',
        },
      },
    );
  await context.close();
}
