import { isRequiredArgument } from 'graphql';
import { mailsIn } from '@jihui/testing';
import { headFor } from '../../apps/server/src/page-head.js';
import { demoCity, type DemoCity } from './city.js';
import { READERS, SECRETS, type Reader, type Secret } from './secrets.js';
import { OWNER_CODE, plant, type SecretWorld } from './secret-world.js';
import {
  askingFor,
  everything,
  isConnection,
  leaves,
  nodeOf,
  queries,
  queryOf,
  takesText,
  targetOf,
  type Field,
} from './walk.js';

let city: DemoCity;
let world: SecretWorld;
/** All that a reader was ever answered, by the query that answered it. */
const read = new Map<Reader, Map<string, string>>();

beforeAll(async () => {
  city = await demoCity();
  world = await plant(city);
  for (const reader of READERS) read.set(reader, await readEverything(reader));
}, 600_000);
afterAll(() => city?.close());

/** How deep relations are followed from a query's own type. */
const DEPTH = 2;

/** Name of the type itself, without lists and non-nulls. */
const nullable = (type: unknown): string => String(type).replace(/[[\]!]/g, '');

/** Values of the arguments that a query cannot do without, one set for each thing to be asked for. */
function argumentSets(field: Field): Record<string, unknown>[] {
  const { ids } = world;
  const each = (name: string, kind: string) => (ids[kind] ?? []).map((id) => ({ [name]: id }));
  switch (field.name) {
    case 'members':
    case 'authorisationLetters':
    case 'organisationExport':
    case 'annualReportYears':
      return each('organisationId', 'organisation');
    case 'matchesForNeed':
      return each('needId', 'need');
    case 'matchesForResult':
      return each('resultId', 'result');
    case 'match':
      return each('needId', 'need').flatMap((need) =>
        each('resultId', 'result').map((result) => ({ ...need, ...result })),
      );
    case 'patentMatch':
      return each('needId', 'need').flatMap((need) =>
        each('patentId', 'patent').map((patent) => ({ ...need, ...patent })),
      );
    case 'expertMatch':
      return each('needId', 'need').flatMap((need) =>
        each('expertId', 'expert').map((expert) => ({ ...need, ...expert })),
      );
    case 'dealMessages':
    case 'dealNotes':
    case 'dealContacts':
    case 'dealFiles':
      return each('dealId', 'deal');
    case 'lawParameter':
      return [{ id: 'deals.disclosure_days' }];
    case 'calculate':
      return [{ calculator: 'stamp-duty', inputs: {} }];
    case 'calculatorPrefill':
      return each('contractId', 'contract').map((one) => ({ calculator: 'stamp-duty', ...one }));
    case 'brokerCases':
      return each('brokerId', 'broker').flatMap((broker) =>
        ['INTRODUCTIONS', 'DEALS', 'SIGNED', 'CONTRACTS', 'COMMISSION'].map((figure) => ({
          ...broker,
          figure,
        })),
      );
    case 'licensableContracts':
      return each('patentId', 'patent');
    case 'agencyCases':
      return each('agencyId', 'agency').map((agency) => ({ ...agency, figure: 'CONTRACTS' }));
    case 'brokerRatings':
      return each('brokerId', 'broker');
    case 'serviceRatings':
      return [{ from: '2026-01-01', to: '2026-12-31' }];
    // None of these is planted: what an id of something else says is asked for.
    case 'calculation':
    case 'contractProceeding':
    case 'expertReview':
    case 'reward':
    case 'ruleReplay':
    case 'bidUpload':
    case 'callProject':
    case 'misconductReport':
    case 'callRehearsal':
      return each('id', 'contract');
    case 'expertCandidates':
      return each('contractId', 'contract');
    case 'rewardCandidates':
      return each('rewardId', 'contract');
    case 'annualReport':
      return each('organisationId', 'organisation').map((one) => ({ ...one, year: 2026 }));
    case 'annualReportRecords':
      return each('organisationId', 'organisation').map((one) => ({
        ...one,
        year: 2026,
        figure: 'deal.count',
      }));
    case 'callSealing':
    case 'callOpening':
    case 'openedBids':
    case 'bidChecks':
    case 'expertDraw':
    case 'callReview':
      return each('callId', 'contract');
    case 'ownBid':
      return each('callId', 'contract').flatMap((call) =>
        each('organisationId', 'organisation').map((one) => ({ ...call, ...one })),
      );
    case 'recusableExperts':
      return each('callId', 'contract').map((call) => ({ ...call, text: '专家' }));
    case 'contractText':
      return each('fileId', 'contract');
    default:
      break;
  }
  const required = field.args.filter(isRequiredArgument);
  if (required.length === 0) return [{}];
  if (required.length === 1 && required[0]?.name === 'id') {
    const sets = each('id', field.name);
    if (sets.length > 0) return sets;
  }
  // What is no id names nothing of anybody's.
  const plain: Readonly<Record<string, unknown>> = { String: 'x'.repeat(48), Int: 2026 };
  const given = required.map(({ name, type }) => [name, plain[nullable(type)]] as const);
  if (given.every(([, value]) => value !== undefined)) return [Object.fromEntries(given)];
  throw new Error(`argumentSets: say what to ask ${field.name} for`);
}

function documentsOf(field: Field): { name: string; text: string }[] {
  const target = targetOf(field);
  const node = isConnection(field) ? nodeOf(field) : target;
  const parts = node === undefined ? [''] : everything(node, DEPTH).map(({ text }) => text);
  return argumentSets(field).flatMap((set) =>
    parts.map((inner, index) => ({
      name: `${field.name}(${JSON.stringify(set)}) ${index}`,
      text: queryOf(field, set, inner),
    })),
  );
}

