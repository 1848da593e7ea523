import { addDays, legalDayOf, startOfLegalDay } from '@jihui/kernel';

/** Panels of the last twelve months count for the rotation of experts. */
export const yearBefore = (now: Date): Date => startOfLegalDay(addDays(legalDayOf(now), -365));
