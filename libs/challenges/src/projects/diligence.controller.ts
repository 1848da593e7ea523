import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '@jihui/kernel';
import { RequestActor, sendMade } from '@jihui/platform';
import { DiligenceService } from './diligence.service.js';

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
    return sendMade(reply, await this.diligence.report(actor, projectId));
  }

  @Get(':projectId/pack')
  async pack(
    @RequestActor() actor: Actor,
    @Param('projectId') projectId: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return sendMade(reply, await this.diligence.pack(actor, projectId));
  }
}
