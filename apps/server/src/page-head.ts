import type { FastifyInstance } from 'fastify';

export interface PageHead {
  readonly status: number;
  /** Replaces the page's <title>: title, description, canonical address and JSON-LD. */
  readonly html: string;
}

interface Subject {
  readonly title: string;
  readonly summary: string;
  readonly type: string;
}

const SITE = '技汇 · 科技成果转化服务平台';
const SUMMARY = '科技成果、技术需求、对接、定价公示与技术合同登记，一个平台办成。';

const TITLES: Readonly<Record<string, string>> = {
  '/': SITE,
  '/results': '科技成果',
  '/needs': '技术需求',
  '/disclosures': '定价公示',
  '/data': '数据',
  '/verify': '证明核验',
};

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Structured data may not end the element it stands in. */
const jsonLd = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** What a search engine reads of the page, taken from the same public queries that the page makes. */
export async function headFor(fastify: FastifyInstance, path: string, publicUrl: string): Promise<PageHead> {
  const subject = await subjectOf(fastify, path);
  if (subject === null) return { status: 404, html: `<title>${escape(SITE)}</title>` };
  const title = subject === undefined ? (TITLES[path] ?? SITE) : subject.title;
  const summary = subject?.summary ?? SUMMARY;
  const full = title === SITE ? SITE : `${title} · 技汇`;
  const lines = [
    `<title>${escape(full)}</title>`,
    `<meta name="description" content="${escape(summary.slice(0, 160))}" />`,
    `<link rel="canonical" href="${escape(publicUrl + path)}" />`,
    `<meta property="og:title" content="${escape(full)}" />`,
  ];
  if (subject)
    lines.push(
      `<script type="application/ld+json">${jsonLd({
        '@context': 'https://schema.org',
        '@type': subject.type,
        name: subject.title,
        description: subject.summary,
        url: publicUrl + path,
      })}</script>`,
    );
  return { status: 200, html: lines.join('\n    ') };
}

/** undefined: a page without a subject of its own; null: a subject that nobody may see. */
async function subjectOf(fastify: FastifyInstance, path: string): Promise<Subject | null | undefined> {
  const match = /^\/(results|needs)\/([0-9a-f-]{36})$/.exec(path);
  if (match === null) return undefined;
  const [, place, id] = match;
  const [field, summary, type] =
    place === 'results' ? ['result', 'summary', 'Product'] : ['need', 'description', 'Demand'];
  const answer = await fastify.inject({
    method: 'POST',
    url: '/graphql',
    payload: {
      query: `query ($id: ID!) { it: ${field}(id: $id) { title text: ${summary} } }`,
      variables: { id },
    },
  });
  const { data } = answer.json<{ data?: { it?: { title: string; text: string | null } | null } }>();
  if (!data?.it) return null;
  return { title: data.it.title, summary: data.it.text ?? SUMMARY, type: type ?? 'Thing' };
}
