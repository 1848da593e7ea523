import { Injectable } from '@nestjs/common';
import { legalDayOf, system, type LegalDay } from '@jihui/kernel';
import { Parameters } from '@jihui/platform';
import type { Agency } from '../core/agencies/agency.js';
import type { Broker } from '../core/brokers/broker.js';
import { LEVELS, levelOn, type Level } from '../core/brokers/records.js';
import {
  CRITERIA,
  criteriaFor,
  designationFrom,
  type Criterion,
  type CriterionName,
  type DesignationForm,
  type Thresholds,
} from '../core/register/designation.js';
import { PARAMETERS } from '../parameters.js';
import { overall } from '../ratings/ratings.queries.js';
import { AgencyReadsStore } from '../store/agency-reads.store.js';
import { PerformanceStore } from '../store/performance.store.js';
import { RatingsStore } from '../store/ratings.store.js';

const PARAMETER: Readonly<Record<CriterionName, string>> = {
  MONTHS: PARAMETERS.DESIGNATION_MONTHS,
  BROKERS: PARAMETERS.DESIGNATION_BROKERS,
  LEVEL: PARAMETERS.DESIGNATION_LEVEL,
  CONTRACTS: PARAMETERS.DESIGNATION_CONTRACTS,
  RATING: PARAMETERS.DESIGNATION_RATING,
};
const READER = system('designation');
const RANK = Object.keys(LEVELS) as readonly Level[];

/** 骨干认定: what it asks for, and what the platform counts of it. */
@Injectable()
export class Designations {
  constructor(
    private readonly parameters: Parameters,
    private readonly performance: PerformanceStore,
    private readonly ratings: RatingsStore,
    private readonly agencies: AgencyReadsStore,
  ) {}

  /** The criteria of each agency with what is counted; the number of statements does not grow with the agencies. */
  async ofAgencies(agencies: readonly Agency[], today: LegalDay): Promise<Map<string, Criterion[]>> {
    const ids = agencies.map(({ organisationId }) => organisationId);
    const thresholds = await this.thresholds(today);
    const achieved = await this.performance.of(READER, 'organisation', ids);
    const rated = await this.ratings.averages('agency', ids);
    const staff = await this.agencies.staff(ids, today);
    return new Map(
      agencies.map(({ id, organisationId, admittedAt }) => [
        id,
        criteriaFor(
          {
            admittedOn: admittedAt && legalDayOf(admittedAt),
            contracts: achieved.get(organisationId)?.contracts ?? 0,
            rating: overall(rated.get(organisationId) ?? { count: 0, aspects: [] }),
          },
          { brokers: staff.get(organisationId)?.brokers ?? 0 },
          thresholds,
          today,
        ),
      ]),
    );
  }

  /** The criteria of each broker with what is counted, likewise. */
  async ofBrokers(brokers: readonly Broker[], today: LegalDay): Promise<Map<string, Criterion[]>> {
    const thresholds = await this.thresholds(today);
    const achieved = await this.performance.of(
      READER,
      'person',
      brokers.map(({ personId }) => personId),
    );
    const rated = await this.ratings.averages(
      'broker',
      brokers.map(({ id }) => id),
    );
    return new Map(
      brokers.map(({ id, personId, admittedAt, credentials }) => {
        const level = levelOn(credentials, today)?.level;
        return [
          id,
          criteriaFor(
            {
              admittedOn: admittedAt && legalDayOf(admittedAt),
              contracts: achieved.get(personId)?.contracts ?? 0,
              rating: overall(rated.get(id) ?? { count: 0, aspects: [] }),
            },
            { level: level === undefined ? 0 : RANK.indexOf(level) + 1 },
            thresholds,
            today,
          ),
        ];
      }),
    );
  }

  /** What a designation makes of an entry, with everything that is wrong in it. */
  async given(form: DesignationForm, criteria: readonly Criterion[], today: LegalDay) {
    const years = (await this.parameters.int(PARAMETERS.DESIGNATION_YEARS, today)).value;
    const { designation, violations } = designationFrom(form, criteria, today, years);
    const { document, exception, until } = designation;
    return {
      change: { designation },
      reason: [`${document}，有效期至 ${until}`, exception].filter(Boolean).join('；'),
      wrong: violations.found,
    };
  }

  private async thresholds(today: LegalDay): Promise<Thresholds> {
    const found = await this.parameters.on(Object.values(PARAMETER), today);
    return Object.fromEntries(
      Object.entries(PARAMETER).map(([name, parameter]) => [name, found.get(parameter)]),
    ) as unknown as Thresholds;
  }
}

/** A criterion as the graph shows it. */
export const criterionView = ({ name, required, actual, source }: Criterion) => ({
  ...{ name, required, actual, source },
  label: CRITERIA[name],
  met: actual === null || actual >= required,
});
