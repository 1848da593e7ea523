import { completeForm, sellerParty } from '../../test/contract.fixture.js';
import { EMPTY_FORM } from './contract.js';
import { formLimits } from './form-limits.js';
import { mergeForm, type FormPatch } from './form-patch.js';
import { prefill, suggestSubclass, type SignedDeal } from './prefill.js';

const today = '2026-11-23';
const codesOf = (patch: FormPatch): readonly string[] =>
  formLimits(mergeForm(EMPTY_FORM, patch, today)).map(({ path, code }) => `${path} ${code}`);

describe('saving a draft', () => {
  it('changes only what is given; null clears, a list is replaced whole', () => {
    const merged = mergeForm(
      completeForm,
      {
        title: ' 新名称\u0000 ',
        signedAt: null,
        content: { trl: 8 },
        money: { deductions: [] },
        buyers: undefined,
      },
      today,
    );
    expect(merged).toEqual({
      ...completeForm,
      title: '新名称',
      signedAt: null,
      content: { ...completeForm.content, trl: 8 },
      money: { ...completeForm.money, deductions: [] },
    });
  });
  it('takes an empty form', () => expect(formLimits(EMPTY_FORM)).toEqual([]));
  it('keeps the way of licence only with a licence', () => {
    expect(mergeForm(EMPTY_FORM, { subclass: '31', licenceMode: 'SOLE' }, today).licenceMode).toBe('SOLE');
    expect(mergeForm(completeForm, { licenceMode: 'SOLE' }, today).licenceMode).toBeNull();
  });
  it('dates the undertaking on the day it is given', () => {
    const given = mergeForm(
      EMPTY_FORM,
      { declaration: { truthful: true, signatory: '刘' } },
      today,
    ).declaration;
    expect(given).toEqual({ truthful: true, signatory: '刘', signedOn: today });
    const again = mergeForm(
      { ...EMPTY_FORM, declaration: given },
      { declaration: { truthful: true } },
      '2026-12-01',
    );
    expect(again.declaration?.signedOn).toBe(today);
    expect(
      mergeForm({ ...EMPTY_FORM, declaration: given }, { declaration: { truthful: false } }, today)
        .declaration?.signedOn,
    ).toBeNull();
    expect(
      mergeForm({ ...EMPTY_FORM, declaration: given }, { declaration: null }, today).declaration,
    ).toBeNull();
  });
  it('reads full-width codes', () => {
    const [party] = mergeForm(
      EMPTY_FORM,
      { sellers: [{ name: '甲', identifier: '９１３３０１００７９９６５５０５８ｂ' }] },
      today,
    ).sellers;
    expect(party?.identifier).toBe('91330100799655058B');
  });
  it('keeps royalty terms together', () => {
    const once = mergeForm(EMPTY_FORM, { money: { royalty: { rateBasisPoints: 500 } } }, today);
    const twice = mergeForm(once, { money: { royalty: { years: 5 } } }, today);
    expect(twice.money.royalty).toMatchObject({ rateBasisPoints: 500, years: 5 });
    expect(mergeForm(twice, { money: { royalty: null } }, today).money.royalty).toBeNull();
  });
  it('refuses what cannot be meant, all of it at once', () =>
    expect(
      codesOf({
        title: '题'.repeat(201),
        subclass: '99',
        language: 'Chinese',
        sellers: [{ country: '中国', divisionCode: '1409', nature: 'x' }],
        content: { trl: 14, techField: '12', ipRights: [{ kind: 'NONE' }] },
        money: { total: -1, technical: 0.5, royalty: { rateBasisPoints: 10_001 } },
        brokers: Array.from({ length: 11 }, () => ({ name: '乙' })),
      }),
    ).toEqual([
      'title TOO_LONG',
      'subclass UNKNOWN_CODE',
      'language BAD_FORMAT',
      'brokers TOO_MANY',
      'sellers.0.country BAD_FORMAT',
      'sellers.0.divisionCode BAD_FORMAT',
      'sellers.0.nature UNKNOWN_CODE',
      'content.techField UNKNOWN_CODE',
      'content.trl OUT_OF_RANGE',
      'content.ipRights.0.kind UNKNOWN_CODE',
      'money.total OUT_OF_RANGE',
      'money.technical OUT_OF_RANGE',
      'money.royalty.rateBasisPoints OUT_OF_RANGE',
    ]));
});

describe('filling in from a deal', () => {
  const [patent] = completeForm.content.ipRights;
  const known = {
    organisationId: sellerParty.organisationId ?? '',
    name: '甲',
    uscc: '91330100799655058B',
    divisionCode: '140981',
    nature: '022',
    legalRepresentative: '张',
    contactName: '刘',
    contactPhone: '1',
  };
  const deal: SignedDeal = {
    title: '高效光伏组件封装',
    seller: known,
    buyer: { ...known, name: '乙' },
    brokers: [{ organisationId: 'c', name: '晋北技转' }],
    cooperationMode: 'LICENCE_SOLE',
    price: { total: 1_000, technical: 800, method: 'AGREEMENT', paymentMode: 'LUMP_SUM' },
    signedOn: '2026-11-02',
    place: '忻州',
    effectiveFrom: '2026-11-02',
    effectiveTo: '2028-11-01',
    result: { summary: '摘要', techField: '06', trl: 7, ipRights: patent ? [patent] : [] },
  };
  it('takes parties, price, dates, rights and brokers', () =>
    expect(prefill(deal)).toMatchObject({
      subclass: '31',
      licenceMode: 'SOLE',
      sellers: [{ name: '甲', identifier: '91330100799655058B', nature: '022' }],
      buyers: [{ name: '乙' }],
      brokers: [{ name: '晋北技转', fee: null }],
      signedOn: '2026-11-02',
      content: { ipKind: 'INVENTION_PATENT', ipRights: [patent], techField: '06' },
      money: { total: 1_000, technical: 800, deductions: [{ amount: 200, clause: '' }] },
      flags: { pricingMethod: 'AGREEMENT' },
    }));
  it('leaves empty what the deal does not say', () =>
    expect(
      prefill({ ...deal, price: null, result: null, place: '', cooperationMode: 'OTHER' }),
    ).toMatchObject({
      subclass: null,
      licenceMode: null,
      signedAt: null,
      money: { total: null, deductions: [] },
      content: { ipKind: 'NONE', ipRights: [] },
    }));
  it.each([
    ['TRANSFER', 'GRANTED', '21'],
    ['TRANSFER', 'PENDING', '22'],
    ['LICENCE_ORDINARY', 'GRANTED', '31'],
    ['LICENCE_ORDINARY', 'PENDING', '32'],
    ['COMMISSIONED_RND', 'GRANTED', '11'],
    ['JOINT_RND', 'GRANTED', '12'],
    ['EQUITY', 'GRANTED', '28'],
    ['SERVICE', 'GRANTED', '51'],
    ['CONSULTING', 'GRANTED', '40'],
    ['TALENT', 'GRANTED', null],
  ] as const)('%s of a %s patent is subclass %s', (mode, status, subclass) =>
    expect(suggestSubclass(mode, patent && { ...patent, status })).toBe(subclass),
  );
  it('transfers a result without rights as know-how', () =>
    expect(suggestSubclass('TRANSFER', undefined)).toBe('23'));
});
