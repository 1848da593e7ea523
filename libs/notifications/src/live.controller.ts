import { Controller, Get, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { ENDLESS, RequestActor } from '@jihui/platform';
import { signInFirst } from './core/errors.js';
import { Live, type Channel } from './live.js';

/** GET /events/stream: server-sent events `unread` with `{ count }`. */
@Controller('events')
export class LiveController {
  constructor(private readonly live: Live) {}

  /** @throws DomainError UNAUTHENTICATED */
  @Get('stream')
  @RouteConfig(ENDLESS)
  stream(@RequestActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (actor.kind !== 'person') throw signInFirst();
    // The reply is written by hand from here on: Fastify would wait for its end.
    void reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-request-id': request.id,
    });
    const channel: Channel = {
      send: (event, data) => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
      beat: () => void raw.write(': beat\n\n'),
      end: () => void raw.end(),
    };
    const stop = this.live.listen(actor.personId, channel);
    raw.on('close', stop);
  }
}
