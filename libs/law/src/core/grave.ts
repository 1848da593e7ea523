/** What every decision rests on. Asks for a recent proof of who one is. */
export const GRAVE = ['enterParameterVersion', 'withdrawParameterVersion', 'saveHolidays'] as const;
