import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE, MAX_PAGE } from '../db/page.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * How many fields an operation may come to: each counts once for every entry of the pages around it, so that pages
 * inside pages are dear. A page is as long as it was asked for, at most what the server gives.
 */
class Weigher {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, number>();

  constructor(
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  of({ selections }: SelectionSetNode): number {
    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + this.ofField(selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + this.of(selection.selectionSet);
      return sum + this.ofFragment(selection.name.value);
    }, 0);
  }

  private ofField(field: FieldNode): number {
    if (field.selectionSet === undefined) return 1;
    // Meta-data of the schema is small and is the same for all.
    if (field.name.value.startsWith('__')) return 1;
    return 1 + this.pageOf(field) * this.of(field.selectionSet);
  }

  /** A fragment is weighed once: validation has made sure that none contains itself. */
  private ofFragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const weight = fragment === undefined ? 0 : this.of(fragment.selectionSet);
    this.known.set(name, weight);
    return weight;
  }

  /** Entries of the page that the field asks for; 1 for a field that is none. */
  private pageOf(field: FieldNode): number {
    const sizes = (field.arguments ?? [])
      .filter(({ name }) => name.value === 'first' || name.value === 'last')
      .map(({ value }) => {
        if (value.kind === Kind.INT) return Number(value.value);
        const given = value.kind === Kind.VARIABLE ? this.variables[value.name.value] : undefined;
        return typeof given === 'number' ? given : DEFAULT_PAGE;
      });
    if (sizes.length > 0) return Math.min(MAX_PAGE, Math.max(1, ...sizes));
    const isPage = field.selectionSet?.selections.some(
      (selection) => selection.kind === Kind.FIELD && ['edges', 'nodes'].includes(selection.name.value),
    );
    return isPage === true ? DEFAULT_PAGE : 1;
  }
}

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  );

/** How many fields the operation may come to with these variables. */
export const costOf = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number => new Weigher(document, { ...defaultsOf(operation), ...variables }).of(operation.selectionSet);

/** Refuses an operation that may come to more fields than that, before anything is done. */
export const limitCost = (most: number): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, operation, request }) => {
        if (operation === undefined) return Promise.resolve();
        const cost = costOf(document, operation, request.variables ?? {});
        if (cost > most)
          throw new GraphQLError(
            `查询过大（${cost}，最多 ${most}）：请减少每页条数或字段 (the query is too large)`,
            {
              extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
            },
          );
        return Promise.resolve();
      },
    }),
});
