import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Codes, DomainError, notFound, refuseIf, Violations, say, type Actor } from '@jihui/kernel';
import { checkIds, uuidv7 } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import { MAX_BID_BYTES, MAX_PIECE_BYTES, type BidUpload } from '../core/bids/bid.js';
import { eligibilityFaults } from '../core/bids/eligibility.js';
import { mayBidFor } from '../core/bids/sight.js';
import type { Call } from '../core/calls/call.js';
import { callSightOf } from '../core/calls/perform.js';
import { ChallengeCodes } from '../core/errors.js';
import { BidsStore } from '../store/bids.store.js';
import { FactsStore } from '../store/facts.store.js';
import { SealedBytes } from './sealed-bytes.js';

const COMMITMENT = /^[0-9a-f]{64}$/;

export interface UploadInput {
  readonly clientMutationId: string;
  readonly callId: string;
  readonly organisationId: string;
  readonly size: number;
  readonly commitment: string;
}

/** Sealed bids on their way: piece by piece, to be taken up again where they broke off. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly store: BidsStore,
    private readonly facts: FactsStore,
    private readonly bytes: SealedBytes,
    private readonly gate: CallGate,
    private readonly desk: CallDesk,
  ) {}

  start(actor: Actor, input: UploadInput): Promise<{ id: string }> {
    return this.desk.run(actor, 'startBidUpload', input, async (tx) => {
      checkIds(input.callId, input.organisationId);
      const found = await this.gate.get(input.callId);
      await this.mayBid(actor, found?.call, input.organisationId);
      if (found?.open !== true || actor.kind !== 'person') throw closed();
      refuseIf(
        new Violations()
          .when(
            !Number.isSafeInteger(input.size) || input.size < 1 || input.size > MAX_BID_BYTES,
            'size',
            'OUT_OF_RANGE',
            say`密封投标最大 ${MAX_BID_BYTES / 1024 / 1024} MB`,
          )
          .when(!COMMITMENT.test(input.commitment), 'commitment', 'NOT_A_HASH', '承诺值应为 64 位十六进制')
          .found,
      );
      const { callId, organisationId, size, commitment } = input;
      const id = uuidv7();
      const upload = { id, callId, round: found.call.round, organisationId, size, commitment };
      await this.store.addUpload({ ...upload, personId: actor.personId }, tx.now);
      return { id };
    });
  }

  /** @throws DomainError NOT_FOUND for what is not one's own */
  async own(actor: Actor, id: string): Promise<BidUpload> {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(id);
    const upload = await this.store.upload(id, actor.personId);
    if (upload === undefined || !mayBidFor(actor, upload.organisationId)) throw notFound('该上传');
    return upload;
  }

  /**
   * Takes the piece that begins at `from`. It is written when the whole of it has come, with the upload locked: what
   * came in whole is changed by no request that is still under way.
   * @returns how many bytes are on disk
   * @throws DomainError CHALLENGES.UPLOAD_OFFSET where the last piece ended elsewhere, FILE.TOO_LARGE
   */
  async take(actor: Actor, id: string, from: number, piece: Readable): Promise<number> {
    const upload = await this.own(actor, id);
    const { call, open } = (await this.gate.get(upload.callId)) ?? {};
    if (open !== true || call?.round !== upload.round) throw closed();
    if (from !== upload.received) throw elsewhere(upload.received);
    const bytes = await collected(piece, Math.min(MAX_PIECE_BYTES, upload.size - from));
    if (bytes.length === 0) return from;
    return this.desk.run(actor, 'takeBidPiece', {}, async () => {
      const received = await this.store.lockUpload(id);
      if (from !== received) throw elsewhere(received);
      const to = from + bytes.length;
      await this.bytes.write(id, from, bytes, to === upload.size);
      await this.store.received(id, to);
      return to;
    });
  }

  /** Whether this person may bid for the organisation on this call; hidden and missing look alike. */
  async mayBid(actor: Actor, call: Call | undefined, organisationId: string): Promise<void> {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    if (call === undefined || callSightOf(actor, call) === 'NONE') throw notFound('该榜单');
    if (!mayBidFor(actor, organisationId))
      throw new DomainError(Codes.FORBIDDEN, '只有单位的转移转化负责人、单位管理员可以代表单位揭榜');
    const organisation = await this.facts.organisation(organisationId);
    const sharedPeople = await this.facts.peopleOfBoth(organisationId, call.ownerId);
    refuseIf(eligibilityFaults(call, organisation && { ...organisation, sharedPeople }));
  }
}

async function collected(piece: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // What is left unread is the server's to throw away: a request that is destroyed gets no answer.
    const pieces: AsyncIterable<Buffer> = piece.iterator({ destroyOnReturn: false });
    for await (const chunk of pieces) {
      length += chunk.length;
      if (length > limit) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    // The bidder's connection broke: no defect of ours, and a line of the log would tell of the bid.
    if (piece.readableAborted) throw brokenOff();
    throw error;
  }
  return Buffer.concat(chunks);
}

export const closed = (): DomainError =>
  new DomainError(ChallengeCodes.BIDDING_CLOSED, '现在不在揭榜期内，不能提交');

const elsewhere = (received: number): DomainError =>
  new DomainError(ChallengeCodes.UPLOAD_OFFSET, say`已收到 ${received} 字节，请从该处继续上传`);

const brokenOff = (): DomainError => new DomainError('FILE.BROKEN_OFF', '上传中断，请从已收到处继续');

const tooLarge = (): DomainError =>
  new DomainError('FILE.TOO_LARGE', say`每段最大 ${MAX_PIECE_BYTES / 1024 / 1024} MB，且不能超过申报的长度`);
