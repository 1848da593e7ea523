import { Controller, Get, Header, HttpCode, HttpException } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, register } from 'prom-client';
import { Db } from '../db/db.js';
import { raw, sql } from '../db/sql.js';
import { Served } from '../served.js';

/** What an operator's tools ask: alive, ready, figures. */
@Controller()
export class HealthController {
  private readonly outbox: Gauge;

  constructor(
    private readonly db: Db,
    private readonly served: Served,
  ) {
    register.clear();
    collectDefaultMetrics();
    this.outbox = new Gauge({
      name: 'jihui_outbox_waiting',
      help: 'Rows committed and not yet handed to the queues',
      labelNames: ['domain'],
    });
  }

  @Get('healthz')
  @HttpCode(200)
  alive(): { status: string } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(): Promise<{ status: string }> {
    await this.db.query(sql`select platform.business_now()`).catch(() => {
      throw new HttpException({ status: 'database unreachable' }, 503);
    });
    return { status: 'ok' };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4')
  async metrics(): Promise<string> {
    for (const { name } of this.served.domains) {
      const row = await this.db.one<{ count: string }>(
        sql`select count(*) as count from ${raw(name)}.outbox`,
      );
      this.outbox.set({ domain: name }, Number(row?.count ?? 0));
    }
    return register.metrics();
  }
}
