import { filesBelow, load } from './sources.js';

/** What the inbox tells in Chinese, the portal tells in English, with all that a message may add or leave out. */

type Fact = Readonly<Record<string, unknown>>;
type Texts = Readonly<Record<string, (fact: Fact) => { readonly title: string; readonly body: string }>>;
const { messageIn } = (await load('apps/portal/src/i18n/messageIn.ts')) as {
  readonly messageIn: (text: string, messages: object) => string;
};
const { messages } = await load('apps/portal/src/i18n/serverEnglish.ts');

/** Everything that any kind of fact holds, as full as it can be. */
const FULL: Fact = {
  id: '1',
  code: 'C1',
  title: 'Blade coating',
  name: 'Jinyuan University',
  ownerName: 'Jinyuan University',
  needTitle: 'Blade coating',
  inviterName: 'Solar Ltd',
  unitName: 'Jinyuan University',
  organisationName: 'Jinyuan University',
  sellerName: 'Jinyuan University',
  buyerName: 'Solar Ltd',
  brokerName: 'Ms Li',
  raterName: 'Solar Ltd',
  personName: 'Ms Li',
  document: 'No. 9 of 2026',
  contractTitle: 'Blade coating',
  displayNumber: 'ZL202510000000.1',
  note: 'as agreed',
  reason: 'as agreed',
  message: 'as agreed',
  returnReason: 'as agreed',
  acceptanceNumber: 'A1',
  registrationNumber: 'R1',
  expiresOn: '2027-01-01',
  dueOn: '2027-01-01',
  correctionDueOn: '2027-01-01',
  disclosedUntil: '2027-01-01',
  designatedUntil: '2027-01-01',
  noticeUntil: '2027-01-01',
  fromDay: '2026-12-01',
  untilDay: '2028-12-01',
  closesAt: '2027-01-01T09:00:00Z',
  disclosure: { startsOn: '2027-01-01', endsOn: '2027-01-20' },
  proceeding: { dueOn: '2027-01-01', defendUntil: '2027-01-01', reason: 'as agreed' },
  warning: '专利权期限将于 2027-01-01 届满，还有 30 天',
  year: 2026,
  kind: 'NEED',
  text: 'coating',
  filters: {},
  count: 3,
  amount: 120_000,
  paidOn: '2026-11-27',
  found: [{ title: 'Blade coating', score: 80, sharedTerms: ['coating', 'blade'] }],
};
/** The same with everything left out that may be. */
const BARE: Fact = {
  ...FULL,
  note: '',
  message: null,
  returnReason: null,
  acceptanceNumber: null,
  registrationNumber: null,
  expiresOn: null,
  dueOn: null,
  correctionDueOn: null,
  disclosedUntil: null,
  designatedUntil: null,
  noticeUntil: null,
  untilDay: null,
  closesAt: null,
  disclosure: null,
  proceeding: null,
  warning: null,
  kind: 'RESULT',
  count: 1,
  found: [{ title: 'Blade coating', score: 80, sharedTerms: [] }],
};
/** What is said of a record depends on its kind. */
const RECORDS = ['NO_ANSWER', 'NO_SHOW', 'LATE', 'DEVIATION', 'CONCEALED_CONFLICT'];
const FACTS: readonly Fact[] = [FULL, BARE, ...RECORDS.map((record) => ({ ...FULL, record }))];

const FILES = filesBelow('libs/notifications/src/core/texts', /(?<!text)\.ts$/);
const TABLES = await Promise.all(
  FILES.map(async (file) => Object.entries(await load(file)) as readonly (readonly [string, Texts])[]),
);
const CASES = TABLES.flat().flatMap(([table, texts]) =>
  Object.entries(texts).map(([name, text]) => [`${table}.${name}`, text] as const),
);

describe('messages of the inbox in English', () => {
  it.each(CASES)('%s', (_, text) => {
    for (const fact of FACTS) {
      const { title, body } = text(fact);
      for (const chinese of [title, body]) {
        const english = messageIn(chinese, messages as object);
        expect([chinese, english]).toEqual([
          chinese,
          expect.not.stringMatching(/\p{Script=Han}|[。，；]|undefined/u),
        ]);
      }
    }
  });
});
