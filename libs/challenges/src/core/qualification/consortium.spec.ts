import { blindStatement, signConfirmation, verifyingKey, type ConsortiumStatement } from '@jihui/proofs';
import { aCall, OWNER } from '../../../test/call.fixture.js';
import type { Bidder } from '../bids/eligibility.js';
import { findingsOf } from './check.js';
import { checkedMembers } from './consortium.js';
import { blindFiles, byName, CLAUSES, nameKey } from './contents.js';
import type { CheckFacts } from './facts.js';

const LEAD: Bidder = { id: 'u', kind: 'UNIVERSITY', active: true, sharedPeople: [] };
const INSTITUTE: Bidder = { ...LEAD, id: 'i', kind: 'INSTITUTE' };
const SECRET = new Uint8Array(32).fill(7);
const AGREEMENT = 'ab'.repeat(32);
const CLAUSE = Object.fromEntries(CLAUSES.map((clause, at) => [clause, `第${at + 1}条`]));
const CALL = aCall('BIDS_OPENED');

/** 研究院's confirmation. */
function confirmation(change: Partial<ConsortiumStatement> = {}, day = '2026-11-20', name = '研究院') {
  const statement = {
    ...{ call: CALL.id, round: 1, lead: 'u', agreement: AGREEMENT, salt: 'cd'.repeat(32) },
    ...change,
  };
  const blinded = blindStatement(statement);
  const signed = { organisation: 'i', organisationName: name, by: 'p', day, blinded };
  return { ...signConfirmation(signed, SECRET), statement };
}

const member = (name: string, share: string, confirmed: unknown = null) => ({
  ...{ name, work: share, money: share, ip: share },
  confirmation: confirmed,
});
const form = (change: object = {}): object => ({
  format: 'jihui-bid-form/1',
  answers: [
    { indicator: 'I1', promised: '9300', basis: '' },
    { indicator: 'I2', promised: '0.5 mm', basis: '' },
  ],
  ...{ route: '轧制', team: '六人', schedule: '两年', price: '900,000' },
  people: [{ name: '钱教授', unit: '工大' }],
  members: [member('工大', '60'), member('研究院', '40', confirmation())],
  agreement: { sha256: AGREEMENT, clauses: CLAUSE },
  ...change,
});
const facts = (change: Partial<CheckFacts> = {}): CheckFacts => ({
  ...{ call: CALL, ownerName: '锻压公司', form: form(), files: [AGREEMENT], fileNames: [], lead: LEAD },
  ...{ leadId: 'u', leadName: '工大', handedInOn: '2026-11-20' },
  ...{ known: new Map([['研究院', INSTITUTE]]), others: new Set<string>(), otherPeople: byName([]) },
  ...{ key: verifyingKey(SECRET), unconfirmedBlocks: false, bannedPeople: byName([]) },
  ...change,
});
const codes = (change: Partial<CheckFacts> = {}): readonly string[] =>
  findingsOf(facts(change)).map(({ code, level }) => `${level} ${code}`);
const withMembers = (...members: readonly object[]) => codes({ form: form({ members }) });

