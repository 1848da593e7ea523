/** Acts of which only the day and a note are recorded. */
export const STATUS_ACTIONS = [
  'publish',
  'examine',
  'grant',
  'restore',
  'reject',
  'withdraw',
  'lapse',
  'abandon',
  'invalidate',
  'closeToAll',
] as const;
export type StatusAction = (typeof STATUS_ACTIONS)[number];

/** Which form of a patent's page is open. */
export type PatentForm =
  | { readonly kind: StatusAction | 'payFee' | 'addLicence' | 'addPledge' | 'openToAll' }
  | { readonly kind: 'fileLicence' | 'endLicence' | 'releasePledge'; readonly id: string };
