import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notFound, type Actor } from '@jihui/kernel';
import { RequestActor } from '@jihui/platform';
import { AnnualReportExport } from './annual-report-export.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 年度报告 as a file: `<year>.xlsx`, `<year>.csv` or `<year>.json`. */
@Controller()
export class AnnualReportController {
  constructor(private readonly reports: AnnualReportExport) {}

  @Get('files/contracts/annual-reports/:organisationId/:file')
  async file(
    @RequestActor() actor: Actor,
    @Param('organisationId') organisationId: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ) {
    const [, digits = '', format = ''] = /^(\d{4})\.(xlsx|csv|json)$/.exec(file) ?? [];
    const year = Number(digits);
    const [type, body] = await this.body(actor, organisationId, year, format);
    void reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="annual-report-${year}.${format}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(body);
  }

  private async body(
    actor: Actor,
    organisationId: string,
    year: number,
    format: string,
  ): Promise<readonly [type: string, body: string | Buffer]> {
    switch (format) {
      case 'xlsx':
        return [XLSX, await this.reports.xlsx(actor, organisationId, year)];
      case 'csv':
        return ['text/csv; charset=utf-8', await this.reports.csv(actor, organisationId, year)];
      case 'json':
        return [
          'application/json; charset=utf-8',
          JSON.stringify(await this.reports.json(actor, organisationId, year), null, 2),
        ];
      default:
        throw notFound('年度报告');
    }
  }
}
