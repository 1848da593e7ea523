import * as codes from '@jihui/kernel';
import { codeNames } from '../../apps/portal/src/i18n/codeNames.js';

const TABLES: Readonly<Record<keyof typeof codeNames, Readonly<Record<string, string>>>> = {
  techFields: codes.TECH_FIELDS,
  contractClasses: codes.CONTRACT_CLASSES,
  contractSubclasses: codes.CONTRACT_SUBCLASSES,
  partyNatures: codes.PARTY_NATURES,
  planSources: codes.PLAN_SOURCES,
  socioEconomicGoals: codes.SOCIO_ECONOMIC_GOALS,
  refusalGrounds: codes.REFUSAL_GROUNDS,
  disciplines: codes.DISCIPLINES,
  industrySections: codes.INDUSTRY_SECTIONS,
  industryDivisions: codes.INDUSTRY_DIVISIONS,
  trlLevels: codes.TRL_LEVELS,
  licenceModes: codes.LICENCE_MODES,
  ipKinds: codes.IP_KINDS,
};

describe('the English names of the national code tables', () => {
  it.each(Object.keys(TABLES) as (keyof typeof codeNames)[])('are one for each code of %s', (table) => {
    expect(Object.keys(codeNames[table]).sort()).toEqual(Object.keys(TABLES[table]).sort());
    expect(new Set(Object.values(codeNames[table])).size).toBe(Object.keys(TABLES[table]).length);
  });
});
