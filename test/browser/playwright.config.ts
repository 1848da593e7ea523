import { defineConfig } from '@playwright/test';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { CITIES, cityCalled } from './cities.js';

/** Debian's Chromium (its headless shell where there is one), or the one that CHROMIUM_PATH names; Playwright's own download is not used. */
const chromium = findChromium();
if (chromium === undefined)
  console.warn('no Chromium: apt-get install chromium-headless-shell fonts-noto-cjk');

/** Every page and dialog, with axe, and what asks nothing of what others did: each city takes about as long. */
const WALK =
  '**/{accessibility,calculators,consortium,english,exchange,look,narrow,sealed-bids,session,smoke,verify-offline}.spec.ts';

const TESTS = {
  journeys: { testIgnore: WALK },
  walk: { testMatch: WALK },
  phone: { testMatch: '**/main-job.spec.ts' },
};
const DESK = { viewport: { width: 1440, height: 900 } };
const SCREENS = {
  journeys: DESK,
  walk: DESK,
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './demo-server.ts',
  outputDir: '../../test-results',
  // A journey that passes on the second try hides a fault: there is no second try.
  retries: 0,
  workers: 2,
  forbidOnly: true,
  // A journey takes seconds on an idle machine; the bounds are for a busy one. The full run looks at four screens of each.
  timeout: process.env['JIHUI_FULL'] === '1' ? 900_000 : 180_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: chromium ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // A trace of everything costs as much as the journeys themselves: JIHUI_TRACE=1 asks for one.
    trace: process.env['JIHUI_TRACE'] === '1' ? 'retain-on-failure' : 'off',
  },
  // The cities at once, one test at a time in each: about as long one as the other.
  projects: CITIES.map((name) => ({
    name,
    ...TESTS[name],
    workers: 1,
    use: { ...SCREENS[name], baseURL: cityCalled(name)?.url },
  })),
});
