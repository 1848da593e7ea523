import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { faultsOn } from './axe.js';
import { OPENINGS } from './dialogs/index.js';
import type { Opening } from './dialogs/ways.js';
import { act } from './journey.js';
import { signIn } from './people.js';
import { followRequests, quiet } from './quiet.js';
import { routerPatterns, STAGES, VISITS, type Who } from './routes.js';

const FULL = process.env['JIHUI_FULL'] === '1';
const THEMES = ['light', 'dark'] as const;
interface Screen {
  readonly width: 1440 | 390;
  readonly theme: (typeof THEMES)[number];
}
const SCREENS: readonly Screen[] = ([1440, 390] as const).flatMap((width) =>
  THEMES.map((theme) => ({ width, theme })),
);

/** The page is there when its heading is and nothing is on its way. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await quiet(page);
}

async function faultsOf(page: Page, where: string, { width, theme }: Screen): Promise<string[]> {
  return (await faultsOn(page)).map((fault) => `${where} at ${width} ${theme}: ${fault}`);
}

/** One person's browser at one screen. What the pages throw is a fault too. */
async function withPage<T>(
  browser: Browser,
  who: Who,
  { width, theme }: Screen,
  faults: string[],
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  if (who !== null) await signIn(context, who);
  const page = await context.newPage();
  followRequests(page);
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  const answer = await act(page);
  await context.close();
  return answer;
}

/**
 * `npm test` walks each page once, as the first whom it is for, the screens taking turns, and opens every third dialog;
 * `npm run test:full` does all.
 */
function screensOf(index: number): readonly Screen[] {
  const one = SCREENS[index % SCREENS.length];
  return FULL || one === undefined ? SCREENS : [one];
}

/** Every module of the portal that shows a dialog or a drawer, but for the one that all forms are made of. */
function modulesWithDialogs(): string[] {
  const src = path.resolve('apps/portal/src');
  return readdirSync(src, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.tsx') && file !== path.join('design', 'FormDialog.tsx'))
    .filter((file) => /<(FormDialog|Dialog)\b/.test(readFileSync(path.join(src, file), 'utf8')))
    .map((file) => file.replace(/\.tsx$/, ''))
    .sort();
}

test.describe('axe finds nothing', () => {
  test.setTimeout(FULL ? 1_800_000 : 300_000);

  test('the walk knows every page of the router', async () => {
    const known = Object.keys(VISITS).filter((pattern) => pattern !== '*');
    expect(known.sort()).toEqual((await routerPatterns()).sort());
  });

  test('the walk knows every dialog of the portal', () => {
    const known = [...new Set(OPENINGS.map(({ of }) => of))];
    expect(known.sort()).toEqual(modulesWithDialogs());
  });

  const walks = Object.entries({ ...VISITS, ...STAGES }).flatMap(([pattern, { who, at }], index) =>
    (FULL ? who : who.slice(0, 1)).flatMap((person) =>
      screensOf(index).map((screen) => ({ pattern, person, at, screen })),
    ),
  );
  const people = [...new Set(walks.map(({ person }) => person))];
  for (const person of people)
    test(`on the pages of ${person ?? 'a stranger'}`, async ({ browser }) => {
      const faults: string[] = [];
      for (const screen of SCREENS) {
        const own = walks.filter((walk) => walk.person === person && walk.screen === screen);
        if (own.length === 0) continue;
        await withPage(browser, person, screen, faults, async (page) => {
          for (const { pattern, at } of own) {
            await open(page, typeof at === 'string' ? at : await at(page.context()));
            faults.push(...(await faultsOf(page, pattern, screen)));
          }
        });
      }
      expect(faults).toEqual([]);
    });

  const fits = (opening: Opening, screen: Screen): boolean =>
    opening.width === undefined || opening.width === screen.width;
  for (const [index, opening] of OPENINGS.entries()) {
    if (!FULL && index % 3 !== 0) continue;
    test(`in the dialog of ${opening.of} (${index + 1})`, async ({ browser }) => {
      const faults: string[] = [];
      const screens = FULL
        ? SCREENS
        : screensOf(index).map((screen) => ({ ...screen, width: opening.width ?? screen.width }));
      for (const screen of screens.filter((one) => fits(opening, one)))
        await withPage(browser, opening.who, screen, faults, async (page) => {
          const address = typeof opening.at === 'string' ? opening.at : await opening.at(page);
          const others = (opening.more ?? []).map((name) => () => act(page, name));
          for (const come of [() => opening.open(page), ...(FULL ? others : [])]) {
            await open(page, address);
            await come();
            // One may stand above another.
            await expect(page.getByRole('dialog').last()).toBeVisible();
            await quiet(page);
            faults.push(...(await faultsOf(page, opening.of, screen)));
          }
        });
      expect(faults).toEqual([]);
    });
  }
});
