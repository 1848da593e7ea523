import replyFrom from '@fastify/reply-from';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { anonymous } from '@jihui/kernel';
import { ActorSeal } from '../auth/actor-seal.js';
import type { Config } from '../config/config.js';
import { unavailable } from '../outage.js';
import { answerOf, statusOf } from '../refusals.js';
import type { KeptRequests } from '../graph/kept/kept-requests.js';
import { ENDLESS } from '../health/draining.js';
import { UNCOUNTED } from '../uncounted.js';
import { isBroken } from './broken.js';
import { forwardedHeaders } from './forwarded-headers.js';
import { ownerOf, ROUTES } from './routes.js';

/** How long until whoever stands next at the address of a service that ends is asked. */
const AT_ONCE_MS = 20;
/** A file that is sent is gone with its first asking. */
const isReading = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';

/** Where news is told as long as somebody listens. */
const STREAMS = '/events';

/**
 * Files, open data and the stream of news, passed on to whose they are and back as they come: nothing is kept, unpacked or
 * read on the way.
 * @param kept forgets before the answer to what was sent goes out
 */
export async function forwardFiles(
  app: NestFastifyApplication,
  config: Config,
  kept: KeptRequests,
): Promise<void> {
  const seal = new ActorSeal(config);
  await app.register((async (fastify: FastifyInstance) => {
    await fastify.register(replyFrom, { disableRequestLogging: true, undici: { bodyTimeout: 0 } });
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    fastify.addHook('onSend', (request, _reply, payload, done) => {
      if (!isReading(request.method)) kept.wrote();
      done(null, payload);
    });
    const forward = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const [path = ''] = request.url.split('?');
      const owner = ownerOf(path);
      if (owner === undefined) return reply.status(404).send({ code: 'NOT_FOUND', message: '没有这个地址' });
      return reply.from(`${config.services.get(owner) ?? ''}${request.url}`, {
        retryDelay: ({ err, req, attempt }) =>
          isBroken(err) && isReading(req.method) && attempt === 0 ? AT_ONCE_MS : null,
        rewriteRequestHeaders: (_, headers) => ({
          ...headers,
          ...forwardedHeaders(request, request.actor ?? anonymous, seal),
        }),
        onError: (answer) => {
          const refusal = unavailable();
          void answer.status(statusOf(refusal)).send(answerOf(refusal));
        },
      });
    };
    for (const path of ['/files/*', ...Object.keys(ROUTES).flatMap((route) => [route, `${route}/*`])])
      // Some of them are uncounted where they are answered: here none is, and the service counts what may be.
      fastify.route({
        method: ['GET', 'HEAD', 'POST', 'PUT'],
        url: path,
        config: path.startsWith(STREAMS) ? { ...UNCOUNTED, ...ENDLESS } : UNCOUNTED,
        handler: forward,
      });
  }) as never);
}
