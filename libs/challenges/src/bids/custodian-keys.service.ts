import { Injectable } from '@nestjs/common';
import {
  Codes,
  DomainError,
  notFound,
  refuseIf,
  Violations,
  cleanText,
  say,
  type Actor,
} from '@jihui/kernel';
import { challengePossession, Fault, isPossessionProved, type Custodian } from '@jihui/proofs';
import { checkIds, type Tx } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import { isCityOfficer } from '../core/calls/perform.js';
import type { Call } from '../core/calls/call.js';
import type { CustodianKey } from '../core/bids/bid.js';
import { spare } from '../core/bids/sealing.js';
import { ChallengeCodes } from '../core/errors.js';
import { CustodianKeysStore } from '../store/custodian-keys.store.js';

interface KeyInput {
  readonly clientMutationId: string;
  readonly callId: string;
}

/** Keys of the custodians: each made by its custodian, proved to be held, and fixed with the call's publication. */
@Injectable()
export class CustodianKeysService {
  constructor(
    private readonly store: CustodianKeysStore,
    private readonly gate: CallGate,
    private readonly desk: CallDesk,
  ) {}

  /** Enters a public key, not yet proved. @returns what only its holder can answer */
  propose(actor: Actor, input: KeyInput & { readonly publicKey: string }): Promise<{ challenge: string }> {
    return this.desk.run(actor, 'proposeCustodianKey', input, async (tx) => {
      const { call, personId } = await this.asCustodian(tx, actor, input.callId);
      const challenge = await challengePossession(call.id, personId, input.publicKey).catch(
        (fault: unknown) => {
          if (fault instanceof Fault) return undefined;
          throw fault;
        },
      );
      const { KEY_INVALID } = ChallengeCodes;
      if (challenge === undefined) throw wrongKey(KEY_INVALID, '公钥无效，请重新生成密钥');
      const { sealed, answerHash } = challenge;
      const key = { callId: call.id, personId, publicKey: input.publicKey, answerHash };
      if (!(await this.store.propose(key))) throw wrongKey(KEY_INVALID, '该公钥已由另一位保管人登记');
      return { challenge: sealed };
    });
  }

  prove(actor: Actor, input: KeyInput & { readonly answer: string }): Promise<{ id: string }> {
    return this.desk.run(actor, 'proveCustodianKey', input, async (tx) => {
      const { call, personId } = await this.asCustodian(tx, actor, input.callId);
      const key = await this.store.get(call.id, personId);
      if (key === undefined || !isPossessionProved(call.id, personId, key.answerHash, input.answer))
        throw new DomainError(
          ChallengeCodes.KEY_NOT_PROVED,
          '未能证明持有私钥，请用生成该公钥的密钥文件重试',
        );
      await this.store.prove(key, tx.now);
      await tx.audit({
        stream: `Call:${call.id}`,
        action: 'proveCustodianKey',
        after: { personId, publicKey: key.publicKey },
      });
      return { id: call.id };
    });
  }

  /** A custodian can release no more: recorded as long as enough others are left. */
  lose(
    actor: Actor,
    input: KeyInput & { readonly personId: string; readonly reason: string },
  ): Promise<{ id: string }> {
    return this.desk.run(actor, 'declareCustodianLost', input, async (tx) => {
      checkIds(input.callId, input.personId);
      const found = await this.gate.lock(tx, input.callId);
      if (found === undefined || !isCityOfficer(actor, found.call)) throw notFound('该榜单');
      const { call } = found;
      const reason = cleanText(input.reason);
      const keys = await this.proved(call);
      const key = keys.find(({ personId }) => personId === input.personId);
      if (key === undefined) throw notFound('该保管人');
      refuseIf(new Violations().text('reason', '原因', reason, { min: 10, max: 500 }).found);
      if (key.lostAt !== null) return { id: call.id };
      const lost = keys.filter(({ lostAt }) => lostAt !== null).length;
      if (spare(keys.length, call.plan.threshold, lost) < 1)
        throw new DomainError(
          ChallengeCodes.TOO_MANY_LOST,
          say`开标需要 ${call.plan.threshold} 份，再缺一位保管人就无法开标，不能登记`,
        );
      await this.store.lose(call.id, input.personId, tx.now, reason);
      await tx.audit({
        ...{ stream: `Call:${call.id}`, action: 'declareCustodianLost', reason },
        after: { personId: input.personId },
      });
      return { id: call.id };
    });
  }

  /** Proved keys of the plan's custodians, in the plan's order. */
  async proved(call: Pick<Call, 'id' | 'plan'>): Promise<readonly CustodianKey[]> {
    const keys = await this.store.of([call.id]);
    return call.plan.custodians.flatMap(({ personId }) =>
      keys.filter((key) => key.personId === personId && key.provedAt !== null),
    );
  }

  /** To whom bids of this call are sealed. */
  async custodians(call: Pick<Call, 'id' | 'plan'>): Promise<readonly Custodian[]> {
    return (await this.proved(call)).map(({ personId, publicKey }) => ({ id: personId, publicKey }));
  }

  private async asCustodian(
    tx: Tx,
    actor: Actor,
    callId: string,
  ): Promise<{ readonly call: Call; readonly personId: string }> {
    if (actor.kind === 'anonymous') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(callId);
    const call = (await this.gate.lock(tx, callId))?.call;
    const named =
      actor.kind === 'person' && call?.plan.custodians.some(({ personId }) => personId === actor.personId);
    if (call === undefined || actor.kind !== 'person' || named !== true) throw notFound('由您保管的榜单');
    if (call.publishedAt !== null)
      throw new DomainError(ChallengeCodes.KEY_FIXED, '榜单已张榜，保管人公钥不能再更换');
    return { call, personId: actor.personId };
  }
}

const wrongKey = (code: string, message: string): DomainError =>
  new DomainError(Codes.INVALID_INPUT, message, [{ path: 'publicKey', code, message }]);
