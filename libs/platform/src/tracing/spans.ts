import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type SpanOptions,
} from '@opentelemetry/api';
import { DomainError } from '@jihui/kernel';

/**
 * OpenTelemetry's own names are used where it has some (https://opentelemetry.io/docs/specs/semconv). Without a program that
 * takes traces (OTEL_EXPORTER_OTLP_ENDPOINT) nothing is recorded, and a span costs the question whether one is.
 */
const tracer = trace.getTracer('jihui');

/** Spans of requests of which nobody knows yet whether they may be told of: see operations.ts. */
const silent = new WeakSet<Span>();

export const keepSilent = (span: Span): void => void silent.add(span);
export const speak = (span: Span): void => void silent.delete(span);
export const isSilent = (span: Span): boolean => silent.has(span);

/** Whether what runs now is part of a trace that is told of. */
export function isTraced(): boolean {
  const span = trace.getSpan(context.active());
  return span !== undefined && span.isRecording() && !silent.has(span);
}

/** Begins a request or a job that somebody handed on, or, without a parent, a trace of its own. */
export const beginSpan = (name: string, options: SpanOptions, parent: Context = ROOT_CONTEXT): Span =>
  tracer.startSpan(name, options, parent);

export const within = <T>(span: Span, parent: Context, work: () => T): T =>
  context.with(trace.setSpan(parent, span), work);

/** Runs a part of what is traced as a span of its own; anything else just runs. */
export async function inSpan<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  if (!isTraced()) return work();
  return endWith(tracer.startSpan(name, options), context.active(), work);
}

/** Runs the work in the span, and ends it. */
export function endWith<T>(span: Span, parent: Context, work: () => Promise<T>): Promise<T> {
  return within(span, parent, async () => {
    try {
      return await work();
    } catch (error) {
      failed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** By its kind alone: what an error says may name a person. */
export function failed(span: Span, error: unknown): void {
  const kind = error instanceof DomainError ? error.code : error instanceof Error ? error.name : 'unknown';
  span.setAttribute('error.type', kind);
  // A refusal is an answer.
  if (!(error instanceof DomainError)) span.setStatus({ code: SpanStatusCode.ERROR });
}

/** The present span in W3C's words (`traceparent`), for whoever goes on with the work; nothing outside of one. */
export function handedOn(): Record<string, string> {
  const carrier: Record<string, string> = {};
  if (isTraced()) propagation.inject(context.active(), carrier);
  return carrier;
}

/** What somebody handed on; undefined where it is no trace, or one that is not recorded. */
export function takenUp(carrier: Readonly<Record<string, unknown>>): Context | undefined {
  const parent = propagation.extract(ROOT_CONTEXT, carrier);
  return trace.getSpanContext(parent) === undefined ? undefined : parent;
}
