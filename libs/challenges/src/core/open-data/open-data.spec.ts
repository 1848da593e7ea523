import fc from 'fast-check';
import { canonical } from '@jihui/kernel';
import { aCall, aContent } from '../../../test/call.fixture.js';
import { aProject } from '../../../test/project.fixture.js';
import type { Call, Secrecy } from '../calls/call.js';
import { SECRECY } from '../calls/call.js';
import { callLifecycle, type CallState } from '../calls/lifecycle.js';
import { CALL_MODES } from '../calls/modes.js';
import { withoutContacts, type ReleaseFacts } from './facts.js';
import { objectsIn, within, type Json, type JsonObject } from './json.js';
import { following, merged, mergedObjects, tagsOf } from './merge.js';
import { packageOf, recordIn, releaseIn, type KeptRelease } from './packages.js';
import { isOpenData, processOf, releaseOf } from './release.js';

const OWNER = { id: 'owner-of-the-call', name: '发榜的公司' };
const BUREAU = { id: 'bureau', name: '市科技局' };
const BIDDERS = [
  { id: 'bidder-1', name: '甲大学' },
  { id: 'bidder-2', name: '乙研究院' },
];
const FIXED = { passLine: 6_000, dropFrom: 5, deviation: 20, against: 3, parameterIds: [] };
const PUBLISHER = {
  name: '市科技局',
  prefix: 'ocds-abc123',
  url: 'https://city.example',
  license: undefined,
};

const bid = (at: number) => ({
  ...{ id: `bid-${at}`, bidder: BIDDERS[at] ?? BUREAU, fault: null, verdict: 'QUALIFIED' as const },
});
const call = (state: CallState, change: Partial<Call> = {}): Call =>
  aCall(state, {
    ...{ ownerId: OWNER.id, fixed: FIXED, noticeFrom: '2026-01-05', noticeUntil: '2026-01-09' },
    ...{ publishedAt: new Date('2026-01-12T01:00:00Z'), opensAt: new Date('2026-01-12T01:00:00Z') },
    closesAt: new Date('2026-02-12T09:00:00Z'),
    ...change,
  });
const facts = (change: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  ...{ call: call('BIDDING'), owner: OWNER, bureau: BUREAU, answered: [], log: { openedAt: null } },
  ...{ bids: null, decision: null, projects: [], successors: [] },
  ...change,
});
const OPENED = { openedAt: new Date('2026-02-13T02:00:00Z') };
const decided = (...awards: string[]) => ({
  ...{
    document: '纪要1号',
    day: '2026-03-01',
    opinion: '',
    awards,
    personId: 'p',
    at: '2026-03-01T00:00:00Z',
  },
});
const keptAt = (place: number, body: JsonObject, process = 'BD2026-0001'): KeptRelease => ({
  ...{ process, place, at: new Date(Date.UTC(2026, 0, place)), tags: ['tender'], body },
});

/** Every text that stands anywhere in it. */
const textsOf = (value: Json): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value as Record<string, Json>).flatMap(textsOf)
      : [];

