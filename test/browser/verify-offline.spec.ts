import { randomUUID } from 'node:crypto';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import QRCode from 'qrcode';
import { expect, main, press, test } from './journey.js';
import { ask } from './people.js';
import { quiet } from './quiet.js';

interface Certificate {
  readonly verifyUrl: string;
  readonly versions: readonly { readonly version: number; readonly url: string }[];
}
interface Found {
  readonly id: string;
  readonly version: number;
  readonly registrationNumber: string;
  readonly certificate: Certificate;
}
const FIELDS = 'id version registrationNumber certificate { verifyUrl versions { version url } }';

/** A registered contract whose certificate was issued twice, as its registrar sees it. */
async function reissued(context: BrowserContext): Promise<Found> {
  const { contracts } = await ask<{ contracts: { edges: { node: Found }[] } }>(
    context,
    `{ contracts(filter: { states: [REGISTERED] }, first: 1) { edges { node { ${FIELDS} } } } }`,
  );
  const found = contracts.edges[0]?.node;
  if (found === undefined) throw new Error('the demo city has no registered contract');
  await ask(
    context,
    'mutation ($input: RecordNationalNumberInput!) { recordNationalNumber(input: $input) { contract { id } } }',
    {
      input: {
        clientMutationId: randomUUID(),
        id: found.id,
        expectedVersion: found.version,
        nationalRegNo: '2026140000000888',
      },
    },
  );
  const now = async (): Promise<Found> =>
    (
      await ask<{ contract: Found }>(context, `query ($id: ID!) { contract(id: $id) { ${FIELDS} } }`, {
        id: found.id,
      })
    ).contract;
  await expect.poll(async () => (await now()).certificate.versions.length).toBe(2);
  // The list names the version that was replaced as soon as the new one is out.
  await expect
    .poll(async () => (await context.request.get('/.well-known/jihui-certificate-status.json')).text())
    .toContain(found.registrationNumber);
  return now();
}

const chooser = (page: Page): Locator => main(page).locator('input[type=file][accept*="pdf"]');
const choose = (page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> =>
  chooser(page).setInputFiles({ name, mimeType, buffer });

test('a citizen verifies a certificate with the network gone: file, picture and text', async ({ enter }) => {
  const registrar = await enter('registrar1');
  const { registrationNumber, certificate } = await reissued(registrar.context());
  const [newest, oldest] = certificate.versions;
  const bytes = async (url = ''): Promise<Buffer> =>
    Buffer.from(await (await registrar.context().request.get(url)).body());
  const [second, first] = [await bytes(newest?.url), await bytes(oldest?.url)];
  const picture = await QRCode.toBuffer(certificate.verifyUrl, { width: 640, margin: 4 });

  const page = await enter(null);
  await page.goto('/verify');
  await expect(main(page).getByText(/把）已在本页/)).toBeVisible();
  await expect(main(page).getByText(/签名的状态清单（第 \d+ 号）已核验签名/)).toBeVisible();
  await quiet(page);
  await page.context().setOffline(true);

  await choose(page, '证明.pdf', 'application/pdf', second);
  await expect(main(page).getByRole('heading', { name: '真实，与出具时一致', exact: true })).toBeVisible();
  await expect(
    main(page).getByText(/状态以 \d{4}-\d{2}-\d{2} 签名的状态清单（第 \d+ 号）为准/),
  ).toBeVisible();
  await expect(main(page).getByText(registrationNumber)).toBeVisible();
  await expect(main(page).getByText('2026140000000888')).toBeVisible();

  await press(main(page), '核验另一份');
  await choose(page, '旧证明.pdf', 'application/pdf', first);
  await expect(main(page).getByRole('heading', { name: '真实，与出具时一致，但已换发新版本' })).toBeVisible();
  await expect(main(page).getByText('未回填')).toBeVisible();

  await press(main(page), '核验另一份');
  await choose(page, '照片.png', 'image/png', picture);
  await expect(main(page).getByRole('heading', { name: '真实，与出具时一致', exact: true })).toBeVisible();
  // The code shows what anybody may read, and nothing of the parties.
  await expect(main(page).getByText('证明所载内容')).toBeHidden();

  await press(main(page), '核验另一份');
  await main(page).getByLabel('二维码内容').fill(certificate.verifyUrl);
  await press(main(page), '核验');
  await expect(main(page).getByText(registrationNumber)).toBeVisible();

  await press(main(page), '核验另一份');
  const altered = Buffer.from(second);
  altered[9_000] = (altered[9_000] ?? 0) ^ 1;
  await choose(page, '改动.pdf', 'application/pdf', altered);
  await expect(main(page).getByRole('alert')).toContainText('内容被改动过');
  await press(main(page), '核验另一份');
  await choose(page, '没有码.png', 'image/png', await QRCode.toBuffer('你好', { width: 80, margin: 0 }));
  await expect(main(page).getByRole('alert')).toContainText('未通过核验');
});
