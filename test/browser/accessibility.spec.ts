import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { ask, signIn } from './people.js';

const WIDTHS = [1440, 390] as const;
const THEMES = ['light', 'dark'] as const;
/** `npm run test:full` tries every theme at every width, `npm test` each theme at one width. */
const combinations = WIDTHS.flatMap((width, index) =>
  (process.env['JIHUI_FULL'] === '1' ? THEMES : THEMES.slice(index, index + 1)).map((theme) => ({
    width,
    theme,
  })),
);

const PUBLIC = [
  '/',
  '/results',
  '/needs',
  '/disclosures',
  '/data',
  '/verify',
  '/sign-in',
  '/register',
  '/account/forgot',
  '/nowhere',
];
const OWN = ['/workspace', '/inbox', '/inbox/settings', '/account', '/account/organisations'];
const TRADE = [...OWN, '/listings', '/listings/needs', '/deals', '/deals/board', '/contracts', '/imports'];

const ROUTES: Readonly<Record<string, readonly string[]>> = {
  researcher: [...OWN, '/listings', '/deals'],
  tto: [...TRADE, '/reviews'],
  enterprise: TRADE,
  broker: [...OWN, '/deals', '/commissions', '/introductions', '/bypass-alerts'],
  registrar1: [...OWN, '/reviews', '/registration', '/contracts', '/deals'],
  admin: [
    ...OWN,
    '/organisations/review',
    '/admin/organisations',
    '/admin/people',
    '/admin/parameters',
    '/admin/parameters/contracts.rule_set',
    '/admin/holidays',
  ],
};

/** One page of each kind of thing, where this person sees one. */
async function things(context: BrowserContext, signedIn: boolean): Promise<string[]> {
  const first = (connection: { edges: readonly { node: { id: string } }[] }): string | undefined =>
    connection.edges[0]?.node.id;
  const list = 'edges { node { id } }';
  const listings = await ask<Record<string, { edges: { node: { id: string } }[] }>>(
    context,
    `{ results(first: 1) { ${list} } needs(first: 1) { ${list} } disclosures(first: 1) { ${list} } }`,
  );
  const own = signedIn
    ? await ask<typeof listings>(context, `{ deals(first: 1) { ${list} } contracts(first: 1) { ${list} } }`)
    : {};
  return Object.entries({ ...listings, ...own }).flatMap(([name, connection]) => {
    const id = first(connection);
    return id === undefined ? [] : [`/${name}/${id}`];
  });
}

/** The page is there when its heading is and nothing is on its way. */
async function open(page: Page, route: string): Promise<void> {
  await page.goto(route);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function walk(
  browser: Browser,
  person: string | undefined,
  routes: readonly string[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const { width, theme } of combinations) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    if (person !== undefined) await signIn(context, person);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    for (const route of [...routes, ...(await things(context, person !== undefined))]) {
      await open(page, route);
      const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1');
      if (wide) faults.push(`${route} at ${width}: wider than the screen`);
      for (const fault of await violations(page)) faults.push(`${route} at ${width} ${theme}: ${fault}`);
    }
    await context.close();
  }
  return faults;
}

test.describe('axe finds nothing', () => {
  test.setTimeout(600_000);

  test('for a stranger', async ({ browser }) => {
    expect(await walk(browser, undefined, PUBLIC)).toEqual([]);
  });

  for (const [person, routes] of Object.entries(ROUTES))
    test(`for ${person}`, async ({ browser }) => {
      expect(await walk(browser, person, routes)).toEqual([]);
    });
});
