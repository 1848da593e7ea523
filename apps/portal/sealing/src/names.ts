import { namedIn, type NamePlace, type OwnNames } from '@jihui/proofs';
import { h, show, t } from './dom.js';

/** A part of the form that experts read, as its label says it. */
export interface ReadPart {
  readonly label: string;
  readonly text: string;
}

/**
 * 匿名评审: where the form names who bids. Nothing is refused: experts read a stand-in for what is certain, and whoever writes may
 * choose other words.
 */
export function namesPart(
  read: () => {
    readonly names: OwnNames;
    readonly parts: readonly ReadPart[];
    readonly attached: boolean;
  },
): {
  readonly element: HTMLElement;
  look(): void;
} {
  const element = h('div', { role: 'status' });
  return {
    element,
    look() {
      const { names, parts, attached } = read();
      const found = parts.flatMap(({ label, text }) => {
        const said = [...new Set(namedIn(text, names).map(asSaid))];
        return said.length === 0 ? [] : [`${label}${t('：', ': ')}${said.join(t('、', ', '))}`];
      });
      show(
        element,
        found.length > 0 &&
          h(
            'p',
            { class: 'soft' },
            t(
              '评审专家不知道方案是谁的。下列内容写有本方的名称、人名或联系方式，专家看到的是代称；附件里的文字平台不改动，请自行隐去。',
              'Experts do not know whose a bid is. Names or contacts of your own stand in the following, where experts read a stand-in; what stands inside attachments is not changed, so leave it out there.',
            ),
          ),
        found.length > 0 && h('ul', {}, ...found.map((line) => h('li', {}, line))),
        attached &&
          h(
            'p',
            { class: 'soft' },
            t(
              '附件里面的文字这里不检查；开标后平台识别 PDF、DOCX、XLSX 附件，写有本方名称、人名或联系方式的地方会告知科技局。',
              'What stands inside attachments is not looked into here; after the opening the platform reads PDF, DOCX and XLSX and tells the bureau where names or contacts of your own stand.',
            ),
          ),
      );
    },
  };
}

const asSaid = ({ text, certain }: NamePlace): string =>
  certain ? text : text + t('（可能是普通词，不替换）', ' (may be a word, left as it is)');
