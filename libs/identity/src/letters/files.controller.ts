import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound, type Actor } from '@jihui/kernel';
import { Files, RequestActor, sendFile, Uploads } from '@jihui/platform';
import { personOf } from '../auth/request.js';
import { LettersQueries } from './letters.queries.js';
import { LettersService } from './letters.service.js';

/** A scan of a letter: far below the platform's limit. */
const LIMIT = 20 * 1024 * 1024;

@Controller('files/identity')
export class IdentityFilesController {
  constructor(
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly letters: LettersService,
    private readonly queries: LettersQueries,
  ) {}

  /** Takes one scan (multipart/form-data). @returns its id, for issueAuthorisationLetter. */
  @Post()
  async upload(@RequestActor() actor: Actor, @Req() request: FastifyRequest): Promise<object> {
    personOf(actor);
    const received = await this.uploads.receive(actor, request, { limit: LIMIT });
    const { id, name, size, type, sha256 } = await this.letters.keepFile(actor, received);
    return { id, name, size, type, sha256 };
  }

  @Get(':id')
  async download(
    @RequestActor() actor: Actor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.queries.file(actor, id);
    if (file === undefined) throw notFound('文件');
    await sendFile(reply, this.files, file);
  }
}
