import { DomainError } from '@jihui/kernel';
import { aLetter, anAccount, NOW, person, place, SELF } from '../../../test/core.factory.js';
import { isEmail, isMobile, isTelephone, isWebsite, normaliseEmail, normaliseMobile } from '../contact.js';
import { letters } from '../letter/perform.js';
import { divisionScopesOf, permissionsOf } from '../permissions.js';
import { checkPassword, normalisePassword } from './password.js';
import { people } from './perform.js';
import { checkProfile, normaliseName } from './profile.js';

const codesOf = (violations: readonly { code: string }[]): string[] => violations.map(({ code }) => code);

describe('password', () => {
  it.each(['Jihui-demo-2026', '忻州工业技术大学转移中心', 'correct horse battery'])(
    'accepts %s',
    (password) => {
      expect(checkPassword(password, ['王晓岚', 'tto'])).toEqual([]);
    },
  );
  it.each([
    ['', 'REQUIRED'],
    ['短密码', 'TOO_SHORT'],
    ['a'.repeat(129), 'TOO_LONG'],
    ['aaaaaaaaaaaa', 'COMMON'],
    ['Password123456', 'COMMON'],
    ['wangxiaolan1', 'COMMON'],
  ])('refuses %s', (password, code) => {
    expect(codesOf(checkPassword(password, ['wangxiaolan']))).toEqual([code]);
  });
  it('is the same through an input method', () => expect(normalisePassword('ａｂｃ１２３')).toBe('abc123'));
});

describe('contact', () => {
  it('normalises', () => {
    expect(normaliseEmail(' Ａnna@Example.CN ')).toBe('anna@example.cn');
    expect(normaliseMobile('+86 138-0350-0001')).toBe('13803500001');
    expect(normaliseName(' 王　 晓岚 ')).toBe('王 晓岚');
  });
  it('tells well-formed from not', () => {
    expect(
      ['a@b.cn', 'a@b', '@b.cn', `${'a'.repeat(65)}@b.cn`, "a'); drop table x@b.cn"].map(isEmail),
    ).toEqual([true, false, false, false, false]);
    expect(['13803500001', '12803500001', '1380350000'].map(isMobile)).toEqual([true, false, false]);
    expect(['0350-3030000转12', '13803500001', '<b>1</b>'].map(isTelephone)).toEqual([true, true, false]);
    expect(['https://x.cn', 'javascript:alert(1)', 'x'].map(isWebsite)).toEqual([true, false, false]);
  });
  it('names what is wrong with a profile', () =>
    expect(codesOf(checkProfile({ displayName: '王', email: 'x' }).found)).toEqual([
      'TOO_SHORT',
      'MALFORMED',
    ]));
});

describe('erasing oneself', () => {
  it('waits for another administrator', () => {
    const subject = {
      person: anAccount(),
      soleAdminOf: ['甲公司', '乙公司'],
      hasFactor: false,
      platformAdmins: [],
    };
    const refused = (): unknown => people.perform(subject, 'erase', person(SELF), NOW);
    expect(refused).toThrow(DomainError);
    const erase = people
      .availableActions(person(SELF), subject, NOW)
      .find(({ action }) => action === 'erase');
    expect(codesOf(erase?.violations ?? [])).toEqual(['IDENTITY.LAST_ADMIN', 'IDENTITY.LAST_ADMIN']);
  });
});

describe('permissions', () => {
  it('are those of the roles in their organisations, and nobody else’s', () => {
    const of = (...memberships: readonly ReturnType<typeof place>[]): readonly string[] =>
      permissionsOf({ kind: 'person', personId: 'x', memberships });
    expect(of()).toEqual(['REGISTER_ORGANISATION']);
    expect(of(place('UNIVERSITY', ['MEMBER', 'RESEARCHER']))).toEqual([
      'REGISTER_ORGANISATION',
      'DRAFT_RESULT',
    ]);
    expect(of(place('UNIVERSITY', ['TRANSFER_OFFICER']))).toEqual([
      'REGISTER_ORGANISATION',
      'DRAFT_RESULT',
      'APPROVE_RESULT',
      'POST_NEED',
      'HANDLE_DEAL',
      'APPLY_FOR_REGISTRATION',
    ]);
    expect(of(place('BROKER_AGENCY', ['BROKER']))).toEqual(['REGISTER_ORGANISATION', 'BROKER_DEAL']);
    expect(of(place('BROKER_AGENCY', ['ORG_ADMIN']))).toContain('BROKER_DEAL');
    expect(of(place('BUREAU_CITY', ['ORG_ADMIN']))).toEqual(['REGISTER_ORGANISATION', 'MANAGE_ORGANISATION']);
    expect(of(place('BUREAU_CITY', ['OFFICER', 'REGISTRAR', 'PLATFORM_ADMIN']))).toEqual([
      'REGISTER_ORGANISATION',
      'REVIEW_LISTING',
      'REVIEW_ORGANISATION',
      'REVIEW_CONTRACT',
      'ADMINISTER_PLATFORM',
    ]);
  });
  it('names the divisions one acts for', () =>
    expect(
      divisionScopesOf(
        person('x', place('BUREAU_COUNTY', ['REGISTRAR'], '140981'), place('BUREAU_CITY', ['OFFICER'])),
      ),
    ).toEqual([
      { divisionCode: '140900', roles: ['OFFICER'] },
      { divisionCode: '140981', roles: ['REGISTRAR'] },
    ]));
});

describe('authorisation letter', () => {
  const issue = (patch: Parameters<typeof aLetter>[0], personIsMember = true): string[] => {
    try {
      letters.perform(
        { letter: aLetter({ state: 'NONE', ...patch }), adminIds: ['admin'], personIsMember },
        'issue',
        person('admin'),
        NOW,
      );
      return [];
    } catch (error) {
      return error instanceof DomainError ? codesOf(error.violations) : [String(error)];
    }
  };
  it('is issued to a member for a term', () => expect(issue({})).toEqual([]));
  it.each([
    [{ matters: [] }, ['REQUIRED']],
    [{ validFrom: '2026' }, ['MALFORMED']],
    [{ validFrom: '2027-01-01', validTo: '2026-12-31' }, ['ORDER']],
    [{ validTo: '2026-11-22' }, ['PAST']],
    [{ validTo: '2029-11-02' }, ['TOO_LONG']],
  ])('refuses %j', (patch, expected) => expect(issue(patch)).toEqual(expected));
  it('refuses a stranger', () => expect(issue({}, false)).toEqual(['IDENTITY.NOT_A_MEMBER']));
});
