import { Injectable } from '@nestjs/common';
import { actorId, cleanText, DomainError, refuseIf, Violations, type Actor } from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import { CommissionsService } from './commissions.service.js';
import { DealCodes } from './core/errors.js';
import { actingSide } from './core/perform.js';
import { checkSignature } from './core/signature.js';
import { partyOf } from './core/types.js';
import { DealDesk } from './deal-desk.js';
import type {
  ConfirmSignatureInput,
  DealActionInput,
  RecordSignatureInput,
  RejectSignatureInput,
} from './deals.types.gen.js';
import { RoomStore } from './store/room.store.js';

/** 签署: recorded by one side, confirmed by the other. */
@Injectable()
export class SigningService {
  constructor(
    private readonly desk: DealDesk,
    private readonly room: RoomStore,
    private readonly commissions: CommissionsService,
  ) {}

  /** 进入签署, where no disclosure is required. */
  proceedToSigning(actor: Actor, input: DealActionInput): Promise<{ id: string }> {
    return this.desk.act(actor, 'proceedToSigning', input, async (deal) => ({
      evidence:
        deal.price?.method === 'AGREEMENT'
          ? '卖方不属于须公示的单位'
          : `定价方式凭据：${deal.price?.methodEvidence ?? ''}`,
    }));
  }

  /** 录入已签署的合同: the PDF, who signed, when, where, how long it holds. */
  recordSignature(actor: Actor, input: RecordSignatureInput): Promise<{ id: string }> {
    checkIds(input.fileId);
    return this.desk.act(actor, 'recordSignature', input, async (deal, tx) => {
      const [file] = await this.room.files([input.fileId]);
      const side = actingSide(
        actor,
        deal,
        (own) => partyOf(deal, own).organisationId === file?.organisationId,
      );
      if (file?.dealId !== deal.id || file.organisationId !== partyOf(deal, side).organisationId)
        throw fileUnknown();
      const form = {
        signatories: input.signatories.map(cleanText),
        signedOn: input.signedOn,
        place: cleanText(input.place),
        effectiveFrom: input.effectiveFrom,
        effectiveTo: input.effectiveTo,
      };
      refuseIf(checkSignature(deal, form, file, tx.now));
      await this.room.share([file.id]);
      return {
        signature: {
          ...form,
          fileId: file.id,
          fileSha256: file.sha256,
          fileName: file.name,
          fileSize: file.size,
          recordedBy: side,
          recordedByPerson: actorId(actor),
          recordedAt: tx.now,
          confirmedAt: null,
        },
        evidence: `${side === 'SELLER' ? '卖方' : '买方'}录入已签合同（SHA-256 ${file.sha256.slice(0, 12)}…）`,
      };
    });
  }

  /** 确认签署: the contract is concluded, and commissions with that trigger fall due. */
  confirmSignature(actor: Actor, input: ConfirmSignatureInput): Promise<{ id: string }> {
    return this.desk.act(actor, 'confirmSignature', input, async (deal, tx) => {
      const { signature } = deal;
      if (signature?.fileSha256 !== input.fileSha256.toLowerCase())
        throw new DomainError(
          DealCodes.SIGNATURE_CHANGED,
          '所确认的文件与录入的不一致，请重新打开已签合同核对',
        );
      await this.commissions.conclude(tx, deal.id, false);
      return { signature: { ...signature, confirmedAt: tx.now }, evidence: '对方确认签署' };
    });
  }

  /** 退回签署记录: a wrong file or a wrong date. */
  rejectSignature(actor: Actor, input: RejectSignatureInput): Promise<{ id: string }> {
    const reason = cleanText(input.reason);
    return this.desk.act(actor, 'rejectSignature', input, async () => {
      refuseIf(new Violations().text('reason', '原因', reason, { max: 1_000 }).found);
      return { signature: null, reason, evidence: '签署记录被退回' };
    });
  }
}

export const fileUnknown = (): DomainError =>
  new DomainError(DealCodes.FILE_UNKNOWN, '没有找到该文件，请在本对接中重新上传');
