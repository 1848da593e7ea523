import {
  isNonNullType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { GraphContext } from '../graph/context.js';
import { unavailable } from '../outage.js';
import type { Places } from './places.js';
import type { Service } from './service.js';

type Graphs = ReadonlySet<string>;

/** The domains that one process serves, by name. */
export type Process = ReadonlyMap<string, Service>;

/** Finds the process that can answer all of an operation; each document is looked at once. */
export class WholeOperations {
  private readonly known = new WeakMap<OperationDefinitionNode, Service | null>();

  constructor(
    private readonly places: Places,
    private readonly processes: readonly Process[],
  ) {}

  /** @returns null where none can, or where the gateway itself has the answer */
  serviceOf(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): Service | null {
    let service = this.known.get(operation);
    if (service === undefined) {
      service = this.find(schema, document);
      this.known.set(operation, service);
    }
    return service;
  }

  private find(schema: GraphQLSchema, document: DocumentNode): Service | null {
    // Which of several is asked for is not the text's to say.
    if (document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1) return null;
    const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
    const types = new TypeInfo(schema);
    const wanted: Graphs[] = [];
    let able = this.processes;
    const keep = (graphs: Graphs): void => {
      able = able.filter((process) => [...process.keys()].some((domain) => graphs.has(domain)));
    };
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name: { value: name } }) => {
          const type = types.getParentType()?.name ?? '';
          if (name === '__typename') return;
          // What the schema says of itself, each service would say of its part.
          const graphs = name.startsWith('__') ? NOBODY : this.places.ofField(type, name);
          keep(graphs);
          if (roots.has(type)) wanted.push(graphs);
        },
        InlineFragment: ({ typeCondition }) => {
          if (typeCondition !== undefined) keep(this.places.ofType(typeCondition.name.value));
        },
        FragmentDefinition: ({ typeCondition }) => keep(this.places.ofType(typeCondition.name.value)),
      }),
    );
    return namedBy(able[0], wanted);
  }
}

const NOBODY: Graphs = new Set();

/** Of the domains of a process the one that has a part in most of what is asked at the top. */
function namedBy(process: Process | undefined, wanted: readonly Graphs[]): Service | null {
  const [best] = [...(process ?? [])]
    .map(([domain, service]) => ({ service, parts: wanted.filter((graphs) => graphs.has(domain)).length }))
    .filter(({ parts }) => parts > 0)
    .sort((one, other) => other.parts - one.parts);
  return best?.service ?? null;
}

/** Has one process answer what it can answer alone, as it was asked: nothing is planned, and nothing put together. */
export const askWhole = (operations: WholeOperations): ApolloServerPlugin<GraphContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: async ({ schema, document, operation, source, request, contextValue }) => {
        const service = operations.serviceOf(schema, document, operation);
        if (service === null) return null;
        const asked = {
          query: source,
          variables: request.variables,
          operationName: request.operationName,
          isMutation: operation.operation === OperationTypeNode.MUTATION,
        };
        const singleResult = (await service.ask(asked, contextValue)) ?? unanswered(schema, operation);
        return {
          http: { status: undefined, headers: new HeaderMap() },
          body: { kind: 'single', singleResult },
        };
      },
    }),
});

/** As where each field at the top was asked for, and none was answered. */
function unanswered(schema: GraphQLSchema, operation: OperationDefinitionNode): FormattedExecutionResult {
  const { code, message, violations } = unavailable();
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  const asked = operation.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD);
  const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;
  const isNullable = asked.every(({ name }) => !isNonNullType(fields[name.value]?.type));
  return {
    errors: asked.map((field) => ({ message, path: [keyOf(field)], extensions: { code, violations } })),
    data: isNullable ? Object.fromEntries(asked.map((field) => [keyOf(field), null])) : null,
  };
}
