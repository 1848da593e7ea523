/**
 * What a careful engineer would write by hand for the pages that the bench asks for, and nothing else: Fastify with
 * compiled answers, pg with prepared statements, an exact count remembered for a second for visitors as the product does,
 * the same check of a session for whoever signed in. Search ranks ids in a table of its own (words inline, columns to
 * filter by), as a text index is used where nothing is corrected, marked or put in order anew. No guards, no visibility.
 * Started by ../api.mjs: DATABASE_URL and PORT.
 */
import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import { segment } from '@jihui/platform';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const server = Fastify();

const text = { type: ['string', 'null'] };
const node = {
  type: 'object',
  properties: {
    id: text,
    title: text,
    summary: text,
    trl: { type: ['integer', 'null'] },
    ...fields('publishedAt', 'ownerName'),
  },
};
const card = {
  type: 'object',
  properties: {
    ...node.properties,
    ...fields('code', 'state', 'divisionCode', 'cluster', 'priceMode'),
    keywords: { type: 'array', items: { type: 'string' } },
    cooperationModes: { type: 'array', items: { type: 'string' } },
  },
};
const count = { type: 'object', properties: { name: text, value: text, count: { type: 'integer' } } };
const list = (item) => ({
  type: 'object',
  properties: {
    totalCount: { type: 'integer' },
    hasNextPage: { type: 'boolean' },
    nodes: { type: 'array', items: item },
    facets: { type: 'array', items: count },
  },
});
const answering = (schema) => ({ schema: { response: { 200: schema } } });

function fields(...names) {
  return Object.fromEntries(names.map((name) => [name, text]));
}

const NODE = `l.id, l.title, l.summary, l.trl, l.published_at as "publishedAt", o.name as "ownerName"`;
const CARD = `${NODE}, l.code, l.state, l.division_code as "divisionCode", l.cluster, l.price_mode as "priceMode",
  l.keywords, l.cooperation_modes as "cooperationModes"`;
const JOINED = `listings.result l join listings.organisation o on o.id = l.owner_id`;
const newest = (columns) => `select ${columns} from listings.search s join ${JOINED} on l.id = s.id
  where s.kind = 'RESULT' and s.listed order by s.published_at desc, s.id desc limit 21`;

const ask = async (name, statement, values) => (await pool.query({ name, text: statement, values })).rows;
const page = (rows) => ({ hasNextPage: rows.length > 20, nodes: rows.slice(0, 20) });

const exactCount = async () => {
  const [row] = await ask(
    'count',
    `select count(*)::int as count from listings.search s where s.kind = 'RESULT' and s.listed`,
  );
  return row.count;
};
let remembered = { until: 0, value: undefined };
const recentCount = () => {
  const now = performance.now();
  if (remembered.until < now) remembered = { until: now + 1_000, value: exactCount() };
  return remembered.value;
};

/** The person of the session cookie; whoever has none is a visitor. */
server.addHook('onRequest', async (request) => {
  const token = /jihui_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  if (token === undefined) return;
  const hash = createHash('sha256').update(token).digest();
  const [person] = await ask(
    'session',
    `select p.id, (select json_agg(json_build_object('organisationId', m.organisation_id, 'roles', m.roles))
       from identity.membership m where m.person_id = p.id and m.state = 'ACTIVE') as memberships
     from identity.session s join identity.person p on p.id = s.person_id
     where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and p.state = 'ACTIVE'`,
    [hash],
  );
  if (person === undefined) throw new Error('the session is not known');
  request.person = person;
});

server.get('/list', answering(list(node)), async () => page(await ask('list', newest(NODE))));
server.get('/card', answering(list(card)), async () => page(await ask('card', newest(CARD))));
server.get('/counted', answering(list(node)), async (request) => {
  const [rows, totalCount] = await Promise.all([
    ask('list', newest(NODE)),
    request.person === undefined ? recentCount() : exactCount(),
  ]);
  return { totalCount, ...page(rows) };
});
server.get('/one/:id', answering(node), async (request) => {
  const [row] = await ask('one', `select ${NODE} from ${JOINED} where l.id = $1`, [request.params.id]);
  return row;
});
server.get('/search', answering(list(node)), async (request) => {
  const words = segment(request.query.text).map((word) => `'${word.replaceAll("'", "''")}'`);
  const [{ ids, total, facets }] = await ask('search', RANKED, [words.join(' & ')]);
  const rows = await ask('by-ids', `select ${NODE} from ${JOINED} where l.id = any($1::uuid[])`, [ids]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    totalCount: total,
    hasNextPage: total > 20,
    nodes: ids.map((id) => byId.get(id)),
    facets: facets ?? [],
  };
});

const SCALARS = ['cluster', 'tech_field', 'trl_band', 'price_mode', 'division_code', 'owner_kind'];
const RANKED = `
  with found as materialized (
    select id, ts_rank(tsv, $1::tsquery) as rank, ${SCALARS.join(', ')}, cooperation_modes
    from bench.search where tsv @@ $1::tsquery),
  facets as (
    ${SCALARS.map((name) => `select '${name}' as name, ${name} as value, count(*)::int as count from found group by 2`).join(' union all ')}
    union all select 'cooperation_modes', mode, count(*)::int from found, unnest(cooperation_modes) mode group by 2)
  select coalesce((select array_agg(id order by rank desc, id) from
      (select id, rank from found order by rank desc, id limit 20) best), '{}') as ids,
    (select count(*)::int from found) as total,
    (select json_agg(facets) from facets where value is not null) as facets`;

await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('disconnect', () => process.exit(0));
process.send('ready');
