import { toHalfWidth, type Fen } from '@jihui/kernel';
import { isDecimal, type Indicator, type Promised } from '../indicators/indicators.js';

/** A member of a consortium as the lead states it: shares in hundredths of a percent, null where they are no number. */
export interface StatedMember {
  readonly name: string;
  readonly work: number | null;
  readonly money: number | null;
  readonly ip: number | null;
}

/** What stood in a bid. */
export interface BidContents {
  readonly answers: readonly {
    readonly indicator: string;
    readonly promised: string;
    readonly basis: string;
  }[];
  readonly route: string;
  readonly team: string;
  readonly schedule: string;
  /** As it was typed. */
  readonly price: string;
  readonly members: readonly StatedMember[];
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(recordOf) : [];

const SHARE = /^\d{1,3}(?:\.\d{1,2})?$/;
const shareOf = (value: unknown): number | null => {
  const text = toHalfWidth(textOf(value)).replace(/%$/, '');
  return SHARE.test(text) ? Math.round(Number(text) * 100) : null;
};

/** Reads a form, whoever wrote it: what is not there is empty. Null where it is no form of this format at all. */
export function contentsOf(form: unknown): BidContents | null {
  const fields = recordOf(form);
  if (fields['format'] !== 'jihui-bid-form/1') return null;
  return {
    answers: listOf(fields['answers']).map((answer) => ({
      indicator: textOf(answer['indicator']),
      promised: textOf(answer['promised']),
      basis: textOf(answer['basis']),
    })),
    route: textOf(fields['route']),
    team: textOf(fields['team']),
    schedule: textOf(fields['schedule']),
    price: textOf(fields['price']),
    members: listOf(fields['members'])
      .map((member) => ({
        name: textOf(member['name']),
        work: shareOf(member['work']),
        money: shareOf(member['money']),
        ip: shareOf(member['ip']),
      }))
      .filter(({ name }) => name !== ''),
  };
}

/** A promise as people write it: 9300, 9,300, 9300 mm, or for a range 5–8. Null where it says no number. */
export function promisedOf(
  { code, unit, operator }: Pick<Indicator, 'code' | 'unit' | 'operator'>,
  text: string,
): Promised | null {
  const plain = toHalfWidth(text)
    .replaceAll(',', '')
    .replaceAll(toHalfWidth(unit) || ' ', '');
  if (isDecimal(plain)) return { code, value: plain, upper: null };
  if (operator !== 'BETWEEN') return null;
  const [, value = '', upper = ''] = /^(-?[\d.]+)(?:-|–|—|~|至|到)(-?[\d.]+)$/.exec(plain) ?? [];
  return isDecimal(value) && isDecimal(upper) ? { code, value, upper } : null;
}

const YUAN = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** 报价, yuan as typed, in 分; null where it is no amount. */
export function priceOf({ price }: Pick<BidContents, 'price'>): Fen | null {
  const [, whole, part = ''] = YUAN.exec(toHalfWidth(price).replaceAll(',', '').replace(/元$/, '')) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** Every promise of a form that can be read, by the call's indicators. */
export const promisesIn = (indicators: readonly Indicator[], form: unknown): readonly Promised[] => {
  const given = contentsOf(form)?.answers ?? [];
  return indicators.flatMap((indicator) => {
    const text = given.find(({ indicator: code }) => code === indicator.code)?.promised;
    return text === undefined ? [] : (promisedOf(indicator, text) ?? []);
  });
};
