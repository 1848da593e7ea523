import { isMember, TECH_FIELDS, type Actor } from '@jihui/kernel';
import type { City } from '@jihui/platform';
import { divisionsOf, clustersOf, namedCodes } from '../register/named.js';
import { supportView } from '../supports/support.view.js';
import type { ReadAgency } from '../store/agency-reads.store.js';

/** An agency as the graph shows it; what the actor may not read never left the database. */
export function agencyView({ agency, name, whole }: ReadAgency, actor: Actor, city: City) {
  const { content } = agency;
  return {
    source: agency,
    whole,
    ...content,
    id: agency.id,
    version: agency.version,
    name,
    organisation: { __typename: 'Organisation' as const, id: agency.organisationId },
    state: agency.state,
    stateSince: agency.stateSince,
    stateReason: whole ? agency.stateReason : null,
    stateNote: whole ? agency.stateNote : '',
    barredUntil: whole ? agency.barredUntil : null,
    techFields: namedCodes(TECH_FIELDS, content.techFields),
    clusters: namedCodes(clustersOf(city), content.clusters),
    divisions: namedCodes(divisionsOf(city), content.divisions),
    admittedAt: agency.admittedAt,
    createdAt: agency.createdAt,
    updatedAt: agency.updatedAt,
    supports: agency.supports
      .filter(({ withdrawn }) => whole || withdrawn === null)
      .map(supportView)
      .reverse(),
    mine: isMember(actor, agency.organisationId),
  };
}
export type AgencyView = ReturnType<typeof agencyView>;
