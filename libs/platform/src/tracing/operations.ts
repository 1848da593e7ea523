import { readFileSync } from 'node:fs';
import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, parse, visit, type DocumentNode } from 'graphql';
import type { GraphContext } from '../graph/context.js';
import { speak } from './spans.js';
import { untracedDomains } from './untraced.js';

/** Fields that everybody asks for, whatever else (libs/platform/src/graph/common.graphql). */
const COMMON = new Set(['city', 'clock', 'codeTables', '_service', '_entities']);

/** Queries and mutations of the domains of which nothing is told, by the committed schema: a gateway knows no other. */
function untracedFields(folder = 'schema'): ReadonlySet<string> {
  const names = untracedDomains.flatMap((domain) =>
    parse(readFileSync(`${folder}/${domain}.graphql`, 'utf8')).definitions.flatMap((definition) =>
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      /^(Query|Mutation)$/.test(definition.name.value)
        ? (definition.fields ?? []).map(({ name }) => name.value)
        : [],
    ),
  );
  return new Set(names.filter((name) => !COMMON.has(name)));
}

const asksFor = (document: DocumentNode, names: ReadonlySet<string>): boolean => {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      found ||= names.has(name.value);
    },
  });
  return found;
};

/** Has a request's span speak once it is known that its operation may be told of, and names that. */
export function tracedOperations(): ApolloServerPlugin<GraphContext> {
  const untraced = untracedFields();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, operationName, contextValue }) => {
          const { traced } = contextValue.request;
          if (traced === undefined || operation === undefined || asksFor(document, untraced))
            return Promise.resolve();
          speak(traced.span);
          traced.span.setAttribute('graphql.operation.type', operation.operation);
          if (operationName !== null) traced.span.setAttribute('graphql.operation.name', operationName);
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body }, contextValue }) => {
          const { traced } = contextValue.request;
          if (traced === undefined || body.kind !== 'single') return Promise.resolve();
          const codes = (body.singleResult.errors ?? []).map(({ extensions }) =>
            String(extensions?.['code']),
          );
          if (codes.length > 0) traced.span.setAttribute('error.type', [...new Set(codes)].sort().join(' '));
          return Promise.resolve();
        },
      }),
  };
}
