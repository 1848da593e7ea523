import type { DomainName } from '@jihui/events';
import type { Domain } from './domain.js';

/** The domains that this process serves. */
export class Served {
  private readonly names: ReadonlySet<string>;

  constructor(readonly domains: readonly Domain[]) {
    this.names = new Set(domains.map((domain) => domain.name));
  }

  has(name: DomainName): boolean {
    return this.names.has(name);
  }
}
