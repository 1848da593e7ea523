import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { Files, RequestActor, sendFile, Uploads } from '@jihui/platform';
import { DraftsService } from './drafts.service.js';
import { ProceedingsQueries } from './proceedings.queries.js';

/** 依据材料 of proceedings, and the seller's defence. */
@Controller()
export class ProceedingsController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly queries: ProceedingsQueries,
    private readonly files: Files,
    private readonly uploads: Uploads,
  ) {}

  /** Multipart: `proceedingId`, then the file. */
  @Post('files/contracts/proceedings')
  async upload(@RequestActor() actor: Actor, @Req() request: FastifyRequest) {
    const received = await this.uploads.receive(actor, request, {
      before: async ({ proceedingId = '' }) => this.drafts.checkUpload(actor, proceedingId),
    });
    const { fields, ...file } = received;
    const { proceedingId = '' } = fields;
    const { id, name, type, size, sha256, purpose } = await this.drafts.addFile(actor, {
      ...file,
      proceedingId,
    });
    return { id, proceedingId, purpose, name, type, size, sha256, url: `/files/contracts/proceedings/${id}` };
  }

  @Get('files/contracts/proceedings/:id')
  async read(@RequestActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply) {
    return sendFile(reply, this.files, await this.queries.openFile(actor, id));
  }
}
