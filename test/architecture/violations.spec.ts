import { buildSchema, Kind, parse, TypeInfo, visit, visitWithTypeInfo, type SelectionSetNode } from 'graphql';
import { filesBelow, textOf } from './sources.js';

/** A sentence that the server hands over whole is asked for whole, or English pages have to guess at its facts. */

const schema = buildSchema(textOf('schema/all.graphql'), { assumeValid: true });
const namesIn = ({ selections }: SelectionSetNode): string[] =>
  selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));

/** Where a document asks for a sentence without its pattern and what stands in it. */
function cutShort(source: string): string[] {
  const found: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(source),
    visitWithTypeInfo(types, {
      SelectionSet(node) {
        const type = types.getParentType();
        if (type === null || type === undefined || !('getFields' in type)) return;
        const asked = namesIn(node);
        if (!asked.includes('message') || type.getFields()['pattern'] === undefined) return;
        if (!asked.includes('pattern') || !asked.includes('params')) found.push(type.name);
      },
    }),
  );
  return found;
}

const DOCUMENTS = filesBelow('apps/portal/src', /\.tsx?$/)
  .filter((file) => !file.includes('/gql/'))
  .flatMap((file) =>
    [...textOf(file).matchAll(/\bgraphql\(\s*`([^`]*)`/g)].map(([, source]) => [file, source ?? ''] as const),
  );

describe('what the portal asks for', () => {
  it('is read', () => expect(DOCUMENTS.length).toBeGreaterThan(100));

  it('takes a sentence with its pattern and its facts', () =>
    expect(DOCUMENTS.flatMap(([file, source]) => cutShort(source).map((type) => [file, type]))).toEqual([]));
});
