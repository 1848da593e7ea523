/** A record of names as the choices of a select, in its own order. */
export const choicesFrom = (names: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
