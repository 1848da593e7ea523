import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { Work, type Tx } from '@jihui/platform';
import type { Agency } from '../core/agencies/agency.js';
import type { AgencyAction, AgencyState } from '../core/agencies/lifecycle.js';
import { agencyMachine } from '../core/agencies/perform.js';
import { RegisterDesk } from '../register/register-desk.js';
import { AgenciesStore } from '../store/agencies.store.js';
import { FactsStore } from '../store/facts.store.js';
import { AgencySearch } from './agency-search.js';
import { agencySnapshot } from './agency-snapshot.js';

/** Where agencies' entries are changed. */
@Injectable()
export class AgencyDesk extends RegisterDesk<Agency, AgencyState, AgencyAction> {
  constructor(
    work: Work,
    private readonly agencies: AgenciesStore,
    private readonly facts: FactsStore,
    private readonly search: AgencySearch,
  ) {
    super(work, agencies, search, agencyMachine, { what: '中介机构', stream: 'Agency' });
  }

  async tell(agency: Agency, action: string, tx: Tx): Promise<void> {
    const organisation = await this.facts.organisation(agency.organisationId);
    await tx.emit('discovery.agency', {
      aggregateId: agency.id,
      version: agency.version,
      action,
      payload: agencySnapshot(agency, organisation?.name ?? ''),
    });
  }

  /** What identity told of an organisation has been kept: one that no longer stands is shown to nobody. */
  async learn(organisationId: string, tx: Tx): Promise<void> {
    const id = await this.agencies.idOf(organisationId);
    const agency = id === undefined ? undefined : await this.agencies.lock(id);
    if (agency === undefined) return;
    const stands = (await this.facts.organisation(organisationId))?.active === true;
    if (!stands && CLOSES.includes(agency.state)) {
      const change = agency.state === 'ACTIVE' ? ({ stateReason: 'CLOSED', stateNote: '' } as const) : {};
      return this.write(agency, 'close', system('close'), tx, { change });
    }
    await this.search.refresh([agency.id]);
    return this.tell(agency, 'learn', tx);
  }
}

/** States in which an entry is shown, or is about to be. */
const CLOSES: readonly Agency['state'][] = ['REVIEW', 'ACTIVE'];
