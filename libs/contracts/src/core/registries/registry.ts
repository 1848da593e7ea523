import {
  allow,
  Codes,
  covers,
  deny,
  isPlatformAdmin,
  scopesOf,
  Violations,
  type Actor,
  type Fen,
  type LegalDay,
  type Verdict,
  type Violation,
} from '@jihui/kernel';
import type { Registry } from '../contract.js';

/** 登记机构: a bureau that registers contracts of its place, as its administrator keeps it. */
export interface RegistryEntry {
  /** The bureau's organisation. */
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The bureau's own place; officers' scopes hang on it, so it is not edited here. */
  readonly divisionCode: string;
  /** Six digits that acceptance and registration numbers carry after the year. */
  readonly numberPrefix: string;
  /** 成交额上限; null: a county's is the parameter `contracts.county_cap_fen`, a city has none. */
  readonly cap: Fen | null;
  /** 市级委托县级办理: first and last day of the delegation; a county takes nothing without one. */
  readonly delegatedFrom: LegalDay | null;
  readonly delegatedUntil: LegalDay | null;
  /** The document that the entry rests on. */
  readonly basis: string;
  /** Whether it takes new applications at all; what it has taken it finishes. */
  readonly active: boolean;
}

/** What an administrator edits. */
export type RegistryForm = Omit<RegistryEntry, 'id' | 'version' | 'divisionCode'>;

export const isCounty = ({ divisionCode }: Pick<RegistryEntry, 'divisionCode'>): boolean =>
  !divisionCode.endsWith('00');

const delegatedOn = ({ delegatedFrom, delegatedUntil }: RegistryEntry, day: LegalDay): boolean =>
  delegatedFrom !== null && delegatedFrom <= day && (delegatedUntil === null || day <= delegatedUntil);

/** The amount up to which it takes contracts; null: any. */
export const capOf = (entry: RegistryEntry, countyCap: Fen): Fen | null =>
  entry.cap ?? (isCounty(entry) ? countyCap : null);

/** Whether it takes new applications on that day, whatever their amount. */
export const takesOn = (entry: RegistryEntry, day: LegalDay): boolean =>
  entry.active && (!isCounty(entry) || delegatedOn(entry, day));

/** What a contract is routed by. */
export interface Route {
  readonly division: string;
  /** Null while it is not known: then no cap stands in the way. */
  readonly total: Fen | null;
  readonly countyCap: Fen;
  readonly day: LegalDay;
}

/**
 * The registry of a place: its county's while the city delegates to it and the amount is within its cap,
 * otherwise its city's. None for a place outside: a contract is registered where its seller is (按地域一次登记).
 */
export function registryFor(
  entries: readonly RegistryEntry[],
  { division, total, countyCap, day }: Route,
): Registry | null {
  const within = (entry: RegistryEntry): boolean => {
    const cap = capOf(entry, countyCap);
    return total === null || cap === null || total <= cap;
  };
  const takes = (code: string): RegistryEntry | undefined =>
    entries.find((entry) => entry.divisionCode === code && takesOn(entry, day) && within(entry));
  const found = takes(division) ?? takes(`${division.slice(0, 4)}00`);
  return found === undefined
    ? null
    : {
        organisationId: found.id,
        divisionCode: found.divisionCode,
        name: found.name,
        numberPrefix: found.numberPrefix,
      };
}

/** What is wrong with an entry. */
export function registryViolations(form: RegistryForm, entry: RegistryEntry): readonly Violation[] {
  const found = new Violations()
    .text('name', '机构名称', form.name, { max: 100 })
    .text('basis', '依据文件', form.basis, { max: 300 })
    .when(!/^\d{6}$/.test(form.numberPrefix), 'numberPrefix', 'BAD_FORMAT', '编号前缀为6位数字')
    .when(
      form.cap !== null && (!Number.isSafeInteger(form.cap) || form.cap < 0),
      'cap',
      'OUT_OF_RANGE',
      '成交额上限不能为负数',
    )
    .when(
      form.delegatedFrom !== null && form.delegatedUntil !== null && form.delegatedUntil < form.delegatedFrom,
      'delegatedUntil',
      'OUT_OF_RANGE',
      '委托截止日不能早于起始日',
    )
    .when(
      form.delegatedFrom === null && form.delegatedUntil !== null,
      'delegatedFrom',
      'REQUIRED',
      '请填写委托起始日',
    );
  if (!isCounty(entry))
    found.when(
      form.delegatedFrom !== null || form.delegatedUntil !== null,
      'delegatedFrom',
      'NOT_ALLOWED',
      '市级登记机构无需委托',
    );
  return found.found;
}

/** The city keeps its registries; a county does not raise its own cap. */
export function mayKeepRegistry(actor: Actor, divisionCode: string): Verdict {
  if (actor.kind !== 'person') return deny('请先登录', Codes.UNAUTHENTICATED);
  const city = scopesOf(actor, 'ORG_ADMIN').some(
    (scope) => scope.endsWith('00') && covers(scope, divisionCode),
  );
  return city || isPlatformAdmin(actor) ? allow : deny('只有市级主管部门管理员或平台管理员可以维护登记机构');
}

/** Bureau people read the registries of their place, a platform administrator all. */
export const readsRegistry = (actor: Actor, divisionCode: string): boolean =>
  isPlatformAdmin(actor) ||
  scopesOf(actor, 'OFFICER', 'REGISTRAR', 'ORG_ADMIN').some((scope) => covers(scope, divisionCode));
