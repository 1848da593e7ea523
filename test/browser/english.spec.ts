import type { Locator } from '@playwright/test';
import { expect, main, press, rail, test } from './journey.js';

/** What the server refuses, and why it offers an act only later, is said in the language of the page. */

const HAN = /\p{Script=Han}/u;
/** Each of them, and that there are any. */
async function inEnglish(sayings: Locator): Promise<void> {
  await expect(sayings.filter({ hasText: HAN })).toHaveCount(0);
  await expect(sayings).not.toHaveCount(0);
}

test('an English page says in English what is refused, and why', async ({ enter }) => {
  const page = await enter('researcher', { locale: 'en-GB' });
  const saved = page.getByRole('status').filter({ hasText: /^Saved( at)? \d\d:\d\d$/ });

  await test.step('what the form lacks, in the list and beside the fields', async () => {
    await page.goto('/listings/results/new/edit');
    await page
      .getByRole('textbox', { name: /^Title/ })
      .first()
      .fill('Blade coating line');
    await expect(saved).toBeVisible();
    await press(rail(page), 'Submit for unit review');
    const lacks = rail(page).getByRole('listitem');
    await expect(lacks.filter({ hasText: 'Enter the summary' })).toBeVisible();
    await inEnglish(lacks);
    await inEnglish(main(page).locator('[data-path] [role=alert]'));
  });

  const second = await page.context().newPage();
  await test.step('why an act cannot be done yet', async () => {
    await expect(page).toHaveURL(/[0-9a-f-]{36}\/edit$/);
    const address = page.url();
    await page.goto(address.replace('/listings', '').replace(/\/edit$/, ''));
    await expect(rail(page).getByRole('button', { name: 'Submit for unit review' })).toBeDisabled();
    await inEnglish(rail(page).getByRole('listitem'));
    await second.goto(address);
  });

  await test.step('that somebody was faster', async () => {
    await press(rail(page), 'Discard the draft');
    await second
      .getByRole('textbox', { name: /^Title/ })
      .first()
      .fill('Blade coating line, second version');
    await expect(second.getByRole('status').filter({ hasText: /^Saved( at)? \d\d:\d\d$/ })).toBeVisible();
    const dialog = page.getByRole('dialog', { name: 'Discard the draft' });
    await press(dialog, 'Discard the draft');
    await expect(dialog.getByRole('alert')).toContainText('Somebody else has changed this meanwhile');
    await inEnglish(dialog.getByRole('alert'));
  });
});

test('an English inbox tells in English what happened', async ({ enter }) => {
  const page = await enter('registrar1', { locale: 'en-GB' });
  await page.goto('/inbox');
  const titles = main(page).getByRole('article').getByRole('heading', { level: 2 });
  await expect(titles).not.toHaveCount(0);
  // A name that was given stays as it is, also where it begins the sentence; what is said of it is English.
  await expect(titles.filter({ hasText: /^[a-z]/ })).toHaveCount(0);
  await expect(titles.filter({ hasNotText: /[a-z]+ [a-z]+ [a-z]+/ })).toHaveCount(0);
  await expect(titles.filter({ hasText: /[，。；：]/ })).toHaveCount(0);
});
