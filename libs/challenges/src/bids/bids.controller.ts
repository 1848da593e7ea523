import type { Readable } from 'node:stream';
import { Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Codes, DomainError, notFound, type Actor } from '@jihui/kernel';
import { Files, RequestActor, sendFile, UNCOUNTED } from '@jihui/platform';
import { BidsQueries } from './bids.queries.js';
import { SealedBytes } from './sealed-bytes.js';
import { UploadsService } from './uploads.service.js';

/**
 * Bytes of bids, and what is published of them. Requests of the upload are neither logged nor counted: whoever reads
 * logs or metrics would learn how many bids there are.
 */
@Controller('files/challenges')
export class BidsController {
  constructor(
    private readonly uploads: UploadsService,
    private readonly queries: BidsQueries,
    private readonly bytes: SealedBytes,
    private readonly files: Files,
  ) {}

  /** One piece (application/octet-stream) that begins at `from`; at most 8 MB. */
  @Put('uploads/:id')
  @RouteConfig(UNCOUNTED)
  async take(
    @RequestActor() actor: Actor,
    @Param('id') id: string,
    @Query('from') from: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<{ received: number }> {
    const start = Number(from ?? '');
    if (!/^\d{1,10}$/.test(from ?? '') || request.headers['content-type'] !== 'application/octet-stream')
      throw new DomainError(Codes.INVALID_INPUT, '请以 application/octet-stream 上传，并写明起始字节 from');
    return { received: await this.uploads.take(actor, id, start, request.body as Readable) };
  }

  /** Every head of the call's log, oldest first. */
  @Get('heads/:callId')
  async heads(@RequestActor() actor: Actor, @Param('callId') callId: string): Promise<object> {
    return found(await this.queries.heads(actor, callId), '该榜单');
  }

  /** What `jihui verify-bids` reads. */
  @Get('openings/:callId')
  async record(@RequestActor() actor: Actor, @Param('callId') callId: string): Promise<object> {
    return found(await this.queries.record(actor, callId), '开标记录');
  }

  @Get('sealed/:bidId')
  async sealed(
    @RequestActor() actor: Actor,
    @Param('bidId') bidId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { uploadId, commitment } = found(await this.queries.readable(actor, bidId), '该揭榜方案');
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename="${commitment.slice(0, 16)}.jhsb"`)
      .header('cache-control', 'private, no-store')
      .send(this.bytes.read(uploadId));
  }

  @Get('opened/:bidId/:place')
  async opened(
    @RequestActor() actor: Actor,
    @Param('bidId') bidId: string,
    @Param('place') place: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = found(await this.queries.openedFile(actor, bidId, Number(place)), '该文件');
    await sendFile(reply, this.files, file);
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw notFound(what);
  return value;
}