describe('a release', () => {
  const states = fc.constantFrom(...callLifecycle.states);
  const modes = fc.constantFrom(...CALL_MODES);
  const secrecies = fc.constantFrom<Secrecy>(...SECRECY);

  it('says nothing of bids before their opening, whatever state the call is in', () => {
    fc.assert(
      fc.property(states, modes, secrecies, (state, mode, secrecy) => {
        const one = call(state, { mode, content: aContent({ secrecy }) });
        const said = canonical(releaseOf(facts({ call: one, decision: decided('bid-0') })));
        expect(said).not.toMatch(/"bids"|numberOfTenderers|"tenderers"|"awards"|bidder-|bid-/);
      }),
    );
  });

  it('names the owner of no masked call and tells nothing of the content of a partly public one', () => {
    fc.assert(
      fc.property(states, modes, secrecies, (state, mode, secrecy) => {
        const content = aContent({ secrecy, background: '背景甲', work: '内容乙', requirements: '要求丙' });
        const projects = [aProject('RUNNING', { bidId: 'bid-0', ownerId: OWNER.id })];
        const opened = { log: OPENED, bids: [bid(0), bid(1)], decision: decided('bid-0'), projects };
        const said = canonical(releaseOf(facts({ call: call(state, { mode, content }), ...opened })));
        expect(said.includes(OWNER.id) || said.includes(OWNER.name)).toBe(secrecy !== 'MASKED');
        expect(/背景甲|内容乙|要求丙|indicators/.test(said)).toBe(secrecy !== 'PARTIAL');
      }),
    );
  });

  it('holds no contact, no person and no empty member', () => {
    const content = aContent({
      contact: '张三',
      phone: '13903500000',
      work: '请联系 13903500000 或 a.b@c.cn',
    });
    const said = releaseOf(facts({ call: call('BIDDING', { content }) }));
    expect(canonical(said)).not.toMatch(/张三|13903500000|a\.b@c\.cn|responsible|custodian/);
    expect(textsOf(said)).not.toContain('');
    expect(canonical(said)).not.toMatch(/:(null|\[\]|\{\})/);
  });

  it('gives money in yuan, and instants with their zone', () => {
    const funding = { total: 100_000_050, owner: 50_000_050, city: 50_000_000, county: 0 };
    const said = releaseOf(facts({ call: call('BIDDING', { funding }) }));
    expect(within(said, 'tender')['value']).toEqual({ amount: 1_000_000.5, currency: 'CNY' });
    expect(within(within(said, 'tender'), 'tenderPeriod')).toEqual({
      startDate: '2026-01-12T01:00:00.000Z',
      endDate: '2026-02-12T09:00:00.000Z',
    });
  });

  it('begins with the publication, and a second round is a process that follows the first', () => {
    expect(isOpenData(call('CLEARED', { fixed: null }))).toBe(false);
    expect(isOpenData(call('PUBLISHED'))).toBe(true);
    expect(processOf({ code: 'BD2026-0001', round: 1 })).toBe('BD2026-0001');
    expect(processOf({ code: 'BD2026-0001', round: 3 })).toBe('BD2026-0001-R3');
    const third = releaseIn(PUBLISHER, keptAt(1, {}, 'BD2026-0001-R3'));
    expect(third['relatedProcesses']).toMatchObject([{ identifier: 'ocds-abc123-BD2026-0001-R2' }]);
    const second = releaseIn(PUBLISHER, keptAt(1, {}, 'BD2026-0001-R2'));
    expect(second['relatedProcesses']).toMatchObject([{ identifier: 'ocds-abc123-BD2026-0001' }]);
  });

  it('tells what was paid and came back of the treasury’s money, and nothing of who entered it', () => {
    const entry = { voucher: 'PZ-1', day: '2026-05-01', personIds: ['person-1'] };
    const entries = [
      { ...entry, kind: 'APPROPRIATED' as const, amount: 500_00, instalment: null },
      { ...entry, kind: 'PAID' as const, amount: 300_00, instalment: 'P1' },
      { ...entry, kind: 'RECOVERED' as const, amount: 100_00, instalment: 'P1' },
    ];
    const taskBook = { number: 'RW-1', signedOn: '2026-04-01', endsOn: '2028-04-01' };
    const project = aProject('SETTLED', {
      ...{ bidId: 'bid-0', organisationId: 'bidder-1', taskBook, entries, code: 'BD2026-0001-1' },
    });
    const awarded = { log: OPENED, bids: [bid(0)], projects: [project] };
    const said = releaseOf(facts({ call: call('FINISHED'), ...awarded }));
    const implementation = within(objectsIn(said['contracts'])[0], 'implementation');
    expect(
      objectsIn(implementation['transactions']).map(({ value, payer, payee }) => [value, payer, payee]),
    ).toEqual([
      [{ amount: 300, currency: 'CNY' }, BUREAU, BIDDERS[0]],
      [{ amount: 100, currency: 'CNY' }, BIDDERS[0], BUREAU],
    ]);
    expect(implementation['finalValue']).toEqual({ amount: 200, currency: 'CNY' });
    expect(canonical(said)).not.toMatch(/PZ-1|person-1|RW-1/);
    const roles = objectsIn(said['parties']).map(({ id, roles: all }) => [id, all]);
    expect(roles).toContainEqual(['bidder-1', ['tenderer', 'supplier', 'payee']]);
    expect(roles).toContainEqual(['bureau', ['procuringEntity', 'funder', 'payer']]);
  });
});

describe('contacts in a text', () => {
  it.each([
    ['电话 13903501234', '电话 ［已隐去］'],
    ['+86 139-0350-1234 咨询', '［已隐去］ 咨询'],
    ['座机0350-3031234。', '座机［已隐去］。'],
    ['身份证 14090219800101001X', '身份证 ［已隐去］'],
    ['邮箱 zhang.san+1@mail.example.cn，周一', '邮箱 ［已隐去］，周一'],
    [
      '直径 9300 mm，寿命 13900000 次，见 GB/T 1804-2000',
      '直径 9300 mm，寿命 13900000 次，见 GB/T 1804-2000',
    ],
    ['金额 1390350123456 分', '金额 1390350123456 分'],
  ])('%s', (text, expected) => {
    expect(withoutContacts(text)).toBe(expected);
  });
});

