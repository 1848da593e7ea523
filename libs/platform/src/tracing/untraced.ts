import type { DomainName } from '@jihui/events';

/**
 * Nothing of it is traced, neither requests nor jobs: when and how often somebody asked would tell that bids came, and that
 * somebody reported (docs/sealed-bids.md).
 */
const UNTRACED: readonly DomainName[] = ['challenges'];

export const isUntraced = (domain: DomainName | undefined): boolean =>
  domain !== undefined && UNTRACED.includes(domain);

export const untracedDomains = UNTRACED;
