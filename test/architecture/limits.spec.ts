import { Kind, type DocumentNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { load } from './sources.js';

const { LIMITS } = (await load('libs/platform/src/graph/graph.module.ts')) as {
  LIMITS: { readonly depth: number; readonly cost: number };
};
const { costOf } = (await load('libs/platform/src/graph/cost.ts')) as {
  costOf: (document: DocumentNode, operation: OperationDefinitionNode, variables: object) => number;
};
/** Every operation that the portal sends. */
const operations = Object.entries(await load('apps/portal/src/gql/graphql.ts'))
  .filter(([name]) => name.endsWith('Document'))
  .map(([name, document]) => [name.replace(/Document$/, ''), document as DocumentNode] as const);

const operationIn = (document: DocumentNode): OperationDefinitionNode => {
  const found = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (found === undefined) throw new Error('a document without an operation');
  return found;
};

function depthOf({ selections }: SelectionSetNode, document: DocumentNode): number {
  const depths = selections.map((selection) => {
    if (selection.kind === Kind.FIELD)
      return selection.selectionSet === undefined ? 1 : 1 + depthOf(selection.selectionSet, document);
    if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, document);
    const name = selection.name.value;
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? depthOf(fragment.selectionSet, document) : 0;
  });
  return Math.max(0, ...depths);
}

describe("the bounds on an operation leave the portal's room", () => {
  it('has operations to look at', () => expect(operations.length).toBeGreaterThan(50));

  it.each(operations)('%s', (_, document) => {
    const operation = operationIn(document);
    // Pages whose length is a variable are taken at their longest.
    const longest = { first: 100, last: 100, size: 100, limit: 100 };
    expect(costOf(document, operation, longest)).toBeLessThanOrEqual(LIMITS.cost / 4);
    expect(depthOf(operation.selectionSet, document)).toBeLessThan(LIMITS.depth);
  });
});
