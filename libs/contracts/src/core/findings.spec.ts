import { aCase, completeForm, sellerParty } from '../../test/contract.fixture.js';
import type { ContractForm, ContractIpRight, Money, Party } from './contract.js';
import type { CaseFacts } from './facts.js';
import { blocks } from './findings.js';
import { findingsOf, RULE_SETS } from './rule-sets.js';

type Change = (form: ContractForm) => ContractForm;
const content =
  (change: Partial<ContractForm['content']>): Change =>
  (form) => ({
    ...form,
    content: { ...form.content, ...change },
  });
const money =
  (change: Partial<Money>): Change =>
  (form) => ({ ...form, money: { ...form.money, ...change } });
const flags =
  (change: Partial<ContractForm['flags']>): Change =>
  (form) => ({
    ...form,
    flags: { ...form.flags, ...change },
  });
const form =
  (change: Partial<ContractForm>): Change =>
  (old) => ({ ...old, ...change });
const right =
  (change: Partial<ContractIpRight>): Change =>
  (old) =>
    content({ ipRights: old.content.ipRights.map((each) => ({ ...each, ...change })) })(old);
const seller =
  (change: Partial<Party>): Change =>
  (old) => ({ ...old, sellers: [{ ...sellerParty, ...change }] });
const licence = (change: Partial<ContractForm>): Change =>
  form({ subclass: '31', licenceMode: 'SOLE', ...change });

const find = (change: Change, facts: Partial<CaseFacts> = {}) =>
  findingsOf(aCase({ form: change(completeForm) }, facts));

