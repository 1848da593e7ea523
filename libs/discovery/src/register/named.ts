import type { City } from '@jihui/platform';

type Names = Readonly<Record<string, string>>;
type Coded = readonly { readonly code: string; readonly name: string }[];

const tableOf = (coded: Coded): Names => Object.fromEntries(coded.map(({ code, name }) => [code, name]));

export const clustersOf = (city: City): Names => tableOf(city.clusters);
export const divisionsOf = (city: City): Names => tableOf(city.divisions);

/** Codes with their names; one without a name shows itself. */
export const namedCodes = (table: Names, codes: readonly string[]) =>
  codes.map((code) => ({ code, name: table[code] ?? code }));
