import { serverNotes, serverSentences, serverTexts, withoutFacts } from './server-sentences.js';
import { load } from './sources.js';

/** What the server refuses with, it says in Chinese; the portal says the same in English, sentence by sentence. */

type English = Readonly<Record<string, string>>;
interface Reading {
  english(said: string | { message: string; pattern?: string; params?: readonly string[] }): string;
}
const { PARTS, sentences, noted } = (await load('apps/portal/src/i18n/serverEnglish.ts')) as {
  readonly PARTS: Readonly<Record<string, English>>;
  readonly sentences: Reading;
  readonly noted: Reading;
};
const { notes } = (await load('apps/portal/src/i18n/notes.ts')) as { readonly notes: English };
const ENTRIES = Object.values(PARTS).flatMap((part) => Object.entries(part));
const known = new Map(ENTRIES);

const placesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\d+)[|}]/g)].map(([, place]) => place ?? ''))].sort();
/** Names of columns are quoted as they have to be written. */
const ownWords = (english: string): string => english.replace(/“[^”]*”/g, '');

describe('the refusals of the server in English', () => {
  it('every sentence has its words', () => {
    const without = [...serverSentences()].filter(([sentence]) => !known.has(sentence));
    expect(without).toEqual([]);
  });

  it('facts are kept apart from their sentences', () => expect(withoutFacts()).toEqual([]));

  it('what is no longer said has no words', () => {
    const texts = serverTexts();
    expect([...known.keys()].filter((sentence) => !texts.has(sentence))).toEqual([]);
  });

  it('the same sentence has the same words wherever it is said', () => {
    expect(ENTRIES.filter(([sentence, english]) => known.get(sentence) !== english)).toEqual([]);
  });

  it.each(Object.entries(PARTS))('%s: every place is filled, and nothing is left in Chinese', (_, part) => {
    for (const [sentence, english] of Object.entries(part)) {
      expect([sentence, placesIn(english)]).toEqual([sentence, placesIn(sentence)]);
      expect(ownWords(english)).not.toMatch(/\p{Script=Han}|[，。；：（）、]/u);
    }
  });

  it('what the platform notes itself has its words', () => {
    const texts = serverTexts();
    expect([...serverNotes()].filter(([note]) => notes[note] === undefined)).toEqual([]);
    expect(Object.keys(notes).filter((note) => !texts.has(note))).toEqual([]);
    for (const [note, english] of Object.entries(notes))
      expect([note, placesIn(english)]).toEqual([note, placesIn(note)]);
  });

  it('people’s words in a history stay as they are', () => {
    for (const words of ['其他原因：材料不全', '请补充材料至少两份', '同意'])
      expect(noted.english(words)).toBe(words);
    expect(noted.english('卖方报价 1,200.00 元')).toBe('The seller proposed CNY 1,200.00');
  });

  it('a long text of people’s own is looked at without turning back', () => {
    const words = '由'.repeat(1_000) + '代理，'.repeat(1_000) + '至'.repeat(1_000);
    expect(noted.english(words)).toBe(words);
  });

  it('reads a sentence by its facts, or recognises it by its text', () => {
    const pattern = '{0}最多{1}个字，现在{2}个字';
    const message = '成果名称最多60个字，现在61个字';
    const english = 'The title of the result may have at most 60 characters; there are 61 now';
    expect(sentences.english({ message, pattern, params: ['成果名称', '60', '61'] })).toBe(english);
    expect(sentences.english(message)).toBe(english);
  });

  it('names and what people wrote stay as they are', () => {
    const message = '“石墨烯”未上线或已下架，不能发起对接';
    expect(sentences.english(message)).toBe(
      '“石墨烯” is not online or was taken down; no deal can begin with it',
    );
    expect(sentences.english('我们想先看样品')).toBe('我们想先看样品');
    const taken = { message: '', pattern: '{0}未通过审核或已停用，不能参与对接', params: ['煤、焦研究所'] };
    expect(sentences.english(taken)).toBe(
      '煤、焦研究所 is not approved or is suspended and cannot take part in a deal',
    );
  });

  it('one of a thing is not said in the plural', () => {
    const of = (open: string): string => sentences.english(`还有 ${open} 项异议未处理，请先处理`);
    expect(of('1')).toBe('1 objection is still open; decide it first');
    expect(of('2')).toBe('2 objections are still open; decide them first');
  });
});