async function readEverything(reader: Reader): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const field of queries)
    for (const { name, text } of documentsOf(field)) {
      const answer = await world.as(reader).query(text, { first: 100, rows: 3 }).answer();
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
      const broken = codes.filter((code) => /VALIDATION|INTERNAL|PARSE|BAD_USER/.test(code ?? 'INTERNAL'));
      if (broken.length > 0) throw new Error(`${reader} ${name}: ${JSON.stringify(answer.errors)}`);
      answers.set(name, JSON.stringify(answer));
    }
  for (const path of world.files) {
    const response = await world.as(reader).get(path);
    answers.set(
      path,
      response.status === 200 ? `${response.headers['content-disposition']} ${response.text}` : '',
    );
  }
  return answers;
}

/** Queries that tell of organisations for their own sake: there the owner is one among others. */
const OF_ORGANISATIONS = /^(organisations?|pendingOrganisations|members|people|annualReport)\(/;

const seenBy = (text: string, besides?: RegExp): Reader[] =>
  READERS.filter((reader) =>
    [...(read.get(reader) ?? [])].some(
      ([name, answer]) =>
        besides?.test(name) !== true && (answer.includes(text) || answer.includes(encodeURIComponent(text))),
    ),
  );

describe('what is secret', () => {
  it.each(Object.entries<Secret>(SECRETS))(
    '%s is read by exactly those who may',
    (name, { text, readers }) => {
      const ofOwner = name === 'ownerName' || name === 'ownerCode';
      const seen = seenBy(name === 'ownerCode' ? OWNER_CODE : text, ofOwner ? OF_ORGANISATIONS : undefined);
      expect(seen.sort()).toEqual([...readers].sort());
    },
  );

  it('says of an anonymous need not even the owner’s id', () => {
    const seen = seenBy(world.hiddenOwner, OF_ORGANISATIONS);
    expect(seen.sort()).toEqual(['hidden', 'officer']);
  });
});

/** What one may not read is not found by its words either. */
describe('a search', () => {
  const searches = queries.filter((field) => isConnection(field) && takesText(field));

  /** Ids of all that it finds, whatever is listed. */
  const find = async (reader: Reader, field: Field, text: string): Promise<string> => {
    const related = ['need', 'result'].filter((name) => name in nodeOf(field).getFields());
    const inner = [leaves(nodeOf(field)), ...related.map((name) => `${name} { id }`)].join(' ');
    const document = `query ($text: String) { ${field.name}(${askingFor(field, '$text')}) { edges { node { ${inner} } } } }`;
    const { data, errors } = await world.as(reader).query(document, { text }).answer();
    const codes = (errors ?? []).map(({ extensions }) => extensions.code);
    // Who is nobody has no inbox to search.
    if (codes.some((code) => code !== 'UNAUTHENTICATED')) throw new Error(JSON.stringify(errors));
    return JSON.stringify(data);
  };
  const outsiders = READERS.filter((reader) => !['hidden', 'officer'].includes(reader));

  it.each(searches.map((field) => [field.name, field] as const))(
    '%s does not find an anonymous need, or a deal on it, by who owns it',
    async (_, field) => {
      for (const reader of outsiders)
        for (const text of [
          SECRETS.ownerName.text,
          OWNER_CODE,
          SECRETS.needPhone.text,
          SECRETS.needContact.text,
        ])
          expect([reader, text, (await find(reader, field, text)).includes(world.anonymousNeed)]).toEqual([
            reader,
            text,
            false,
          ]);
    },
  );

  it.each([SECRETS.ndaKeyPoints.text, SECRETS.ndaInnovation.text, SECRETS.ndaComparison.text])(
    'does not find a result by %s, which stands under its NDA',
    async (text) => {
      const field = queries.find(({ name }) => name === 'results') as Field;
      for (const reader of outsiders)
        expect([reader, (await find(reader, field, text)).includes(world.ndaResult)]).toEqual([
          reader,
          false,
        ]);
    },
  );

  it('finds by what signed-in people may read for those who are', async () => {
    const field = queries.find(({ name }) => name === 'results') as Field;
    const found = async (reader: Reader) =>
      (await find(reader, field, SECRETS.signedInText.text)).includes(world.signedInResult);
    expect([await found('anonymous'), await found('stranger')]).toEqual([false, true]);
  });
});

describe('what a page says to a search engine', () => {
  it('holds no secret', async () => {
    const fastify = city.app.getHttpAdapter().getInstance();
    const paths = [
      ...(world.ids['result'] ?? []).map((id) => `/results/${id}`),
      ...(world.ids['need'] ?? []).map((id) => `/needs/${id}`),
    ];
    const heads = await Promise.all(paths.map((path) => headFor(fastify as never, path, 'http://x')));
    const told = heads.map(({ html }) => html).join('\n');
    const secret = Object.entries<Secret>(SECRETS).filter(
      ([name, { text, readers }]) =>
        !readers.includes('anonymous') && told.includes(name === 'ownerCode' ? OWNER_CODE : text),
    );
    expect(secret.map(([name]) => name)).toEqual([]);
    expect(heads.filter(({ status }) => status === 200)).toHaveLength(4);
  });
});

describe('what is mailed', () => {
  it('names an anonymous need’s owner to its members and the bureau alone', async () => {
    const naming = (await mailsIn(city.stateDir)).filter(({ subject, text }) =>
      `${subject} ${text}`.includes(SECRETS.ownerName.text),
    );
    expect(naming.length).toBeGreaterThan(0);
    expect(naming.filter(({ to }) => !/^(tea|officer|registrar1)@/.test(to))).toEqual([]);
  });
});
