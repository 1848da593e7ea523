import type { DomainName } from './consumers.js';

/** Every job type and its payload. A job's owner is the domain before the dot; it has exactly one handler. */
export interface JobMap {
  /** Closes listings past their term and reminds owners before it (nightly). */
  'listings.expire': Record<string, never>;
  /** Tells people of what came online and matches a search they saved (every ten minutes). */
  'listings.alertSavedSearches': Record<string, never>;
  /** Runs one uploaded import file. */
  'listings.runImport': { readonly importId: string };
  /** Runs one uploaded file of patents. */
  'discovery.runImport': { readonly importId: string };
  /** Rebuilds the statistics of terms that scoring uses (nightly, and after large imports). */
  'matching.refreshStatistics': Record<string, never>;
  /** Recommends a listing that came online to the owners of its best counterparts, and those to its owner. */
  'matching.recommend': { readonly listingId: string };
  /** Recommends experts to the owner of a need that came online or changed, and the need to them. */
  'matching.recommendExperts': { readonly needId: string };
  /** Recommends needs to an expert who entered the bank or changed, and the expert to their owners. */
  'matching.recommendNeeds': { readonly expertId: string };
  /** Matches what was imported, and patents: of them nobody was told when they came (nightly). */
  'matching.matchWaiting': Record<string, never>;
  /** Trains a version of the vectors from the listings and what came of pairs, where that is worth it (nightly). */
  'matching.train': Record<string, never>;
  /** Has a service from outside embed texts that it has not, where one is set (every ten minutes). */
  'matching.embed': Record<string, never>;
  /** Closes disclosures whose period ended without open objection. */
  'deals.checkDisclosures': Record<string, never>;
  /** Renders and stores the certificate of a registered contract. */
  'contracts.renderCertificate': { readonly contractId: string };
  /** Reads the text of an uploaded contract and what it gives for the form. */
  'contracts.readText': { readonly fileId: string };
  /** Asks for readings that are missing or were made by older rules (nightly). */
  'contracts.readWaitingTexts': Record<string, never>;
  /** Signs and publishes the next list of certificates that no longer stand (nightly, and when one ends). */
  'contracts.publishStatusList': Record<string, never>;
  /** Goes over the next contracts of a replay of the rules. */
  'contracts.replayRules': { readonly runId: string };
  /** Gives up replays of the rules of which nothing came for an hour (hourly). */
  'contracts.endStalledReplays': Record<string, never>;
  /** Mails an expert the invitation or a reminder; the link's token is computed, never stored. */
  'contracts.mailExpert': { readonly mailId: string; readonly contractId: string; readonly seatId: string };
  /** Warns of applications and annual reports whose deadline is near. */
  'contracts.watchDeadlines': Record<string, never>;
  /** Ends patents whose term is over and warns holders of fees, filings and the end of terms (nightly). */
  'discovery.watchPatents': Record<string, never>;
  /** Takes back levels whose certificate is over (nightly). */
  'discovery.watchBrokers': Record<string, never>;
  /** Completes notices of calls, opens and closes their windows (every minute). */
  'challenges.watchCalls': Record<string, never>;
  /** Tells of milestones of projects that are overdue, each once (nightly). */
  'challenges.watchProjects': Record<string, never>;
  /** Tells of reports of misconduct whose deadline is over, each once (nightly). */
  'challenges.watchMisconduct': Record<string, never>;
  /** Tells whose bans are over, each once (nightly). */
  'challenges.watchBans': Record<string, never>;
  /** What was sent and never handed in. */
  'challenges.removeLeftovers': Record<string, never>;
  /** Tells each person once what was found for them at night (every morning). */
  'notifications.sendDigests': Record<string, never>;
  /** Publishes heads of the logs of sealed bids, and opens bids whose shares are there (every minute). */
  'challenges.watchBids': Record<string, never>;
  /** Reads the files of an opened bid for names of its bidder. */
  'challenges.readBidFiles': { readonly bidId: string };
  /** Asks for readings of opened bids that were lost (every ten minutes). */
  'challenges.readWaitingBids': Record<string, never>;
  /** Sends the mails that wait. */
  'notifications.sendMail': { readonly mailId: string };
  /** Takes away what was kept as long as it is to be kept (nightly). */
  'notifications.removeExpired': Record<string, never>;
  /** Asks again for each mail that was not sent, once the queue has lost what it held. */
  'notifications.sendLeft': Record<string, never>;
  /** Has deliveries that were given up tried again. */
  'notifications.retryDeliveries': { readonly domain: DomainName; readonly ids: readonly string[] };
  /** Compares the search index with the data, having made it anew where that was asked for (nightly, and when asked). */
  'notifications.checkSearchIndex': { readonly rebuild?: boolean };
  /** Signs the heads of all audit streams (hourly). */
  'identity.signAuditHeads': Record<string, never>;
  /** Mails a confirmation, reset or invitation link; its token is computed, never stored. */
  'identity.sendLink': { readonly linkId: string };
  /** Sends a phone code; the code is computed, never stored. */
  'identity.sendPhoneCode': { readonly codeId: string };
  /** Mails a person about the account or a membership. */
  'identity.sendNotice': {
    readonly mailId: string;
    readonly notice:
      | 'PASSWORD_CHANGED'
      | 'SECOND_FACTOR_ON'
      | 'SECOND_FACTOR_OFF'
      | 'SECOND_FACTOR_RESET'
      | 'OIDC_LINKED'
      | 'OIDC_UNLINKED'
      | 'MEMBERSHIP_REQUESTED'
      | 'MEMBERSHIP_APPROVED'
      | 'MEMBERSHIP_REFUSED';
    readonly personId: string;
    readonly membershipId: string | null;
    /** Why, where it is not the membership's. */
    readonly reason?: string;
  };
  /** Makes exports of what organisations own that wait, or that a killed process left (when asked, every two minutes). */
  'identity.makeExports': Record<string, never>;
  /** Removes used links and codes, sign-ins half done, factors that nobody confirmed, and old throttle counters (nightly). */
  'identity.sweep': Record<string, never>;
}
export type JobType = keyof JobMap & `${DomainName}.${string}`;

