import { expect, test, type APIRequestContext } from '@playwright/test';
import { routerPatterns, VISITS } from './routes.js';

/** What a search engine and a link's preview read of a page, before any script has run. */

const SITE = '技汇 · 科技成果转化服务平台';
/**
 * Public by their address, but nobody's to find: one signs in there, follows a letter, reads what one searched, or looks
 * at a person, who may leave the bank or the register while a search engine would still show the name.
 */
const OUT_OF_SIGHT = /^\/(sign-in|register|account\/|search(\/:kind)?$|(experts|brokers)\/:id$)/;

interface Head {
  readonly status: number;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly canonical: string | undefined;
  readonly hidden: boolean;
  readonly data: Readonly<Record<string, string>> | null;
}

const plain = (text: string | undefined): string | undefined =>
  text?.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

async function headOf(request: APIRequestContext, path: string): Promise<Head> {
  const response = await request.get(path);
  const html = await response.text();
  const one = (pattern: RegExp): string | undefined => plain(pattern.exec(html)?.[1]);
  expect(html.match(/<title>/g), path).toHaveLength(1);
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  return {
    status: response.status(),
    title: one(/<title>(.*?)<\/title>/s),
    description: one(/<meta name="description" content="(.*?)"/s),
    canonical: one(/<link rel="canonical" href="(.*?)"/),
    hidden: html.includes('<meta name="robots" content="noindex" />'),
    data: data === undefined ? null : (JSON.parse(data) as Record<string, string>),
  };
}

const isPublic = (pattern: string): boolean =>
  (VISITS[pattern]?.who ?? []).some((who) => who === null) && !OUT_OF_SIGHT.test(pattern);

test('every public page says what it is, and no two the same', async ({ context, baseURL }) => {
  const patterns = (await routerPatterns()).filter(isPublic);
  expect(patterns).toContain('/disclosures/:id');
  const titles = new Set<string>();
  for (const pattern of patterns) {
    const at = VISITS[pattern]?.at ?? '/';
    const path = typeof at === 'string' ? at : await at(context);
    const head = await headOf(context.request, path);
    expect(head, path).toMatchObject({ status: 200, hidden: false, canonical: `${baseURL}${path}` });
    expect(head.title, path).toMatch(pattern === '/' ? SITE : /^(?!技汇).{2,} · 技汇$/s);
    expect([...(head.description ?? '')].length, path).toBeGreaterThan(15);
    titles.add(head.title ?? '');
    if (!pattern.includes(':')) continue;
    expect(head.data, path).toMatchObject({ url: `${baseURL}${path}` });
    expect(head.title, path).toContain(head.data?.['name'] ?? 'no name');
  }
  expect(titles.size).toBe(patterns.length);
});

test('every other page is nobody’s to find, and a thing that is not there is missing', async ({
  request,
}) => {
  const others = (await routerPatterns()).filter((pattern) => !isPublic(pattern));
  for (const pattern of others) {
    const head = await headOf(
      request,
      pattern.replaceAll(/:\w+\??/g, '019d0000-0000-7000-8000-00000000ffff'),
    );
    expect(head, pattern).toMatchObject({
      status: 200,
      title: SITE,
      hidden: true,
      canonical: undefined,
      data: null,
    });
  }
  for (const place of ['results', 'needs', 'disclosures', 'call-projects', 'projects'])
    expect(await headOf(request, `/${place}/019d0000-0000-7000-8000-00000000ffff`)).toMatchObject({
      status: 404,
      hidden: true,
      data: null,
    });
});

test('an address that is none is the one page, not a defect', async ({ request, baseURL }) => {
  for (const path of ['//', '//:0', '///x', '/%00', '/results/%00'])
    expect([path, (await request.get(`${baseURL}${path}`)).status()]).toEqual([path, 200]);
});

test('the sitemap lists every public place and thing, and each is there', async ({ request, baseURL }) => {
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  const response = await request.get('/sitemap.xml');
  expect(response.headers()['content-type']).toContain('application/xml');
  const paths = [...(await response.text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) =>
    (plain(address) ?? '').replace(baseURL ?? '', ''),
  );
  expect(new Set(paths).size).toBe(paths.length);
  const places = (await routerPatterns()).filter((pattern) => isPublic(pattern) && !pattern.includes(':'));
  expect(paths).toEqual(expect.arrayContaining(places));
  const query = '{ results { totalCount } needs { totalCount } disclosures { totalCount } }';
  const { data } = (await (await request.post('/graphql', { data: { query } })).json()) as {
    data: Readonly<Record<string, { readonly totalCount: number }>>;
  };
  for (const [place, { totalCount }] of Object.entries(data)) {
    const things = paths.filter((path) => path.startsWith(`/${place}/`));
    expect(things.length, place).toBe(totalCount);
    expect((await headOf(request, things.at(-1) ?? '')).status).toBe(200);
  }
});
