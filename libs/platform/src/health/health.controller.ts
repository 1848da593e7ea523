import { Controller, Get, HttpException, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';
import { Queues } from '../queue/queues.js';
import { Metrics } from './metrics.js';

/** What an operator's tools ask: alive, ready, figures. */
@Controller()
export class HealthController {
  constructor(
    private readonly db: Db,
    private readonly queues: Queues,
    private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'ok' };
  }

  /** 503 while the database or the queue does not answer. */
  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    const [database, queue] = await Promise.allSettled([
      this.db.query(sql`select platform.business_now()`),
      this.queues.ping(),
    ]);
    if (database.status === 'rejected') throw new HttpException('database unreachable', 503);
    if (queue.status === 'rejected') throw new HttpException('queue unreachable', 503);
    return { status: 'ok' };
  }

  @Get('metrics')
  async figures(@Res() reply: FastifyReply): Promise<void> {
    // Before the header: where it cannot be told, the answer is of another type.
    const text = await this.metrics.text();
    await reply.header('content-type', this.metrics.contentType).send(text);
  }
}
