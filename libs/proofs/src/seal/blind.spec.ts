import fc from 'fast-check';
import { namedIn, withoutNames, type OwnNames } from './blind.js';

const NAMES: OwnNames = {
  units: ['定襄恒岳锻压法兰有限公司', '忻州工业技术大学', 'Bright Forge Ltd'],
  people: ['王晓岚', '高强', 'Li Wei', '欧阳 明'],
};
const read = (text: string): string => withoutNames(text, NAMES);
const pointedOut = (text: string): readonly string[] => namedIn(text, NAMES).map(({ text: said }) => said);

describe('names in what experts read', () => {
  it('of organisations, with and without what a company is called by law', () => {
    expect(read('由定襄恒岳锻压法兰有限公司牵头，定襄恒岳锻压法兰提供中试线')).toBe(
      '由〔单位1〕牵头，〔单位1〕提供中试线',
    );
    expect(read('忻州工业技术大学材料学院')).toBe('〔单位2〕材料学院');
    expect(read('the line of BRIGHT  FORGE Ltd.')).toBe('the line of 〔单位3〕.');
  });

  it('of people, however the name is spaced and whichever width it has', () => {
    expect(read('负责人：王 晓 岚；成员：欧阳明')).toBe('负责人：〔人员1〕；成员：〔人员4〕');
    expect(read('ｌｉ　Ｗｅｉ leads')).toBe('〔人员3〕 leads');
  });

  it('by the code or the identity number of whoever it is', () => {
    expect(read('信用代码91140900MA0ABCDE12，证件 140902199001011234')).toBe(
      '信用代码〔联系方式〕，证件 〔联系方式〕',
    );
    expect(read('sha256 91140900a0abcde1291140900a0abcde12')).not.toContain('〔');
  });

  it('not where letters go on, so that no word is cut', () => {
    expect(read('Ali Weight, lithium weights')).toBe('Ali Weight, lithium weights');
  });

  it('of two characters only where they stand alone; elsewhere they are pointed out and left', () => {
    for (const text of ['高强教授', '由高强负责', '王晓岚、高强、李某', '（高强）', '高强'])
      expect(read(text)).not.toContain('高强');
    const word = '高强高韧合金，采用高强钢';
    expect(read(word)).toBe(word);
    expect(pointedOut(word)).toEqual(['高强', '高强']);
    expect(namedIn(word, NAMES).every(({ certain }) => !certain)).toBe(true);
  });

  it('and telephone numbers and addresses, but no measures', () => {
    expect(read('电话 13903500001、0350-3048000，邮箱 wang@xgd.edu.cn')).toBe(
      '电话 〔联系方式〕、〔联系方式〕，邮箱 〔联系方式〕',
    );
    const measures = '直径 9300.5 mm，转速 13800 r/min，报价 13900000000.00';
    expect(read(measures)).toBe(measures);
  });

  it('of a text that is long on purpose as well, in one pass over it', () => {
    expect(namedIn('a'.repeat(400_000), NAMES)).toEqual([]);
    expect(read('王晓岚'.repeat(50_000)).length).toBe('〔人员1〕'.length * 50_000);
  });

  it('over any text: nothing that is certain is left, and nothing else is changed', () => {
    const part = fc.oneof(
      fc.constantFrom('王晓岚', '忻州工业技术大学', '高强', '，', ' ', '负责', '13903500001', '中试'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const places = namedIn(text, NAMES);
        for (const [at, { from, to, text: said }] of places.entries()) {
          expect(text.slice(from, to)).toBe(said);
          expect(from).toBeGreaterThanOrEqual(places[at - 1]?.to ?? 0);
        }
        expect(read(text).replace(/〔[^〕]*〕/g, '')).not.toContain('王晓岚');
        if (places.every(({ certain }) => !certain)) expect(read(text)).toBe(text);
      }),
    );
  });
});
