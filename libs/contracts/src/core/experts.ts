import {
  cleanText,
  isEmail,
  normaliseEmail,
  say,
  Violations,
  type LegalDay,
  type Violation,
} from '@jihui/kernel';
import type { Contract, Expert } from './contract.js';
import { ContractCodes } from './errors.js';

export interface ExpertInput {
  /** Of a seat that is there already. */
  readonly id?: string | null;
  /** Of the expert bank: name, unit and title of a new seat are the bank's. */
  readonly expertId?: string | null;
  readonly name: string;
  readonly unit: string;
  readonly title?: string | null;
  readonly email?: string | null;
  readonly undertakenOn?: LegalDay | null;
  readonly favourable?: boolean | null;
  readonly opinion?: string | null;
}

export const MAX_EXPERTS = 15;

/** A seat of the panel before anything was done on it. */
export const newSeat = (id: string): Expert => ({
  id,
  version: 0,
  expertId: null,
  accountId: null,
  name: '',
  unit: '',
  title: '',
  email: null,
  invitedAt: null,
  answerBy: null,
  personId: null,
  undertakenOn: null,
  favourable: null,
  opinion: '',
  signedAt: null,
  recusal: null,
});

/** Seats that count: whoever withdrew stays on record alone. */
export const sitting = (experts: readonly Expert[]): readonly Expert[] =>
  experts.filter(({ recusal }) => recusal === null);

/** What the bank knows of an expert who is picked from it. */
export type Banked = Pick<Expert, 'name' | 'unit' | 'title' | 'email'> & { readonly personId: string };

/**
 * The panel as the registrar has it now: what the platform knows of a seat stays with it.
 * @param bank experts of the bank that are picked, by id
 */
export const panelFrom = (
  inputs: readonly ExpertInput[],
  before: readonly Expert[],
  newId: () => string,
  bank: ReadonlyMap<string, Banked> = new Map(),
): readonly Expert[] =>
  inputs.map((input) => {
    const kept = before.find(({ id }) => id === input.id);
    const seat = kept ?? picked(newSeat(newId()), input, bank);
    const email = normaliseEmail(input.email ?? '') || (kept === undefined ? seat.email : null);
    const told = seat.email === email ? {} : { invitedAt: null, answerBy: null };
    const next: Expert = {
      ...seat,
      ...told,
      ...(seat.expertId === null && {
        name: cleanText(input.name),
        unit: cleanText(input.unit),
        title: cleanText(input.title ?? ''),
      }),
      email,
      undertakenOn: input.undertakenOn ?? null,
      favourable: input.favourable ?? null,
      opinion: cleanText(input.opinion ?? ''),
    };
    return kept !== undefined && isSame(kept, next) ? kept : { ...next, version: seat.version + 1 };
  });

function picked(seat: Expert, { expertId }: ExpertInput, bank: ReadonlyMap<string, Banked>): Expert {
  const known = expertId == null ? undefined : bank.get(expertId);
  if (expertId == null || known === undefined) return seat;
  const { personId, ...own } = known;
  return { ...seat, ...own, expertId, accountId: personId };
}

const isSame = (one: Expert, other: Expert): boolean =>
  (Object.keys(one) as (keyof Expert)[]).every((key) => one[key] === other[key]);

/** What only the expert says of itself, once the seat is taken. */
const OWN_WORD = [
  ['name', '姓名'],
  ['unit', '工作单位'],
  ['email', '邮箱'],
  ['undertakenOn', '承诺书签署日'],
  ['favourable', '专家结论'],
  ['opinion', '专家意见'],
] as const;

/** Nobody speaks for an expert who came with an account, and what one has signed is not taken away. */
export function seatViolations(
  inputs: readonly ExpertInput[],
  experts: readonly Expert[],
  before: readonly Expert[],
): readonly Violation[] {
  const found = new Violations();
  const ids = inputs.flatMap(({ id }) => id ?? []);
  experts.forEach((expert, index) => {
    const { id } = inputs[index] ?? {};
    const seat = before.find((known) => known.id === id);
    found
      .when(
        id != null && (seat === undefined || ids.indexOf(id) !== ids.lastIndexOf(id)),
        `experts.${index}.id`,
        'UNKNOWN',
        '该席位不在专家组中，请刷新后再试',
      )
      .when(
        expert.email !== null && !isEmail(expert.email),
        `experts.${index}.email`,
        'BAD_EMAIL',
        '邮箱格式不正确',
      );
    if (seat === undefined || seat.personId === null) return;
    for (const [field, label] of OWN_WORD)
      found.when(
        seat[field] !== expert[field],
        `experts.${index}.${field}`,
        ContractCodes.EXPERT_SPEAKS_ALONE,
        say`${seat.name}已在线参加评审，${label}由专家本人填写`,
        EVADES,
      );
  });
  for (const { id, name, signedAt } of before)
    found.when(
      signedAt !== null && !ids.includes(id),
      'experts',
      ContractCodes.EXPERT_SIGNED,
      say`${name}已签署意见，不能移出专家组`,
    );
  return found.found;
}

