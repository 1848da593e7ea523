import { getOperationASTFromRequest, type ExecutionRequest, type Executor } from '@graphql-tools/utils';
import { GraphQLError, OperationTypeNode, print, type DocumentNode, type ExecutionResult } from 'graphql';
import type { GraphContext } from '../graph/context.js';
import { FROM } from '../graph/errors.js';
import { unavailable } from '../outage.js';
import type { Service } from './service.js';

/** Asks a service for its part of an operation. */
export const serviceExecutor = (service: Service): Executor =>
  (async (request: ExecutionRequest): Promise<ExecutionResult> => {
    const asked = {
      query: printed(request.document),
      variables: request.variables as Readonly<Record<string, unknown>> | undefined,
      operationName: request.operationName,
      isMutation: getOperationASTFromRequest(request).operation === OperationTypeNode.MUTATION,
    };
    const answer = await service.ask(asked, request.context as GraphContext);
    if (answer === undefined) return { errors: [unanswered(service)] };
    const { errors, ...told } = answer;
    if (errors === undefined) return told;
    return {
      ...told,
      errors: errors.map(
        ({ message, path, extensions }) =>
          new GraphQLError(message, {
            path: path ?? null,
            extensions: { ...extensions, [FROM]: service.name },
          }),
      ),
    };
  }) as Executor;

function unanswered({ name }: Service): GraphQLError {
  const { code, message, violations } = unavailable();
  return new GraphQLError(message, { extensions: { code, violations, [FROM]: name } });
}

/** A part is written once for as long as the library keeps it. */
const texts = new WeakMap<DocumentNode, string>();
function printed(document: DocumentNode): string {
  const known = texts.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  texts.set(document, text);
  return text;
}
