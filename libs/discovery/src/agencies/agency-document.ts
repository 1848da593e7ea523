import { labelsField, type City, type SearchDocument } from '@jihui/platform';
import type { Agency } from '../core/agencies/agency.js';
import { SERVICES } from '../core/register/register.js';
import { entryDocument } from '../register/entry-document.js';

/** An agency with its organisation's name. */
export interface FindableAgency {
  readonly agency: Agency;
  readonly name: string;
}

export const AGENCY_TYPE = 'agency';

export function agencyDocument({ agency, name }: FindableAgency, city: City): SearchDocument {
  const { content, organisationId } = agency;
  return entryDocument(AGENCY_TYPE, agency, {
    organisationId,
    values: {
      services: content.services,
      techFields: content.techFields,
      clusters: content.clusters,
    },
    fields: [
      { name: 'name', weight: 'A', text: name, kind: 'name' },
      { name: 'services', weight: 'B', text: content.services.map((one) => SERVICES[one]).join(' ') },
      { name: 'introduction', weight: 'C', text: content.introduction },
      { name: 'qualifications', weight: 'D', text: content.qualifications },
      { name: 'address', weight: 'D', text: content.address },
      labelsField(city, content),
    ],
  });
}