describe('merging', () => {
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
  const member = fc.record(
    { id: fc.constantFrom('a', 'b', 'c'), status: leaf, value: leaf },
    { requiredKeys: ['id'] },
  );
  const list = fc.uniqueArray(member, { selector: ({ id }) => id });
  const body = fc.record(
    {
      tender: fc.record({ id: fc.constant('t'), status: leaf, milestones: list }),
      awards: list,
      language: leaf,
    },
    { requiredKeys: [] },
  ) as unknown as fc.Arbitrary<JsonObject>;

  it('changes nothing when the same is said again, and loses nothing with an id', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const both = mergedObjects(before, after);
        expect(mergedObjects(both, after)).toEqual(both);
        expect(mergedObjects(both, both)).toEqual(both);
        const ids = (of: JsonObject) => objectsIn(of['awards']).map(({ id }) => id);
        for (const id of [...ids(before), ...ids(after)]) expect(ids(both)).toContain(id);
      }),
    );
  });

  it('of all releases of a process gives the newest, which is the compiled one', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 6 }), (steps) => {
        const releases: JsonObject[] = [];
        for (const step of steps) releases.push(following(releases.at(-1), step));
        const all = releases.reduce<Json>((one, other) => merged(one, other), {});
        expect(all).toEqual(merged({}, releases.at(-1) ?? {}));
      }),
    );
  });

  it('says of an award that is not spoken of any more that it was cancelled', () => {
    const before = { awards: [{ id: 'a', status: 'pending' }] };
    expect(following(before, {})).toEqual({ awards: [{ id: 'a', status: 'cancelled' }] });
    expect(following(before, { awards: [{ id: 'b', status: 'pending' }] })['awards']).toEqual([
      { id: 'a', status: 'cancelled' },
      { id: 'b', status: 'pending' },
    ]);
  });
});

describe('tags', () => {
  const base = { planning: { rationale: 'r' }, tender: { id: 't', status: 'active' } };
  const award = { id: 'a', status: 'active' };
  const contract = { id: 'c', awardID: 'a', status: 'active' };
  it.each<[string, JsonObject | undefined, JsonObject, readonly string[]]>([
    ['the first', undefined, base, ['planning', 'tender']],
    ['nothing new', base, { ...base }, []],
    ['a state', base, { ...base, tender: { id: 't', status: 'complete' } }, ['tenderUpdate']],
    ['the end', base, { ...base, tender: { id: 't', status: 'cancelled' } }, ['tenderCancellation']],
    [
      'an extension',
      base,
      { ...base, tender: { ...base.tender, amendments: [{ id: 'E1' }] } },
      ['tenderAmendment'],
    ],
    ['bids', base, { ...base, bids: { details: [] } }, ['tenderUpdate']],
    ['parties alone', base, { ...base, parties: [{ id: 'x' }] }, ['tenderUpdate']],
    ['an award', base, { ...base, awards: [award] }, ['award']],
    [
      'its end',
      { ...base, awards: [award] },
      { ...base, awards: [{ ...award, status: 'cancelled' }] },
      ['awardCancellation'],
    ],
    [
      'a contract and its milestones',
      base,
      { ...base, contracts: [{ ...contract, implementation: { milestones: [{ id: 'm' }] } }] },
      ['contract', 'implementation'],
    ],
    [
      'a payment',
      { ...base, contracts: [{ ...contract, implementation: { milestones: [{ id: 'm' }] } }] },
      {
        ...base,
        contracts: [
          { ...contract, implementation: { milestones: [{ id: 'm' }], transactions: [{ id: 'x' }] } },
        ],
      },
      ['implementationUpdate'],
    ],
    [
      'the end of a contract',
      { ...base, contracts: [contract] },
      { ...base, contracts: [{ ...contract, status: 'terminated' }] },
      ['contractTermination'],
    ],
  ])('of %s', (_, before, after, expected) => {
    expect(tagsOf(before, after)).toEqual(expected);
  });
});

describe('a package', () => {
  it('is the same until something new is in it, and completes the addresses of this platform', () => {
    const body = releaseOf(facts());
    const releases = [keptAt(1, body), keptAt(2, { ...body, language: 'zh-CN' })];
    const record = recordIn(PUBLISHER, releases, true);
    expect(record['compiledRelease']).toMatchObject({
      ocid: 'ocds-abc123-BD2026-0001',
      tag: ['compiled'],
      language: 'zh-CN',
    });
    expect(objectsIn(record['releases']).map(({ id }) => id)).toEqual([
      'ocds-abc123-BD2026-0001-1',
      'ocds-abc123-BD2026-0001-2',
    ]);
    const one = packageOf(PUBLISHER, '/open-data/ocds/records', new Date(0), { records: [record] }, null);
    expect(canonical(one)).toBe(
      canonical(packageOf(PUBLISHER, '/open-data/ocds/records', new Date(0), { records: [record] }, null)),
    );
    expect(textsOf(one).filter((text) => text.startsWith('/'))).toEqual([]);
    expect(objectsIn(recordIn(PUBLISHER, releases, false)['releases'])[0]).toEqual({
      ...{ date: '2026-01-01T00:00:00.000Z', tag: ['tender'] },
      url: 'https://city.example/open-data/ocds/releases/BD2026-0001/1#ocds-abc123-BD2026-0001-1',
    });
  });
});
