import {
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { KeptReads } from './kept-reads.js';

/** How long an answer is kept where nothing changes, and where it holds what may be older than its tables; milliseconds. */
const KEPT = { long: 60_000, passing: 5_000 };

type Variables = Readonly<Record<string, unknown>>;

/** What is known of an operation before its variables. */
interface Judged {
  /** 0 for one that is not kept. */
  readonly milliseconds: number;
  /** Variables that have to be empty. */
  readonly empty: readonly string[];
}
const NEVER: Judged = { milliseconds: 0, empty: [] };

/** Judges operations: each document once. */
export class KeptOperations {
  private readonly judged = new WeakMap<OperationDefinitionNode, Judged>();

  constructor(private readonly reads: readonly KeptReads[]) {}

  /** For how many milliseconds its answer may be kept; 0 for not at all. */
  lastsFor(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): number {
    let known = this.judged.get(operation);
    if (known === undefined) {
      known = this.judge(schema, document, operation);
      this.judged.set(operation, known);
    }
    return known.empty.every((name) => isEmpty(variables[name])) ? known.milliseconds : 0;
  }

  private judge(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Judged {
    // Which of several is asked for is not the text's to say.
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    if (operation.operation !== OperationTypeNode.QUERY || operations.length > 1) return NEVER;
    const types = new TypeInfo(schema);
    const empty: string[] = [];
    let isKept = true;
    let isPassing = false;
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name, arguments: given = [] }) => {
          const type = types.getParentType()?.name ?? '';
          if (name.value === '__typename') return;
          isKept &&= this.isRead(type, name.value);
          isPassing ||= this.reads.some(({ passing }) => passing[type]?.includes(name.value));
          for (const argument of given) isKept &&= this.mayBe(argument, operation, empty);
        },
      }),
    );
    return isKept ? { milliseconds: isPassing ? KEPT.passing : KEPT.long, empty } : NEVER;
  }

  private isRead(type: string, field: string): boolean {
    return this.reads.some(({ fields }) => fields[type] === '*' || fields[type]?.includes(field));
  }

  /** An argument that must have no value has none, or is a variable that is looked at each time. */
  private mayBe(
    { name, value }: ArgumentNode,
    { variableDefinitions = [] }: OperationDefinitionNode,
    empty: string[],
  ): boolean {
    if (!this.reads.some(({ without }) => without.includes(name.value))) return true;
    if (value.kind === Kind.NULL) return true;
    if (value.kind !== Kind.VARIABLE) return false;
    const variable = value.name.value;
    empty.push(variable);
    return !variableDefinitions.some((one) => one.variable.name.value === variable && one.defaultValue);
  }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
