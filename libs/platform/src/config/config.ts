import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { DOMAIN_NAMES, type DomainName } from '@jihui/events';
import { cityProblems } from '../city/city.js';

export const ROLES = ['graph', 'worker', 'portal', 'gateway'] as const;
export type ServerRole = (typeof ROLES)[number];
/** What a process does that is alone. */
const ONE_PROCESS: readonly ServerRole[] = ['graph', 'worker', 'portal'];
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type Mode = 'demo' | 'test' | 'production';

/** Every setting of the server, validated once. Nothing else reads the environment. */
export class Config {
  /** demo: seeds a city and allows a moved business clock. test: the same without the seed. production: neither. */
  readonly mode: Mode;
  /** Where the embedded database, files, mail, keys and logs stand. */
  readonly dataDir: string;
  /** PostgreSQL; `npm start` fills in the embedded server's address. */
  readonly databaseUrl: string;
  /** BullMQ runs on Redis where this is set, otherwise on PostgreSQL. */
  readonly redisUrl: string | null;
  /** Meilisearch, where set; its key stands as the password in the address. */
  readonly meiliUrl: string | null;
  /** The name of the index there: several installations may share a server. */
  readonly meiliIndex: string;
  /** A service from outside that turns texts into vectors, where set (OpenAI's protocol). */
  readonly embeddings: EmbeddingService | null;
  /** Issuers (OpenID Connect) by whose word one may sign in, in the order in which they are offered. */
  readonly oidc: readonly OidcSettings[];
  readonly host: string;
  readonly port: number;
  /** The address people use, for links in mails and QR codes. */
  readonly publicUrl: string;
  /**
   * Addresses and networks of reverse proxies before this process, whose X-Forwarded-For is believed: what the throttles
   * count by is otherwise the proxy's address, which is everybody's. Empty: the header is nobody's.
   */
  readonly trustedProxies: readonly string[];
  /** Where mail goes; without it each mail is a file under `<dataDir>/mail`. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly roles: readonly ServerRole[];
  /** Names of the domains served; null is all of them. */
  readonly domains: readonly string[] | null;
  /** For the gateway: the address of the service of each domain. */
  readonly services: ReadonlyMap<DomainName, string>;
  /** The city's data file: divisions, clusters, registry. */
  readonly cityFile: string;
  /** Which log lines are written; null takes `info`, which in a demo goes to a file. */
  readonly logLevel: string | null;
  /** Database connections of this process. */
  readonly poolSize: number;
  /** Milliseconds that a request waits for one of them; after that it is told to come again. */
  readonly poolWaitMs: number;
  /** Whether certificates carry an SM2 signature (GB/T 32918) besides the Ed25519 one. */
  readonly certificateSm2: boolean;
  /** Milliseconds for which a job stays with a worker that no longer answers, before another takes it. */
  readonly jobLockMs: number;
  /** Who takes traces (OpenTelemetry's protocol over HTTP, OTLP); without it none are made. */
  readonly tracesUrl: string | null;
  /** Which share of the requests is traced, 0 to 1. */
  readonly traceShare: number;
  /** A statement that takes longer, in milliseconds, is named in the log. */
  readonly slowStatementMs: number;
  /** Where a test makes this process die at once, as a power cut would; null anywhere else. */
  readonly crashAt: string | null;

  constructor(values: Config) {
    this.mode = values.mode;
    this.dataDir = values.dataDir;
    this.databaseUrl = values.databaseUrl;
    this.redisUrl = values.redisUrl;
    this.meiliUrl = values.meiliUrl;
    this.meiliIndex = values.meiliIndex;
    this.embeddings = values.embeddings;
    this.oidc = values.oidc;
    this.host = values.host;
    this.port = values.port;
    this.publicUrl = values.publicUrl;
    this.trustedProxies = values.trustedProxies;
    this.smtpUrl = values.smtpUrl;
    this.mailFrom = values.mailFrom;
    this.roles = values.roles;
    this.domains = values.domains;
    this.services = values.services;
    this.cityFile = values.cityFile;
    this.logLevel = values.logLevel;
    this.poolSize = values.poolSize;
    this.poolWaitMs = values.poolWaitMs;
    this.certificateSm2 = values.certificateSm2;
    this.jobLockMs = values.jobLockMs;
    this.tracesUrl = values.tracesUrl;
    this.traceShare = values.traceShare;
    this.slowStatementMs = values.slowStatementMs;
    this.crashAt = values.crashAt;
  }
}

/** Whether the process serves a part of the graph, to a gateway and to nobody else. */
export const isSubgraph = ({ roles, domains }: Pick<Config, 'roles' | 'domains'>): boolean =>
  roles.includes('graph') && domains !== null;

