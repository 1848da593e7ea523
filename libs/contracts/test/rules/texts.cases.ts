import type { TextFacts } from '../../src/core/facts.js';
import type { ReadStatus } from '@jihui/kernel';
import { form, money, type RuleCases, type Situation } from './situation.js';

export const text = (change: Partial<TextFacts> = {}): TextFacts => ({
  fileId: 'file',
  kind: 'CONTRACT_TEXT',
  name: '合同.pdf',
  status: 'READ',
  format: 'PDF',
  pageCount: 3,
  pagesKnown: true,
  characters: 2_000,
  emptyPages: [],
  notes: [],
  contractClass: '2',
  subclass: '21',
  clarity: 80,
  total: 100_000_000,
  amountsDisagree: false,
  ...change,
});
export const says = (change: Partial<TextFacts>): Situation => ({ facts: { texts: [text(change)] } });
const ended = (status: ReadStatus): Situation =>
  says({ status, contractClass: null, subclass: null, total: null });

/** The complete application transfers a patent for 1,000,000 元; a text that says so has nothing to say. */
export const textsCases: RuleCases = {
  'texts.unreadable': {
    fires: [ended('ENCRYPTED'), ended('DAMAGED'), { ...ended('BOMB'), at: 'files.CONTRACT_TEXT' }],
    silent: [says({}), ended('NO_TEXT')],
  },
  'texts.not-recognised': {
    fires: (['NO_TEXT', 'TOO_LARGE', 'TOO_SLOW', 'OLD_WORD', 'UNSUPPORTED', 'MISSING'] as const).map(ended),
    silent: [says({}), ended('ENCRYPTED')],
  },
  'texts.remarks': {
    fires: [says({ notes: ['TRUNCATED'] }), says({ notes: ['SOME_PAGES_EMPTY'], emptyPages: [2] })],
    silent: [says({})],
  },
  'texts.class': {
    fires: [{ ...says({ contractClass: '5', subclass: '51' }), at: 'subclass' }],
    silent: [
      says({}),
      says({ contractClass: '5', subclass: '51', clarity: 10 }),
      { ...says({ contractClass: '5', subclass: '51' }), change: form({ subclass: null }) },
      { ...says({ contractClass: '3', subclass: '31' }), set: '2000/2001' },
    ],
  },
  'texts.not-technical': {
    fires: [says({ contractClass: '0', subclass: null })],
    silent: [says({}), says({ contractClass: '0', subclass: null, clarity: 5 })],
  },
  'texts.total': {
    fires: [{ ...says({ total: 90_000_000 }), at: 'money.total' }],
    silent: [
      says({}),
      says({ total: null }),
      { facts: { texts: [text({ total: 90_000_000 }), text()] } },
      { ...says({ total: 90_000_000 }), change: money({ paymentMode: 'ROYALTY' }) },
    ],
  },
  'texts.amount-in-words': { fires: [says({ amountsDisagree: true })], silent: [says({})] },
};
