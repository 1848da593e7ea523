import type { Page, Request } from '@playwright/test';

const underWay = new WeakMap<Page, Set<Request>>();

/** Begins to follow what the page asks for; its stream of events is open for ever. */
export function followRequests(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Once the page has drawn what it has, and neither works nor waits for anything. */
const IDLE = `new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 5_000 })))`;
/** Looks in a row that find nothing under way: an answer that has just come may ask for more. */
const LOOKS = 3;

/** Waits until the page has all it asked for and has shown it. Playwright's own `networkidle` waits half a second more. */
export async function quiet(page: Page): Promise<void> {
  const open = underWay.get(page);
  if (open === undefined) throw new Error('nobody follows the requests of this page');
  for (let looks = 0; looks < LOOKS; looks += 1) {
    await page.evaluate(IDLE);
    if (open.size === 0) continue;
    looks = -1;
    await Promise.race([
      page.waitForEvent('requestfinished', { predicate: () => open.size === 0 }),
      page.waitForEvent('requestfailed', { predicate: () => open.size === 0 }),
    ]);
  }
}
