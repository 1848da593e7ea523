import type { MemberConfirmation, SealingInstructions } from '@jihui/proofs';
import { t } from './dom.js';
import type { FieldFault } from './fields.js';

/** An indicator as the call asks it; numbers are decimals as written. */
export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly operator: 'AT_LEAST' | 'AT_MOST' | 'BETWEEN' | 'EQUAL';
  readonly target: string;
  readonly upper: string | null;
  readonly core: boolean;
}
export interface Call {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly indicators: readonly Indicator[];
  /** 须由创新联合体揭榜. */
  readonly consortium: boolean;
}

export interface OpenCall extends Call {
  readonly biddingOpen: boolean;
  readonly closesAt: string | null;
}
/** What is bid for, and how it is sealed. */
export interface Sealing {
  readonly call: OpenCall;
  readonly instructions: SealingInstructions;
  /** The organisation that bids. */
  readonly bidder: string;
  readonly bidderName: string;
  /** Shows what stands now. */
  again(): Promise<void>;
}

/** What is sealed as the bid's form; its files come beside it. */
export interface BidForm {
  readonly format: 'jihui-bid-form/1';
  readonly answers: readonly Answer[];
  readonly route: string;
  readonly team: string;
  readonly schedule: string;
  /** 报价, yuan. */
  readonly price: string;
  /** 创新联合体: the lead first; shares of work, money and intellectual property in per cent. */
  readonly members: readonly Member[];
  /** 项目负责人 first, then 团队成员. */
  readonly people: readonly Person[];
  /** 联合体协议, one of the files; null for a single bidder. */
  readonly agreement: Agreement | null;
}
export interface Answer {
  readonly indicator: string;
  /** A decimal; empty where the bidder promises nothing. */
  readonly promised: string;
  /** The upper end, where the indicator asks for a range. */
  readonly upper: string | null;
  readonly basis: string;
}
export interface Member {
  readonly name: string;
  readonly work: string;
  readonly money: string;
  readonly ip: string;
  /** 成员确认; null for the lead, and for who has not confirmed. */
  readonly confirmation: MemberConfirmation | null;
}
export interface Person {
  readonly name: string;
  readonly unit: string;
}
/** What the agreement of a consortium must hold; a bid says where in it each stands. */
export const CLAUSES = ['tasks', 'ip', 'benefit', 'secrecy', 'risk', 'exit'] as const;
export interface Agreement {
  readonly sha256: string;
  readonly clauses: { readonly [clause in (typeof CLAUSES)[number]]: string };
}
export const SHARES = ['work', 'money', 'ip'] as const;

/** As a decimal is written: full-width digits and commas of thousands are typed, too. */
export const asDecimal = (typed: string): string => typed.normalize('NFKC').replace(/[\s,]/g, '');

// As libs/challenges reads them when a bid is judged.
const DECIMAL = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;
const YUAN = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/;

/** Whether shares in per cent, as typed, make up the whole: to hundredths, since 0.1 + 64.1 + 35.8 is not 100 in binary. */
export function isWhole(shares: readonly string[]): boolean {
  const parts = shares.map((share) => Math.round(Number(asDecimal(share) || 0) * 100));
  return parts.every((part) => part >= 0) && parts.reduce((total, part) => total + part, 0) === 10_000;
}

/** Everything that is wrong, all at once. */
export function faultsOf(form: BidForm, { indicators, consortium }: Call): readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const unless = (right: boolean, field: string, message: string): void => {
    if (!right) faults.push({ field, message });
  };
  for (const { code, core, operator } of indicators) {
    const { promised = '', upper } = form.answers.find(({ indicator }) => indicator === code) ?? {};
    const number = t('请填写数字，如 5.5', 'Enter a number such as 5.5');
    if (promised === '')
      unless(!core, `promised.${code}`, t('核心指标必须承诺', 'A core indicator needs a promise'));
    else unless(DECIMAL.test(promised), `promised.${code}`, number);
    if (operator === 'BETWEEN' && promised !== '')
      unless(DECIMAL.test(upper ?? ''), `upper.${code}`, t('请填写范围的上限', 'Enter the upper end'));
  }
  unless(form.route !== '', 'route', t('请填写技术路线', 'Say the technical approach'));
  unless(form.team !== '', 'team', t('请填写团队与条件', 'Say who works on it, and with what'));
  unless(
    form.price === '' || YUAN.test(form.price),
    'price',
    t('请填写金额，最多两位小数', 'Enter an amount with two decimals at most'),
  );
  unless(
    form.people.length > 0 && form.people.every(({ name, unit }) => name !== '' && unit !== ''),
    'people',
    t(
      '请逐人填写项目负责人和团队成员的姓名、单位',
      'Name the project leader and each member of the team, with their units',
    ),
  );
  unless(
    !consortium || form.members.length > 1,
    'members',
    t(
      '榜单要求由创新联合体揭榜，请填写牵头单位和成员',
      'The call asks for a consortium: name lead and members',
    ),
  );
  return [...faults, ...memberFaults(form.members), ...agreementFaults(form)];
}

function agreementFaults({ members, agreement }: BidForm): readonly FieldFault[] {
  if (members.length === 0) return [];
  const clause = t('请写明在协议的哪一条，如 第三条', 'Say which clause of the agreement, such as clause 3');
  return [
    ...(agreement === null
      ? [
          {
            field: 'agreement',
            message: t('请选择联合体协议', 'Choose the agreement of the consortium'),
          },
        ]
      : []),
    ...CLAUSES.filter((one) => (agreement?.clauses[one] ?? '') === '').map((one) => ({
      field: `clause.${one}`,
      message: clause,
    })),
  ];
}

function memberFaults(members: readonly Member[]): readonly FieldFault[] {
  if (members.length === 0) return [];
  const faults: string[] = [];
  if (members.some(({ name }) => name === ''))
    faults.push(t('请填写每个单位的名称', 'Name each organisation'));
  const titles = {
    work: t('工作占比', 'shares of the work'),
    money: t('经费占比', 'shares of the money'),
    ip: t('知识产权占比', 'shares of the intellectual property'),
  };
  for (const share of SHARES)
    if (!isWhole(members.map((member) => member[share])))
      faults.push(t(`${titles[share]}之和应为 100`, `The ${titles[share]} must sum to 100`));
  return faults.length === 0 ? [] : [{ field: 'members', message: faults.join(t('；', '. ')) }];
}
