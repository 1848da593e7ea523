import { cleanText, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import type { Contract, Expert } from './contract.js';
import { ContractCodes } from './errors.js';

export interface ExpertInput {
  readonly name: string;
  readonly unit: string;
  readonly title?: string | null;
  readonly undertakenOn?: LegalDay | null;
  readonly favourable?: boolean | null;
  readonly opinion?: string | null;
}

export const MAX_EXPERTS = 15;

export const cleanExperts = (experts: readonly ExpertInput[]): readonly Expert[] =>
  experts.map(({ name, unit, title, undertakenOn, favourable, opinion }) => ({
    name: cleanText(name),
    unit: cleanText(unit),
    title: cleanText(title ?? ''),
    undertakenOn: undertakenOn ?? null,
    favourable: favourable ?? null,
    opinion: cleanText(opinion ?? ''),
  }));

/** Names as they are held against each other: spaces and brackets' width make no other name. */
const keyOf = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
const keys = (names: readonly (string | null)[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => (name === null || keyOf(name) === '' ? [] : [keyOf(name)])));

const partiesOf = ({ form }: Pick<Contract, 'form'>) => [...form.sellers, ...form.buyers];

/** 当事人、中介方 and whoever controls a party. */
const unitsOf = (contract: Pick<Contract, 'form'>): ReadonlySet<string> =>
  keys([
    ...partiesOf(contract).flatMap(({ name, controller }) => [name, controller]),
    ...contract.form.brokers.map(({ name }) => name),
  ]);

/** People who act for a party. */
const peopleOf = (contract: Pick<Contract, 'form'>): ReadonlySet<string> =>
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
    .when(experts.length > MAX_EXPERTS, 'experts', 'TOO_MANY', `专家最多${MAX_EXPERTS}位`);
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

/** What keeps the panel from its conclusion: too few, or one who has not undertaken or not spoken. */
export function panelGaps(experts: readonly Expert[], minimum: number): readonly Violation[] {
  const found = new Violations().when(
    experts.length < minimum,
    'experts',
    ContractCodes.EXPERTS_TOO_FEW,
    `专家组至少${minimum}人，现有${experts.length}人`,
  );
  experts.forEach(({ name, undertakenOn, favourable }, index) =>
    found
      .when(
        undertakenOn === null,
        `experts.${index}.undertakenOn`,
        ContractCodes.UNDERTAKING_MISSING,
        `${name}尚未签署承诺书`,
      )
      .when(
        favourable === null,
        `experts.${index}.favourable`,
        ContractCodes.EXPERT_SILENT,
        `${name}尚未出具意见`,
      ),
  );
  return found.found;
}

/** The conclusion is that of most of them: half is not most. */
export const panelFavours = (experts: readonly Expert[]): boolean =>
  experts.filter(({ favourable }) => favourable === true).length * 2 > experts.length;

export const conclusionViolations = (experts: readonly Expert[], favourable: boolean): readonly Violation[] =>
  new Violations().when(
    experts.length > 0 &&
      experts.every((expert) => expert.favourable !== null) &&
      panelFavours(experts) !== favourable,
    'favourable',
    ContractCodes.AGAINST_EXPERTS,
    '专家组结论应与多数专家的意见一致',
  ).found;