/** Thrown with every bad setting at once, one line each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** A service that speaks OpenAI's protocol of embeddings. */
export interface EmbeddingService {
  /** What `/embeddings` is put behind; its key stands as the password in the address. */
  readonly url: string;
  readonly model: string;
  /** Whose texts it is sent: what everybody may read, or also what whoever signed in may. */
  readonly texts: 'public' | 'signed-in';
}

/** An issuer of identities that speaks OpenID Connect, and as what it knows this platform. */
export interface OidcSettings {
  /** What its discovery stands below, to the letter as it names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a client without one, which PKCE alone protects. */
  readonly clientSecret: string | null;
  /** As people know it: the button says it. */
  readonly name: string;
  /** What its settings end with, and the address that it leads back to: of several each has its own. */
  readonly suffix: string;
}

/** Of the first issuer, and of further ones. */
const OIDC_SUFFIXES = ['', '_2', '_3', '_4', '_5'];

/** https, or a loopback address for trying out: who signs in must not be read, or changed, on the way. */
const mayIssue = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));

/** 10.0.0.1, 10.0.0.0/8, ::1, fd00::/8 */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

function networks(list: readonly string[], problems: string[]): readonly string[] {
  for (const text of list)
    if (!isNetwork(text))
      problems.push(`TRUSTED_PROXIES 只能包含地址或网段，如 10.0.0.5、10.0.0.0/8，现在有 ${text}`);
  return list;
}

function indexName(name: string, problems: string[]): string {
  if (!/^[\w-]{1,100}$/.test(name)) problems.push(`MEILI_INDEX 只能用字母、数字、- 和 _，现在是 ${name}`);
  return name;
}

