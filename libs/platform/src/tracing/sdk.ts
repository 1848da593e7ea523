import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { Config } from '../config/config.js';

/** Sends this process's spans to a collector (OTLP over HTTP). @returns what sends the last of them and ends that. */
export function sendTraces(config: Config, url: string): () => Promise<void> {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': nameOf(config), 'service.namespace': 'jihui' }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(config.traceShare) }),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter({ url: `${url.replace(/\/$/, '')}/v1/traces` })),
    ],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return async () => {
    // A collector that is away holds no end.
    await provider.shutdown().catch(() => undefined);
    for (const api of [trace, propagation, context]) api.disable();
  };
}

const nameOf = ({ roles, domains }: Config): string =>
  domains === null ? roles.join('+') : `${roles.join('+')} ${domains.join('+')}`;
