import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { RequestActor, sendMade } from '@jihui/platform';
import { ArchiveService } from './archive.service.js';

/** 归档包, for the registry. */
@Controller()
export class ArchiveController {
  constructor(private readonly archives: ArchiveService) {}

  @Get('files/contracts/archives/:contractId')
  async archive(
    @RequestActor() actor: Actor,
    @Param('contractId') contractId: string,
    @Res() reply: FastifyReply,
  ) {
    const { name, stream } = await this.archives.open(actor, contractId);
    return sendMade(reply, { name, type: 'application/zip', content: stream });
  }
}
