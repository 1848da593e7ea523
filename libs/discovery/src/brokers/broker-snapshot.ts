import type { BrokerSnapshot } from '@jihui/events';
import type { Broker } from '../core/brokers/broker.js';

/** What leaves this domain of a broker. */
export const brokerSnapshot = (broker: Broker, name: string, organisationName: string): BrokerSnapshot => ({
  id: broker.id,
  version: broker.version,
  personId: broker.personId,
  name,
  organisationId: broker.organisationId,
  organisationName,
  scopeCode: broker.scopeCode,
  state: broker.state,
  reason: broker.stateReason,
  note: broker.stateNote,
});
