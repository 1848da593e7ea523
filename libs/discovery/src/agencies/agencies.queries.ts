import { Injectable } from '@nestjs/common';
import { TECH_FIELDS, type Actor, type LegalDay } from '@jihui/kernel';
import { City, WordSearch, type SearchConnection } from '@jihui/platform';
import type { Criterion } from '../core/register/designation.js';
import { SERVICES } from '../core/register/register.js';
import type { AgencyFilter } from '../discovery.types.gen.js';
import { Designations } from '../register/designations.js';
import { clustersOf } from '../register/named.js';
import { RegisterQueries } from '../register/register-queries.js';
import { REGISTER_STATE_NAMES } from '../register/vocabulary.js';
import { AgencyReadsStore, type ReadAgency, type Staff } from '../store/agency-reads.store.js';
import { agenciesOfBureau, agenciesWaitingFor } from '../store/agency-visibility.js';
import { AGENCY_TYPE } from './agency-document.js';
import { agencyView, type AgencyView } from './agency.view.js';

export type AgencyList = SearchConnection<AgencyView>;

/** Reads of the register of agencies. */
@Injectable()
export class AgenciesQueries extends RegisterQueries<ReadAgency, AgencyView, AgencyFilter> {
  constructor(
    private readonly reads: AgencyReadsStore,
    private readonly designations: Designations,
    words: WordSearch,
    private readonly city: City,
  ) {
    super(reads, words, {
      type: AGENCY_TYPE,
      alias: 'a',
      facets: [
        { name: 'services', column: 'services', many: true, labels: SERVICES },
        { name: 'techFields', column: 'tech_fields', many: true, labels: TECH_FIELDS },
        { name: 'clusters', column: 'clusters', many: true, labels: clustersOf(city) },
        { name: 'states', column: 'state', labels: REGISTER_STATE_NAMES },
      ],
      ofBureau: agenciesOfBureau,
      waitingFor: agenciesWaitingFor,
      view: (row, actor) => agencyView(row, actor, city),
    });
  }

  async own(actor: Actor): Promise<AgencyView[]> {
    return (await this.reads.own(actor)).map((row) => agencyView(row, actor, this.city));
  }

  staff(organisationIds: readonly string[], today: LegalDay): Promise<Map<string, Staff>> {
    return this.reads.staff(organisationIds, today);
  }

  /** What 骨干认定 asks for, of those of whom the actor reads the whole. */
  async criteria(actor: Actor, ids: readonly string[], today: LegalDay): Promise<Map<string, Criterion[]>> {
    const rows = (await this.reads.byIds(actor, ids)).filter(({ whole }) => whole);
    return this.designations.ofAgencies(
      rows.map(({ agency }) => agency),
      today,
    );
  }
}
