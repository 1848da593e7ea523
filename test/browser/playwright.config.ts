import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian's Chromium, or the one that CHROMIUM_PATH names; Playwright's own download is not used. */
const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
if (!existsSync(chromium))
  console.warn(`no Chromium at ${chromium}: apt-get install chromium fonts-noto-cjk`);

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  globalSetup: './demo-server.ts',
  outputDir: '../../test-results',
  // A journey that passes on the second try hides a fault: there is no second try.
  retries: 0,
  workers: 1,
  forbidOnly: true,
  // A journey takes seconds on an idle machine; the bounds are for a busy one.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env['JIHUI_BASE_URL'],
    browserName: 'chromium',
    launchOptions: { executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
