/** What is asked of both servers, and what must be the same in both answers. */

const NODE = 'id title summary trl publishedAt ownerName';
const CARD = `${NODE} code state divisionCode cluster priceMode keywords cooperationModes`;
const FACETS = [
  'clusters',
  'techFields',
  'trlBands',
  'priceModes',
  'divisions',
  'ownerKinds',
  'cooperationModes',
]
  .map((name) => `${name} { value count }`)
  .join(' ');
const listOf = (fields, more = '') =>
  `{ results(first: 20) { ${more} pageInfo { hasNextPage } edges { node { ${fields} } } } }`;

export const LIST = listOf(NODE);
const COUNTED = listOf(NODE, 'totalCount');
export const ONE = `query ($id: ID!) { result(id: $id) { ${NODE} } }`;
const SEARCH = `query ($text: String) { results(first: 20, text: $text) {
  totalCount facets { ${FACETS} } pageInfo { hasNextPage } edges { node { ${NODE} } } } }`;

/** What people look for: words of the bundled demo results and of science at large, alone and two at once. */
const words = [
  '风电',
  '淬火 温度',
  '煤层气',
  '轻质 合金',
  '传感器',
  '催化剂',
  '药用 植物',
  '图像 识别',
  '控制系统',
  '锻造 工艺',
];

/** A request to the graph. */
export const graph = (url, query, variables = {}, headers = {}) => ({
  url: `${url}/graphql`,
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ query, variables }),
});

const inTurn = (values) => {
  let at = 0;
  return () => values[at++ % values.length];
};
const sorted = (value) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
const nodesOf = ({ results }) => results.edges.map(({ node }) => sorted(node));
const time = (value) => ({ ...value, publishedAt: new Date(value.publishedAt).toISOString() });
const rowsOf = ({ nodes }) => nodes.map((node) => sorted(time(node)));

/**
 * For a visitor and for the person of the cookie: an operation by name, as the next request to each side.
 * @returns {Record<string, Record<string, { ours: () => object, byHand: () => object, same: Function }>>}
 */
export function requestsOf({ ours, byHand, cookie, ids }) {
  const of = (headers) => {
    const plain = (query, place, same) => ({
      ours: () => graph(ours.url, query, {}, headers),
      byHand: () => ({ url: `${byHand.url}${place}`, headers }),
      same,
    });
    const [ourId, theirId] = [inTurn(ids), inTurn(ids)];
    const [ourWords, theirWords] = [inTurn(words), inTurn(words)];
    const lists = (mine, theirs) => [nodesOf(mine).map(time), rowsOf(theirs)];
    return {
      list: plain(LIST, '/list', lists),
      card: plain(listOf(CARD), '/card', lists),
      one: {
        ours: () => graph(ours.url, ONE, { id: ourId() }, headers),
        byHand: () => ({ url: `${byHand.url}/one/${theirId()}`, headers }),
        same: ({ result }, theirs) => [sorted(time(result)), sorted(time(theirs))],
      },
      counted: plain(COUNTED, '/counted', (mine, theirs) => [
        [mine.results.totalCount, ...nodesOf(mine).map(time)],
        [theirs.totalCount, ...rowsOf(theirs)],
      ]),
      search: {
        ours: () => graph(ours.url, SEARCH, { text: ourWords() }, headers),
        byHand: () => ({ url: `${byHand.url}/search?text=${encodeURIComponent(theirWords())}`, headers }),
        // Ranked by other rules: as many rows on the page is all that must agree.
        same: (mine, theirs) => [mine.results.edges.length, theirs.nodes.length],
      },
    };
  };
  return { anonymous: of({}), signedIn: of({ cookie }) };
}
