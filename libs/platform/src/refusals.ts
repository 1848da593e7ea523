import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Codes, DomainError } from '@jihui/kernel';
import { logDefect } from './logging/logger.js';
import { notedOutage, unavailable } from './outage.js';

const STATUS: Readonly<Record<string, number>> = {
  [Codes.UNAUTHENTICATED]: 401,
  [Codes.FORBIDDEN]: 403,
  [Codes.NOT_FOUND]: 404,
  [Codes.STALE_VERSION]: 409,
  [Codes.THROTTLED]: 429,
  'FILE.TOO_LARGE': 413,
  'FILE.QUOTA': 429,
  UNAVAILABLE: 503,
};

/** The HTTP status under which a refusal travels outside GraphQL. */
export const statusOf = (refusal: DomainError): number => STATUS[refusal.code] ?? 422;

/** A refusal is an answer, not a defect: REST gets its status and code, GraphQL its formatter. */
@Catch(DomainError)
export class RefusalFilter implements ExceptionFilter<DomainError> {
  catch(refusal: DomainError, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return refusal;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    return reply.status(statusOf(refusal)).send(answerOf(refusal));
  }
}

const REQUEST_ERRORS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BAD_REQUEST', '请求的格式有误'],
  404: ['NOT_FOUND', '没有这个地址'],
  406: ['NOT_ACCEPTABLE', '请求的格式不支持'],
  413: ['PAYLOAD_TOO_LARGE', '内容过大，请缩短文字或改用附件上传'],
  415: ['UNSUPPORTED_MEDIA_TYPE', '请求的格式不支持'],
};

/** What HTTP itself refuses (no JSON, too large, no such address), with a typed code as well. */
@Catch(HttpException)
export class RequestErrorFilter implements ExceptionFilter<HttpException> {
  catch(error: HttpException, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const status = error.getStatus();
    const [code, message] = REQUEST_ERRORS[status] ?? [
      status >= 500 ? 'UNAVAILABLE' : 'BAD_REQUEST',
      error.message,
    ];
    const graph = http.getRequest<FastifyRequest>().url.startsWith('/graphql');
    return reply
      .status(status)
      .send(graph ? { errors: [{ message, extensions: { code } }] } : { code, message, violations: [] });
  }
}

/** The whole answer to a refusal outside GraphQL. */
export const answerOf = (refusal: DomainError): object => ({
  code: refusal.code,
  ...refusal.told,
  violations: refusal.violations,
});

/** Whatever else is thrown is an outage or a defect: its stack goes to the log under the request's id, the answer names none. */
@Catch()
export class DefectFilter implements ExceptionFilter<unknown> {
  private readonly log = new Logger('Outage');

  catch(defect: unknown, host: ArgumentsHost): unknown {
    const outage = notedOutage(defect, (line) => this.log.error(line)) ? unavailable() : undefined;
    if (host.getType<string>() === 'graphql') return outage ?? defect;
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    if (outage !== undefined) return reply.status(statusOf(outage)).send(answerOf(outage));
    const { log, routeOptions } = http.getRequest<FastifyRequest>();
    logDefect(log, defect, { route: routeOptions.url });
    const message = '系统出错了，请稍后再试';
    return reply.status(500).send({ code: 'INTERNAL_SERVER_ERROR', message, violations: [] });
  }
}
