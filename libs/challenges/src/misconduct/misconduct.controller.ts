import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound, type Actor } from '@jihui/kernel';
import { Files, receiveFile, RequestActor, sendFile, UNCOUNTED, uuidv7 } from '@jihui/platform';
import { MisconductQueries } from './misconduct.queries.js';
import { ReportingService } from './reporting.service.js';

/** Pictures and scans: far below the platform's limit, since anybody may send them. */
const LIMIT = 20 * 1024 * 1024;

/** Files of reports. Sending one is neither logged nor counted: a time and a size would lead to who was there. */
@Controller('files/challenges/misconduct')
export class MisconductFilesController {
  constructor(
    private readonly files: Files,
    private readonly reporting: ReportingService,
    private readonly queries: MisconductQueries,
  ) {}

  /** Takes one file (multipart/form-data) of anybody. @returns as its id the token with which it is handed in */
  @Post()
  @RouteConfig(UNCOUNTED)
  async take(@Req() request: FastifyRequest): Promise<object> {
    const before = (): Promise<void> => this.reporting.admitFile(request.ip);
    const apart = uuidv7();
    const options = { limit: LIMIT, apart, before };
    const { name, size, type, sha256 } = await receiveFile(request, this.files, options);
    return { id: await this.reporting.keepFile({ id: apart, name, size, type, sha256 }), name, size };
  }

  /** For who handles the report alone. */
  @Get(':id')
  async read(
    @RequestActor() actor: Actor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.queries.file(actor, id);
    if (file === undefined) throw notFound('文件');
    await sendFile(reply, this.files, file);
  }
}
