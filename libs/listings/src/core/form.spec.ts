import fc from 'fast-check';
import { Violations } from '@jihui/kernel';
import { ListingCodes } from './errors.js';
import { reasonFrom } from './form.js';
import { needContentFrom } from './need.form.js';
import { resultContentFrom, type ResultForm } from './result.form.js';

const owner = { name: '某大学', divisionCode: '140981' };
const place = {
  isCluster: (code: string) => code === '8-4',
  isDivision: (code: string) => code.startsWith('1409'),
};
const read = (form: ResultForm) => resultContentFrom(form, owner, place);
const codes = (form: ResultForm): string[] =>
  read(form).violations.map(({ path, code }) => `${path} ${code}`);

describe('a result’s form', () => {
  it('takes an empty draft and fills in the owner’s defaults', () => {
    const { content, violations } = read({});
    expect(violations).toEqual([]);
    expect(content).toMatchObject({
      title: '',
      keywords: [],
      trl: null,
      visibility: 'PUBLIC',
      divisionCode: '140981',
    });
  });

  it('normalises numbers, codes and text', () => {
    const { content, violations } = read({
      title: '  锻件\u0000热处理​ ',
      keywords: ['合金', '合金', ' '],
      ipc: ['c21d 1/18'],
      industry: 'c',
      techField: '０５',
      ipRights: [{ kind: 'INVENTION_PATENT', number: 'ＺＬ 200310100002.x', filedOn: '2003-10-30' }],
      contact: { phone: '１３８００００１２３４' },
    });
    expect(violations).toEqual([]);
    expect(content).toMatchObject({
      title: '锻件热处理',
      keywords: ['合金'],
      ipc: ['C21D1/18'],
      industry: 'C',
      techField: '05',
      contact: { phone: '13800001234' },
    });
    expect(content.ipRights[0]).toMatchObject({
      number: '200310100002X',
      expiresOn: '2023-10-29',
      owners: ['某大学'],
      status: 'GRANTED',
      encumbrance: 'NONE',
    });
  });

  it('lets an entered end of the term win over the formula', () => {
    const [right] = read({
      ipRights: [{ kind: 'INVENTION_PATENT', filedOn: '2010-01-01', expiresOn: '2033-01-01' }],
    }).content.ipRights;
    expect(right?.expiresOn).toBe('2033-01-01');
  });

  it('names every wrong field at once', () => {
    expect(
      codes({
        title: '长'.repeat(101),
        cluster: '9-9',
        techField: '12',
        ipc: ['XX'],
        industry: 'Z',
        divisionCode: '110000',
        planSource: '9',
        trl: 14,
        keywords: Array.from({ length: 11 }, (_, index) => `词${index}`),
        priceMin: -1,
        media: [
          { title: '报道', url: 'https://example.cn/1' },
          { title: '报道', url: 'javascript:alert(1)' },
          { title: '报道', url: 'http://' },
        ],
        contact: { phone: '电话', email: 'nobody' },
      }),
    ).toEqual([
      'title TOO_LONG',
      `keywords ${ListingCodes.TOO_MANY}`,
      `ipc.0 ${ListingCodes.UNKNOWN_CODE}`,
      `cluster ${ListingCodes.UNKNOWN_CODE}`,
      `techField ${ListingCodes.UNKNOWN_CODE}`,
      `industry ${ListingCodes.UNKNOWN_CODE}`,
      `divisionCode ${ListingCodes.UNKNOWN_CODE}`,
      `trl ${ListingCodes.UNKNOWN_CODE}`,
      `planSource ${ListingCodes.UNKNOWN_CODE}`,
      'priceMin OUT_OF_RANGE',
      `media.1.url ${ListingCodes.LINK_INVALID}`,
      `media.2.url ${ListingCodes.LINK_INVALID}`,
      `contact.phone ${ListingCodes.CONTACT_INVALID}`,
      `contact.email ${ListingCodes.CONTACT_INVALID}`,
    ]);
  });

  it('names an item of a list by the place at which it was sent, and too many only once', () => {
    const long = '长'.repeat(31);
    expect(codes({ keywords: ['合金', ' ', '合金', long] })).toEqual(['keywords.3 TOO_LONG']);
    expect(codes({ ipc: Array.from({ length: 5_000 }, (_, index) => `X${index}`) })).toHaveLength(11);
  });

  it('keeps any text as text or refuses it, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.array(fc.string({ maxLength: 40 }), { maxLength: 12 }),
        (title, keywords) => {
          const first = read({ title, keywords });
          expect(first.content.title).not.toContain('\u0000');
          const again = read({ title: first.content.title, keywords: first.content.keywords });
          expect(again).toEqual(first);
        },
      ),
    );
  });
});

describe('a need’s form', () => {
  it('takes an empty draft', () => {
    const { content, violations } = needContentFrom({}, owner, place);
    expect(violations).toEqual([]);
    expect(content).toMatchObject({
      urgency: 'NORMAL',
      anonymous: false,
      budgetNegotiable: null,
      needType: null,
    });
  });
  it('ignores words that are in no table', () => {
    const { content } = needContentFrom(
      { needType: 'toString' as never, cooperationModes: ['SERVICE', '__proto__' as never] },
      owner,
      place,
    );
    expect(content).toMatchObject({ needType: null, cooperationModes: ['SERVICE'] });
  });
});

describe('reasonFrom', () => {
  it('wants a few words', () => {
    const violations = new Violations();
    reasonFrom(' 不行 ', violations);
    expect(violations.found.map((one) => one.code)).toEqual(['TOO_SHORT']);
  });
});
