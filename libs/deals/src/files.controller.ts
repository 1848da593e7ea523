import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { BusinessClock, Files, receiveFile, RequestActor, sendFile } from '@jihui/platform';
import { RoomService } from './room.service.js';

/** 对接文件: POST /files/deals?dealId=… takes one file of a form, GET /files/deals/:id gives it back. */
@Controller('files/deals')
export class DealFilesController {
  constructor(
    private readonly files: Files,
    private readonly room: RoomService,
    private readonly clock: BusinessClock,
  ) {}

  @Post()
  async upload(
    @RequestActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query('dealId') dealId: string,
  ): Promise<{ id: string; name: string; type: string; size: number; sha256: string }> {
    await this.room.mayUpload(actor, dealId ?? '', await this.clock.now());
    const file = await receiveFile(request, this.files);
    const { id } = await this.room.addFile(actor, dealId, file);
    return { id, ...file };
  }

  @Get(':id')
  async download(@RequestActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, this.files, await this.room.file(actor, id));
  }
}
