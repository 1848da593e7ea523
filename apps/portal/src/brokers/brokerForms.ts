import type { ReasonedAction } from './reasons.js';

/** Which form of a broker's page is open. */
export type BrokerForm =
  | { readonly kind: ReasonedAction | 'addCredential' | 'addTraining' | 'designate' }
  | { readonly kind: 'checkRecord' | 'withdrawRecord'; readonly id: string; readonly name: string };
