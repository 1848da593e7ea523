import { toMermaid } from '@jihui/kernel';
import fc from 'fast-check';
import { anOrganisation, REGISTERED as form } from '../../../test/core.factory.js';
import { checkForm, checkOwnEdit, normaliseForm, scopeOf, warningsOf, type Divisions } from './form.js';
import { organisationLifecycle } from './lifecycle.js';
import type { OrganisationForm } from './organisation.js';
import { provinceName } from './provinces.js';

const divisions: Divisions = {
  cityCode: '140900',
  isDivision: (code) => ['140900', '140902', '140981'].includes(code),
};
const codes = (patch: Partial<OrganisationForm>): string[] =>
  checkForm({ ...form, ...patch }, divisions).map((violation) => `${violation.path} ${violation.code}`);

describe('organisation form', () => {
  it('normalises what people type', () => {
    const normal = normaliseForm({
      ...form,
      name: '  原平晶曜　光伏\u0000科技 ',
      uscc: '９１１４０９８１ ma0l3d921p',
      contactPhone: '０３５０－８２３ ９００６',
      contactEmail: ' Wu@Example.CN ',
      website: 'www.example.cn',
    });
    expect(normal).toMatchObject({
      name: '原平晶曜 光伏科技',
      uscc: '91140981MA0L3D921P',
      contactPhone: '0350-8239006',
      contactEmail: 'wu@example.cn',
      website: 'https://www.example.cn',
    });
  });
  it('accepts what is complete', () => expect(codes({})).toEqual([]));
  it('names everything that is wrong at once', () =>
    expect(
      codes({
        name: '甲',
        uscc: '91140981MA0L3D921Q',
        divisionCode: '999999',
        partyNature: '999',
        stateEstablished: true,
        legalRepresentative: '',
        address: '',
        contactName: '',
        contactPhone: '12',
        contactEmail: 'x',
        website: 'javascript:alert(1)',
        introduction: '长'.repeat(2001),
      }),
    ).toEqual([
      'name TOO_SHORT',
      'uscc IDENTITY.USCC_INVALID',
      'divisionCode UNKNOWN',
      'partyNature UNKNOWN',
      'stateEstablished UNKNOWN',
      'legalRepresentative REQUIRED',
      'address REQUIRED',
      'contactName REQUIRED',
      'contactPhone MALFORMED',
      'contactEmail MALFORMED',
      'website MALFORMED',
      'introduction TOO_LONG',
    ]));
  it('keeps bureaus inside the city, each at its level', () => {
    expect(codes({ kind: 'BUREAU_CITY', divisionCode: '140981' })).toEqual(['divisionCode UNKNOWN']);
    expect(codes({ kind: 'BUREAU_COUNTY', divisionCode: '140900' })).toEqual(['divisionCode UNKNOWN']);
    expect(codes({ kind: 'BUREAU_COUNTY', divisionCode: '140101' })).toEqual(['divisionCode UNKNOWN']);
    expect(codes({ kind: 'BUREAU_CITY', divisionCode: '140900' })).toEqual([]);
  });
  it('takes organisations from elsewhere, which the city looks after', () => {
    expect(codes({ divisionCode: '110108' })).toEqual([]);
    expect(scopeOf('110108', divisions)).toBe('140900');
    expect(scopeOf('140981', divisions)).toBe('140981');
    expect([provinceName('110108'), provinceName('990000')]).toEqual(['北京市', '990000']);
  });
  it('keeps registered facts from an administrator once approved', () => {
    const changed = { ...form, name: '别名公司', stateEstablished: true, introduction: '新的简介' };
    expect(checkOwnEdit(anOrganisation(), changed).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'name IDENTITY.REGISTERED_FACT',
      'stateEstablished IDENTITY.REGISTERED_FACT',
    ]);
    expect(checkOwnEdit(anOrganisation({ state: 'REJECTED' }), changed)).toEqual([]);
  });
  it('warns the officer and stands in nobody’s way', () => {
    const university = { ...form, kind: 'UNIVERSITY' as const, uscc: '12140900405837116J' };
    expect(warningsOf(form)).toEqual([]);
    expect(warningsOf(university).map(({ code }) => code)).toEqual(['STATE_ESTABLISHED']);
    expect(warningsOf({ ...form, uscc: '12140900405837117J' }).map(({ code }) => code)).toEqual([
      'INNER_CODE',
      'PREFIX',
    ]);
  });
  it('normalises once and for all', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseForm({ ...form, name: text, introduction: text, website: text });
        expect(normaliseForm(once)).toEqual(once);
      }),
    ));
  it('draws its lifecycle', () =>
    expect(toMermaid(organisationLifecycle)).toContain('PENDING --> ACTIVE: approve'));
});
