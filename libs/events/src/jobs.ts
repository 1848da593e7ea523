import type { DomainName } from './consumers.js';

/** Every job type and its payload. A job's owner is the domain before the dot; it has exactly one handler. */
export interface JobMap {
  /** Closes listings past their term and reminds owners before it (nightly). */
  'listings.expire': Record<string, never>;
  /** Runs one uploaded import file. */
  'listings.runImport': { readonly importId: string };
  /** Rebuilds the statistics of terms that scoring uses (nightly, and after large imports). */
  'matching.refreshStatistics': Record<string, never>;
  /** Closes disclosures whose period ended without open objection. */
  'deals.checkDisclosures': Record<string, never>;
  /** Renders and stores the certificate of a registered contract. */
  'contracts.renderCertificate': { readonly contractId: string };
  /** Warns of applications whose deadline is near. */
  'contracts.watchDeadlines': Record<string, never>;
  /** Sends the mails that wait. */
  'notifications.sendMail': { readonly mailId: string };
  /** Signs the heads of all audit streams (hourly). */
  'identity.signAuditHeads': Record<string, never>;
}
export type JobType = keyof JobMap & `${DomainName}.${string}`;
