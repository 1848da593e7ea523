import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

function* fieldsOf(set: SelectionSetNode | undefined, info: GraphQLResolveInfo): Generator<FieldNode> {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(selection.selectionSet, info);
    else yield* fieldsOf(info.fragments[selection.name.value]?.selectionSet, info);
  }
}

/**
 * Whether a query asks, at the end of the path below the resolved field, for anything that is not
 * among the known fields: decides if a list reads whole forms or cards alone.
 */
export function asksBeyond(
  info: GraphQLResolveInfo,
  path: readonly string[],
  known: ReadonlySet<string>,
): boolean {
  let nodes: readonly FieldNode[] = info.fieldNodes;
  for (const name of path)
    nodes = nodes.flatMap((node) =>
      [...fieldsOf(node.selectionSet, info)].filter((field) => field.name.value === name),
    );
  return nodes.some((node) =>
    [...fieldsOf(node.selectionSet, info)].some((field) => !known.has(field.name.value)),
  );
}
