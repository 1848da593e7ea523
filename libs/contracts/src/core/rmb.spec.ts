import fc from 'fast-check';
import { amountInWords } from './rmb.js';

describe('amounts in words', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [105, '壹元零伍分'],
    [1_000, '壹拾元整'],
    [100_100, '壹仟零壹元整'],
    [1_000_000, '壹万元整'],
    [75_000_000, '柒拾伍万元整'],
    [120_000_000, '壹佰贰拾万元整'],
    [100_050_006, '壹佰万零伍佰元零陆分'],
    [10_000_000_000, '壹亿元整'],
    [10_000_001_000, '壹亿零壹拾元整'],
    [100_000_000_123, '壹拾亿零壹元贰角叁分'],
    [10_000_000_000_000, '壹仟亿元整'],
  ])('%i 分 is %s', (amount, words) => expect(amountInWords(amount)).toBe(words));

  const value = (words: string): number => {
    const digit = (letter: string): number => '零壹贰叁肆伍陆柒捌玖'.indexOf(letter);
    let [whole, section, current, fen] = [0, 0, 0, 0];
    for (const letter of words) {
      const place = { 拾: 10, 佰: 100, 仟: 1_000 }[letter];
      if (digit(letter) >= 0) current = digit(letter);
      else if (place !== undefined) [section, current] = [section + current * place, 0];
      else if (letter === '万') [whole, section, current] = [whole + (section + current) * 10_000, 0, 0];
      else if (letter === '亿') [whole, section, current] = [whole + (section + current) * 100_000_000, 0, 0];
      else if (letter === '元') [whole, section, current] = [whole + section + current, 0, 0];
      else if (letter === '角') [fen, current] = [fen + current * 10, 0];
      else if (letter === '分') [fen, current] = [fen + current, 0];
    }
    return whole * 100 + fen;
  };
  it('reads back as the amount it was written for', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000_000_000 }),
        (amount) => value(amountInWords(amount)) === amount,
      ),
    ));
});
