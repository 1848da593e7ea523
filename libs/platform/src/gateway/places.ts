import { Kind, parse, type DirectiveNode, type DefinitionNode } from 'graphql';

/** Names of domains. */
type Graphs = ReadonlySet<string>;

/** Which domains know a type, and which answer a field, as the composed schema says (https://specs.apollo.dev/join/v0.3). */
export class Places {
  private readonly types = new Map<string, Graphs>();
  private readonly fields = new Map<string, Graphs>();

  /** @param supergraph its SDL, with the directives of the composition */
  constructor(supergraph: string) {
    for (const definition of parse(supergraph, { noLocation: true }).definitions) this.take(definition);
  }

  private take(definition: DefinitionNode): void {
    if (!('name' in definition) || definition.name === undefined) return;
    const type = definition.name.value;
    const graphs = graphsIn('join__type', definition.directives ?? []);
    this.types.set(type, graphs);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      return;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const own = graphsIn('join__field', directives);
      if (own.size > 0) this.fields.set(`${type}.${name.value}`, own);
    }
  }

  ofType(type: string): Graphs {
    return this.types.get(type) ?? NONE;
  }

  /** Of a field of which nothing is said: all that know its type. */
  ofField(type: string, field: string): Graphs {
    return this.fields.get(`${type}.${field}`) ?? this.ofType(type);
  }
}

const NONE: Graphs = new Set();

/** Those of which the directive speaks, but for where the thing is only named to be asked of another. */
function graphsIn(name: string, directives: readonly DirectiveNode[]): Graphs {
  const found = directives
    .filter((directive) => directive.name.value === name)
    .map(({ arguments: given = [] }) => new Map(given.map((one) => [one.name.value, one.value])))
    .filter((given) => !given.has('external'))
    .map((given) => given.get('graph'));
  return new Set(found.flatMap((graph) => (graph?.kind === Kind.ENUM ? [graph.value.toLowerCase()] : [])));
}
