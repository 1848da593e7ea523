import fc from 'fast-check';
import { areCopies, groupsOf, printOf } from './likeness.js';

const TEXT =
  '以煤矸石为主要原料，经造粒、低温烧结得到多孔陶瓷滤料，孔隙率可控，用于矿井水处理，成本低，适合在矿区就地建设，' +
  '已在两座煤矿连续运行一年，出水水质稳定达到回用要求，滤料的机械强度高，可反复冲洗，使用寿命长，便于维护。';
const print = (text: string): Int32Array => printOf(text);

describe('copies', () => {
  it('are texts that differ in a few characters or in their punctuation', () => {
    expect(areCopies(print(TEXT), print(TEXT))).toBe(true);
    expect(areCopies(print(TEXT), print(TEXT.replaceAll('，', ' ')))).toBe(true);
    expect(areCopies(print(TEXT), print(TEXT.replace('一年', '两年')))).toBe(true);
  });
  it('are not texts of one subject in other words', () => {
    expect(
      areCopies(print(TEXT), print('煤矸石烧结的多孔陶瓷滤料用于矿井水处理，强度高，寿命长，成本较低。')),
    ).toBe(false);
    expect(areCopies(print('LED 芯片'), print('取向硅钢'))).toBe(false);
  });
  it('are grouped under the first', () => {
    const [same, other] = [print(TEXT), print('取向硅钢退火制度')];
    expect(groupsOf([same, other, same, other, same])).toEqual([0, 1, 0, 1, 0]);
    expect(groupsOf([])).toEqual([]);
  });
  it('are found wherever the few numbers differ that may, each under the first of its kind', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 16, maxLength: 16 })),
        (given) => {
          const prints = given.map((numbers) => Int32Array.from(numbers));
          const firsts: number[] = [];
          const expected = prints.map((one, place) => {
            const known = firsts.find((first) => areCopies(prints[first] as Int32Array, one));
            if (known === undefined) firsts.push(place);
            return known ?? place;
          });
          expect(groupsOf(prints)).toEqual(expected);
        },
      ),
    ));
  it('share at least one run of numbers: three that differ leave one whole', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 15 }), { maxLength: 3 }), (places) => {
        const one = print(TEXT);
        const other = Int32Array.from(one, (number, at) => (places.includes(at) ? number + 1 : number));
        expect(groupsOf([one, other])).toEqual([0, 0]);
      }),
    ));
});
