import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { legalDayOf, notFound, type Actor } from '@jihui/kernel';
import { ExportedArchives, RequestActor, sendMade } from '@jihui/platform';
import { ExportsQueries } from './exports.queries.js';

@Controller('files/identity/exports')
export class ExportsController {
  constructor(
    private readonly archives: ExportedArchives,
    private readonly queries: ExportsQueries,
  ) {}

  /** The archive, for whoever was given this address minutes ago. */
  @Get(':id')
  async download(
    @RequestActor() actor: Actor,
    @Param('id') id: string,
    @Query() address: { readonly until?: string; readonly key?: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.queries.fetchable(actor, id, address);
    const content = found && (await this.archives.open(found.archive));
    if (found === undefined || content === undefined) throw notFound('导出的资料');
    void reply.header('content-length', found.bytes).header('etag', `"${found.sha256}"`);
    const name = `单位资料-${legalDayOf(found.createdAt)}.zip`;
    await sendMade(reply, { type: 'application/zip', name, content });
  }
}