const ALL: { readonly [type in JobType]: true } = {
  'listings.expire': true,
  'listings.alertSavedSearches': true,
  'listings.runImport': true,
  'discovery.runImport': true,
  'matching.refreshStatistics': true,
  'matching.recommend': true,
  'matching.recommendExperts': true,
  'matching.recommendNeeds': true,
  'matching.matchWaiting': true,
  'matching.train': true,
  'matching.embed': true,
  'deals.checkDisclosures': true,
  'contracts.renderCertificate': true,
  'contracts.readText': true,
  'contracts.readWaitingTexts': true,
  'contracts.replayRules': true,
  'contracts.endStalledReplays': true,
  'contracts.mailExpert': true,
  'contracts.watchDeadlines': true,
  'contracts.publishStatusList': true,
  'discovery.watchPatents': true,
  'discovery.watchBrokers': true,
  'challenges.watchCalls': true,
  'challenges.watchBids': true,
  'challenges.readBidFiles': true,
  'challenges.readWaitingBids': true,
  'challenges.watchProjects': true,
  'challenges.watchMisconduct': true,
  'challenges.watchBans': true,
  'challenges.removeLeftovers': true,
  'notifications.sendMail': true,
  'notifications.sendLeft': true,
  'notifications.removeExpired': true,
  'notifications.retryDeliveries': true,
  'notifications.checkSearchIndex': true,
  'notifications.sendDigests': true,
  'identity.signAuditHeads': true,
  'identity.sendLink': true,
  'identity.sendPhoneCode': true,
  'identity.sendNotice': true,
  'identity.makeExports': true,
  'identity.sweep': true,
};
/** The same names where the program runs, so that every boot can check its handlers. */
export const JOB_TYPES = Object.keys(ALL) as readonly JobType[];
