import { expect, test as base, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';
import { faultsOn } from './axe.js';
import { signIn } from './people.js';
import { followRequests } from './quiet.js';

/** Opens a page as one person, or as a stranger; each person has a browser of their own, as wide as the project's. */
export type Enter = (mailbox: string | null, options?: BrowserContextOptions) => Promise<Page>;

/** A journey's people. A page that throws, or whose console shows an error of its own, fails the journey. */
export const test = base.extend<{ enter: Enter }>({
  enter: async ({ browser, viewport, hasTouch, isMobile }, use) => {
    const faults: string[] = [];
    const contexts = new Set<Awaited<ReturnType<typeof browser.newContext>>>();
    await use(async (mailbox, options) => {
      const context = await browser.newContext({
        ...(isMobile ? { hasTouch, isMobile } : {}),
        viewport,
        // A colour on its way from one to another is neither: axe would measure it.
        reducedMotion: 'reduce',
        ...options,
      });
      contexts.add(context);
      if (mailbox !== null) await signIn(context, mailbox);
      const page = await context.newPage();
      followRequests(page);
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !ofTheNetwork(message.text()))
          faults.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    });
    for (const context of contexts) await context.close();
    expect(faults, 'errors in the pages').toEqual([]);
  },
});

/** What the browser says of a refused or lost request; the page shows it, and the journey looks there. */
const ofTheNetwork = (text: string): boolean => /^Failed to load resource|net::ERR_/.test(text);

export { expect };

/** The main part of the page, where the header's words cannot be meant. */
export const main = (page: Page): Locator => page.getByRole('main');

/** The part of the page under this heading. */
export const section = (page: Page, heading: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

/** Presses the button that says the act. */
export const press = (where: Page | Locator, name: string): Promise<void> =>
  where.getByRole('button', { name, exact: true }).click();

/** What can be done with the thing that the page shows, at its right. */
export const rail = (page: Page): Locator => page.getByRole('complementary');

/** What can be done with the thing that the page shows, wherever the width puts it: at 390 px the rest is behind 更多. */
export async function reach(page: Page, name: string, role: 'button' | 'link' = 'button'): Promise<Locator> {
  const wanted = page.getByRole(role, { name, exact: true }).locator('visible=true');
  const more = main(page).getByRole('button', { name: '更多', exact: true }).locator('visible=true');
  await wanted.or(more).first().waitFor();
  if ((await wanted.count()) === 0) await more.click();
  return wanted.first();
}

/** Does it. */
export const act = async (page: Page, name: string): Promise<void> => (await reach(page, name)).click();

/** Presses the act's button, then the one of the same name in the dialog that asks. */
export async function pressAndConfirm(page: Page, name: string): Promise<void> {
  await act(page, name);
  await press(page.getByRole('dialog', { name }), name);
}

/** Words of one's own, each ended by Enter. */
export async function writeTags(
  where: Page | Locator,
  label: string,
  words: readonly string[],
): Promise<void> {
  const box = where.getByRole('combobox', { name: label });
  for (const word of words) {
    await box.fill(word);
    await box.press('Enter');
  }
}

/** Chooses a day by typing it. */
export async function writeDay(where: Page | Locator, label: string, day: string): Promise<void> {
  const box = where.getByLabel(label);
  await box.fill(day);
  await box.press('Enter');
}

/** What the portal said once it was done. Each of its messages is heard once: the same words again are said anew. */
export async function told(page: Page, text: string): Promise<void> {
  const unheard = page.locator('[role=status] > div:not([data-heard])').filter({ hasText: text });
  await expect(unheard.first()).toBeVisible();
  await unheard.evaluateAll((messages) => messages.forEach((one) => one.setAttribute('data-heard', '')));
}

/** The form has saved itself. */
export const savedByItself = (page: Page): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: /^已保存 \d\d:\d\d$/ })).toBeVisible();

/** Adds the file and waits until the server has it: its name stands there while it is still on its way. */
export async function attach(where: Page | Locator, input: Locator, file: ChosenFile): Promise<void> {
  await input.setInputFiles(file);
  await expect(where.getByText(file.name).first()).toBeVisible();
  await expect(where.getByRole('progressbar', { name: `${file.name} 上传进度` })).toHaveCount(0);
}

/** Something that others wait for until it is opened. */
export function aGate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** A file as a form takes it. */
interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A small PDF with a text of its own, so that each has its own hash. */
export const pdf = (name: string): ChosenFile => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n% ${name}\n%%EOF\n`,
  ),
});

const SCREENS = [1440, 390].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ width, theme })),
);

/**
 * Axe on what is open: for pages and dialogs that need the business of weeks before they show. `npm run test:full` looks
 * at both widths and both themes, and leaves the screen as it was.
 */
export async function clean(page: Page): Promise<void> {
  // A button that is freed while axe looks at it is neither busy nor free, and a list that is asked for anew is dimmed.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const before = page.viewportSize();
  if (process.env['JIHUI_FULL'] !== '1' || before === null) {
    expect(await faultsOn(page)).toEqual([]);
    return;
  }
  const asFound = (await page.locator('html').getAttribute('data-theme')) === 'dark' ? 'dark' : 'light';
  for (const { width, theme } of SCREENS) {
    await page.setViewportSize({ width, height: before.height });
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await faultsOn(page), `at ${width} ${theme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: asFound });
  await page.setViewportSize(before);
}

/** A table's file as the form takes it. */
export const csv = (name: string, rows: readonly (readonly string[])[]): ChosenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${rows.map((row) => row.join(',')).join('\r\n')}\r\n`),
});
