import { SpanKind } from '@opentelemetry/api';
import type { FormattedExecutionResult } from 'graphql';
import type { ActorSeal } from '../auth/actor-seal.js';
import type { GraphContext } from '../graph/context.js';
import { KEPT_FOR } from '../graph/kept/kept-judge.js';
import type { KeptRequests } from '../graph/kept/kept-requests.js';
import { Rarely } from '../logging/rarely.js';
import { inSpan } from '../tracing/spans.js';
import { codeOf } from './broken.js';
import { forwardedHeaders } from './forwarded-headers.js';
import { ServiceLink, type ServiceAnswer } from './service-link.js';

/** Header that names the services which took part in an answer. */
const SERVED_BY = 'x-served-by';

/** A part of an operation, or all of it. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly operationName: string | undefined;
  readonly isMutation: boolean;
}

const rarely = new Rarely();

/** A domain's service, as the gateway asks it. */
export class Service {
  private readonly link: ServiceLink;

  constructor(
    readonly name: string,
    address: string,
    private readonly seal: ActorSeal,
    private readonly kept: KeptRequests,
  ) {
    this.link = new ServiceLink(address);
  }

  /**
   * Asks as whoever the gateway found. Cookies that the service sets go out with the answer.
   * @returns undefined where no answer came, or none that can be read: it would tell of addresses and bodies
   */
  ask(asked: Asked, context: GraphContext): Promise<FormattedExecutionResult | undefined> {
    return inSpan(`ask ${this.name}`, { kind: SpanKind.CLIENT }, () => this.answerTo(asked, context));
  }

  private async answerTo(
    { isMutation, ...asked }: Asked,
    { request, reply, actor }: GraphContext,
  ): Promise<FormattedExecutionResult | undefined> {
    const headers = {
      ...forwardedHeaders(request, actor, this.seal),
      'apollo-require-preflight': 'true',
    };
    let answer: ServiceAnswer | undefined;
    try {
      answer = await this.link.ask(headers, JSON.stringify(asked));
      const said = readable(answer);
      for (const cookie of answer.headers['set-cookie'] ?? []) void reply.header('set-cookie', cookie);
      void reply.header(SERVED_BY, withName(String(reply.getHeader(SERVED_BY) ?? ''), this.name));
      this.kept.answeredBy(request, keptFor(answer));
      return said;
    } catch (error) {
      const why = answer === undefined ? codeOf(error) || String(error) : `HTTP ${answer.status}`;
      if (rarely.due(`${this.name} ${why}`)) request.log.error(`no answer from ${this.name}: ${why}`);
      return undefined;
    } finally {
      // Where a command was not answered, it may have been carried out all the same.
      if (isMutation && (answer === undefined || keptFor(answer) !== undefined)) this.kept.wrote();
    }
  }
}

/** @throws Error for what is no answer of a graph */
function readable({ body }: ServiceAnswer): FormattedExecutionResult {
  const said = JSON.parse(body) as FormattedExecutionResult | null;
  if (typeof said !== 'object' || said === null || (said.data === undefined && said.errors === undefined))
    throw new Error('neither data nor errors');
  return said;
}

function keptFor({ headers }: ServiceAnswer): string | undefined {
  const said = headers[KEPT_FOR];
  return typeof said === 'string' ? said : undefined;
}

const withName = (served: string, name: string): string =>
  [...new Set(served.split(', ').filter(Boolean)).add(name)].sort().join(', ');
