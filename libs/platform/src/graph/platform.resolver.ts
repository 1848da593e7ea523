import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import * as codes from '@jihui/kernel';
import { City } from '../city/city.js';
import { BusinessClock } from '../db/clock.js';
import { Uploads, type UploadAllowance } from '../files/uploads.js';
import { CurrentActor } from './decorators.js';

const entries = (table: Readonly<Record<string, string>>): { code: string; name: string }[] =>
  Object.entries(table)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
const inOrder = (table: Readonly<Record<string, string>>): { code: string; name: string }[] =>
  Object.entries(table).map(([code, name]) => ({ code, name }));

const tables = {
  techFields: entries(codes.TECH_FIELDS),
  contractClasses: entries(codes.CONTRACT_CLASSES),
  contractSubclasses: entries(codes.CONTRACT_SUBCLASSES),
  partyNatures: entries(codes.PARTY_NATURES),
  planSources: entries(codes.PLAN_SOURCES),
  socioEconomicGoals: entries(codes.SOCIO_ECONOMIC_GOALS),
  refusalGrounds: entries(codes.REFUSAL_GROUNDS),
  industryDivisions: entries(codes.INDUSTRY_DIVISIONS),
  industrySections: entries(codes.INDUSTRY_SECTIONS),
  disciplines: entries(codes.DISCIPLINES),
  trlLevels: inOrder(codes.TRL_LEVELS),
  licenceModes: inOrder(codes.LICENCE_MODES),
  ipKinds: inOrder(codes.IP_KINDS),
};

/** What every page needs to know of the city and of the nation's code tables. */
@Resolver()
export class PlatformResolver {
  constructor(
    private readonly place: City,
    private readonly businessClock: BusinessClock,
    private readonly uploads: Uploads,
  ) {}

  @Query('city')
  city(): unknown {
    const { code, name, englishName, province, divisions, clusters, registry } = this.place;
    return {
      code,
      name,
      englishName,
      province,
      divisions,
      clusters,
      registryName: registry.name,
      authorityName: registry.authority,
    };
  }

  @Query('codeTables')
  codeTables(): unknown {
    return tables;
  }

  @Query('uploadAllowance')
  uploadAllowance(@CurrentActor() actor: Actor): Promise<UploadAllowance | null> {
    return this.uploads.allowance(actor);
  }

  @Query('clock')
  async clock(): Promise<{ now: Date; offsetSeconds: number }> {
    return { now: await this.businessClock.now(), offsetSeconds: await this.businessClock.offsetSeconds() };
  }
}
