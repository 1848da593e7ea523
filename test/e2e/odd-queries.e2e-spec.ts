import { getNamedType, isInputObjectType, isRequiredArgument, type GraphQLObjectType } from 'graphql';
import { uuidv7 } from '@jihui/platform';
import { describeWith, startMeilisearch, until, type GraphClient } from '@jihui/testing';
import { Engines } from '../../libs/platform/src/search/engines.js';
import { demoCity, type DemoCity } from './city.js';
import {
  askingFor,
  fieldsOf,
  isConnection,
  leaves,
  nodeOf,
  queries,
  takesText,
  targetOf,
  type Field,
} from './walk.js';

/** What nobody means to type, and somebody will. */
const ODD: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', ' \t\u3000'],
  ['one character', '铸'],
  ['one letter', 'a'],
  ['10,000 characters of one word', '铸'.repeat(10_000)],
  ['10,000 characters of many words', '法兰 锻造 '.repeat(1_666)],
  ['10,000 characters of different ones', different(10_000)],
  ['emoji alone', '😀🏭👨‍👩‍👧'],
  ['SQL', `'; drop table platform.search_document; --' or 1=1`],
  ['a regular expression that runs for ever', '(a+)+$ .*+?^${}()|[]\\ ([^"]*)*'],
  ['operators of a text query', '法兰:* & | ! <-> <2> ( \\'],
  ['wildcards', '%_%'],
  ['quotes that do not close', '"法兰 “锻造 「热处理'],
  ['exclusion alone', '-法兰 -"锻造"'],
  ['right to left', 'مرحبا بالعالم שלום'],
  ['marks that turn the direction', '\u202e法兰\u202c \u2066abc\u2069'],
  ['combining marks', `e${'\u0301'.repeat(300)}`],
  ['full width and numbers that never end', `ＺＬ${'９'.repeat(300)}`],
];

/** Han characters, each another. */
function different(count: number): string {
  return Array.from({ length: count }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
}

/** On a machine that does other things as well; a search that runs away takes minutes. */
const WITHIN_MS = 5_000;

/** Everything that a list says of a search, its marks, counts and what may have been meant included. */
function listOf(field: Field): string {
  const connection = targetOf(field) as GraphQLObjectType;
  const edge = targetOf(connection.getFields()['edges'] as Field) as GraphQLObjectType;
  const marks = 'highlights' in edge.getFields() ? 'highlights { field parts { text matched } }' : '';
  const { facets: counted } = connection.getFields();
  const facets = counted === undefined ? undefined : targetOf(counted as Field);
  const counts =
    facets === undefined
      ? ''
      : `facets { ${fieldsOf(facets)
          .map(({ name, type }) => `${name} { ${leaves(getNamedType(type) as GraphQLObjectType)} }`)
          .join(' ')} }`;
  const said = ['totalCount', 'loose', 'widened', 'suggestion'].filter(
    (name) => name in connection.getFields(),
  );
  return `${said.join(' ')} ${counts} pageInfo { endCursor } edges { cursor ${marks} node { ${leaves(nodeOf(field))} } }`;
}

/** What is listed of one thing is asked by whoever may see the thing: here by what is looked for alone. */
const isOfOneThing = (field: Field): boolean =>
  field.args.some((argument) => isRequiredArgument(argument) && getNamedType(argument.type).name === 'ID');
const lists = queries.filter((field) => isConnection(field) && takesText(field) && !isOfOneThing(field));
/** Those that the search index answers: the others ask their own tables, whichever engine is set. */
const searched = lists.filter((field) => 'loose' in (targetOf(field) as GraphQLObjectType).getFields());
/** Charts that are drawn of what a text finds. */
const charts = queries.filter(
  (field) =>
    !isConnection(field) &&
    field.args.some(({ name, type }) => {
      const input = getNamedType(type);
      return name === 'filter' && isInputObjectType(input) && 'text' in input.getFields();
    }),
);

/** The same through every way in, whichever engine answers. */
function answered(
  engine: string,
  open: () => Promise<{ settings: Record<string, string>; leave: () => Promise<void> }>,
) {
  let city: DemoCity;
  let leave: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const opened = await open();
    leave = opened.leave;
    city = await demoCity(opened.settings);
    await until(async () => {
      city.get(Engines).lookAgain();
      return (await nameOfEngine()) === engine;
    }, 120_000);
  }, 300_000);
  afterAll(async () => {
    await city?.close();
    await leave?.();
  });

  const nameOfEngine = (): Promise<string> => city.get(Engines).ask(({ name }) => Promise.resolve(name));
  const readers = (): GraphClient[] => [city.client(), city.who('transferOfficer'), city.who('registrar1')];

  /** Whoever may not read the list at all is told so by a code; nobody is told of a defect. */
  async function ask(document: string, text: string): Promise<void> {
    for (const reader of readers()) {
      const began = performance.now();
      const { errors } = await reader.query(document, { text }).answer();
      const codes = (errors ?? []).map(({ extensions, message }) => `${extensions.code} ${message}`);
      expect(codes.filter((code) => !/^(?:UNAUTHENTICATED|FORBIDDEN)\b/.test(code))).toEqual([]);
      expect(performance.now() - began).toBeLessThan(WITHIN_MS);
    }
  }

  it('are asked of the engine that is meant, and of lists and charts', async () => {
    expect(await nameOfEngine()).toBe(engine);
    expect(searched.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'results',
        'needs',
        'experts',
        'patents',
        'brokers',
        'agencies',
        'organisations',
      ]),
    );
    expect(charts.map(({ name }) => name)).toContain('patentLandscape');
  });

  describe.each((engine === 'postgres' ? lists : searched).map((field) => [field.name, field] as const))(
    'of %s',
    (_, field) => {
      it.each(ODD)('are answered: %s', async (_name, text) => {
        const document = `query ($text: String) { ${field.name}(${askingFor(field, '$text')}, first: 20) { ${listOf(field)} } }`;
        await ask(document, text);
        expect(await nameOfEngine()).toBe(engine);
      });
    },
  );

  describe.each(charts.map((field) => [field.name, field] as const))('of %s', (_, field) => {
    it.each(ODD)('are answered: %s', async (_name, text) => {
      const inner = leaves(targetOf(field) as GraphQLObjectType);
      await ask(`query ($text: String) { ${field.name}(${askingFor(field, '$text')}) { ${inner} } }`, text);
    });
  });

  it.each(ODD)('are kept, or refused beside the field: %s', async (_name, text) => {
    const input = { name: '奇怪的检索', kind: 'RESULT', text, alerts: true, clientMutationId: uuidv7() };
    const { data, errors } = await city.who('transferOfficer').query(SAVE, { input }).answer();
    // Longer than a search that is kept may be, or nothing to look for.
    if (errors !== undefined)
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_INPUT']);
    else expect(data).toMatchObject({ saveSearch: { savedSearch: { version: 1 } } });
  });
}

const SAVE =
  'mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { id version } } }';

describe('odd queries, with PostgreSQL', () => {
  answered('postgres', () => Promise.resolve({ settings: {}, leave: () => Promise.resolve() }));
});

describeWith('meilisearch', 'odd queries, with Meilisearch', () => {
  answered('meilisearch', async () => {
    const part = await startMeilisearch();
    return { settings: { MEILI_URL: part.url, MEILI_INDEX: `odd_${uuidv7()}` }, leave: () => part.stop() };
  });
});