/**
 * Whoever is newly picked from the bank is in it and is bound to no side.
 * @param stakes of those that are in it: what binds them (回避), or null
 */
export function pickViolations(
  inputs: readonly ExpertInput[],
  before: readonly Expert[],
  stakes: ReadonlyMap<string, string | null>,
): readonly Violation[] {
  const found = new Violations();
  inputs.forEach(({ id, expertId }, index) => {
    if (expertId == null || before.some((seat) => seat.id === id)) return;
    const stake = stakes.get(expertId);
    const path = `experts.${index}.expertId`;
    found
      .when(stake === undefined, path, ContractCodes.EXPERT_NOT_IN_BANK, '该专家已不在库，请重新选取')
      .when(stake != null, path, ContractCodes.EXPERT_HAS_STAKE, say`${stake ?? ''}，应当回避`, EVADES);
  });
  return found.found;
}

/** Names as they are held against each other: spaces and brackets' width make no other name. */
export const keyOf = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
const keys = (names: readonly (string | null)[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => (name === null || keyOf(name) === '' ? [] : [keyOf(name)])));

const partiesOf = ({ form }: Pick<Contract, 'form'>) => [...form.sellers, ...form.buyers];

/** Keys of 当事人、中介方 and whoever controls a party. */
export const unitsOf = (contract: Pick<Contract, 'form'>): ReadonlySet<string> =>
  keys([
    ...partiesOf(contract).flatMap(({ name, controller }) => [name, controller]),
    ...contract.form.brokers.map(({ name }) => name),
  ]);

/** Keys of the people who act for a party. */
export const peopleOf = (contract: Pick<Contract, 'form'>): ReadonlySet<string> =>
  keys([
    ...partiesOf(contract).flatMap(({ name, legalRepresentative, contactName }) => [
      name,
      legalRepresentative,
      contactName,
    ]),
    contract.form.declaration?.signatory ?? null,
  ]);

/**
 * What even an unfinished panel must keep to: nobody who stands on a side, reviews the contract or belongs
 * to a party's organisation looks at it as an expert.
 * @param staff names of those who review the contract
 */
export function expertViolations(
  experts: readonly Expert[],
  contract: Pick<Contract, 'form'>,
  { today, staff }: { readonly today: LegalDay; readonly staff: readonly string[] },
): readonly Violation[] {
  const found = new Violations()
    .when(experts.length === 0, 'experts', 'REQUIRED', '请至少填写一位专家')
    .when(experts.length > MAX_EXPERTS, 'experts', 'TOO_MANY', say`专家最多${MAX_EXPERTS}位`);
  const units = unitsOf(contract);
  const people = peopleOf(contract);
  const registrars = keys(staff);
  const seen = new Set<string>();
  experts.forEach(({ name, unit, title, undertakenOn, favourable, opinion }, index) => {
    const path = `experts.${index}`;
    const twice = `${keyOf(name)}|${keyOf(unit)}`;
    found
      .text(`${path}.name`, '专家姓名', name, { max: 50 })
      .text(`${path}.unit`, '工作单位', unit, { max: 200 })
      .optionalText(`${path}.title`, '职称或职务', title, 50)
      .optionalText(`${path}.opinion`, '专家意见', opinion, 2_000)
      .when(name !== '' && seen.has(twice), `${path}.name`, 'REPEATED', '同一位专家只能填写一次')
      .when(
        people.has(keyOf(name)),
        `${path}.name`,
        ContractCodes.EXPERT_HAS_STAKE,
        '该人是合同一方的法定代表人、联系人或当事人，应当回避',
        EVADES,
      )
      .when(
        registrars.has(keyOf(name)),
        `${path}.name`,
        ContractCodes.EXPERT_HAS_STAKE,
        '该人是这份申请的登记员，不能兼任评审专家',
        EVADES,
      )
      .when(
        units.has(keyOf(unit)),
        `${path}.unit`,
        ContractCodes.EXPERT_HAS_STAKE,
        '该单位是合同的一方、中介方或其控制人，专家应当回避',
        EVADES,
      )
      .when(
        undertakenOn !== null && undertakenOn > today,
        `${path}.undertakenOn`,
        'DATE_IN_FUTURE',
        '承诺书签署日不能晚于今天',
      )
      .when(
        favourable !== null && undertakenOn === null,
        `${path}.undertakenOn`,
        ContractCodes.UNDERTAKING_MISSING,
        '专家签署保密和回避承诺后才能出具意见',
        EVADES,
      )
      .when(favourable !== null && opinion === '', `${path}.opinion`, 'REQUIRED', '请填写专家意见')
      .when(favourable === null && opinion !== '', `${path}.favourable`, 'REQUIRED', '请选择专家的结论');
    seen.add(twice);
  });
  return found.found;
}

