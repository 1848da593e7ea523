import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { Files, RequestActor, sendFile, Uploads, uuidv7 } from '@jihui/platform';
import { FILE_LIMITS, type FilePlace } from '../core/files/kept-file.js';
import { RecordFilesService } from './record-files.service.js';

/** 附件 of calls and projects. */
@Controller('files/challenges/records')
export class RecordFilesController {
  constructor(
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly service: RecordFilesService,
  ) {}

  /** Multipart: `projectId` and `action` (what it is sent for), or `callId`, then the file. */
  @Post()
  async take(@RequestActor() actor: Actor, @Req() request: FastifyRequest): Promise<object> {
    const apart = uuidv7();
    let place: FilePlace | undefined;
    const received = await this.uploads.receive(actor, request, {
      ...{ limit: FILE_LIMITS.bytes, apart },
      before: async (fields) => {
        place = await this.service.admit(actor, fields);
      },
    });
    if (place === undefined) throw new Error('a file that was not admitted');
    return this.service.keep(actor, place, apart, received);
  }

  @Get(':id')
  async read(
    @RequestActor() actor: Actor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.files, await this.service.read(actor, id));
  }
}
