import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DomainError } from '@jihui/kernel';
import { RecentProof } from '../auth/recent-proof.js';
import type { GraphContext } from './context.js';

/** Names of the mutations that the operation carries out, under whatever alias or fragment they stand. */
export function actsOf(document: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet]] : [],
    ),
  );
  const namesIn = ({ selections }: SelectionSetNode): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value];
      if (selection.kind === Kind.INLINE_FRAGMENT) return namesIn(selection.selectionSet);
      // Validation has made sure that no fragment contains itself.
      const fragment = fragments.get(selection.name.value);
      return fragment === undefined ? [] : namesIn(fragment);
    });
  return namesIn(operation.selectionSet);
}

/**
 * Asks for a recent proof before anything of a grave operation is done, so that it can be sent again as it was once the
 * proof is given. The code stands where a domain's own refusals have theirs.
 */
@Plugin()
export class GraveActs implements ApolloServerPlugin<GraphContext> {
  constructor(private readonly proof: RecentProof) {}

  requestDidStart(): Promise<GraphQLRequestListener<GraphContext>> {
    return Promise.resolve({
      didResolveOperation: async ({ document, operation, contextValue }) => {
        if (operation?.operation !== OperationTypeNode.MUTATION) return;
        const { actor, request } = contextValue;
        await this.proof
          .require(actor, request.credential, actsOf(document, operation))
          .catch((error: unknown) => {
            throw error instanceof DomainError ? refusalOf(error) : error;
          });
      },
    });
  }
}

/** 200 as for every refusal of a domain: a gateway reads the answer of a service by it. */
const refusalOf = ({ code, message, violations }: DomainError): GraphQLError =>
  new GraphQLError(message, { extensions: { code, violations, http: { status: 200 } } });
