import {
  allow,
  Codes,
  CONTRACT_CLASSES,
  CONTRACT_SUBCLASSES,
  deny,
  formatYuan,
  hasRole,
  say,
  Violations,
  type Actor,
  type Verdict,
  type Violation,
} from '@jihui/kernel';
import { classOf, type Contract } from '../contract.js';
import { checklistOf } from '../rulesets/checklists.js';

/** What an opinion is for; ANY stands at every form. */
export const PURPOSES = ['ANY', 'PASS_FIRST', 'PASS_SECOND', 'RETURN', 'REFUSE'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** 审查意见模板: a block of text that a bureau keeps, with places for the case's facts. */
export interface OpinionTemplate {
  readonly id: string;
  readonly version: number;
  /** The bureau whose it is. */
  readonly officeId: string;
  readonly purpose: Purpose;
  readonly name: string;
  readonly text: string;
  /** Whether it is offered at the desk. */
  readonly active: boolean;
}

/** Places in a text, each with what it is filled by. */
export const PLACES = {
  项目名称: ({ form }) => form.title,
  卖方: ({ form }) => form.sellers.map(({ name }) => name).join('、'),
  买方: ({ form }) => form.buyers.map(({ name }) => name).join('、'),
  合同类别: ({ form }) => nameOf(CONTRACT_CLASSES, classOf(form.subclass)),
  合同子类: ({ form }) => nameOf(CONTRACT_SUBCLASSES, form.subclass),
  签订日期: ({ form }) => form.signedOn ?? '',
  成交额: ({ form }) => yuan(form.money.total),
  技术交易额: ({ form }) => yuan(form.money.technical),
  受理号: ({ acceptanceNumber }) => acceptanceNumber ?? '',
  受理日: ({ acceptedOn }) => acceptedOn ?? '',
  办理期限: ({ dueOn }) => dueOn ?? '',
  不符合的条件: (contract) =>
    checklistOf(contract.form.subclass)
      .filter(({ id }) => contract.judgements.some(({ item, met }) => item === id && !met))
      .map(({ text }) => text)
      .join('；'),
} as const satisfies Readonly<Record<string, (contract: Contract) => string>>;

const nameOf = (table: Readonly<Record<string, string>>, code: string | null): string =>
  code === null ? '' : (table[code] ?? code);
const yuan = (fen: number | null): string => (fen === null ? '' : `${formatYuan(fen)}元`);
/** What is not stated stays to be filled in by hand, where it can be seen. */
const BLANK = '＿＿';

/** The text with the facts of the case in its places. */
export const fillTemplate = (text: string, contract: Contract): string =>
  text.replaceAll(/\{([^{}]+)\}/g, (whole, place: string) =>
    Object.hasOwn(PLACES, place) ? PLACES[place as keyof typeof PLACES](contract) || BLANK : whole,
  );

const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]+)\}/g)].map(([, place = '']) => place);

/** What is wrong with a template. */
export function templateViolations({
  name,
  text,
}: Pick<OpinionTemplate, 'name' | 'text'>): readonly Violation[] {
  const unknown = placesIn(text).filter((place) => !Object.hasOwn(PLACES, place));
  return new Violations()
    .text('name', '模板名称', name, { max: 50 })
    .text('text', '模板内容', text, { max: 1_500 })
    .when(
      unknown.length > 0,
      'text',
      'UNKNOWN_CODE',
      say`没有这样的填充项：${unknown.map((place) => `{${place}}`).join('、')}`,
    ).found;
}

/** Registrars of the bureau keep its templates, and its administrator. */
export function mayKeepTemplates(actor: Actor, officeId: string): Verdict {
  if (actor.kind !== 'person') return deny('请先登录', Codes.UNAUTHENTICATED);
  return hasRole(actor, officeId, 'REGISTRAR') ? allow : deny('只有本机构的登记员或管理员可以维护意见模板');
}
