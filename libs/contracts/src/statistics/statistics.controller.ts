import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { RequestActor } from '@jihui/platform';
import { StatisticsExport } from './statistics-export.js';
import type { StatisticsArgs } from './statistics.queries.js';

/** What the query string may name; anything that is no month or place is refused as the query would. */
type Asked = Partial<
  Record<'fromMonth' | 'toMonth' | 'registryDivision' | 'sellerDivision' | 'axis', string>
>;

const argsOf = (asked: Asked): StatisticsArgs => ({
  fromMonth: asked.fromMonth ?? null,
  toMonth: asked.toMonth ?? null,
  registryDivision: asked.registryDivision ?? null,
  sellerDivision: asked.sellerDivision ?? null,
  axis: asked.axis === 'SIGNING' ? 'SIGNING' : 'REGISTRATION',
});

/** The figures as files (docs/statistics-export.md): public, but for the names of parties. */
@Controller()
export class StatisticsController {
  constructor(private readonly figures: StatisticsExport) {}

  @Get('files/contracts/exports/statistics.xlsx')
  async xlsx(@RequestActor() actor: Actor, @Query() asked: Asked, @Res() reply: FastifyReply) {
    const workbook = await this.figures.xlsx(actor, argsOf(asked));
    void reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', 'attachment; filename="technology-contracts.xlsx"')
      .header('cache-control', 'private, no-store')
      .send(workbook);
  }

  @Get('files/contracts/exports/statistics.csv')
  async csv(@RequestActor() actor: Actor, @Query() asked: Asked, @Res() reply: FastifyReply) {
    const text = await this.figures.csv(actor, argsOf(asked));
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="technology-contracts.csv"')
      .header('cache-control', 'private, no-store')
      .send(text);
  }
}
