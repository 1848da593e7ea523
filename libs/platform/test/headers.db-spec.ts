import { testApp, type TestApp } from '@jihui/testing';
import { sampleDomain } from './sample-domain.js';

describe('what every answer tells the browser', () => {
  let secure: TestApp;
  let local: TestApp;
  beforeAll(async () => {
    secure = await testApp([sampleDomain()], { settings: { PUBLIC_URL: 'https://jihui.example.cn' } });
    local = await testApp([sampleDomain()]);
  }, 60_000);
  afterAll(async () => {
    await secure?.close();
    await local?.close();
  });

  const headersOf = async (app: TestApp): Promise<Record<string, string>> =>
    (await app.client().get('/healthz')).headers;

  it('lets no script run but our own files, no page frame us, and no type be guessed', async () => {
    const headers = await headersOf(secure);
    const policy = Object.fromEntries(
      (headers['content-security-policy'] ?? '').split(';').map((line) => {
        const [name = '', ...values] = line.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'script-src-attr': "'none'",
      'connect-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });

  it('comes as well where a page was pasted into an address', async () => {
    const { status } = await local.client().get(`/healthz?q=${'%E5%85%89'.repeat(10_000)}`);
    expect(status).toBe(200);
  });

  it('binds the browser to TLS for a year where people come by it, and not on a laptop', async () => {
    const lasting = /max-age=(\d+)/.exec((await headersOf(secure))['strict-transport-security'] ?? '');
    expect(Number(lasting?.[1])).toBeGreaterThanOrEqual(31_536_000);
    const plain = await headersOf(local);
    expect(plain).not.toHaveProperty('strict-transport-security');
    expect(plain['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });
});
