import type { LegalDay } from '@jihui/kernel';
import { daysIn, monthsOf, periodEnd, type DayMention } from './days-in-text.js';
import { before, propose, textOf, type Passages } from './passages.js';
import type { Proposal } from './proposals.js';

const SIGNED = /(签订|签署|签约|签字)(日期|时间|日)?[^。\n\d一二]{0,12}$|于$/;
const CONTRACT_PERIOD =
  /(合同|协议)?(有效期|履行期限|履行期|期限|许可期限|许可期|服务期|开发期限|研究开发期限|实施期限|工作期限|起止(时间|日期|年限))/;
const UNTIL = /^[^。\n\d一二]{0,8}(至|到|—|--|-|~|～|止于)[^。\n\d一二]{0,6}$/;
const LENGTH =
  /(?:自|从)?[^。\n]{0,16}(?:签订|签字|签署|生效)[^。\n]{0,10}之日起[^。\n\d一二三四五六七八九十两]{0,10}([一二两三四五六七八九十]{1,3}|\d{1,3})\s*(个?年|个月)/;

interface Period {
  readonly from: DayMention;
  readonly to: DayMention;
}

/** Two days with 至 between, where the words before them speak of the contract's period. */
function periodOf(text: string, days: readonly DayMention[]): Period | undefined {
  const periods = days.flatMap((from, index): Period[] => {
    const to = days[index + 1];
    return to !== undefined && UNTIL.test(text.slice(from.end, to.start)) && from.day <= to.day
      ? [{ from, to }]
      : [];
  });
  return periods.find(({ from }) => CONTRACT_PERIOD.test(before(text, from.start, 60))) ?? periods[0];
}

/** Where the seals stand: the last tenth of the text, and no less than its last 400 characters. */
const nearTheSeals = (text: string, at: number): boolean =>
  at >= Math.min(text.length * 0.9, text.length - 400);

function signedOn(passages: Passages, days: readonly DayMention[]): Proposal[] {
  const { text } = passages.flow;
  const named = days.find(({ start }) => SIGNED.test(before(text, start, 20)));
  if (named !== undefined) return [propose(passages, 'signedOn', named.day, named.start, named.end)];
  const last = days.at(-1);
  return last !== undefined && nearTheSeals(text, last.start)
    ? [propose(passages, 'signedOn', last.day, last.start, last.end, 'LAST_DAY_IN_TEXT')]
    : [];
}

function computedPeriod(passages: Passages, signed: LegalDay | null): Proposal[] {
  const found = LENGTH.exec(passages.flow.text);
  const months = found === null ? null : monthsOf((found[1] ?? '').replace('两', '二'), found[2] ?? '');
  if (found === null || months === null || signed === null) return [];
  const end = found.index + found[0].length;
  return [
    propose(passages, 'effectiveFrom', signed, found.index, end, 'COMPUTED'),
    propose(passages, 'effectiveTo', periodEnd(signed, months), found.index, end, 'COMPUTED'),
  ];
}

function place(passages: Passages): Proposal[] {
  const found =
    /(?:签订|签署|签约)地点?[:：]?\s*([\u4e00-\u9fa5]{2,30}?(?:省|市|区|县|镇|开发区)[\u4e00-\u9fa5]{0,12})(?=[\s,，。；\n]|$)/.exec(
      passages.flow.text,
    );
  if (found === null) return [];
  const [all, value = ''] = found;
  const start = found.index + all.lastIndexOf(value);
  return [propose(passages, 'signedAt', value, start, start + value.length)];
}

/** When it was signed, where, and how long it holds. */
export function findTerms(passages: Passages): readonly Proposal[] {
  const days = daysIn(passages.flow.text);
  const signed = signedOn(passages, days);
  const period = periodOf(passages.flow.text, days);
  const signedDay = signed[0]?.field === 'signedOn' ? signed[0].value : null;
  const term =
    period === undefined
      ? computedPeriod(passages, signedDay)
      : [
          propose(passages, 'effectiveFrom', period.from.day, period.from.start, period.from.end),
          propose(passages, 'effectiveTo', period.to.day, period.to.start, period.to.end),
        ];
  return [...signed, ...place(passages), ...term];
}

const MOST_OF_A_CLAUSE = 2_000;
const CLAUSES = [
  ['content.ownershipClause', /归属|成果(的)?(分享|权属|分配)|知识产权|权利归属/],
  ['content.confidentialityClause', /保密/],
  ['content.acceptanceClause', /验收/],
] as const;

/** The clauses that the form asks for by themselves: whose the result is, what is secret, how it is accepted. */
export function findClauses(passages: Passages): readonly Proposal[] {
  return CLAUSES.flatMap(([field, words]) => {
    const titled = passages.clauses.filter(({ title, label }) => label !== '' && words.test(title));
    const clause = titled.toSorted((a, b) => a.level - b.level)[0];
    if (clause === undefined) return [];
    const value = textOf(passages, clause, MOST_OF_A_CLAUSE);
    const length = passages.pages[clause.page - 1]?.length ?? 0;
    const sameLine = passages.pages[clause.page - 1]?.indexOf('\n', clause.start) ?? -1;
    return [
      {
        field,
        value,
        place: { page: clause.page, start: clause.start, end: sameLine < 0 ? length : sameLine },
        clause: clause.label,
        quote: value.slice(0, 120),
        note: null,
      },
    ];
  });
}
