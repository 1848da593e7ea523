import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    endless?: boolean;
  }
}

/** Of a route whose answer ends when its reader goes: nobody waits for that before a process ends. */
export const ENDLESS = { endless: true } as const;

/** How long what is under way is waited for, in milliseconds. */
const LONGEST_MS = 5_000;

/**
 * Lets a process end without refusing anybody: nothing new is taken in, whoever is being answered gets the whole answer, and
 * keeps no connection on which a further request would be lost.
 */
@Injectable()
export class Draining {
  private readonly under = new Set<FastifyReply>();
  private ending = false;
  private ended: () => void = () => undefined;

  /** Before the first request. */
  watch(app: NestFastifyApplication): void {
    const fastify = app.getHttpAdapter().getInstance();
    fastify.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.routeOptions.config.endless) return;
      this.under.add(reply);
      // Also where the reader goes before its end.
      reply.raw.once('close', () => this.left(reply));
    });
    fastify.addHook('onSend', async (_request: FastifyRequest, reply: FastifyReply) => {
      if (this.ending) void reply.header('connection', 'close');
    });
  }

  /** Takes nothing new; done when nothing is under way any more, or too long is. */
  async drain(app: NestFastifyApplication): Promise<void> {
    this.ending = true;
    // Closes the connections that are idle as well.
    app.getHttpServer().close();
    await new Promise<void>((resolve) => {
      this.ended = resolve;
      setTimeout(resolve, LONGEST_MS).unref();
      if (this.under.size === 0) resolve();
    });
  }

  private left(reply: FastifyReply): void {
    this.under.delete(reply);
    if (this.under.size === 0) this.ended();
  }
}
