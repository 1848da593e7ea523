import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { archiveName, BusinessClock, checkIds, isUuid } from '@jihui/platform';
import { Secrets } from '../auth/secrets.js';
import {
  isFetchable,
  shownState,
  type OrganisationExport,
  type ShownExportState,
} from '../core/export/export.js';
import { ExportsStore } from '../store/exports.store.js';
import { mayExport } from './exports.service.js';

/** An export as it stands now. */
export interface ExportView extends Omit<OrganisationExport, 'state'> {
  readonly state: ShownExportState;
}

/** An archive that may be fetched. */
export interface FetchableArchive {
  readonly archive: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly createdAt: Date;
}

/** For so long an address of an archive is good: by the database's clock in business time. */
const ADDRESS_MS = 10 * 60_000;

@Injectable()
export class ExportsQueries {
  constructor(
    private readonly exports: ExportsStore,
    private readonly clock: BusinessClock,
    private readonly secrets: Secrets,
  ) {}

  /** The newest of the organisation, for those who administer it. */
  async newest(actor: Actor, organisationId: string): Promise<ExportView | undefined> {
    checkIds(organisationId);
    if (!mayExport(actor, organisationId)) return undefined;
    return this.view(await this.exports.newest(organisationId));
  }

  async byId(actor: Actor, id: string): Promise<ExportView | undefined> {
    const one = await this.exports.get(id);
    return one !== undefined && mayExport(actor, one.organisationId) ? this.view(one) : undefined;
  }

  /** An address that is good for this person and a short while: the proof that fetching takes was just given. */
  async addressFor(actor: Actor, id: string): Promise<string> {
    const until = (await this.clock.now()).getTime() + ADDRESS_MS;
    const personId = actor.kind === 'person' ? actor.personId : '';
    return `/files/identity/exports/${id}?until=${until}&key=${this.secrets.exportKey(id, personId, until)}`;
  }

  /** @returns nothing for whoever does not administer the organisation, came too late, or has another's address */
  async fetchable(
    actor: Actor,
    id: string,
    address: { readonly until?: string; readonly key?: string },
  ): Promise<FetchableArchive | undefined> {
    if (actor.kind !== 'person' || !isUuid(id)) return undefined;
    const until = Number(address.until);
    const now = await this.clock.now();
    if (!Number.isSafeInteger(until) || until < now.getTime()) return undefined;
    if (!this.secrets.isExportKey(address.key ?? '', id, actor.personId, until)) return undefined;
    const one = await this.exports.get(id);
    if (one === undefined || !mayExport(actor, one.organisationId) || !isFetchable(one, now))
      return undefined;
    const { attempt, bytes, sha256, createdAt } = one;
    return { archive: archiveName(id, attempt), bytes: bytes ?? 0, sha256: sha256 ?? '', createdAt };
  }

  private async view(one: OrganisationExport | undefined): Promise<ExportView | undefined> {
    return one && { ...one, state: shownState(one, await this.clock.now()) };
  }
}
