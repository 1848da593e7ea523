import {
  ADMINISTRATORS,
  ANYONE,
  areasOf,
  ofBureau,
  ofOrganisation,
  type SearchDocument,
} from '@jihui/platform';
import type { Organisation } from '../core/organisation/organisation.js';

export const ORGANISATION_TYPE = 'organisation';

/** An organisation as it is found: by its members and those who look after it before the review, then by everybody. */
export function organisationDocument(organisation: Organisation): SearchDocument {
  const { id, version, state, name, kind, uscc, divisionCode, scopeCode, introduction } = organisation;
  const supervisors = areasOf(scopeCode).flatMap((place) => [
    ofBureau('OFFICER', place),
    ofBureau('REGISTRAR', place),
  ]);
  return {
    type: ORGANISATION_TYPE,
    id,
    version,
    listed: true,
    belongsTo: id,
    values: { kinds: kind, statuses: state, areas: areasOf(divisionCode) },
    sorts: {},
    faces: [
      {
        visibleTo: state === 'ACTIVE' ? [ANYONE] : [...supervisors, ADMINISTRATORS, ofOrganisation(id)],
        fields: [
          { name: 'name', weight: 'A', text: name, kind: 'name' },
          { name: 'introduction', weight: 'C', text: introduction },
          { name: 'uscc', weight: 'D', text: uscc, kind: 'number' },
        ],
      },
    ],
  };
}
