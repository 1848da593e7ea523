import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { KeptOperations } from './kept-operations.js';

const schema = buildSchema(`
  type Query { things(text: String, first: Int): Things! thing(id: ID!): Thing me: Person }
  type Mutation { doIt: Thing }
  type Things { nodes: [Thing!]! count: Int! }
  type Thing { id: ID! name: String! owner: Person! ofToday: Boolean! }
  type Person { id: ID! name: String! }`);
const operations = new KeptOperations([
  {
    fields: { Query: ['things', 'thing'], Things: '*', Thing: ['id', 'name', 'owner'], Person: ['id'] },
    passing: { Things: ['count'] },
    without: ['text'],
  },
]);

function lastsFor(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const [first] = document.definitions as OperationDefinitionNode[];
  if (first === undefined) throw new Error('no operation');
  return operations.lastsFor(schema, document, first, variables);
}

describe('what may be kept', () => {
  it('is what is read of the domain’s tables alone', () => {
    expect(lastsFor('{ things(first: 3) { nodes { id name owner { id __typename } } } }')).toBe(60_000);
    expect(
      lastsFor('query Q($id: ID!) { thing(id: $id) { ...F } } fragment F on Thing { name }', { id: '1' }),
    ).toBe(60_000);
    for (const other of [
      '{ me { id } }',
      '{ thing(id: 1) { ofToday } }',
      '{ thing(id: 1) { owner { name } } }',
      '{ thing(id: 1) { ...F } } fragment F on Thing { owner { id name } }',
      '{ __schema { types { name } } }',
      'mutation { doIt { id } }',
      'query A { thing(id: 1) { id } } query B { me { id } }',
    ])
      expect([other, lastsFor(other)]).toEqual([other, 0]);
  });

  it('is kept as long as what it holds may be old', () => {
    expect(lastsFor('{ things { count nodes { id } } }')).toBe(5_000);
  });

  it('has no words to look for', () => {
    const asked = 'query ($text: String) { things(text: $text) { nodes { id } } }';
    expect(lastsFor(asked)).toBe(60_000);
    expect(lastsFor(asked, { text: null })).toBe(60_000);
    expect(lastsFor(asked, { text: '  ' })).toBe(60_000);
    expect(lastsFor(asked, { text: '风电' })).toBe(0);
    expect(lastsFor(asked.replace('String)', 'String = "风电")'))).toBe(0);
    expect(lastsFor('{ things(text: "风电") { nodes { id } } }')).toBe(0);
    expect(lastsFor('{ things(text: null) { nodes { id } } }')).toBe(60_000);
  });
});
