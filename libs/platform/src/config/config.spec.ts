import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOMAIN_NAMES } from '@jihui/events';
import { DomainError } from '@jihui/kernel';
import { ConfigError, loadConfig } from './config.js';
import { ofDatabase, ofRedis } from './away.js';
import { StartError, isOutage, reasonsOf } from './reasons.js';

const CHECKOUT = fileURLToPath(new URL('../../../..', import.meta.url));
const DATABASE_URL = 'postgresql://user@127.0.0.1:5432/jihui';

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    loadConfig(environment, CHECKOUT);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the settings', () => {
  it('have defaults for everything but the database', () => {
    const config = loadConfig({ DATABASE_URL }, CHECKOUT);
    expect(config).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      trustedProxies: [],
      redisUrl: null,
      smtpUrl: null,
      roles: ['graph', 'worker', 'portal'],
      domains: null,
      logLevel: null,
      crashAt: null,
    });
    expect(problemsOf({})).toEqual([expect.stringContaining('DATABASE_URL')]);
  });

  it('name a service of embeddings with its model, and send it public texts unless told otherwise', () => {
    const database = { DATABASE_URL: 'postgres://127.0.0.1/x' };
    expect(loadConfig(database).embeddings).toBeNull();
    const url = 'http://:key@127.0.0.1:8080/v1';
    expect(loadConfig({ ...database, EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: 'bge-m3' }).embeddings).toEqual({
      url,
      model: 'bge-m3',
      texts: 'public',
    });
    expect(problemsOf({ ...database, EMBEDDINGS_URL: url })).toEqual([
      expect.stringContaining('EMBEDDINGS_MODEL'),
    ]);
    expect(problemsOf({ ...database, EMBEDDINGS_MODEL: 'bge-m3' })).toEqual([
      expect.stringContaining('EMBEDDINGS_URL'),
    ]);
  });

  it('name the proxies before the server by address or network', () => {
    const trusted = (text: string) =>
      loadConfig({ DATABASE_URL, TRUSTED_PROXIES: text }, CHECKOUT).trustedProxies;
    expect(trusted('127.0.0.1, 10.0.0.0/8,fd00::/8')).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);
    for (const wrong of ['*', '10.0.0', '10.0.0.0/33', '::1/129', '10.0.0.0/8/8', '10.0.0.0/x', 'proxy.example'])
      expect(problemsOf({ DATABASE_URL, TRUSTED_PROXIES: wrong })).toEqual([
        expect.stringContaining('TRUSTED_PROXIES'),
      ]);
  });

  it('tell a gateway where each domain is served', () => {
    const everywhere = DOMAIN_NAMES.map((name) => `${name}=http://10.0.0.3:3000`).join(',');
    const gateway = { DATABASE_URL, ROLES: 'gateway,portal', SERVICES: everywhere };
    expect(loadConfig(gateway, CHECKOUT).services.get('listings')).toBe('http://10.0.0.3:3000');
    expect(problemsOf({ ...gateway, SERVICES: 'listings=http://10.0.0.3:3000' })).toEqual([
      expect.stringContaining('SERVICES 缺少 identity'),
    ]);
    for (const wrong of ['weather=http://x', 'listings', 'listings=ftp://x', 'listings=http://x/graphql'])
      expect(problemsOf({ ...gateway, SERVICES: `${everywhere},${wrong}` })).toEqual([
        expect.stringContaining(wrong),
      ]);
    expect(problemsOf({ ...gateway, ROLES: 'gateway,graph' })).toHaveLength(1);
    expect(problemsOf({ ...gateway, ROLES: 'graph' })).toEqual([expect.stringContaining('gateway')]);
    expect(problemsOf({ DATABASE_URL, ROLES: 'graph,portal', DOMAINS: 'deals' })).toHaveLength(1);
  });

  it('name an issuer over https, or on this machine, with what it knows us as', () => {
    const given = { DATABASE_URL, OIDC_ISSUER: 'https://sso.example/city', OIDC_CLIENT_ID: 'jihui' };
    expect(loadConfig({ DATABASE_URL }).oidc).toEqual([]);
    const first = {
      issuer: 'https://sso.example/city',
      clientId: 'jihui',
      clientSecret: null,
      name: '统一身份认证',
      suffix: '',
    };
    expect(loadConfig(given).oidc).toEqual([first]);
    const second = { OIDC_ISSUER_2: 'https://sso.example/university', OIDC_CLIENT_ID_2: 'jihui' };
    expect(problemsOf({ ...given, ...second })).toEqual([expect.stringContaining('OIDC_ISSUER_2')]);
    const named = loadConfig({ ...given, ...second, OIDC_NAME_2: '校园统一认证' }).oidc;
    expect(named.map(({ name, suffix }) => [name, suffix])).toEqual([
      ['统一身份认证', ''],
      ['校园统一认证', '_2'],
    ]);
    expect(problemsOf({ ...given, OIDC_ISSUER: 'http://127.0.0.1:9000' })).toEqual([]);
    for (const issuer of ['http://sso.example', 'sso.example', 'ftp://sso.example'])
      expect(problemsOf({ ...given, OIDC_ISSUER: issuer })).toEqual([expect.stringContaining('OIDC_ISSUER')]);
    expect(problemsOf({ DATABASE_URL, OIDC_ISSUER: given.OIDC_ISSUER })).toEqual([
      expect.stringContaining('OIDC_CLIENT_ID'),
    ]);
  });

  it('are refused all at once, each by its name', () => {
    const bad = {
      DATABASE_URL: 'mysql://127.0.0.1/x',
      PORT: '70000',
      REDIS_URL: 'nonsense',
      PUBLIC_URL: 'ftp://x',
      TRUSTED_PROXIES: '10.0.0.5/33',
      SMTP_URL: 'http://x',
      MEILI_URL: 'x',
      EMBEDDINGS_URL: 'ftp://x',
      EMBEDDINGS_TEXTS: 'all',
      ROLES: 'graph,cook',
      DOMAINS: 'listings,weather',
      JIHUI_MODE: 'fast',
      LOG_LEVEL: 'loud',
      DATABASE_POOL: '1',
      JOB_LOCK_MS: '1',
      CITY_FILE: 'no-such-file.json',
      JIHUI_CRASH_AT: 'before-relay',
    };
    const named = problemsOf(bad).map((problem) => /^[A-Z_]+/.exec(problem)?.[0]);
    expect(named.sort()).toEqual(Object.keys(bad).sort());
  });

  it.each([
    ['not JSON', '{', '不是有效的 JSON'],
    ['nothing', 'null', 'code、name'],
    ['no registry', JSON.stringify({ code: '140900', name: '忻州市' }), 'registry'],
  ])('refuse a city file that is %s', (_, text, told) => {
    const file = join(mkdtempSync(join(tmpdir(), 'jihui-city-')), 'city.json');
    writeFileSync(file, text);
    expect(problemsOf({ DATABASE_URL, CITY_FILE: file })).toEqual([expect.stringContaining(told)]);
  });
});

