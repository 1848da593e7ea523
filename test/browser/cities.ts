import { test } from '@playwright/test';

/**
 * Demo cities, one a project of playwright.config.ts: in each one test runs at a time, so that what a journey finds
 * never depends on how fast another one is, and all cities are walked at once. The main job on a phone is part of the full
 * run.
 */
export const CITIES: readonly CityName[] =
  process.env['JIHUI_FULL'] === '1' ? ['journeys', 'walk', 'phone'] : ['journeys', 'walk'];
export type CityName = 'journeys' | 'walk' | 'phone';

export interface City {
  readonly url: string;
  readonly databaseUrl: string;
  /** Its folder of files, mail and keys. */
  readonly stateDir: string;
}

/** Set by demo-server.ts before the first test; every worker process finds it. */
const VARIABLE = 'JIHUI_CITIES';

export function announceCities(cities: Readonly<Partial<Record<CityName, City>>>): void {
  process.env[VARIABLE] = JSON.stringify(cities);
}

/** @returns nothing before the cities are started, when Playwright reads its configuration for the first time */
export const cityCalled = (name: CityName): City | undefined =>
  (JSON.parse(process.env[VARIABLE] ?? '{}') as Partial<Record<CityName, City>>)[name];

/** The city of the running test. */
export function cityOfTheTest(): City {
  const { name } = test.info().project;
  const city = cityCalled(name as CityName);
  if (city === undefined) throw new Error(`no demo city was started for ${name}`);
  return city;
}
