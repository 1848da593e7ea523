import { Injectable } from '@nestjs/common';
import { DomainError, hasRole, type Actor } from '@jihui/kernel';
import type { DealSnapshot } from '@jihui/events';
import type { ContractForm } from './core/contract.js';
import { ContractCodes } from './core/errors.js';
import { prefill, type KnownParty, type SignedDeal } from './core/prefill.js';
import type { FileRow } from './store/parts.row.js';
import { ProjectionsStore, type KnownOrganisation } from './store/projections.store.js';

/** What an application takes over from a signed deal. */
export interface DealForApplication {
  readonly dealId: string;
  readonly resultId: string | null;
  readonly needId: string | null;
  readonly applicant: KnownOrganisation;
  readonly form: ContractForm;
  readonly partyIds: readonly string[];
  /** The signed text, which both sides confirmed by its hash. */
  readonly file: Pick<FileRow, 'kind' | 'name' | 'type' | 'size' | 'sha256' | 'signed'>;
}

const party = (organisation: KnownOrganisation): KnownParty => ({
  ...organisation,
  organisationId: organisation.id,
});

const typeOf = (name: string): string =>
  /\.pdf$/i.test(name) ? 'application/pdf' : 'application/octet-stream';

/** Unknown here, not one's own, and not yet told look alike. */
const notYetKnown = (): DomainError =>
  new DomainError(
    ContractCodes.NOT_YET_KNOWN,
    '对接不存在、您无权以卖方身份申请，或其最新情况正在同步，请稍后再试',
  );

/** Deals as this domain knows them. */
@Injectable()
export class SignedDeals {
  constructor(private readonly projections: ProjectionsStore) {}

  /** @throws DomainError CONTRACTS.NOT_YET_KNOWN, CONTRACT.DEAL_NOT_SIGNED. */
  async forApplicant(actor: Actor, dealId: string): Promise<DealForApplication> {
    const deal = (await this.projections.deals([dealId])).get(dealId);
    if (deal === undefined || !hasRole(actor, deal.sellerId, 'TRANSFER_OFFICER')) throw notYetKnown();
    const { signature } = deal;
    if (!signature?.confirmed)
      throw new DomainError(
        ContractCodes.DEAL_NOT_SIGNED,
        '双方尚未确认签署合同；请先在对接页面完成签署和确认，再申请登记',
      );
    const organisations = await this.projections.organisations([deal.sellerId, deal.buyerId]);
    const seller = organisations.get(deal.sellerId);
    const buyer = organisations.get(deal.buyerId);
    if (seller === undefined || buyer === undefined) throw notYetKnown();
    return {
      dealId,
      resultId: deal.resultId,
      needId: deal.needId,
      applicant: seller,
      form: prefill(await this.signedDeal(deal, signature, seller, buyer)),
      partyIds: [deal.sellerId, deal.buyerId],
      file: {
        kind: 'CONTRACT_TEXT',
        name: signature.fileName,
        type: typeOf(signature.fileName),
        size: signature.fileSize,
        sha256: signature.fileSha256,
        signed: true,
      },
    };
  }

  private async signedDeal(
    deal: DealSnapshot,
    signature: NonNullable<DealSnapshot['signature']>,
    seller: KnownOrganisation,
    buyer: KnownOrganisation,
  ): Promise<SignedDeal> {
    return {
      title: deal.title,
      seller: party(seller),
      buyer: party(buyer),
      brokers: deal.brokers
        .filter(({ joined }) => joined)
        .map((broker) => ({ organisationId: broker.organisationId, name: broker.organisationName })),
      cooperationMode: deal.cooperationMode,
      price: deal.price,
      signedOn: signature.signedOn,
      place: signature.place,
      effectiveFrom: signature.effectiveFrom,
      effectiveTo: signature.effectiveTo,
      result: deal.resultId === null ? null : ((await this.projections.result(deal.resultId)) ?? null),
    };
  }
}
