import { addDays, say, Violations, type LegalDay } from '@jihui/kernel';
import { PatentCodes } from '../errors.js';
import { lastYearOf } from './fees.js';
import type { Patent, PatentContent, PatentState } from './patent.js';

/** An entry of the register as it begins: in the state in which the patent is. */
export function newPatent(
  given: Pick<Patent, 'id' | 'ownerId' | 'createdBy' | 'scopeCode' | 'content' | 'paidThrough'> & {
    readonly state: PatentState;
    readonly now: Date;
  },
): Patent {
  const { now, state, ...facts } = given;
  return {
    ...facts,
    version: 1,
    state,
    fees: [],
    licences: [],
    pledges: [],
    openLicence: null,
    history: [{ state, on: dayOfState(state, facts.content), note: '' }],
    createdAt: now,
    updatedAt: now,
  };
}

/** What is wrong with the year through which fees are said to be paid; null says nothing. */
export const paidThroughFaults = (paidThrough: number | null, content: PatentContent): Violations =>
  new Violations().when(
    paidThrough !== null && (paidThrough < 1 || paidThrough > lastYearOf(content)),
    'paidThrough',
    PatentCodes.FEE_YEAR,
    say`已缴年度应在 1 到 ${lastYearOf(content)} 之间`,
  );

/** Since when an entered state holds, where the bibliography says so. */
function dayOfState(
  state: PatentState,
  { filedOn, publishedOn, grantedOn, expiresOn }: PatentContent,
): LegalDay | null {
  if (state === 'FILED') return filedOn;
  if (state === 'PUBLISHED') return publishedOn;
  if (state === 'GRANTED') return grantedOn;
  return state === 'EXPIRED' ? addDays(expiresOn, 1) : null;
}
