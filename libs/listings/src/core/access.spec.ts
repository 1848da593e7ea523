import { ROLES, OWNER, AUTHOR, DIVISION } from '../../test/examples.js';
import {
  accessNotice,
  accessOf,
  hiddenFields,
  maskContact,
  RESULT_BEYOND_TEASER,
  RESULT_UNDER_NDA,
  teaserOf,
} from './access.js';
import {
  dealStageOf,
  needActionTowards,
  needStateByDeals,
  resultActionTowards,
  resultStateByDeals,
} from './deal-stage.js';
import { RESULT_STATES } from './result.js';
import { trlBandOf } from './vocabulary.js';

const owned = { ownerId: OWNER, createdBy: AUTHOR, scopeCode: DIVISION };
const fields = { underNda: RESULT_UNDER_NDA, beyondTeaser: RESULT_BEYOND_TEASER };

describe('accessOf', () => {
  it.each([
    ['anonymous', 'PUBLIC', 'NONE', 'OPEN'],
    ['anonymous', 'SIGNED_IN', 'NONE', 'TEASER'],
    ['anonymous', 'NDA', 'NONE', 'TEASER'],
    ['stranger', 'SIGNED_IN', 'NONE', 'OPEN'],
    ['stranger', 'NDA', 'NONE', 'NDA_PENDING'],
    ['stranger', 'NDA', 'OUTDATED', 'NDA_PENDING'],
    ['stranger', 'NDA', 'CURRENT', 'OPEN'],
    ['otherCountyOfficer', 'NDA', 'NONE', 'NDA_PENDING'],
    ['countyOfficer', 'NDA', 'NONE', 'FULL'],
    ['cityOfficer', 'NDA', 'NONE', 'FULL'],
    ['member', 'NDA', 'NONE', 'FULL'],
    ['system', 'NDA', 'NONE', 'FULL'],
  ] as const)('%s, %s, accepted %s: %s', (role, visibility, accepted, expected) => {
    expect(accessOf(ROLES[role]!, owned, visibility, accepted)).toBe(expected);
  });
});

describe('what is withheld', () => {
  it('goes with the access', () => {
    expect(hiddenFields('FULL', true, fields)).toEqual([]);
    expect(hiddenFields('OPEN', false, fields)).toEqual(['contact']);
    expect(hiddenFields('NDA_PENDING', true, fields)).toEqual([...RESULT_UNDER_NDA]);
    expect(hiddenFields('TEASER', false, fields)).toEqual([
      ...RESULT_UNDER_NDA,
      ...RESULT_BEYOND_TEASER,
      'contact',
    ]);
  });
  it('is said with what to do', () => {
    expect(accessNotice('TEASER', false, 'NONE')?.code).toBe('SIGN_IN');
    expect(accessNotice('OPEN', false, 'NONE')?.code).toBe('SIGN_IN');
    expect(accessNotice('NDA_PENDING', true, 'NONE')?.code).toBe('ACCEPT_NDA');
    expect(accessNotice('NDA_PENDING', true, 'OUTDATED')?.message).toContain('新版本');
    expect(accessNotice('OPEN', true, 'CURRENT')).toBeNull();
  });
  it('leaves of a summary its first 100 characters', () => {
    expect(teaserOf('字'.repeat(100))).toBe('字'.repeat(100));
    expect(teaserOf('字'.repeat(101))).toBe(`${'字'.repeat(100)}…`);
  });
  it('masks digits and addresses', () => {
    expect(maskContact({ name: '王工', phone: '13800001234', email: 'wang@example.cn' })).toEqual({
      name: '王工',
      phone: '138****1234',
      email: 'w***@example.cn',
    });
    expect(maskContact({ name: '', phone: '12345', email: '' }).phone).toBe('*****');
  });
});

describe('following deals', () => {
  const deal = (stage: ReturnType<typeof dealStageOf>, cooperationMode = 'TRANSFER') => ({
    stage,
    cooperationMode,
  });

  it('does not move for unconfirmed or abandoned interest', () => {
    for (const state of ['LEAD', 'INTEREST', 'ABANDONED', 'whatever'])
      expect(dealStageOf(state)).toBe('NONE');
    expect(dealStageOf('DISCLOSING')).toBe('DISCLOSING');
    expect(dealStageOf('SIGNED')).toBe('SIGNED');
    expect(dealStageOf('REGISTERED')).toBe('REGISTERED');
  });
  it('takes a result off the market only for an exclusive contract', () => {
    expect(resultStateByDeals([])).toBe('ONLINE');
    expect(resultStateByDeals([deal('NEGOTIATING'), deal('NONE')])).toBe('IN_NEGOTIATION');
    expect(resultStateByDeals([deal('NEGOTIATING'), deal('DISCLOSING')])).toBe('UNDER_DISCLOSURE');
    expect(resultStateByDeals([deal('SIGNED', 'LICENCE_ORDINARY')])).toBe('ONLINE');
    expect(resultStateByDeals([deal('SIGNED'), deal('DISCLOSING', 'SERVICE')])).toBe('SIGNED');
    expect(resultStateByDeals([deal('REGISTERED')])).toBe('TRANSFORMED');
  });
  it('meets a need with any signed contract', () => {
    expect(needStateByDeals([deal('SIGNED', 'SERVICE')])).toBe('SIGNED');
    expect(needStateByDeals([deal('DISCLOSING')])).toBe('IN_NEGOTIATION');
    expect(needStateByDeals([deal('NONE')])).toBe('ONLINE');
  });
  it('finds the one action that leads there, and none from a draft', () => {
    expect(resultActionTowards('ONLINE', 'SIGNED')).toBe('sign');
    expect(resultActionTowards('UNDER_DISCLOSURE', 'ONLINE')).toBe('reopen');
    expect(resultActionTowards('TRANSFORMED', 'SIGNED')).toBe('sign');
    for (const state of RESULT_STATES) expect(resultActionTowards(state, state)).toBeUndefined();
    expect(resultActionTowards('DRAFT', 'SIGNED')).toBeUndefined();
    expect(needActionTowards('IN_NEGOTIATION', 'SIGNED')).toBe('sign');
    expect(needActionTowards('SOLVED', 'SIGNED')).toBeUndefined();
  });
});

describe('trlBandOf', () => {
  it('groups the levels into five steps', () => {
    expect([1, 3, 4, 5, 6, 7, 8, 9, 10, 13].map(trlBandOf)).toEqual([
      'RESEARCH',
      'RESEARCH',
      'LAB',
      'LAB',
      'PILOT',
      'PILOT',
      'INDUSTRIAL',
      'INDUSTRIAL',
      'SCALE',
      'SCALE',
    ]);
  });
});
