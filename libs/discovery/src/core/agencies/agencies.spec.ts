import type { Actor } from '@jihui/kernel';
import { agencyContent, anAgency, HOLDER, NOW, ROLES, TODAY } from '../../../test/examples.js';
import { differences, expectSameWords, matrixOf } from '../../../test/matrix.js';
import { reasonFrom } from '../reasons.js';
import {
  criteriaFor,
  designationFrom,
  holdsOn,
  monthsBetween,
  type Thresholds,
} from '../register/designation.js';
import { REGISTER_REASONS, type RegisterReason } from '../register/register.js';
import { AGENCY_REASONS, AGENCY_REASONS_OF } from './agency.js';
import { agencyContentFrom } from './form.js';
import { AGENCY_ACTIONS } from './lifecycle.js';
import { agencyMachine, missingOfAgency } from './perform.js';

const office = ROLES['TRANSFER_OFFICER'] as Actor;

describe('the agency’s matrix', () => {
  const matrix = matrixOf('agency');

  it('names the same states and actions as the code', () => {
    expectSameWords(matrix, agencyMachine.lifecycle);
    expect([...agencyMachine.lifecycle.actions].sort()).toEqual([...AGENCY_ACTIONS].sort());
  });

  it('allows and refuses exactly what the expectation says, for every role', () =>
    expect(differences(matrix, agencyMachine, (state) => anAgency({ state }), ROLES)).toEqual([]));

  it('keeps an officer from deciding on the organisation to which they belong', () => {
    const officer = ROLES['CITY_OFFICER'] as Extract<Actor, { kind: 'person' }>;
    const [bureau] = officer.memberships;
    if (bureau === undefined) throw new Error('no bureau');
    const both: Actor = {
      ...officer,
      memberships: [bureau, { ...bureau, organisationId: HOLDER, kind: 'UNIVERSITY', roles: [] }],
    };
    expect(() => agencyMachine.permit(anAgency({ state: 'REVIEW' }), 'admit', both)).toThrow('本人所在机构');
  });
});

describe('an agency’s entry', () => {
  it('is handed in complete, and stays complete while it is public', () => {
    const empty = anAgency({
      state: 'DRAFT',
      content: agencyContent({ introduction: '短', phone: '', address: '', contact: '', techFields: [] }),
    });
    expect(missingOfAgency(empty, office, NOW).map(({ path }) => path)).toEqual([
      'introduction',
      'address',
      'contact',
      'phone',
      'techFields',
    ]);
    expect(agencyMachine.perform(empty, 'edit', office, NOW)).toBe('DRAFT');
    expect(() => agencyMachine.perform({ ...empty, state: 'ACTIVE' }, 'edit', office, NOW)).toThrow();
  });

  it('names everything that is wrong in a form', () => {
    const place = { code: '140900', isCluster: () => false, isDivision: () => false };
    const { violations } = agencyContentFrom(
      { techFields: ['99'], clusters: ['x'], divisions: ['1'], website: 'javascript:alert(1)', email: 'x' },
      place,
    );
    expect(violations.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'techFields.0 DISCOVERY.UNKNOWN_CODE',
      'clusters.0 DISCOVERY.UNKNOWN_CODE',
      'divisions.0 DISCOVERY.UNKNOWN_CODE',
      'website DISCOVERY.LINK_INVALID',
      'email REGISTER.EMAIL',
    ]);
  });

  it('gives of each act the reasons of that act alone', () => {
    for (const [action, allowed] of Object.entries(AGENCY_REASONS_OF))
      for (const reason of Object.keys(REGISTER_REASONS) as RegisterReason[]) {
        const { violations } = reasonFrom(
          AGENCY_REASONS,
          action as keyof typeof AGENCY_REASONS_OF,
          reason,
          '说明',
        );
        expect([action, reason, violations.found.length]).toEqual([
          action,
          reason,
          (allowed as readonly RegisterReason[]).includes(reason) ? 0 : 1,
        ]);
      }
  });
});

describe('a designation', () => {
  const thresholds: Thresholds = {
    MONTHS: { value: 12, source: 's' },
    BROKERS: { value: 3, source: 's' },
    LEVEL: { value: 2, source: 's' },
    CONTRACTS: { value: 3, source: 's' },
    RATING: { value: 40, source: 's' },
  };
  const form = { document: ' 忻科发〔2026〕12号 ' };
  const met = criteriaFor(
    { admittedOn: '2024-01-15', contracts: 3, rating: 4 },
    { brokers: 3 },
    thresholds,
    '2025-01-15',
  );

  it('holds for the years of the parameter, the last day being the one before the anniversary', () => {
    const { designation, violations } = designationFrom(form, met, '2025-01-15', 3);
    expect(violations.found).toEqual([]);
    expect(designation).toEqual({
      on: '2025-01-15',
      until: '2028-01-14',
      document: '忻科发〔2026〕12号',
      exception: '',
    });
    expect([holdsOn(designation, '2028-01-14'), holdsOn(designation, '2028-01-15')]).toEqual([true, false]);
    expect(holdsOn(null, TODAY)).toBe(false);
  });

  it('counts whole months, and takes what is not known for no failure', () => {
    expect([monthsBetween('2024-01-15', '2025-01-14'), monthsBetween('2024-01-15', '2025-01-15')]).toEqual([
      11, 12,
    ]);
    const criteria = criteriaFor(
      { admittedOn: null, contracts: 0, rating: null },
      { level: 1 },
      thresholds,
      TODAY,
    );
    expect(criteria.map(({ name, actual }) => [name, actual])).toEqual([
      ['MONTHS', 0],
      ['LEVEL', 1],
      ['CONTRACTS', 0],
      ['RATING', null],
    ]);
    const { violations } = designationFrom(form, criteria, TODAY, 3);
    expect(violations.found.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'exception REGISTER.CRITERIA',
    ]);
    expect(violations.found[0]?.message).not.toContain('评价平均分');
  });

  it('is given against a criterion only with its ground, and never without a document', () => {
    const unmet = criteriaFor(
      { admittedOn: '2025-01-01', contracts: 1, rating: 3.96 },
      { brokers: 1 },
      thresholds,
      '2025-02-01',
    );
    expect(unmet.map(({ actual }) => actual)).toEqual([1, 1, 1, 39]);
    expect(designationFrom({ ...form, exception: '省级骨干机构' }, unmet, TODAY, 3).violations.found).toEqual(
      [],
    );
    const { violations } = designationFrom({ document: ' ', exception: '字'.repeat(501) }, met, TODAY, 3);
    expect(violations.found.map(({ path }) => path)).toEqual(['document', 'exception']);
  });

  it('is withdrawn where there is one', () => {
    const officer = ROLES['CITY_OFFICER'] as Actor;
    expect(() => agencyMachine.perform(anAgency(), 'withdrawDesignation', officer, NOW)).toThrow('骨干认定');
    const { designation } = designationFrom(form, met, TODAY, 3);
    expect(agencyMachine.perform(anAgency({ designation }), 'withdrawDesignation', officer, NOW)).toBe(
      'ACTIVE',
    );
  });
});
