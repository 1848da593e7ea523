import { TECH_FIELDS, type Actor } from '@jihui/kernel';
import type { City } from '@jihui/platform';
import { isSelf, knowsAmounts } from '../core/brokers/policy.js';
import { divisionsOf, clustersOf, namedCodes } from '../register/named.js';
import type { ReadBroker } from '../store/broker-reads.store.js';

/** A broker as the graph shows it; what the actor may not read never left the database. */
export function brokerView({ broker, name, organisationName, whole }: ReadBroker, actor: Actor, city: City) {
  const { content } = broker;
  return {
    source: broker,
    whole,
    /** Whether the reader knows every amount. */
    inside: knowsAmounts(actor, broker),
    ...content,
    id: broker.id,
    version: broker.version,
    name,
    organisation: { __typename: 'Organisation' as const, id: broker.organisationId },
    organisationName,
    state: broker.state,
    stateSince: broker.stateSince,
    stateReason: whole ? broker.stateReason : null,
    stateNote: whole ? broker.stateNote : '',
    barredUntil: whole ? broker.barredUntil : null,
    techFields: namedCodes(TECH_FIELDS, content.techFields),
    clusters: namedCodes(clustersOf(city), content.clusters),
    divisions: namedCodes(divisionsOf(city), content.divisions),
    credentials: whole
      ? broker.credentials
      : broker.credentials
          .filter(({ state }) => state === 'CONFIRMED')
          .map((credential) => ({ ...credential, note: '', scanId: null })),
    trainings: whole ? broker.trainings : null,
    admittedAt: broker.admittedAt,
    createdAt: broker.createdAt,
    updatedAt: broker.updatedAt,
    mine: isSelf(actor, broker),
  };
}
export type BrokerView = ReturnType<typeof brokerView>;
