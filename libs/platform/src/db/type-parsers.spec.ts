import fc from 'fast-check';
import { driversOwn, instant, TEXT_ARRAY, texts, TIMESTAMPTZ } from './type-parsers.js';

const asWritten = (date: Date, micros: number): string =>
  `${date.toISOString().slice(0, 19).replace('T', ' ')}${micros === 0 ? '' : `.${String(micros).padStart(6, '0').replace(/0+$/, '')}`}+00`;
const between = {
  min: new Date('0100-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
};

describe('values as the database writes them', () => {
  it('reads every instant as the driver does', () => {
    fc.assert(
      fc.property(fc.date(between), fc.integer({ min: 0, max: 999_999 }), (date, micros) => {
        const text = asWritten(date, micros);
        expect(instant(text)).toEqual(driversOwn(TIMESTAMPTZ)(text));
      }),
    );
  });

  it.each([
    'infinity',
    '-infinity',
    '0044-03-15 12:00:00+00 BC',
    '10000-01-01 00:00:00+00',
    '2026-11-30 20:36:26.5+08',
  ])('reads %s as the driver does', (text) => {
    expect(instant(text)).toEqual(driversOwn(TIMESTAMPTZ)(text));
  });

  it.each(['{{a,b},{c,d}}', '[0:1]={a,b}', '[0:0][0:1]={{a,b}}', '{[a],b}', '{}'])(
    'reads the list %s as the driver does',
    (text) => {
      expect(texts(text)).toEqual(driversOwn(TEXT_ARRAY)(text));
    },
  );

  it('reads every list of texts as the driver does', () => {
    const quoted = (text: string | null): string => {
      if (text === null) return 'NULL';
      const needs = text === '' || /[\s"\\{},]/.test(text) || text.toUpperCase() === 'NULL';
      return needs ? `"${text.replaceAll(/(["\\])/g, '\\$1')}"` : text;
    };
    const word = fc.oneof(
      fc.constantFrom(
        '风电法兰',
        'NULL',
        'null',
        '',
        'a,b',
        '{x}',
        '含 空格',
        '引"号',
        '反\\斜杠',
        'NULLABLE',
      ),
      fc.string({ maxLength: 6 }),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const text = `{${words.map(quoted).join(',')}}`;
        expect(texts(text)).toEqual(driversOwn(TEXT_ARRAY)(text));
        expect(texts(text)).toEqual(words);
      }),
    );
  });
});
