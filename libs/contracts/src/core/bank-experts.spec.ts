import { aContract } from '../../test/contract.fixture.js';
import { bankStakeOf, type BankExpert, type Tie } from './bank-experts.js';

const PARTY = '019d0000-0000-7000-8000-0000000000aa';
const STAFF = '019d0000-0000-7000-8000-0000000000bb';

const anExpert = (change: Partial<BankExpert> = {}): BankExpert => ({
  id: '019d0000-0000-7000-8000-000000000001',
  personId: '019d0000-0000-7000-8000-000000000002',
  name: '郝教授',
  unit: '太原某大学',
  title: '教授',
  email: null,
  ties: [],
  ...change,
});
const tied = (change: Partial<Tie>): BankExpert =>
  anExpert({
    ties: [{ organisationId: null, organisationName: '', personName: '', until: null, ...change }],
  });
const contract = aContract();
const stakeOf = (expert: BankExpert): string | null =>
  bankStakeOf(expert, { contract, related: [PARTY], staff: [STAFF], today: '2026-11-23', years: 3 });

describe('an expert of the bank beside a contract', () => {
  it('is free where nothing binds', () => {
    expect(stakeOf(anExpert())).toBeNull();
    expect(stakeOf(tied({ organisationName: '晋中某公司', personName: '路人' }))).toBeNull();
  });

  it('is bound as applicant, reviewer, namesake of a party’s people, or of a party’s unit', () => {
    expect(stakeOf(anExpert({ personId: contract.applicantPersonId }))).toContain('经办人');
    expect(stakeOf(anExpert({ personId: STAFF }))).toContain('登记员');
    expect(stakeOf(anExpert({ name: '王 经理' }))).toContain('同名');
    expect(stakeOf(anExpert({ unit: '忻州示范 大学' }))).toContain('所在单位');
  });

  it('is bound by posts and declared relations, by id or by name, and three years after their end', () => {
    const unit = '与合同一方有任职或申报的利害关系';
    expect(stakeOf(tied({ organisationId: PARTY }))).toBe(unit);
    expect(stakeOf(tied({ organisationName: '忻州示范大学' }))).toBe(unit);
    expect(stakeOf(tied({ organisationId: PARTY, until: '2023-11-23' }))).toBe(unit);
    expect(stakeOf(tied({ organisationId: PARTY, until: '2023-11-22' }))).toBeNull();
    expect(stakeOf(tied({ personName: '王经理' }))).toContain('人员');
  });
});
