import { CONTRACT_CLASSES, formatYuan, type ReadStatus } from '@jihui/kernel';
import { isOpenEnded } from '../amounts.js';
import type { CaseFacts, TextFacts } from '../facts.js';
import { statute, type Citation } from '../rulesets/law.js';
import { block, hitIf, warning, type Hit, type Rule, type Subject } from '../rulesets/rule.js';
import { messageOf, remarksOf } from '../text/wording.js';

const WHOLE_TEXT: { readonly cite: Citation; readonly ground: 'R09' } = {
  cite: (law) => law.wholeText,
  ground: 'R09',
};

/** Nobody can open these, the registrar neither. */
const UNREADABLE: readonly ReadStatus[] = ['ENCRYPTED', 'DAMAGED', 'BOMB'];
/** The text speaks clearly enough to be held against the form. */
const CLEAR = 30;

const pathOf = ({ kind }: TextFacts): string => `files.${kind}`;
const about = (text: TextFacts, message: string): Hit => ({
  path: pathOf(text),
  message: `“${text.name}”：${message}`,
  facts: { fileId: text.fileId, status: text.status },
});

/** What the contracts' own texts say, in the order of the files. */
const contractTexts = ({ texts }: CaseFacts): readonly TextFacts[] =>
  texts.filter(({ kind }) => kind === 'CONTRACT_TEXT');

const className = (code: string): string =>
  (CONTRACT_CLASSES as Readonly<Record<string, string>>)[code] ?? code;

function classHits({ form, facts, set }: Subject): readonly Hit[] {
  const chosen = set.classOf(form.subclass);
  return contractTexts(facts).flatMap((text) => {
    const said = text.subclass === null ? null : set.classOf(text.subclass);
    const differs = said !== null && chosen !== null && said !== chosen && text.clarity >= CLEAR;
    return hitIf(
      differs,
      'subclass',
      `合同文本的约定更像${className(said ?? '')}合同，与所选的${className(chosen ?? '')}不同，请按权利义务核对类别`,
      { said, chosen, clarity: text.clarity },
    );
  });
}

function totalHits({ form: { money }, facts }: Subject): readonly Hit[] {
  const stated = contractTexts(facts).flatMap(({ total }) => total ?? []);
  // An annex states amounts of its own: it is enough that one text says what the form says.
  const differs =
    money.total !== null && stated.length > 0 && !isOpenEnded(money) && !stated.includes(money.total);
  return hitIf(
    differs,
    'money.total',
    `合同文本写明的总额为 ${stated.map((amount) => `${formatYuan(amount)} 元`).join('、')}，与所填不同，请核对`,
    { stated, total: money.total },
  );
}

/** The files' texts: whether they can be read, and whether the form says what they say. */
export const textRules: readonly Rule[] = [
  block('texts.unreadable', 'CONTRACT.TEXT_UNREADABLE', WHOLE_TEXT, ({ facts }) =>
    facts.texts
      .filter(({ status }) => UNREADABLE.includes(status))
      .map((text) => about(text, messageOf(text))),
  ),
  warning('texts.not-recognised', 'CONTRACT.TEXT_NOT_RECOGNISED', WHOLE_TEXT, ({ facts }) =>
    facts.texts
      .filter(({ status }) => status !== 'READ' && !UNREADABLE.includes(status))
      .map((text) => about(text, messageOf(text))),
  ),
  warning('texts.remarks', 'CONTRACT.TEXT_REMARK', WHOLE_TEXT, ({ facts }) =>
    facts.texts.flatMap((text) => remarksOf(text).map((remark) => about(text, remark))),
  ),
  warning(
    'texts.class',
    'CONTRACT.TEXT_CLASS_DIFFERS',
    { cite: (law) => law.grounds, ground: 'R07' },
    classHits,
  ),
  warning(
    'texts.not-technical',
    'CONTRACT.TEXT_NOT_TECHNICAL',
    { cite: (law) => law.grounds, ground: 'R02' },
    ({ facts }) =>
      contractTexts(facts)
        .filter(({ contractClass, clarity }) => contractClass === '0' && clarity >= CLEAR)
        .map((text) => about(text, '约定的主要是买卖、工程、日常维护等内容，请说明其中的技术内容')),
  ),
  warning(
    'texts.total',
    'CONTRACT.TEXT_AMOUNT_DIFFERS',
    { cite: statute('民法典第846条'), ground: 'R05' },
    totalHits,
  ),
  warning(
    'texts.amount-in-words',
    'CONTRACT.TEXT_AMOUNT_IN_WORDS',
    { cite: statute('民法典第846条'), ground: 'R05' },
    ({ facts }) =>
      contractTexts(facts)
        .filter(({ amountsDisagree }) => amountsDisagree)
        .map((text) => about(text, '合同总额的大写与小写不一致，请由双方补充说明')),
  ),
];
