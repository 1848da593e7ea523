import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

/** Every rule is run; of what it finds in order, nothing is written down. */
const RULES: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

/**
 * Once no colour is on its way from one to another: even where motion is reduced, a change shows a frame later than the
 * words that it belongs to. What turns for ever is not waited for.
 */
const STILL = `Promise.allSettled(
  document.getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished),
).then(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))))`;

const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What is wrong with what the page shows: what axe finds, and a page that is wider than its screen. No page has frames:
 * axe runs in the page itself, once, where its Playwright builder loads it twice and sends all of its findings to and fro.
 */
export async function faultsOn(page: Page): Promise<string[]> {
  // What is scrolled half under the header would be too small to press.
  await page.evaluate('scrollTo(0, 0)');
  await page.evaluate(STILL);
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(SCRIPT);
  const found = await page.evaluate<Pick<AxeResults, 'violations'>>(
    `axe.run(document, ${JSON.stringify(RULES)}).then(({ violations }) => ({ violations }))`,
  );
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth + 1');
  return [
    ...(wide ? ['wider than the screen'] : []),
    ...found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`)),
  ];
}
