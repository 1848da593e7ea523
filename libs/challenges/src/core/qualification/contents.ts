import { toHalfWidth, type Fen } from '@jihui/kernel';
import { asConfirmation, type MemberConfirmation } from '@jihui/proofs';
import { isDecimal, type Indicator, type Promised } from '../indicators/indicators.js';

/** A member of a consortium as the lead states it: shares in hundredths of a percent, null where they are no number. */
export interface StatedMember {
  readonly name: string;
  readonly work: number | null;
  readonly money: number | null;
  readonly ip: number | null;
  /** 成员确认 as it stands in the bid; null for the lead, and where there is none that can be read. */
  readonly confirmation: MemberConfirmation | null;
}

/** 项目负责人、团队成员 as the bidder states them; the leader of the project is the first. */
export interface StatedPerson {
  readonly name: string;
  readonly unit: string;
}

/** What the agreement of a consortium must hold besides the shares (reference B4: 揭榜方, 创新联合体). */
export const CLAUSES = ['tasks', 'ip', 'benefit', 'secrecy', 'risk', 'exit'] as const;
export type Clause = (typeof CLAUSES)[number];

/** 联合体协议: which file it is, and where in it each clause stands, as the lead states it. */
export interface StatedAgreement {
  readonly sha256: string;
  readonly clauses: { readonly [clause in Clause]: string };
}

/** So many of a form are read: what is held against each takes its time, and all bids are opened in one transaction. */
const MOST = { members: 50, people: 500 } as const;

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
  readonly people: readonly StatedPerson[];
  /** There were more members or people than are read. */
  readonly cut: boolean;
  /** Null where the form names none. */
  readonly agreement: StatedAgreement | null;
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
      .slice(0, MOST.members)
      .map((member) => ({
        name: textOf(member['name']),
        work: shareOf(member['work']),
        money: shareOf(member['money']),
        ip: shareOf(member['ip']),
        confirmation: asConfirmation(member['confirmation']),
      }))
      .filter(({ name }) => name !== ''),
    people: listOf(fields['people'])
      .slice(0, MOST.people)
      .map((person) => ({ name: textOf(person['name']), unit: textOf(person['unit']) }))
      .filter(({ name }) => name !== ''),
    cut: listOf(fields['members']).length > MOST.members || listOf(fields['people']).length > MOST.people,
    agreement: agreementOf(fields['agreement']),
  };
}

function agreementOf(value: unknown): StatedAgreement | null {
  const { sha256, clauses } = recordOf(value);
  const said = recordOf(clauses);
  const where = (clause: Clause): string => textOf(said[clause]);
  return typeof sha256 !== 'string'
    ? null
    : {
        sha256,
        clauses: {
          ...{ tasks: where('tasks'), ip: where('ip'), benefit: where('benefit') },
          ...{ secrecy: where('secrecy'), risk: where('risk'), exit: where('exit') },
        },
      };
}

/** Everybody whom a bid names of its team, in one text. */
export const teamOf = ({ team, people }: Pick<BidContents, 'team' | 'people'>): string =>
  [team, ...people.map(({ name, unit }) => `${name} ${unit}`)].join('\n');

/** The files that experts read: without the agreement, which names lead and members. */
export function blindFiles<F extends { readonly sha256: string }>(
  form: unknown,
  files: readonly F[],
): readonly F[] {
  const agreement = contentsOf(form)?.agreement?.sha256;
  return files.filter(({ sha256 }) => sha256 !== agreement);
}

/** By which two spellings of one name are the same: full width, blanks and case are typed one way and the other. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** What a bid is about: the way it goes, and on what it rests; nothing of who goes it. */
export const subjectOf = ({ route, schedule, answers }: BidContents): string =>
  [route, schedule, ...answers.map(({ basis }) => basis)].join('\n');

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

/** People of bids by {@link nameKey} of their names, then of their units. */
export type PeopleByName = ReadonlyMap<string, ReadonlyMap<string, StatedPerson>>;

export function byName(people: readonly StatedPerson[]): PeopleByName {
  const names = new Map<string, Map<string, StatedPerson>>();
  for (const person of people) {
    const units = names.get(nameKey(person.name)) ?? new Map<string, StatedPerson>();
    if (units.size === 0) names.set(nameKey(person.name), units);
    if (!units.has(nameKey(person.unit))) units.set(nameKey(person.unit), person);
  }
  return names;
}
