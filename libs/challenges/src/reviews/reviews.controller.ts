import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { notFound, type Actor } from '@jihui/kernel';
import { Files, RequestActor, sendFile, sendMade } from '@jihui/platform';
import { DrawsQueries } from './draws.queries.js';
import { minutesPdf } from './minutes-pdf.js';
import { ReviewsQueries } from './reviews.queries.js';
import { SeatsQueries } from './seats.queries.js';

/** What is published of a draw, the minutes of a review, and the files of bids for those who judge them. */
@Controller('files/challenges')
export class ReviewsController {
  constructor(
    private readonly draws: DrawsQueries,
    private readonly reviews: ReviewsQueries,
    private readonly seats: SeatsQueries,
    private readonly files: Files,
  ) {}

  /** What `jihui verify-draw` reads. */
  @Get('draws/:callId')
  async record(@RequestActor() actor: Actor, @Param('callId') callId: string): Promise<object> {
    const record = await this.draws.record(actor, callId);
    if (record === undefined) throw notFound('抽取记录');
    return record;
  }

  @Get('minutes/:callId')
  async minutes(
    @RequestActor() actor: Actor,
    @Param('callId') callId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.reviews.minutes(actor, callId);
    if (found === undefined) throw notFound('评审纪要');
    await sendMade(reply, {
      name: `${found.minutes.code}-minutes.pdf`,
      type: 'application/pdf',
      content: await minutesPdf(found),
    });
  }

  @Get('reviews/:seatId/:blind/:place')
  async file(
    @RequestActor() actor: Actor,
    @Param('seatId') seatId: string,
    @Param('blind') blind: string,
    @Param('place') place: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.seats.file(actor, seatId, blind, Number(place));
    if (file === undefined) throw notFound('该文件');
    await sendFile(reply, this.files, file);
  }
}