/** Reference A7: assigned experts read the text after 保密承诺; nobody judges a matter of one's own. */
const EVADES = '认定登记专家评审的保密与回避承诺';

/**
 * What keeps the panel from its conclusion: too few, or one who has not undertaken or not spoken. Whoever withdrew
 * (回避) counts no more.
 */
export function panelGaps(experts: readonly Expert[], minimum: number): readonly Violation[] {
  const { length } = sitting(experts);
  const found = new Violations().when(
    length < minimum,
    'experts',
    ContractCodes.EXPERTS_TOO_FEW,
    say`专家组至少${minimum}人，现有${length}人`,
  );
  experts.forEach(({ name, undertakenOn, favourable, recusal }, index) => {
    if (recusal !== null) return;
    found
      .when(
        undertakenOn === null,
        `experts.${index}.undertakenOn`,
        ContractCodes.UNDERTAKING_MISSING,
        say`${name}尚未签署承诺书`,
      )
      .when(
        favourable === null,
        `experts.${index}.favourable`,
        ContractCodes.EXPERT_SILENT,
        say`${name}尚未出具意见`,
      );
  });
  return found.found;
}

/** The conclusion is that of most of them: half is not most. */
export const panelFavours = (experts: readonly Expert[]): boolean =>
  sitting(experts).filter(({ favourable }) => favourable === true).length * 2 > sitting(experts).length;

export const conclusionViolations = (experts: readonly Expert[], favourable: boolean): readonly Violation[] =>
  new Violations().when(
    sitting(experts).length > 0 &&
      sitting(experts).every((expert) => expert.favourable !== null) &&
      panelFavours(experts) !== favourable,
    'favourable',
    ContractCodes.AGAINST_EXPERTS,
    '专家组结论应与多数专家的意见一致',
  ).found;

/** Whether each opinion was signed with an account, so that no paper has to show it. */
export const signedByAll = (experts: readonly Expert[]): boolean =>
  sitting(experts).length > 0 && sitting(experts).every(({ signedAt }) => signedAt !== null);

/** 邀请: who is written to, and by when the opinion is asked for. */
export function invitationViolations(
  experts: readonly Expert[],
  { expertIds, answerBy }: { readonly expertIds: readonly string[]; readonly answerBy: LegalDay },
  { today, dueOn }: { readonly today: LegalDay; readonly dueOn: LegalDay | null },
): readonly Violation[] {
  const found = new Violations()
    .when(expertIds.length === 0, 'expertIds', 'REQUIRED', '请选择要邀请的专家')
    .when(expertIds.length > MAX_EXPERTS, 'expertIds', 'TOO_MANY', say`专家最多${MAX_EXPERTS}位`)
    .when(answerBy < today, 'answerBy', 'DATE_IN_PAST', '意见截止日不能早于今天')
    .when(
      dueOn !== null && answerBy > dueOn,
      'answerBy',
      ContractCodes.ANSWER_AFTER_DUE,
      say`意见截止日不能晚于办理期限（${dueOn ?? ''}）`,
    );
  expertIds.forEach((id, index) => {
    const seat = experts.find((expert) => expert.id === id);
    const path = `expertIds.${index}`;
    found
      .when(seat === undefined, path, 'UNKNOWN', '该席位不在专家组中，请刷新后再试')
      .when(
        seat?.email === null,
        path,
        ContractCodes.EXPERT_WITHOUT_EMAIL,
        say`请先填写${seat?.name ?? ''}的邮箱`,
      )
      .when(
        seat !== undefined && (seat.recusal !== null || seat.favourable !== null),
        path,
        ContractCodes.EXPERT_ANSWERED,
        say`${seat?.name ?? ''}已答复，无需再邀请`,
      );
  });
  return found.found;
}
