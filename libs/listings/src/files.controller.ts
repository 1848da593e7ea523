import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorId, notFound, type Actor } from '@jihui/kernel';
import { Files, RequestActor, sendFile, Uploads } from '@jihui/platform';
import { ExtrasQueries, fileView } from './extras.queries.js';
import { FilesService } from './files.service.js';
import { NeedsQueries } from './needs.queries.js';
import { requireSignedIn } from './refusals.js';
import { ResultsQueries } from './results.queries.js';

/** Attachments and import files, under the listings' own read policy. */
@Controller('files/listings')
export class FilesController {
  constructor(
    private readonly files: Files,
    private readonly uploads: Uploads,
    private readonly service: FilesService,
    private readonly extras: ExtrasQueries,
    private readonly results: ResultsQueries,
    private readonly needs: NeedsQueries,
  ) {}

  /** Takes one file; until it is attached to a draft only its uploader may read it. */
  @Post()
  async upload(@RequestActor() actor: Actor, @Req() request: FastifyRequest) {
    requireSignedIn(actor);
    return fileView(await this.service.add(actor, await this.uploads.receive(actor, request)));
  }

  @Get(':id')
  async download(
    @RequestActor() actor: Actor,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.extras.file(id);
    if (file === undefined || !(await this.mayRead(actor, file))) throw notFound('文件');
    await sendFile(reply, this.files, file);
  }

  private async mayRead(
    actor: Actor,
    file: { listingId: string | null; listingKind: string | null; uploadedBy: string },
  ): Promise<boolean> {
    if (file.listingId === null) return actor.kind !== 'anonymous' && actorId(actor) === file.uploadedBy;
    const queries = file.listingKind === 'RESULT' ? this.results : this.needs;
    const view = (await queries.byIds(actor, [file.listingId])).get(file.listingId);
    return view !== undefined && !view.hiddenFields.includes('attachments');
  }
}