describe('findings of rule set 2026', () => {
  it('has nothing to say of a complete application', () => expect(find((same) => same)).toEqual([]));

  const cases: readonly (readonly [string, 'BLOCK' | 'WARNING', string, Change, Partial<CaseFacts>?])[] = [
    ['REQUIRED', 'BLOCK', 'title', form({ title: '' })],
    ['UNKNOWN_CODE', 'BLOCK', 'subclass', form({ subclass: '99' })],
    ['REQUIRED', 'BLOCK', 'sellers', form({ sellers: [] })],
    ['REQUIRED', 'BLOCK', 'buyers', form({ buyers: [] })],
    ['TOO_SHORT', 'BLOCK', 'content.summary', content({ summary: '太短' })],
    [
      'REQUIRED',
      'BLOCK',
      'content.projectNumber',
      (old) => flags({ planProject: true })(content({ planSource: '1' })(old)),
    ],
    [
      'CONTRACT.PLAN_MISMATCH',
      'BLOCK',
      'flags.planProject',
      content({ planSource: '1', projectNumber: 'P1' }),
    ],
    ['CONTRACT.SECRET', 'BLOCK', 'flags.secret', flags({ secret: true })],
    ['CONTRACT.DECLARATION_MISSING', 'BLOCK', 'declaration.truthful', form({ declaration: null })],
    ['CONTRACT.LICENCE_MODE_DEFAULT', 'WARNING', 'licenceMode', licence({ licenceMode: null })],
    ['CONTRACT.BAD_USCC', 'BLOCK', 'sellers.0.identifier', seller({ identifier: '91330100799655058C' })],
    [
      'CONTRACT.BAD_ID_CARD',
      'BLOCK',
      'sellers.0.identifier',
      seller({ identifier: '11010519491231002Y', identifierKind: 'ID_CARD', nature: '500' }),
    ],
    [
      'CONTRACT.FOREIGN_IDENTIFIER',
      'BLOCK',
      'sellers.0.identifierKind',
      seller({ identifierKind: 'FOREIGN' }),
    ],
    [
      'CONTRACT.FOREIGN_PARTY',
      'BLOCK',
      'flags.foreign',
      (old) => ({
        ...old,
        buyers: [
          { ...sellerParty, identifier: 'HRB 1', identifierKind: 'FOREIGN', country: '304', name: 'X GmbH' },
        ],
      }),
    ],
    ['CONTRACT.PARTY_TWICE', 'BLOCK', 'buyers.0', form({ buyers: [sellerParty] })],
    [
      'CONTRACT.APPLICANT_NOT_FIRST',
      'BLOCK',
      'sellers.0',
      (same) => same,
      { applicantUscc: '914403001922038216' },
    ],
    [
      'CONTRACT.APPLICANT_NOT_FIRST',
      'BLOCK',
      'buyers.0',
      flags({ foreign: 'IMPORT', foreignLicenceNumber: 'L1' }),
      { fileKinds: ['CONTRACT_TEXT', 'IP_CERTIFICATE', 'TRADE_LICENCE'] },
    ],
    [
      'CONTRACT.BROKER_FEE_OPEN',
      'WARNING',
      'brokers.0.fee',
      form({ brokers: [{ organisationId: null, name: '晋北技转', fee: null, payer: null }] }),
    ],
    [
      'CONTRACT.BROKER_CONTRACT_MISSING',
      'WARNING',
      'files.BROKER_CONTRACT',
      form({ brokers: [{ organisationId: null, name: '晋北技转', fee: 1, payer: 'BUYER' }] }),
    ],
    [
      'CONTRACT.PERIOD_REVERSED',
      'BLOCK',
      'effectiveTo',
      form({ effectiveFrom: '2026-11-02', effectiveTo: '2026-11-01' }),
    ],
    ['CONTRACT.SIGNED_IN_FUTURE', 'BLOCK', 'signedOn', form({ signedOn: '2026-11-24' })],
    ['CONTRACT.NOT_IN_EFFECT', 'BLOCK', 'effectiveFrom', form({ effectiveFrom: '2026-11-24' })],
    ['CONTRACT.PERIOD_OVER', 'BLOCK', 'effectiveTo', form({ effectiveTo: '2026-11-22' })],
    [
      'CONTRACT.TOTAL_EMPTY',
      'BLOCK',
      'money.total',
      money({ total: 0, technical: 0, deductions: [], carriers: [] }),
    ],
    ['CONTRACT.AMOUNT_MISMATCH', 'BLOCK', 'money.technical', money({ technical: 75_000_001 })],
    ['CONTRACT.DEDUCTIONS_EXCEED_TOTAL', 'BLOCK', 'money.deductions', money({ total: 24_999_999 })],
    [
      'CONTRACT.DEDUCTION_EMPTY',
      'BLOCK',
      'money.deductions.0.amount',
      money({
        technical: 100_000_000,
        deductions: [{ kind: 'OTHER', name: '杂费', amount: 0, clause: '三' }],
      }),
    ],
    [
      'REQUIRED',
      'BLOCK',
      'money.deductions.0.clause',
      money({ technical: 99_999_999, deductions: [{ kind: 'OTHER', name: '杂费', amount: 1, clause: '' }] }),
    ],
    [
      'CONTRACT.CARRIERS_EXCEED_TECHNICAL',
      'BLOCK',
      'money.carriers',
      money({ carriers: [{ kind: 'SAMPLE', name: '样机', quantity: 1, cost: 75_000_001 }] }),
    ],
    [
      'CONTRACT.CARRIER_QUANTITY',
      'BLOCK',
      'money.carriers.0.quantity',
      money({ carriers: [{ kind: 'SAMPLE', name: '样机', quantity: 0, cost: 1 }] }),
    ],
    [
      'CONTRACT.UNREASONABLE_QUANTITY',
      'WARNING',
      'money.carriers.0.quantity',
      money({ carriers: [{ kind: 'EQUIPMENT_SET', name: '试验装置', quantity: 3, cost: 1 }] }),
    ],
    [
      'CONTRACT.LOW_RATIO',
      'BLOCK',
      'money.lowRatioReason',
      money({
        technical: 19_990_000,
        deductions: [{ kind: 'EQUIPMENT', name: '设备', amount: 80_010_000, clause: '五' }],
      }),
    ],
    [
      'CONTRACT.LOW_RATIO',
      'WARNING',
      'money.technical',
      money({
        technical: 19_990_000,
        lowRatioReason: '改造为主',
        deductions: [{ kind: 'EQUIPMENT', name: '设备', amount: 80_010_000, clause: '五' }],
      }),
    ],
    [
      'CONTRACT.EQUIPMENT_WORDS',
      'WARNING',
      'money.technical',
      (old) => ({ ...money({ technical: 100_000_000, deductions: [] })(old), title: '封装设备专利权转让' }),
    ],
    [
      'CONTRACT.AMOUNT_OPEN',
      'WARNING',
      'money.total',
      money({
        paymentMode: 'ROYALTY',
        royalty: {
          base: 'SALES',
          trend: 'FIXED',
          rateBasisPoints: 500,
          years: 5,
          entryFee: null,
          cap: null,
          floor: 100_000_000,
        },
      }),
    ],
    [
      'CONTRACT.ROYALTY_TOTAL',
      'BLOCK',
      'money.total',
      money({
        paymentMode: 'ROYALTY',
        royalty: {
          base: 'SALES',
          trend: 'FIXED',
          rateBasisPoints: 500,
          years: 5,
          entryFee: 1,
          cap: null,
          floor: null,
        },
      }),
    ],
    [
      'CONTRACT.CAP_BELOW_FIXED',
      'BLOCK',
      'money.royalty.cap',
      money({
        paymentMode: 'ROYALTY',
        royalty: {
          base: 'SALES',
          trend: 'FIXED',
          rateBasisPoints: 500,
          years: 5,
          entryFee: null,
          cap: 1,
          floor: 100_000_000,
        },
      }),
    ],
    ['REQUIRED', 'BLOCK', 'money.expectedOutput', money({ expectedOutput: null })],
    ['CONTRACT.IP_KIND_MISMATCH', 'BLOCK', 'content.ipKind', content({ ipKind: 'SOFTWARE_COPYRIGHT' })],
    [
      'CONTRACT.OPEN_LICENCE_NEEDS_PATENT',
      'BLOCK',
      'licenceMode',
      form({ subclass: '32', licenceMode: 'OPEN' }),
    ],
    ['CONTRACT.BAD_PATENT_NUMBER', 'BLOCK', 'content.ipRights.0.number', right({ number: '2003101000021' })],
    ['CONTRACT.PATENT_KIND_MISMATCH', 'WARNING', 'content.ipRights.0.kind', right({ kind: 'UTILITY_MODEL' })],
    ['CONTRACT.RIGHT_DEAD', 'BLOCK', 'content.ipRights.0.status', right({ status: 'ABANDONED' })],
    ['CONTRACT.RIGHT_DEAD', 'BLOCK', 'content.ipRights.0.expiresOn', right({ expiresOn: '2026-11-01' })],
    ['CONTRACT.PATENT_NOT_GRANTED', 'BLOCK', 'content.ipRights.0.status', right({ status: 'PENDING' })],
    ['CONTRACT.PATENT_NOT_PENDING', 'BLOCK', 'content.ipRights.0.status', form({ subclass: '22' })],
    [
      'CONTRACT.LICENCE_OUTLIVES_PATENT',
      'BLOCK',
      'content.ipRights.0.expiresOn',
      (old) => right({ expiresOn: '2028-10-31' })(licence({})(old)),
    ],
    ['CONTRACT.OWNER_NOT_SELLER', 'WARNING', 'content.ipRights.0.owners', right({ owners: ['他人'] })],
    [
      'CONTRACT.FILE_MISSING',
      'BLOCK',
      'files.CONTRACT_TEXT',
      (same) => same,
      { fileKinds: ['IP_CERTIFICATE'] },
    ],
    [
      'CONTRACT.FILE_MISSING',
      'BLOCK',
      'files.KNOW_HOW_STATEMENT',
      (old) => content({ ipKind: 'KNOW_HOW' })(form({ subclass: '23' })(old)),
    ],
    ['CONTRACT.FILE_MISSING', 'BLOCK', 'files.PRICE_DISCLOSURE', (same) => same, { deal: null }],
    ['CONTRACT.FILE_MISSING', 'BLOCK', 'files.CHINESE_COPY', form({ language: 'en' })],
    ['REQUIRED', 'BLOCK', 'flags.pricingMethod', flags({ pricingMethod: null })],
    [
      'CONTRACT.SELLER_IDENTITY_MISSING',
      'WARNING',
      'files.SELLER_IDENTITY',
      (old) => ({
        ...old,
        sellers: [
          sellerParty,
          { ...sellerParty, organisationId: null, name: '共同卖方', identifier: '91110108551385082Q' },
        ],
      }),
    ],
    [
      'CONTRACT.NON_TECHNICAL',
      'WARNING',
      'content.summary',
      (old) => ({ ...old, title: '常规检测专利权转让' }),
    ],
    [
      'CONTRACT.RESTRICTIVE_CLAUSE',
      'WARNING',
      'content.ownershipClause',
      content({ ownershipClause: '买方不得对技术作任何改进。' }),
    ],
    ['CONTRACT.TITLE_CLASS_MISMATCH', 'WARNING', 'title', form({ title: '光伏组件技术服务合同' })],
    [
      'CONTRACT.DUPLICATE',
      'BLOCK',
      'files.CONTRACT_TEXT',
      (same) => same,
      { twins: [{ likeness: 'SAME_TEXT', registered: true }] },
    ],
    [
      'CONTRACT.LIKELY_DUPLICATE',
      'WARNING',
      '',
      (same) => same,
      { twins: [{ likeness: 'SAME_TERMS', registered: false }] },
    ],
  ];
  it.each(
    cases.map(([code, level, path, change, facts]) => ({ code, level, path, change, facts: facts ?? {} })),
  )('$code ($level) at $path', ({ code, level, path, change, facts }) =>
    expect(find(change, facts).map((finding) => [finding.code, finding.level, finding.path])).toContainEqual([
      code,
      level,
      path,
    ]),
  );

  it('lets a licence run to the patent’s last day', () =>
    expect(blocks(find((old) => right({ expiresOn: '2028-11-01' })(licence({})(old))))).toEqual([]));
  it('takes the term’s default from the filing date when its end is not entered', () =>
    expect(
      find((old) => right({ expiresOn: null, filedOn: '2008-10-31' })(licence({})(old))).map(
        ({ code }) => code,
      ),
    ).toContain('CONTRACT.LICENCE_OUTLIVES_PATENT'));
  it('accepts the day of signing and the last day as days of application', () => {
    const one = form({ signedOn: '2026-11-23', effectiveFrom: '2026-11-23', effectiveTo: '2026-11-23' });
    expect(blocks(find(one))).toEqual([]);
  });
  it('says everything that is missing at once, each with its path', () => {
    const found = blocks(
      find(() => ({ ...completeForm, sellers: [], title: '', signedOn: null, declaration: null })),
    );
    expect(found.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['title', 'sellers', 'signedOn', 'declaration.truthful']),
    );
  });
  it('names no article of the order whose text is not verified', () => {
    for (const { articles } of Object.values(RULE_SETS))
      for (const article of Object.values(articles)) expect(article).toContain('征求意见稿');
  });
});
