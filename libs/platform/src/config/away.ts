/** Something beside the program that gave no answer: nothing is wrong with what was asked, and asking later helps. */
export abstract class PartAway extends Error {
  /** In one line for a person: which part, and what becomes of the work. */
  abstract readonly told: string;
}

export class DatabaseAway extends PartAway {
  override readonly name = 'DatabaseAway';
  get told(): string {
    return `连不上数据库（${this.message}）：请检查 DATABASE_URL 与数据库是否在运行；不设置它则使用内置数据库 (the database cannot be reached)`;
  }
}

export class QueueAway extends PartAway {
  override readonly name = 'QueueAway';
  get told(): string {
    return `任务队列没有应答（${this.message}）：任务等待，恢复后自动继续 (the queue waits)`;
  }
}

export interface SystemError {
  readonly message: string;
  readonly code?: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

/** Whichever realm its class comes from. */
export const isErrorLike = (error: unknown): error is SystemError =>
  typeof error === 'object' && error !== null && typeof (error as SystemError).message === 'string';

/** A connection that broke or did not come about: of which part, only whoever opened it knows. */
export const SOCKET =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;
/** What PostgreSQL alone says (SQLSTATE): it ends, starts, takes nobody in, or does not know us. */
const REFUSED = /^(57P0[123]|08\d{3}|28P01|28000|3D000|53300)$/;
/**
 * What its driver, and TypeORM above it, alone say: a connection that was cut between two statements of a transaction is taken
 * away from it, which the next statement finds.
 */
const CUT =
  /Connection terminated|Query runner already released|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect/;

/** What Redis answers while it cannot take anything (out of memory, loading, a replica, no disk), and its client without it. */
const REDIS = /^(OOM|LOADING|READONLY|MASTERDOWN|MISCONF|NOAUTH|WRONGPASS|Connection is closed|Stream isn't writeable|Reached the max retries|the queue does not answer)/;

const reasonOf = ({ code, message }: SystemError): string => code ?? message;

/** What a connection to the database threw: that it is away, or else the error as it is. */
export function ofDatabase(error: unknown): unknown {
  if (error instanceof PartAway || !isErrorLike(error)) return error;
  if (!SOCKET.test(error.code ?? '') && !saysPostgres(error)) return error;
  return new DatabaseAway(reasonOf(error), { cause: error });
}

/** What a connection to Redis threw: that the queue is away, or else the error as it is. */
export function ofRedis(error: unknown): unknown {
  if (error instanceof PartAway || !isErrorLike(error)) return error;
  if (!SOCKET.test(error.code ?? '') && !REDIS.test(error.message)) return error;
  return new QueueAway(reasonOf(error), { cause: error });
}

const saysPostgres = ({ code = '', message }: SystemError): boolean =>
  REFUSED.test(code) || CUT.test(message);

/** The part that an error says is away; undefined where it is of another kind. */
export function partAway(error: unknown): PartAway | undefined {
  if (error instanceof PartAway) return error;
  if (!isErrorLike(error) || !saysPostgres(error)) return undefined;
  return new DatabaseAway(reasonOf(error), { cause: error });
}
