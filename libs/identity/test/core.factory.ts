import { readFileSync } from 'node:fs';
import {
  anonymous,
  system,
  type Actor,
  type Membership as Place,
  type OrganisationKind,
  type Role,
} from '@jihui/kernel';
import type { AuthorisationLetter } from '../src/core/letter/letter.js';
import type { Membership } from '../src/core/membership/membership.js';
import type { Organisation, OrganisationForm } from '../src/core/organisation/organisation.js';
import type { Person } from '../src/core/person/person.js';

export const NOW = new Date('2026-11-23T04:00:00Z');
export const ORGANISATION = 'organisation-1';
export const SELF = 'person-self';

/** One line of a committed matrix: its first columns, and what each role gets. */
export interface MatrixLine {
  readonly place: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<string, string>>;
}

/** Reads `test/<name>.matrix.csv`; the columns up to `action` say where, the others are roles. */
export function matrix(name: string): readonly MatrixLine[] {
  const [head = '', ...lines] = readFileSync(new URL(`./${name}.matrix.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const columns = head.split(',');
  const first = columns.indexOf('action') + 1;
  return lines.map((line) => {
    const cells = line.split(',').map((cell, index) => [columns[index] ?? '', cell] as const);
    return {
      place: Object.fromEntries(cells.slice(0, first)),
      expected: Object.fromEntries(cells.slice(first)),
    };
  });
}

export const place = (
  kind: OrganisationKind,
  roles: readonly Role[],
  divisionCode = '140900',
  organisationId = 'elsewhere',
): Place => ({ organisationId, kind, divisionCode, roles });
export const person = (personId: string, ...memberships: readonly Place[]): Actor => ({
  kind: 'person',
  personId,
  memberships,
});

export const officer = person('officer', place('BUREAU_CITY', ['OFFICER']));
export const platformAdmin = person('platform-admin', place('BUREAU_CITY', ['PLATFORM_ADMIN']));
export { anonymous, system };

export const REGISTERED: OrganisationForm = {
  name: '原平晶曜光伏科技有限公司',
  kind: 'ENTERPRISE',
  uscc: '91140981MA0L3D921P',
  divisionCode: '140981',
  partyNature: '150',
  stateEstablished: false,
  legalRepresentative: '武晓东',
  address: '原平市光伏路3号',
  contactName: '武晓东',
  contactPhone: '0350-8239006',
  contactEmail: '',
  website: '',
  introduction: '',
};
export const anOrganisation = (patch: Partial<Organisation> = {}): Organisation => ({
  ...REGISTERED,
  id: ORGANISATION,
  version: 1,
  state: 'ACTIVE',
  scopeCode: '140981',
  decisionReason: '',
  externalId: null,
  createdAt: NOW,
  updatedAt: NOW,
  ...patch,
});
export const aMembership = (patch: Partial<Membership> = {}): Membership => ({
  id: 'membership-1',
  version: 1,
  organisationId: ORGANISATION,
  personId: SELF,
  email: '',
  roles: ['MEMBER'],
  state: 'ACTIVE',
  note: '',
  reason: '',
  invitedUntil: null,
  createdAt: NOW,
  updatedAt: NOW,
  ...patch,
});
export const anAccount = (patch: Partial<Person> = {}): Person => ({
  id: SELF,
  version: 1,
  state: 'ACTIVE',
  email: 'self@example.cn',
  displayName: '本人',
  phone: null,
  lastSignInAt: null,
  createdAt: NOW,
  updatedAt: NOW,
  ...patch,
});
export const aLetter = (patch: Partial<AuthorisationLetter> = {}): AuthorisationLetter => ({
  id: 'letter-1',
  version: 1,
  state: 'ISSUED',
  organisationId: ORGANISATION,
  personId: SELF,
  matters: ['DEAL_SIGNATURE'],
  validFrom: '2026-11-01',
  validTo: '2027-10-31',
  fileId: 'file-1',
  revokedAt: null,
  revokeReason: '',
  createdAt: NOW,
  updatedAt: NOW,
  ...patch,
});
