import { Injectable, Logger } from '@nestjs/common';
import { SpanKind } from '@opentelemetry/api';
import { Config } from '../config/config.js';
import { inSpan, isTraced } from '../tracing/spans.js';
import { untracedDomains } from '../tracing/untraced.js';

const MOST_TEXT = 2_000;
const SECRET = new RegExp(String.raw`\b(${untracedDomains.join('|')})\.`);

/** What a statement may be called: its text, which holds no values; nothing of what would tell that bids came. */
const told = (text: string): string =>
  SECRET.test(text)
    ? `a statement of ${untracedDomains.join(', ')}`
    : text.replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT);

/**
 * How long statements take, the wait for a connection included: as spans of what is traced, and by name where slow. They are not
 * counted: the number alone would tell of uploads that nobody may count.
 */
@Injectable()
export class StatementWatch {
  private readonly log = new Logger('Statements');

  constructor(private readonly config: Config) {}

  /** @param text without values */
  async watch<T>(text: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await (isTraced() ? traced(text, work) : work());
    } finally {
      const ms = performance.now() - began;
      if (ms > this.config.slowStatementMs) this.log.warn(`slow: ${Math.round(ms)} ms: ${told(text)}`);
    }
  }
}

const traced = <T>(text: string, work: () => Promise<T>): Promise<T> =>
  inSpan(
    'statement',
    { kind: SpanKind.CLIENT, attributes: { 'db.system.name': 'postgresql', 'db.query.text': told(text) } },
    work,
  );
