import type { ApolloServerPlugin } from '@apollo/server';
import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Location = NonNullable<GraphQLFormattedError['locations']>[number];

/**
 * Where in the document stands what a path of its answer leads to, as GraphQL's own execution says it: each place in which
 * the field is asked for. Empty where the path leads to nothing that was asked.
 */
export function locationsOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  path: readonly (string | number)[],
): Location[] {
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  let found: readonly FieldNode[] = [];
  for (const key of path.filter((one) => typeof one === 'string')) {
    found = sets.flatMap((set) => fieldsIn(document, set, key));
    sets = found.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]));
  }
  return found.flatMap(({ loc }) =>
    loc === undefined ? [] : [{ line: loc.startToken.line, column: loc.startToken.column }],
  );
}

const fieldsIn = (document: DocumentNode, set: SelectionSetNode, key: string): FieldNode[] =>
  set.selections.flatMap((selection) => fieldsOf(document, selection, key));

function fieldsOf(document: DocumentNode, selection: SelectionNode, key: string): FieldNode[] {
  if (selection.kind === Kind.FIELD)
    return (selection.alias ?? selection.name).value === key ? [selection] : [];
  if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsIn(document, selection.selectionSet, key);
  const fragment = document.definitions.find(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
  );
  return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fieldsIn(document, fragment.selectionSet, key) : [];
}

/** Says of each error that a service answered where in the document it stands: the service saw another document. */
export const locations: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ document, operation, response: { body } }) => {
        if (body.kind !== 'single' || document === undefined || operation === undefined)
          return Promise.resolve();
        const { errors, ...rest } = body.singleResult;
        if (errors === undefined) return Promise.resolve();
        const located = errors.map((error): GraphQLFormattedError => {
          if (error.locations !== undefined || error.path === undefined) return error;
          const { message, path, ...other } = error;
          return { message, path, locations: locationsOf(document, operation, path), ...other };
        });
        body.singleResult = { errors: located, ...rest };
        return Promise.resolve();
      },
    }),
};
