import { PROVINCES } from '@jihui/kernel';
import { ABROAD } from '../ledger.js';

/** The city whose registrations are counted: everything else is outside. */
export interface Home {
  readonly code: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly divisionName: (code: string) => string | undefined;
}

/** Ends of the flow (reference A8, 9) that are no county of the city. */
export const FAR_REGIONS = ['PROVINCE', 'DOMESTIC', 'HMT', 'ABROAD'] as const;
export type FarRegion = (typeof FAR_REGIONS)[number];

const HMT = ['71', '81', '82'];

/** 县区, 省内他市, 外省, 港澳台 or 国外; null where no place is stated. */
export function regionOf(division: string | null, home: Home): string | null {
  if (division === null) return null;
  if (division === ABROAD) return 'ABROAD';
  if (division.startsWith(home.code.slice(0, 4))) return division;
  if (division.startsWith(home.provinceCode.slice(0, 2))) return 'PROVINCE';
  return HMT.includes(division.slice(0, 2)) ? 'HMT' : 'DOMESTIC';
}

/** Finer than {@link regionOf}: another province by its own code. */
export function placeOf(division: string | null, home: Home): string | null {
  const region = regionOf(division, home);
  return region === 'DOMESTIC' || region === 'HMT' ? `${division?.slice(0, 2) ?? ''}0000` : region;
}

export const isFarRegion = (key: string): key is FarRegion =>
  (FAR_REGIONS as readonly string[]).includes(key);

const FAR_NAMES: { readonly [region in FarRegion]: string } = {
  PROVINCE: '省内他市',
  DOMESTIC: '外省（区、市）',
  HMT: '港澳台',
  ABROAD: '国外',
};

export function regionName(key: string, home: Home): string {
  if (isFarRegion(key)) return FAR_NAMES[key];
  const province = (PROVINCES as Readonly<Record<string, string>>)[key];
  return home.divisionName(key) ?? province ?? `市内（${key}）`;
}
