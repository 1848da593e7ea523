import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { UNCOUNTED, type Config } from '@jihui/platform';
import { headFor } from './page-head.js';
import { serveSitemap } from './sitemap.js';

/** Paths that are never a page of the portal. */
const NOT_PAGES =
  /^\/(graphql|files|events|assets|auth|healthz|readyz|metrics|sealing|open-data|\.well-known)(\/|$)/;

/**
 * The pages that seal bids: nothing but their own files and this server, no form, no frame, asked for anew each time. One
 * who compares their hashes with the published ones sees what ran.
 */
const SEALING_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-cache',
} as const;

/**
 * Serves the built portal: hashed assets for a year, and for every other path the one page, with
 * title, summary and structured data of what it shows, for search engines and link previews.
 */
export async function servePortal(app: NestFastifyApplication, config: Config): Promise<void> {
  const root = resolve('apps/portal/dist');
  const sealing = join(root, 'sealing/');
  if (!existsSync(join(root, 'index.html'))) return;
  const page = await readFile(join(root, 'index.html'), 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  // Who opens a page that seals or confirms is about to bid: how many did is neither logged nor counted.
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith('/sealing/')) route.config = { ...route.config, ...UNCOUNTED };
  });
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    index: false,
    immutable: true,
    maxAge: '365d',
    serveDotFiles: false,
    setHeaders: (reply: FastifyReply, file: string) => {
      if (file.startsWith(sealing)) void reply.headers(SEALING_HEADERS);
    },
  } as never);
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // Not resolved against a base: `//x` would be taken for a host.
    const [path = '/'] = request.url.split('?');
    if (request.method !== 'GET' || NOT_PAGES.test(path))
      return reply.status(404).send({ code: 'NOT_FOUND', message: '没有这个地址' });
    const head = await headFor(fastify, path, config.publicUrl);
    return reply
      .status(head.status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(page.replace(/<title>.*<\/title>/, () => head.html));
  };
  serveSitemap(fastify, config.publicUrl);
  fastify.get('/*', answer as never);
}
