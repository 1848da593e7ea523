import type { FastifyInstance } from 'fastify';

/** What a public page is about, as its visitors read it. */
export interface Subject {
  readonly title: string;
  readonly summary: string;
  /** Of schema.org. */
  readonly type: string;
  /** When it was published, where the page has a day. */
  readonly published?: string;
}

type Data = Readonly<Record<string, string | null>>;

/** A kind of page with a subject of its own: the public query that shows it, and what is told of the answer. */
interface Kind {
  readonly path: RegExp;
  readonly query: string;
  readonly tell: (found: Data) => Subject;
}

const ID = '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})';

const KINDS: readonly Kind[] = [
  {
    path: new RegExp(`^/results/${ID}$`),
    query: 'query ($id: ID!) { it: result(id: $id) { title summary } }',
    tell: ({ title, summary }) => ({ title: title ?? '', summary: summary ?? '', type: 'Product' }),
  },
  {
    path: new RegExp(`^/needs/${ID}$`),
    query: 'query ($id: ID!) { it: need(id: $id) { title description } }',
    tell: ({ title, description }) => ({ title: title ?? '', summary: description ?? '', type: 'Demand' }),
  },
  {
    path: new RegExp(`^/patents/${ID}$`),
    query: 'query ($id: ID!) { it: patent(id: $id) { title displayNumber summary holderName } }',
    tell: ({ title, displayNumber, summary, holderName }) => ({
      title: `${title} ${displayNumber}`,
      summary: summary || `${holderName}持有的专利`,
      // schema.org has no type for patents.
      type: 'CreativeWork',
    }),
  },
  {
    path: new RegExp(`^/projects/${ID}$`),
    query: 'query ($id: ID!) { it: project(id: $id) { title number summary } }',
    tell: ({ title, number, summary }) => ({
      title: `${title} · 科研项目`,
      summary: summary || `${title}（项目编号 ${number}），计入项目负责人和主要参加人员的业绩。`,
      type: 'ResearchProject',
    }),
  },
  {
    path: new RegExp(`^/organisations/${ID}$`),
    query: 'query ($id: ID!) { it: organisation(id: $id) { name divisionName introduction } }',
    tell: ({ name, divisionName, introduction }) => ({
      title: name ?? '',
      summary: introduction || `${name}（${divisionName}），科技成果转化服务平台的注册单位。`,
      type: 'Organization',
    }),
  },
  {
    path: new RegExp(`^/agencies/${ID}$`),
    query: 'query ($id: ID!) { it: agency(id: $id) { name introduction } }',
    tell: ({ name, introduction }) => ({
      title: `${name} · 中介机构`,
      summary: introduction ?? '',
      type: 'Organization',
    }),
  },
  {
    path: new RegExp(`^/calls/${ID}$`),
    query: 'query ($id: ID!) { it: call(id: $id) { title ownerName background noticeFrom } }',
    tell: ({ title, ownerName, background, noticeFrom }) => ({
      title: `${title} · 揭榜`,
      summary: background ?? `${ownerName ?? '本市单位'}发布的揭榜制榜单`,
      type: 'Demand',
      published: noticeFrom ?? '',
    }),
  },
  {
    path: new RegExp(`^/call-projects/${ID}$`),
    query: 'query ($id: ID!) { it: callProject(id: $id) { title code organisationName } }',
    tell: ({ title, code, organisationName }) => ({
      title: `${title} · 揭榜项目`,
      summary: `${organisationName}承担的揭榜项目（${code}）：指标的承诺与实测、节点、资金和验收。`,
      type: 'ResearchProject',
    }),
  },
  {
    path: new RegExp(`^/disclosures/${ID}$`),
    query: `query ($id: ID!) { it: disclosure(id: $id) {
      resultName organisationName transfereeName summary startsOn endsOn } }`,
    tell: (found) => ({
      title: `${found['resultName']} · 定价公示`,
      summary: `${found['organisationName']}拟向${found['transfereeName']}转化该成果，公示期 ${found['startsOn']} 至 ${found['endsOn']}。${found['summary']}`,
      type: 'Article',
      published: found['startsOn'] ?? '',
    }),
  },
];

async function ask(fastify: FastifyInstance, query: string, variables: object): Promise<unknown> {
  const answer = await fastify.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
  return answer.json<{ data?: unknown }>().data;
}

/** undefined: a page without a subject of its own; null: a subject that nobody may see. */
export async function subjectOf(fastify: FastifyInstance, path: string): Promise<Subject | null | undefined> {
  if (path.startsWith('/calculators/')) return calculatorAt(fastify, path.slice('/calculators/'.length));
  for (const kind of KINDS) {
    const [, id] = kind.path.exec(path) ?? [];
    if (id === undefined) continue;
    const data = (await ask(fastify, kind.query, { id })) as { it?: Data | null } | undefined;
    return data?.it ? kind.tell(data.it) : null;
  }
  return undefined;
}

async function calculatorAt(fastify: FastifyInstance, id: string): Promise<Subject | null> {
  const data = (await ask(fastify, '{ calculators { id title summary } }', {})) as
    { calculators?: readonly { id: string; title: string; summary: string }[] } | undefined;
  const found = data?.calculators?.find((calculator) => calculator.id === id);
  return found ? { title: found.title, summary: found.summary, type: 'WebApplication' } : null;
}

/** A list of public things: its field in the graph, which is also its place, and the day that tells a new version. */
const LISTS = [
  { place: 'results', args: 'sort: NEWEST', changed: 'updatedAt' },
  { place: 'needs', args: 'sort: NEWEST', changed: 'updatedAt' },
  { place: 'patents', args: 'sort: NEWEST', changed: 'updatedAt' },
  { place: 'disclosures', args: '', changed: 'startsOn' },
] as const;
const PAGE = 100;
/** The newest of each list: a search engine finds the older ones through their owners and the lists. */
const MOST = 5_000;

export interface Entry {
  readonly path: string;
  /** The day of its last change. */
  readonly changed: string;
}

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: { readonly id: string; readonly changed: string } }[];
}

/** Every public thing that has a page, the newest first, as a visitor finds them. */
export async function publicThings(fastify: FastifyInstance): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const { place, args, changed } of LISTS) {
    const query = `query ($first: Int, $after: String) { list: ${place}(${args} first: $first, after: $after) {
      pageInfo { hasNextPage endCursor } edges { node { id changed: ${changed} } } } }`;
    let after: string | null = null;
    for (let left = MOST; left > 0; left -= PAGE) {
      const data = (await ask(fastify, query, { first: PAGE, after })) as { list?: Page } | undefined;
      if (!data?.list) throw new Error(`the list ${place} could not be read for the sitemap`);
      const { edges, pageInfo } = data.list;
      for (const { node } of edges)
        entries.push({ path: `/${place}/${node.id}`, changed: node.changed.slice(0, 10) });
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
  }
  return entries;
}

/** The calculators' pages: they change with the law alone. */
export async function calculatorPaths(fastify: FastifyInstance): Promise<readonly string[]> {
  const data = (await ask(fastify, '{ calculators { id } }', {})) as
    { calculators?: readonly { id: string }[] } | undefined;
  return (data?.calculators ?? []).map(({ id }) => `/calculators/${id}`);
}
