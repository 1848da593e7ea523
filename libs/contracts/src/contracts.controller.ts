import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Codes, DomainError, type Actor } from '@jihui/kernel';
import { Files, RequestActor, sendFile, Uploads } from '@jihui/platform';
import { ApplicationsService } from './applications.service.js';
import { CertificatesService } from './certificates/certificates.service.js';
import { StatusListsService } from './certificates/status-lists.service.js';
import { QueueExport } from './queue-export.js';

/** Files of contracts, certificates, and the published keys. */
@Controller()
export class ContractsController {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly certificates: CertificatesService,
    private readonly lists: StatusListsService,
    private readonly queue: QueueExport,
    private readonly files: Files,
    private readonly uploads: Uploads,
  ) {}

  /** Multipart: `contractId`, `kind` (ContractFileKind), then the file. Answers the file and the contract's new version. */
  @Post('files/contracts')
  async upload(@RequestActor() actor: Actor, @Req() request: FastifyRequest) {
    const received = await this.uploads.receive(actor, request, {
      before: async ({ contractId = '', kind = '' }) =>
        this.applications.checkUpload(actor, contractId, kind),
    });
    const { fields, ...file } = received;
    const { contractId = '', kind = '' } = fields;
    const added = await this.applications.addFile(actor, { ...file, contractId, kind });
    const { id, name, type, size, sha256, version } = added;
    return { id, contractId, kind, name, type, size, sha256, version, url: `/files/contracts/${id}` };
  }

  @Get('files/contracts/:id')
  async read(@RequestActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply) {
    return sendFile(reply, this.files, await this.applications.openFile(actor, id));
  }

  @Get('files/contracts/certificates/:contractId')
  async certificate(
    @RequestActor() actor: Actor,
    @Param('contractId') contractId: string,
    @Res() reply: FastifyReply,
  ) {
    const { sha256, size, name } = await this.certificates.download(actor, contractId);
    return sendFile(reply, this.files, { sha256, size, name, type: 'application/pdf' });
  }

  @Get('files/contracts/certificates/:contractId/:version')
  async olderCertificate(
    @RequestActor() actor: Actor,
    @Param('contractId') contractId: string,
    @Param('version') version: string,
    @Res() reply: FastifyReply,
  ) {
    const { sha256, size, name } = await this.certificates.download(actor, contractId, Number(version));
    return sendFile(reply, this.files, { sha256, size, name, type: 'application/pdf' });
  }

  /** The registrar's queue as CSV, for a spreadsheet. */
  @Get('files/contracts/exports/queue.csv')
  async queueCsv(@RequestActor() actor: Actor, @Res() reply: FastifyReply) {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    const text = await this.queue.csv(actor);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="registration-queue.csv"')
      .header('cache-control', 'private, no-store')
      .send(text);
  }

  /** Public keys with their validity: all that is needed to check a certificate without this server. */
  @Get('.well-known/jihui-certificate-keys.json')
  async keys(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=3600');
    return { keys: await this.certificates.publishedKeys() };
  }

  /** The newest signed list of certificates that no longer stand: public, numbered, dated. */
  @Get('.well-known/jihui-certificate-status.json')
  statusList(@Res({ passthrough: true }) reply: FastifyReply) {
    void reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=300');
    return this.lists.newest();
  }

  /** The same as the query verifyCertificate, for whoever has no GraphQL. */
  @Get('files/contracts/verifications')
  verify(@Query('payload') payload: string | undefined) {
    return this.certificates.verify(payload ?? '');
  }
}
