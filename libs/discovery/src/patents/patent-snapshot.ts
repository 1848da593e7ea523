import type { PatentSnapshot } from '@jihui/events';
import type { Organisation } from '../core/organisation.js';
import {
  activePledges,
  displayNumber,
  exclusiveUntil,
  isOpenPatent,
  openLicenceUntil,
  type Patent,
} from '../core/patents/patent.js';

/** What leaves this domain of a patent. */
export const patentSnapshot = (
  patent: Patent,
  owner: Organisation,
  warning: string | null,
): PatentSnapshot => ({
  id: patent.id,
  version: patent.version,
  number: patent.content.number,
  displayNumber: displayNumber(patent.content),
  kind: patent.content.kind,
  title: patent.content.title,
  summary: patent.content.summary,
  keywords: patent.content.keywords,
  ipc: patent.content.ipc,
  applicants: patent.content.applicants,
  inventors: patent.content.inventors,
  ownerId: patent.ownerId,
  ownerName: owner.name,
  createdBy: patent.createdBy,
  divisionCode: patent.content.divisionCode,
  cluster: patent.content.cluster,
  techField: patent.content.techField,
  state: patent.state,
  open: isOpenPatent(patent),
  openLicenceUntil: openLicenceUntil(patent),
  exclusiveUntil: exclusiveUntil(patent),
  pledged: activePledges(patent.pledges).length > 0,
  filedOn: patent.content.filedOn,
  expiresOn: patent.content.expiresOn,
  warning,
});
