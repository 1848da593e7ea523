/** Where an export of an organisation's things stands; what is over is READY until it is taken away. */
export type ExportState = 'WAITING' | 'RUNNING' | 'READY' | 'FAILED';
/** As it is shown: what may no longer be fetched has EXPIRED. */
export type ShownExportState = ExportState | 'EXPIRED';

/** Why it came to nothing. */
export const EXPORT_FAILURES = ['TOO_LARGE', 'INTERRUPTED', 'DEFECT'] as const;
export type ExportFailure = (typeof EXPORT_FAILURES)[number];

/** How far it has come. */
export interface ExportCounts {
  readonly listsDone: number;
  readonly listsInAll: number;
  readonly filesDone: number;
  readonly filesInAll: number;
  readonly rows: number;
}

/** 单位资料导出: one archive of everything that an organisation owns or is party to. */
export interface OrganisationExport extends ExportCounts {
  readonly id: string;
  readonly version: number;
  readonly organisationId: string;
  readonly requestedBy: string;
  readonly state: ExportState;
  /** How many processes have begun it: one that was killed leaves it to the next. */
  readonly attempt: number;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly failure: ExportFailure | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** So many processes may be killed over it before it is given up. */
export const MOST_ATTEMPTS = 3;

export const isFetchable = ({ state, expiresAt }: OrganisationExport, now: Date): boolean =>
  state === 'READY' && expiresAt !== null && expiresAt > now;

export const shownState = (one: OrganisationExport, now: Date): ShownExportState =>
  one.state === 'READY' && !isFetchable(one, now) ? 'EXPIRED' : one.state;
