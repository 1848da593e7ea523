import { Injectable } from '@nestjs/common';
import { Codes, DomainError, notFound, organisationsWithRole, type Actor } from '@jihui/kernel';
import { checkIds, uuidv7, Work } from '@jihui/platform';
import { personOf } from '../auth/request.js';
import { command } from '../command.js';
import { IdentityCodes } from '../core/errors.js';
import { isFetchable } from '../core/export/export.js';
import type { Organisation } from '../core/organisation/organisation.js';
import type { ExportOrganisationInput, FetchOrganisationExportInput } from '../identity.types.gen.js';
import { ExportsStore } from '../store/exports.store.js';
import { OrganisationsStore } from '../store/organisations.store.js';

interface Answer {
  readonly id: string;
}

/** The audit of one organisation's exports; the operator's command writes there too. */
export const exportStream = (organisationId: string): string => `OrganisationExport:${organisationId}`;

/** Whether the actor administers the organisation now: of a suspended one nobody does, nor who owes a second factor. */
export const mayExport = (actor: Actor, organisationId: string): boolean =>
  organisationsWithRole(actor, 'ORG_ADMIN').includes(organisationId);

function refuseUnlessOwn(actor: Actor, { id, kind }: Organisation): void {
  if (!mayExport(actor, id)) throw new DomainError(Codes.FORBIDDEN, '只有本单位管理员可以导出单位资料');
  if (kind.startsWith('BUREAU'))
    throw new DomainError(
      IdentityCodes.EXPORT_OF_BUREAU,
      '管理部门能看到的是辖区内各单位的资料，不是其自己的资料，不能导出',
    );
}

/** 单位资料导出: asked for, and fetched, by an organisation's administrators. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly work: Work,
    private readonly exports: ExportsStore,
    private readonly organisations: OrganisationsStore,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND, IDENTITY.EXPORT_OF_BUREAU */
  async request(actor: Actor, input: ExportOrganisationInput): Promise<Answer> {
    const { personId } = personOf(actor);
    checkIds(input.organisationId);
    return this.work.run(command(actor, 'exportOrganisation', input), async (tx) => {
      // Locked: of two clicks at once the second finds what the first began.
      const organisation = await this.organisations.lockVisible(actor, input.organisationId);
      if (organisation === undefined) throw notFound('机构');
      refuseUnlessOwn(actor, organisation);
      const underWay = await this.exports.underWay(organisation.id);
      if (underWay !== undefined) return { id: underWay.id };
      const asked = { organisationId: organisation.id, requestedBy: personId, createdAt: tx.now };
      const id = uuidv7();
      await this.exports.insert({ id, ...asked });
      await tx.audit({
        stream: exportStream(organisation.id),
        action: 'requestExport',
        after: { exportId: id },
      });
      await tx.addJob('identity.makeExports', {});
      return { id };
    });
  }

  /** Notes that the archive is fetched. @throws DomainError NOT_FOUND, IDENTITY.EXPORT_OVER */
  async fetch(actor: Actor, input: FetchOrganisationExportInput): Promise<Answer> {
    personOf(actor);
    checkIds(input.exportId);
    return this.work.run(command(actor, 'fetchOrganisationExport', input), async (tx) => {
      const one = await this.exports.get(input.exportId);
      if (one === undefined || !mayExport(actor, one.organisationId)) throw notFound('导出的资料');
      if (!isFetchable(one, tx.now))
        throw new DomainError(IdentityCodes.EXPORT_OVER, '这份资料尚未导出完成，或已过下载期限，请重新导出');
      await tx.audit({
        stream: exportStream(one.organisationId),
        action: 'fetchExport',
        after: { exportId: one.id, sha256: one.sha256 },
      });
      return { id: one.id };
    });
  }
}