/** `listings=http://10.0.0.3:3000`: each domain's service, without a path. */
function servicesIn(list: readonly string[], problems: string[]): ReadonlyMap<DomainName, string> {
  const services = new Map<DomainName, string>();
  for (const text of list) {
    const [name = '', address = ''] = text.split(/=(.*)/s);
    const domain = DOMAIN_NAMES.find((known) => known === name);
    const isAddress = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
    if (domain === undefined || !isAddress || new URL(address).pathname !== '/')
      problems.push(`SERVICES 应是“领域=地址”，如 listings=http://10.0.0.3:3000，现在有 ${text}`);
    else services.set(domain, new URL(address).origin);
  }
  return services;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming every setting that is wrong and what it should be. */
export function loadConfig(environment: Environment, root = process.cwd()): Config {
  const problems: string[] = [];
  const text = (name: string): string | null => environment[name]?.trim() || null;

  const url = (name: string, protocols: readonly string[]): string | null => {
    const value = text(name);
    if (value === null) return null;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    problems.push(`${name} 应是以 ${protocols.map((p) => `${p}//`).join(' 或 ')} 开头的地址`);
    return null;
  };
  const integer = (name: string, fallback: number, min: number, max: number): number => {
    const value = text(name);
    if (value === null) return fallback;
    const parsed = Number(value);
    if (Number.isInteger(parsed) && parsed >= min && parsed <= max) return parsed;
    problems.push(`${name} 应是 ${min} 到 ${max} 之间的整数，现在是 ${value}`);
    return fallback;
  };
  const share = (name: string, fallback: number): number => {
    const value = text(name);
    if (value === null) return fallback;
    if (/^(0(\.\d+)?|1(\.0+)?)$/.test(value)) return Number(value);
    problems.push(`${name} 应是 0 到 1 之间的数，现在是 ${value}`);
    return fallback;
  };
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === null) return fallback;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    problems.push(`${name} 应是 ${allowed.join('、')} 之一，现在是 ${value}`);
    return fallback;
  };
  const list = (name: string): string[] | null =>
    text(name)?.split(',').map((item) => item.trim()).filter(Boolean) ?? null;

  const embeddings = (): EmbeddingService | null => {
    const [service, model] = [url('EMBEDDINGS_URL', ['http:', 'https:']), text('EMBEDDINGS_MODEL')];
    const texts = oneOf('EMBEDDINGS_TEXTS', ['public', 'signed-in'], 'public');
    if (service !== null && model === null) problems.push('EMBEDDINGS_MODEL 未设置：EMBEDDINGS_URL 需要模型名称');
    if (model !== null && text('EMBEDDINGS_URL') === null)
      problems.push('EMBEDDINGS_URL 未设置：EMBEDDINGS_MODEL 需要服务地址');
    return service === null || model === null ? null : { url: service, model, texts };
  };

  const issuerOf = (suffix: string): OidcSettings | null => {
    const [issuer, clientId] = [text(`OIDC_ISSUER${suffix}`), text(`OIDC_CLIENT_ID${suffix}`)];
    const clientSecret = text(`OIDC_CLIENT_SECRET${suffix}`);
    if (issuer === null && clientId === null && clientSecret === null) return null;
    if (issuer === null || !URL.canParse(issuer) || !mayIssue(new URL(issuer)))
      problems.push(`OIDC_ISSUER${suffix} 应是以 https:// 开头的地址（本机试用可用 http://localhost）`);
    if (clientId === null)
      problems.push(`OIDC_CLIENT_ID${suffix} 未设置：OIDC_ISSUER${suffix} 需要客户端编号`);
    const name = text(`OIDC_NAME${suffix}`) ?? '统一身份认证';
    return { issuer: issuer ?? '', clientId: clientId ?? '', clientSecret, name, suffix };
  };
  const oidc = (): readonly OidcSettings[] => {
    const found = OIDC_SUFFIXES.flatMap((suffix) => issuerOf(suffix) ?? []);
    for (const { issuer, name, suffix } of found) {
      const first = found.find((one) => one.issuer === issuer || one.name === name);
      if (first?.suffix !== suffix) problems.push(`OIDC_ISSUER${suffix} 的地址或名称与前面的重复`);
    }
    return found;
  };

  const port = integer('PORT', 3000, 0, 65_535);
  const host = text('HOST') ?? '127.0.0.1';
  const databaseUrl = url('DATABASE_URL', ['postgres:', 'postgresql:']);
  if (databaseUrl === null && text('DATABASE_URL') === null)
    problems.push('DATABASE_URL 未设置（npm start 会自动启动内置数据库并设置它）');
  const roles = (list('ROLES') ?? [...ONE_PROCESS]) as ServerRole[];
  for (const role of roles)
    if (!ROLES.includes(role)) problems.push(`ROLES 只能包含 ${ROLES.join('、')}，现在有 ${role}`);
  const domains = list('DOMAINS');
  const known: readonly string[] = [...DOMAIN_NAMES, 'all'];
  for (const domain of domains ?? [])
    if (!known.includes(domain)) problems.push(`DOMAINS 只能包含 ${known.join('、')}，现在有 ${domain}`);
  const services = servicesIn(list('SERVICES') ?? [], problems);
  const isGateway = roles.includes('gateway');
  const missing = DOMAIN_NAMES.filter((name) => !services.has(name));
  if (isGateway && missing.length > 0)
    problems.push(`SERVICES 缺少 ${missing.join('、')}：网关需要每个领域的服务地址，如 listings=http://10.0.0.3:3000`);
  if (!isGateway && services.size > 0) problems.push('SERVICES 只用于 ROLES 含 gateway 的进程');
  if (isGateway && (roles.includes('graph') || roles.includes('worker')))
    problems.push('ROLES 含 gateway 的进程不能同时承担 graph 或 worker');
  if (roles.includes('portal') && domains !== null && !domains.includes('all') && roles.includes('graph'))
    problems.push('只服务部分领域的进程不能提供门户：请由网关进程（ROLES=gateway,portal）提供');
  const cityFile = resolve(root, text('CITY_FILE') ?? 'config/cities/xinzhou.json');
  problems.push(...cityProblems(cityFile).map((problem) => `CITY_FILE ${problem}`));

  if (text('JIHUI_CRASH_AT') !== null && text('JIHUI_MODE') !== 'test')
    problems.push('JIHUI_CRASH_AT 只能在 JIHUI_MODE=test 时使用');

  const config = new Config({
    mode: oneOf<Mode>('JIHUI_MODE', ['demo', 'test', 'production'], 'demo'),
    dataDir: resolve(root, text('JIHUI_STATE_DIR') ?? '.data'),
    databaseUrl: databaseUrl ?? '',
    redisUrl: url('REDIS_URL', ['redis:', 'rediss:']),
    meiliUrl: url('MEILI_URL', ['http:', 'https:']),
    meiliIndex: indexName(text('MEILI_INDEX') ?? 'jihui', problems),
    embeddings: embeddings(),
    oidc: oidc(),
    host,
    port,
    publicUrl: (url('PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`).replace(/\/$/, ''),
    trustedProxies: networks(list('TRUSTED_PROXIES') ?? [], problems),
    smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: text('MAIL_FROM') ?? '技汇 <no-reply@localhost>',
    roles,
    domains: domains?.includes('all') ? null : domains,
    services,
    cityFile,
    logLevel: text('LOG_LEVEL') === null ? null : oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    poolSize: integer('DATABASE_POOL', 12, 2, 200),
    poolWaitMs: integer('DATABASE_WAIT_MS', 20_000, 100, 600_000),
    certificateSm2: oneOf('CERTIFICATE_SM2', ['on', 'off'], 'off') === 'on',
    jobLockMs: integer('JOB_LOCK_MS', 10_000, 500, 600_000),
    tracesUrl: url('OTEL_EXPORTER_OTLP_ENDPOINT', ['http:', 'https:']),
    traceShare: share('OTEL_TRACES_SAMPLER_ARG', 1),
    slowStatementMs: integer('SLOW_STATEMENT_MS', 1_000, 1, 60_000),
    crashAt: text('JIHUI_CRASH_AT'),
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