describe('a consortium', () => {
  it('has nothing against it where all have confirmed one whole agreement', () => {
    expect(codes()).toEqual([]);
    expect(checkedMembers(facts(), form())).toMatchObject([
      { name: '工大', lead: true, confirmedOn: null },
      { name: '研究院', lead: false, confirmedOn: '2026-11-20', confirmedBy: 'p', work: 4_000 },
    ]);
  });

  it('says of each member that did not confirm why, and blocks where the city says so', () => {
    const with_ = (confirmed: unknown): readonly string[] =>
      withMembers(member('工大', '60'), member('研究院', '40', confirmed));
    expect(with_(null)).toEqual(['WARNING NOT_CONFIRMED']);
    expect(with_('一封信')).toEqual(['WARNING NOT_CONFIRMED']);
    expect(with_(confirmation({ call: 'other' }))).toEqual(['WARNING CONFIRMATION_OTHER_CALL']);
    expect(with_(confirmation({ round: 2 }))).toEqual(['WARNING CONFIRMATION_OTHER_ROUND']);
    expect(with_(confirmation({ lead: 'x' }))).toEqual(['WARNING CONFIRMATION_OTHER_LEAD']);
    expect(with_(confirmation({ agreement: 'ef'.repeat(32) }))).toEqual([
      'WARNING CONFIRMATION_OTHER_AGREEMENT',
    ]);
    expect(with_(confirmation({}, '2026-11-20', '另一所'))).toEqual(['WARNING CONFIRMATION_OTHER_MEMBER']);
    expect(with_(confirmation({}, '2026-11-21'))).toEqual(['WARNING CONFIRMATION_LATE']);
    expect(with_({ ...confirmation(), day: '2026-11-19' })).toEqual(['WARNING CONFIRMATION_NOT_SIGNED']);
    expect(codes({ key: '1'.repeat(64) })).toEqual(['WARNING CONFIRMATION_NOT_SIGNED']);
    expect(codes({ files: ['ef'.repeat(32)] })).toEqual([
      ...['BLOCK AGREEMENT_MISSING', 'WARNING CONFIRMATION_OTHER_AGREEMENT'],
    ]);
    const unconfirmed = form({ members: [member('工大', '60'), member('研究院', '40')] });
    expect(codes({ form: unconfirmed, unconfirmedBlocks: true })).toEqual(['BLOCK NOT_CONFIRMED']);
    expect(checkedMembers(facts(), unconfirmed)[1]).toMatchObject({ confirmedOn: null, confirmedBy: null });
  });

  it('needs an agreement with all that it must hold', () => {
    const agreed = (agreement: unknown) => codes({ form: form({ agreement }) });
    expect(agreed({ sha256: AGREEMENT, clauses: { ...CLAUSE, risk: ' ', exit: 3 } })).toEqual([
      ...['BLOCK AGREEMENT_LACKS_RISK', 'BLOCK AGREEMENT_LACKS_EXIT'],
    ]);
    expect(agreed(null)).toEqual(['WARNING AGREEMENT_NOT_NAMED', 'WARNING CONFIRMATION_OTHER_AGREEMENT']);
    expect(codes({ files: [] })).toEqual([
      ...['WARNING NO_AGREEMENT', 'WARNING CONFIRMATION_OTHER_AGREEMENT'],
    ]);
  });

  it('knows its members by the facts held', () => {
    expect(withMembers(member('工大', '60'), member('锻压公司', '40', confirmation()))).toEqual([
      ...['BLOCK MEMBER_IS_OWNER', 'WARNING CONFIRMATION_OTHER_MEMBER'],
    ]);
    expect(withMembers(member('工大', '60'), member('研究院', '39.9', confirmation()))).toEqual([
      'BLOCK SHARES',
    ]);
    expect(codes({ known: new Map() })).toEqual(['WARNING MEMBER_UNKNOWN']);
    const tied = { ...INSTITUTE, sharedPeople: ['张建军'] };
    expect(codes({ known: new Map([['研究院', tied]]) })).toEqual(['BLOCK MEMBER_RELATED']);
    for (const unfit of [{ kind: 'BUREAU_CITY' }, { kind: 'BROKER_AGENCY' }, { active: false }])
      expect(codes({ known: new Map([['研究院', { ...INSTITUTE, ...unfit }]]) })).toEqual([
        'BLOCK MEMBER_UNFIT',
      ]);
    expect(withMembers(member('工大', '60'), member('锻压 公司', '40'))).toContain('BLOCK MEMBER_IS_OWNER');
    const owner = { ...LEAD, id: OWNER };
    expect(codes({ known: new Map([['研究院', owner]]) })).toEqual(['BLOCK MEMBER_IS_OWNER']);
  });

  it('is not named to experts by its agreement', () => {
    const files = [{ sha256: AGREEMENT }, { sha256: 'ef'.repeat(32) }];
    expect(blindFiles(form(), files)).toEqual(files.slice(1));
    expect(blindFiles(form({ agreement: null }), files)).toEqual(files);
    expect(blindFiles('一封信', files)).toEqual(files);
  });

  it('has a university or an institute in it', () => {
    const enterprise = { ...LEAD, kind: 'ENTERPRISE' };
    expect(codes({ lead: enterprise })).toEqual([]);
    expect(codes({ lead: enterprise, known: new Map([['研究院', { ...enterprise, id: 'i' }]]) })).toEqual([
      'WARNING NO_RESEARCH',
    ]);
  });

  it('is asked for by a call: a single bidder is blocked, and so is one without a university or institute', () => {
    const call = { ...CALL, content: { ...CALL.content, consortium: true } };
    expect(codes({ call })).toEqual([]);
    expect(codes({ call, form: form({ members: [], agreement: null }) })).toEqual(['BLOCK NO_CONSORTIUM']);
    expect(codes({ call, form: form({ members: [member('工大', '100')] }) })).toEqual(['BLOCK ONE_MEMBER']);
    const enterprise = { ...LEAD, kind: 'ENTERPRISE' };
    const known = new Map([['研究院', { ...enterprise, id: 'i' }]]);
    expect(codes({ call, lead: enterprise, known })).toEqual(['BLOCK NO_RESEARCH']);
  });

  it('shares no organisation with another bid, as lead or member, however the name is typed', () => {
    const others = (name: string) => codes({ others: new Set([nameKey(name)]) });
    expect(others('研究院')).toEqual(['BLOCK IN_TWO_BIDS']);
    expect(others(' 工 大')).toEqual(['BLOCK IN_TWO_BIDS']);
    expect(others('第三家')).toEqual([]);
  });

  it('of more members than anybody reads is blocked, and not looked through', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => member(`单位${at}`, '0', confirmation()));
    expect(
      withMembers(member('工大', '60'), ...many).filter((code) => code === 'BLOCK TOO_MANY'),
    ).toHaveLength(1);
    expect(checkedMembers(facts(), form({ members: many }))).toHaveLength(50);
  });
});

describe('a person', () => {
  const other = (name: string, unit: string) => codes({ otherPeople: byName([{ name, unit }]) });
  it('stands in one bid alone: by name and unit, and of one name at another unit it is pointed out', () => {
    expect(other('钱教授', '工大')).toEqual(['BLOCK PERSON_IN_TWO_BIDS']);
    expect(other('钱 教授', '工 大')).toEqual(['BLOCK PERSON_IN_TWO_BIDS']);
    expect(other('钱教授', '理工大')).toEqual(['WARNING NAMESAKE_IN_TWO_BIDS']);
    expect(other('孙教授', '工大')).toEqual([]);
    expect(codes({ form: form({ people: [] }) })).toEqual(['WARNING NO_PEOPLE']);
  });

  it('is found once, however often a bid names it', () => {
    const people = [
      { name: '钱教授', unit: '工大' },
      { name: '钱教授', unit: '工大 ' },
    ];
    expect(codes({ form: form({ people }), otherPeople: byName(people) })).toEqual([
      'BLOCK PERSON_IN_TWO_BIDS',
    ]);
  });
});
