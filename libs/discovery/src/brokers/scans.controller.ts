import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { Files, RequestActor, sendFile, Uploads } from '@jihui/platform';
import { requireSignedIn } from '../refusals.js';
import { ScansService } from './scans.service.js';

/** A page or two of a scanner; more is no certificate. */
const LIMIT = 20 * 1024 * 1024;

/** 证书扫描件: POST /files/discovery takes one file, GET /files/discovery/:id gives it back. */
@Controller('files/discovery')
export class ScansController {
  constructor(
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly scans: ScansService,
  ) {}

  /** Until a certificate is stated with it only its uploader may read it. */
  @Post()
  async upload(@RequestActor() actor: Actor, @Req() request: FastifyRequest) {
    requireSignedIn(actor);
    const { id, name, size, type } = await this.scans.add(
      actor,
      await this.uploads.receive(actor, request, { limit: LIMIT }),
    );
    return { id, name, size, type, url: `/files/discovery/${id}` };
  }

  @Get(':id')
  async download(
    @RequestActor() actor: Actor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.files, await this.scans.read(actor, id));
  }
}
