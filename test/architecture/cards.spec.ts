import { Kind, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import { load } from './sources.js';

const { RESULT_CARD_FIELDS } = (await load('libs/listings/src/result.view.ts')) as {
  RESULT_CARD_FIELDS: ReadonlySet<string>;
};
const { NEED_CARD_FIELDS } = (await load('libs/listings/src/need.view.ts')) as {
  NEED_CARD_FIELDS: ReadonlySet<string>;
};
const documents = Object.values(await load('apps/portal/src/gql/graphql.ts')) as readonly DocumentNode[];

const fragment = (name: string): FragmentDefinitionNode => {
  const found = documents
    .flatMap(({ definitions = [] }) => definitions)
    .find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name);
  if (found?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error(`no fragment ${name}`);
  return found;
};

describe('a list of listings reads cards', () => {
  it.each([
    ['ResultCard', RESULT_CARD_FIELDS],
    ['NeedCard', NEED_CARD_FIELDS],
  ])('%s asks for nothing for which whole forms would be read', (name, known) => {
    const asked = fragment(name).selectionSet.selections.map((one) =>
      one.kind === Kind.FIELD ? one.name.value : `a ${one.kind}`,
    );
    expect(asked.filter((field) => !known.has(field))).toEqual([]);
  });
});