describe('why a process ends', () => {
  const system = (code: string, message = code): Error => Object.assign(new Error(message), { code, path: '/x' });

  it.each([
    [new ConfigError(['PORT …', 'HOST …']), ['设置有误：PORT …', '设置有误：HOST …']],
    [new StartError('端口被占用'), ['端口被占用']],
    [new DomainError('X', '不行', [{ path: 'a', code: 'Y', message: '缺少' }]), ['不行', '  a：缺少']],
    [system('ENOSPC'), [expect.stringContaining('磁盘已满')]],
    [system('53100'), [expect.stringContaining('磁盘已满')]],
    [ofDatabase(system('ECONNREFUSED')), [expect.stringContaining('连不上数据库（ECONNREFUSED）')]],
    [ofRedis(system('ECONNREFUSED')), [expect.stringContaining('任务队列没有应答（ECONNREFUSED）')]],
    [system('ECONNREFUSED'), [expect.stringContaining('网络连接失败（ECONNREFUSED）')]],
    [system('57P01'), [expect.stringContaining('连不上数据库')]],
    [new Error('Connection terminated unexpectedly'), [expect.stringContaining('连不上数据库')]],
    [system('EACCES'), [expect.stringContaining('没有权限')]],
    [system('ENOENT'), ['找不到 /x (no such file)']],
    [new TypeError('x is not a function'), undefined],
    ['thrown text', undefined],
  ])('is told in lines of its own: %s', (error, lines) => {
    expect(reasonsOf(error)).toEqual(lines);
  });

  it('is an outage where a part is away, not where any connection broke', () => {
    const outages = [ofDatabase(system('ECONNRESET')), ofRedis(system('EPIPE')), system('57P03'), system('ENOSPC')];
    expect(outages.map(isOutage)).toEqual([true, true, true, true]);
    // A browser that went away in the middle of an upload.
    expect([system('ECONNRESET'), system('EPIPE'), ofDatabase(new Error('x'))].map(isOutage)).toEqual([false, false, false]);
  });
});
