import { readFileSync } from 'node:fs';

interface CityData {
  readonly code: string;
  readonly name: string;
  readonly province: { readonly code: string; readonly name: string };
  readonly divisions: readonly { readonly code: string; readonly name: string }[];
  readonly clusters: readonly { readonly code: string; readonly name: string; readonly priority: boolean }[];
  readonly registry: { readonly name: string; readonly authority: string };
}

/** The city as data: its divisions, clusters and registry. Another city is another file. */
export class City implements CityData {
  readonly code: string;
  readonly name: string;
  readonly province: CityData['province'];
  readonly divisions: CityData['divisions'];
  readonly clusters: CityData['clusters'];
  readonly registry: CityData['registry'];

  constructor(data: CityData) {
    this.code = data.code;
    this.name = data.name;
    this.province = data.province;
    this.divisions = data.divisions;
    this.clusters = data.clusters;
    this.registry = data.registry;
  }

  static load(file: string): City {
    return new City(JSON.parse(readFileSync(file, 'utf8')) as CityData);
  }

  /** Whether the code is one of the city's divisions, itself included (GB/T 2260). */
  isDivision(code: string): boolean {
    return this.divisions.some((division) => division.code === code);
  }

  divisionName(code: string): string | undefined {
    return this.divisions.find((division) => division.code === code)?.name;
  }

  isCluster(code: string): boolean {
    return this.clusters.some((cluster) => cluster.code === code);
  }

  clusterName(code: string): string | undefined {
    return this.clusters.find((cluster) => cluster.code === code)?.name;
  }
}
