import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenDataPackages, type Package, type Paging } from './packages.js';

/** Open data of calls (OCDS 1.1.5), for anybody: nothing here depends on who asks. */
@Controller('open-data/ocds')
export class OpenDataController {
  constructor(private readonly packages: OpenDataPackages) {}

  @Get()
  index(@Res() reply: FastifyReply): FastifyReply {
    return open(reply).send(JSON.stringify(this.packages.index()));
  }

  @Get('records')
  async records(@Query() paging: Paging, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return send(request, reply, await this.packages.records(paging));
  }

  @Get('records/:process')
  async record(
    @Param('process') process: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return send(request, reply, await this.packages.record(process));
  }

  @Get('releases')
  async releases(@Query() paging: Paging, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return send(request, reply, await this.packages.releases(paging));
  }

  @Get('releases/:process/:place')
  async release(
    @Param('process') process: string,
    @Param('place') place: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return send(request, reply, await this.packages.release(process, place));
  }
}

/** Pages of other places may read it too, and whoever keeps it asks whether it is still so. */
const open = (reply: FastifyReply): FastifyReply =>
  reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'public, no-cache');

function send(request: FastifyRequest, reply: FastifyReply, { body, at }: Package): FastifyReply {
  const text = JSON.stringify(body);
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  void open(reply).header('etag', tag).header('last-modified', at.toUTCString());
  return isKept(request, tag, at) ? reply.status(304).send() : reply.send(text);
}

/** RFC 9110, 13.2.2: the tag decides where one is sent; times are of whole seconds. */
function isKept({ headers }: FastifyRequest, tag: string, at: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(at.getTime() / 1_000) * 1_000 <= since;
}
