import { approvedForRegistration } from './business.js';
import { clean, expect, main, press, test } from './journey.js';

const TITLES = ['锻压车间数字化改造可行性研究', '厂房屋顶光伏并网谐波治理'];

test('a registrar registers reviewed contracts one run after the other, and each keeps what became of it', async ({
  enter,
  browser,
}) => {
  for (const title of TITLES) await approvedForRegistration(browser, title);
  const registrar = await enter('registrar2');
  await registrar.goto('/registration/batch');
  for (const title of TITLES) {
    await main(registrar).getByLabel(`选择 ${title}`).check();
    await press(main(registrar), '登记所选 1 份');
    const form = registrar.getByRole('dialog', { name: '登记所选 1 份' });
    await clean(registrar);
    await press(form, '登记所选 1 份');
    await expect(main(registrar).getByRole('status')).toHaveText('已登记 1 份，共选 1 份');
    await expect(main(registrar).getByRole('row', { name: title })).toContainText(/已登记\s*\d{16}/);
  }
  // What the first run registered is neither offered nor forgotten by the second.
  for (const title of TITLES) {
    await expect(main(registrar).getByRole('row', { name: title })).toContainText(/已登记\s*\d{16}/);
    await expect(main(registrar).getByLabel(`选择 ${title}`)).toBeDisabled();
  }
  await expect(main(registrar).getByRole('button', { name: '登记所选 0 份' })).toBeDisabled();
});
