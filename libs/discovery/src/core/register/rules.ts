import { legalDayOf, say, Violations, type Rule } from '@jihui/kernel';
import { RegisterCodes } from '../errors.js';
import type { Designation } from './designation.js';
import type { RegisterEntry } from './register.js';

/** 违规清退后的限制期. */
export const isNotBarred: Rule<RegisterEntry> = ({ barredUntil }, { now }) =>
  new Violations().when(
    barredUntil !== null && legalDayOf(now) < barredUntil,
    '',
    RegisterCodes.BARRED,
    say`因违规被清退，${barredUntil ?? ''} 起方可重新申报`,
  ).found;

/** Whoever is in the register stays complete; a draft may be anything. */
export const whileActive =
  <E extends RegisterEntry>(rule: Rule<E>): Rule<E> =>
  (entry, context) =>
    entry.state === 'ACTIVE' ? rule(entry, context) : [];

/** Only what was given is withdrawn. */
export const isDesignated: Rule<{ readonly designation: Designation | null }> = ({ designation }) =>
  new Violations().when(designation === null, '', RegisterCodes.NOT_DESIGNATED, '没有骨干认定').found;
