import { readFileSync } from 'node:fs';

/** A part of the city with its name; what English pages call it may be left out. */
interface Named {
  readonly code: string;
  readonly name: string;
  readonly englishName?: string;
}

interface CityData extends Named {
  readonly province: Named;
  readonly divisions: readonly Named[];
  readonly clusters: readonly (Named & { readonly priority: boolean })[];
  readonly registry: { readonly name: string; readonly authority: string };
  readonly openData?: OpenDataSettings;
}

/** How the city publishes open data, where it has settled that. */
export interface OpenDataSettings {
  /** The prefix of its OCIDs, as the Open Contracting Partnership registered it: `ocds-` and six characters. */
  readonly ocidPrefix?: string;
  /** Address of the licence under which data are published. */
  readonly license?: string;
}

type Part = { readonly code?: unknown; readonly name?: unknown } | null | undefined;

const isNamed = (part: Part): boolean =>
  typeof part?.code === 'string' && typeof part.name === 'string' && part.name !== '';
const areNamed = (parts: readonly Part[] | undefined): boolean =>
  Array.isArray(parts) && parts.length > 0 && parts.every(isNamed);

const areSettled = (openData: OpenDataSettings | undefined): boolean =>
  openData === undefined ||
  (/^ocds-[a-z0-9]{6}$/.test(openData.ocidPrefix ?? 'ocds-000000') &&
    URL.canParse(openData.license ?? 'https://example.org'));

/** What is wrong with a city's file; empty when it can be served. */
export function cityProblems(file: string): string[] {
  let data: Partial<CityData> | null;
  try {
    data = JSON.parse(readFileSync(file, 'utf8')) as Partial<CityData> | null;
  } catch (error) {
    return [`${file} ${error instanceof SyntaxError ? '不是有效的 JSON' : '无法读取，请检查路径'}`];
  }
  const missing = [
    isNamed(data) && /^\d{6}$/.test(data?.code ?? '') ? '' : 'code、name（六位区划代码与名称）',
    isNamed(data?.province) ? '' : 'province（省的 code、name）',
    areNamed(data?.divisions) ? '' : 'divisions（本市与各区县的 code、name）',
    areNamed(data?.clusters) ? '' : 'clusters（产业集群的 code、name、priority）',
    data?.registry?.name && data.registry.authority ? '' : 'registry（登记机构的 name、authority）',
    areSettled(data?.openData) ? '' : 'openData（ocidPrefix 为 ocds- 加六位小写字母或数字，license 为网址）',
  ].filter((part) => part !== '');
  return missing.length === 0 ? [] : [`${file} 缺少 ${missing.join('；')}`];
}

/** The city as data: its divisions, clusters and registry. Another city is another file. */
export class City implements CityData {
  readonly code: string;
  readonly name: string;
  readonly englishName?: string;
  readonly province: CityData['province'];
  readonly divisions: CityData['divisions'];
  readonly clusters: CityData['clusters'];
  readonly registry: CityData['registry'];
  readonly openData: OpenDataSettings;

  constructor(data: CityData) {
    this.code = data.code;
    this.name = data.name;
    this.englishName = data.englishName;
    this.province = data.province;
    this.divisions = data.divisions;
    this.clusters = data.clusters;
    this.registry = data.registry;
    this.openData = data.openData ?? {};
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
