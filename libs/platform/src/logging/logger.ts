import { join } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import pino, { type LevelWithSilent, type Logger } from 'pino';
import type { Config } from '../config/config.js';

/** Bodies, headers and cookies are never written; should one slip in, what names or opens is struck out. */
const SECRETS = ['password', 'token', 'cookie', 'authorization', 'email', 'phone', 'idNumber', 'parameters'];

/**
 * Structured logs, one JSON object a line. In a demo, where a person reads the terminal, they stand in
 * `<dataDir>/logs/server.log` and only warnings are shown besides; LOG_LEVEL brings everything back to the terminal.
 */
export function createLog({
  logLevel,
  dataDir,
  mode,
}: Pick<Config, 'logLevel' | 'dataDir' | 'mode'>): Logger {
  const level = logLevel ?? 'info';
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers', 'headers', ...SECRETS, ...SECRETS.map((name) => `*.${name}`)],
  };
  if (logLevel !== null || mode !== 'demo') return pino(options);
  const file = pino.destination({ dest: join(dataDir, 'logs', 'server.log'), mkdir: true, append: false });
  // A full disk costs lines of the log, not the server.
  file.on('error', () => undefined);
  return pino(
    options,
    pino.multistream([
      { level, stream: file },
      { level: 'warn', stream: process.stdout },
    ]),
  );
}

interface ErrorLog {
  error(fields: object, message: string): void;
}

/**
 * A defect with its stack. Only the stack: a failed statement's error carries the values that were sent, and those may
 * name a person.
 */
export function logDefect(log: ErrorLog, defect: unknown, fields: object = {}): void {
  const stack = defect instanceof Error ? (defect.stack ?? defect.message) : String(defect);
  log.error({ ...fields, stack }, 'defect');
}

/** What Nest tells of its own parts at every start. */
const OWN_PARTS = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'GraphQLModule',
]);

/** Why the server cannot listen is told in words by who starts it: once, not with a stack besides. */
const TOLD_BY_STARTER = /^Error: listen (EADDRINUSE|EACCES)/;

/** Nest's own messages in the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly pino: Logger) {}

  private write(level: Exclude<LevelWithSilent, 'silent'>, message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const stack = message instanceof Error ? message.stack : undefined;
    this.pino[level]({ context: typeof context === 'string' ? context : undefined, stack }, String(message));
  }
  log(message: unknown, ...rest: unknown[]): void {
    this.write(OWN_PARTS.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    if (!TOLD_BY_STARTER.test(String(message))) this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }
}
