import { buildSchema, execute, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { locationsOf } from './locations.js';

const schema = buildSchema(`
  type Query { things: [Thing!]!  thing: Thing }
  type Thing { name: String  part: Thing }
`);
const failing = (): never => {
  throw new Error('fails');
};
const thing = { name: failing, part: () => ({ name: failing }) };

describe('where an error stands', () => {
  it.each([
    '{ thing { name } }',
    `query Q {
       first: thing { other: name }
       things { part { name } }
     }`,
    `query Q { thing { ...words name } }
     fragment words on Thing { name part { ... on Thing { name } } }`,
    `query A { thing { part { name } } }`,
  ])('is told as by an execution in one process: %s', async (text) => {
    const document = parse(text);
    const [operation] = document.definitions.filter(
      (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
    );
    const { errors = [] } = await execute({
      schema,
      document,
      rootValue: { thing, things: [thing, thing] },
    });
    expect(errors.length).toBeGreaterThan(0);
    for (const { path = [], locations } of errors)
      expect([path, locationsOf(document, operation!, path)]).toEqual([path, locations]);
  });

  it('is told of nothing that was not asked', () => {
    const document = parse('{ thing { name } }');
    const [operation] = document.definitions as OperationDefinitionNode[];
    expect(locationsOf(document, operation!, ['things', 0, 'name'])).toEqual([]);
  });
});
