import type { FastifyInstance } from 'fastify';
import { PLACES } from './page-head.js';
import { calculatorPaths, publicThings } from './page-subjects.js';

/** It is asked by machines, now and then; a city's lists change by the day. */
const KEPT_MS = 60 * 60 * 1000;

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** /sitemap.xml and /robots.txt: where the public pages are, and which are not to be looked for. */
export function serveSitemap(fastify: FastifyInstance, publicUrl: string): void {
  let kept: { readonly until: number; readonly xml: Promise<string> } | null = null;
  const sitemap = (): Promise<string> => {
    if (kept === null || kept.until < performance.now()) {
      const xml = sitemapOf(fastify, publicUrl);
      kept = { until: performance.now() + KEPT_MS, xml };
      // What failed is tried again by the next who asks.
      xml.catch(() => (kept = null));
    }
    return kept.xml;
  };
  fastify.get('/sitemap.xml', async (_, reply) =>
    reply.header('content-type', 'application/xml; charset=utf-8').send(await sitemap()),
  );
  fastify.get('/robots.txt', (_, reply) =>
    reply.header('content-type', 'text/plain; charset=utf-8').send(robots(publicUrl)),
  );
}

async function sitemapOf(fastify: FastifyInstance, publicUrl: string): Promise<string> {
  const places = [...Object.keys(PLACES), ...(await calculatorPaths(fastify))];
  const things = await publicThings(fastify);
  const urls = [
    ...places.map((path) => `<url><loc>${escape(publicUrl + path)}</loc></url>`),
    ...things.map(
      ({ path, changed }) =>
        `<url><loc>${escape(publicUrl + path)}</loc><lastmod>${escape(changed)}</lastmod></url>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
}

const robots = (publicUrl: string): string => `User-agent: *
Disallow: /graphql
Disallow: /files/
Disallow: /events/
Sitemap: ${publicUrl}/sitemap.xml
`;
