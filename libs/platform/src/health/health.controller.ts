import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Metrics } from './metrics.js';
import { Parts } from './parts.js';

/** What an operator's tools ask: alive, ready, figures. */
@Controller()
export class HealthController {
  constructor(
    private readonly parts: Parts,
    private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 while a part is away without which nothing can be answered here; each part is named either way. */
  @Get('readyz')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const readiness = await this.parts.look();
    if (readiness.status !== 'unavailable') return void reply.send(readiness);
    const away = Object.entries(readiness.parts).flatMap(([name, state]) => (state === 'ok' ? [] : [name]));
    const refusal = { code: 'UNAVAILABLE', message: `no answer from: ${away.join(', ')}`, violations: [] };
    await reply.status(503).send({ ...refusal, ...readiness });
  }

  @Get('metrics')
  async figures(@Res() reply: FastifyReply): Promise<void> {
    // Before the header: where it cannot be told, the answer is of another type.
    const text = await this.metrics.text();
    await reply.header('content-type', this.metrics.contentType).send(text);
  }
}
