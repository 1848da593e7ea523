import { labelsField, type City, type SearchDocument } from '@jihui/platform';
import type { Broker } from '../core/brokers/broker.js';
import { SERVICES } from '../core/register/register.js';
import { entryDocument } from '../register/entry-document.js';

/** A broker with what others told of the person and the agency. */
export interface FindableBroker {
  readonly broker: Broker;
  readonly name: string;
  readonly agencyName: string;
}

export const BROKER_TYPE = 'broker';

export function brokerDocument({ broker, name, agencyName }: FindableBroker, city: City): SearchDocument {
  const { content, level, organisationId } = broker;
  return entryDocument(BROKER_TYPE, broker, {
    organisationId,
    values: {
      services: content.services,
      levels: level,
      techFields: content.techFields,
      clusters: content.clusters,
    },
    fields: [
      { name: 'name', weight: 'A', text: name, kind: 'name' },
      { name: 'agency', weight: 'B', text: agencyName, kind: 'name' },
      { name: 'services', weight: 'B', text: content.services.map((one) => SERVICES[one]).join(' ') },
      { name: 'position', weight: 'D', text: content.position },
      { name: 'introduction', weight: 'C', text: content.introduction },
      labelsField(city, content),
    ],
  });
}
