import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { RequestActor } from '@jihui/platform';
import { DiligenceService, type DiligenceFile } from './diligence.service.js';

/** 尽职材料, for the bureau, the supervisor and the undertaker. */
@Controller('files/challenges/diligence')
export class DiligenceController {
  constructor(private readonly diligence: DiligenceService) {}

  @Get(':projectId/report')
  async report(
    @RequestActor() actor: Actor,
    @Param('projectId') projectId: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return send(reply, 'inline', await this.diligence.report(actor, projectId));
  }

  @Get(':projectId/pack')
  async pack(
    @RequestActor() actor: Actor,
    @Param('projectId') projectId: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return send(reply, 'attachment', await this.diligence.pack(actor, projectId));
  }
}

const send = (
  reply: FastifyReply,
  disposition: 'inline' | 'attachment',
  { name, type, bytes }: DiligenceFile,
): FastifyReply =>
  reply
    .header('content-type', type)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(bytes);
