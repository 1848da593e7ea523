import { useCommand, type Command } from '../api/command.js';
import type { OidcPurpose, StartOidcInput, StartOidcMutation } from '../gql/graphql.js';
import { StartOidcDocument } from './oidcDocuments.js';

/** What one left for the issuer for, and where to go on to afterwards. */
export interface Errand {
  readonly purpose: OidcPurpose;
  readonly next: string;
}

const KEY = 'jihui.oidc';
const UNKNOWN: Errand = { purpose: 'SIGN_IN', next: '/workspace' };

/** The last errand of this tab: kept here, never in an address that others can make. */
export function keptErrand(): Errand {
  const kept = sessionStorage.getItem(KEY);
  return kept === null ? UNKNOWN : (JSON.parse(kept) as Errand);
}

/** Leaves for an issuer's page. */
export function useOidc(errand: Errand): Pick<
  Command<StartOidcMutation, StartOidcInput>,
  'busy' | 'failure'
> & {
  readonly go: (issuer: string) => void;
} {
  const start = useCommand(StartOidcDocument);
  const go = async (issuer: string): Promise<void> => {
    const outcome = await start.run({ purpose: errand.purpose, issuer });
    if (!outcome.ok) return;
    sessionStorage.setItem(KEY, JSON.stringify(errand));
    location.assign(outcome.data.startOidc.url);
  };
  return { go: (issuer) => void go(issuer), busy: start.busy, failure: start.failure };
}
