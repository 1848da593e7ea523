import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { BusinessClock, Files, RequestActor, sendFile, type StoredFile, Uploads } from '@jihui/platform';
import { RoomService } from './room.service.js';

interface Uploaded extends StoredFile {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/** 对接文件: POST /files/deals takes one file, GET /files/deals/:id gives it back. */
@Controller('files/deals')
export class DealFilesController {
  constructor(
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly room: RoomService,
    private readonly clock: BusinessClock,
  ) {}

  /** Multipart: `dealId`, then the file; the id may also stand in the address. */
  @Post()
  async upload(
    @RequestActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('dealId') address: string | undefined,
  ): Promise<Uploaded> {
    const now = await this.clock.now();
    const received = await this.uploads.receive(actor, request, {
      before: ({ dealId = address ?? '' }) => this.room.mayUpload(actor, dealId, now),
    });
    const { fields, ...file } = received;
    const { id } = await this.room.addFile(actor, fields['dealId'] ?? address ?? '', file);
    return { id, ...file, url: `/files/deals/${id}` };
  }

  @Get(':id')
  async download(
    @RequestActor() actor: Actor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(reply, this.files, await this.room.file(actor, id));
  }
}
