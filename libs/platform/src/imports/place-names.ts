import type { City } from '../city/city.js';

/** Codes of the city with their names, for cells that hold either. */
export interface PlaceNames {
  readonly clusters: Readonly<Record<string, string>>;
  readonly divisions: Readonly<Record<string, string>>;
}

export const placeNames = (city: City): PlaceNames => ({
  clusters: Object.fromEntries(city.clusters.map(({ code, name }) => [code, name])),
  divisions: Object.fromEntries(city.divisions.map(({ code, name }) => [code, name])),
});
