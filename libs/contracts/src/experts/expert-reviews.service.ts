import { Injectable } from '@nestjs/common';
import type { ExpertReviewed } from '@jihui/events';
import { cleanText, legalDayOf, notFound, Violations, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, Config, LinkKey, staleVersion, Work, type Tx } from '@jihui/platform';
import { ContractChanges, personOf } from '../contract-changes.js';
import { reviewOf } from '../contract-snapshot.js';
import type { Contract, Expert } from '../core/contract.js';
import { ContractCodes } from '../core/errors.js';
import { seatMachine, stakeOf, type SeatAction } from '../core/expert-seat.js';
import { ContractsStore } from '../store/contracts.store.js';
import { relatedIdsOf } from '../store/derived.js';
import { ExpertSeatsStore } from '../store/expert-seats.store.js';
import { ProjectionsStore } from '../store/projections.store.js';

interface OnSeat {
  readonly clientMutationId: string;
  readonly id: string;
  readonly expectedVersion: number;
}

/** What an expert's verb leaves on the seat, and what the history says of it. */
interface SeatChange {
  readonly patch: Partial<Expert>;
  readonly reason: string | null;
}

/** 专家在线评审: what an expert does with an account of one's own. */
@Injectable()
export class ExpertReviewsService {
  private readonly links: LinkKey;

  constructor(
    private readonly work: Work,
    private readonly changes: ContractChanges,
    private readonly contracts: ContractsStore,
    private readonly seats: ExpertSeatsStore,
    private readonly projections: ProjectionsStore,
    config: Config,
  ) {
    this.links = new LinkKey(config, 'contracts');
  }

  /** The token of a seat's invitation. */
  tokenOf(seatId: string): string {
    return this.links.token(seatId);
  }

  /** The seat that a token names; nothing for one that we did not make. */
  seatOf(token: string): string | undefined {
    return this.links.idOf(token);
  }

  /**
   * 应邀: the account takes the seat, once. Whoever has a stake by what the platform knows is on record as having
   * withdrawn, and sees nothing.
   * @throws DomainError NOT_FOUND for a token that names no seat; FORBIDDEN for an account of another name;
   * ILLEGAL_TRANSITION when it is taken or the review is over.
   */
  async join(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly token: string },
  ): Promise<{ id: string }> {
    const personId = personOf(actor);
    const { clientMutationId, token } = input;
    // What is remembered of the attempt is no token that works.
    const target = {
      clientMutationId,
      id: this.seatOf(token),
      sealed: this.links.mac(`seal:${token}`).toString('hex'),
    };
    return this.perform(actor, 'joinExpertReview', 'join', target, async (contract) => {
      const stake = stakeOf(actor, contract, {
        tied: await this.contracts.isTied(actor, relatedIdsOf(contract)),
      });
      return { patch: { personId, recusal: stake }, reason: stake };
    });
  }

  /** 签署保密与回避承诺: both, since neither is of use without the other. */
  async undertake(
    actor: Actor,
    input: OnSeat & { readonly confidential: boolean; readonly noStake: boolean },
  ): Promise<{ id: string }> {
    const wrong = new Violations()
      .when(!input.confidential, 'confidential', ContractCodes.UNDERTAKING_PARTIAL, '请承诺保密')
      .when(
        !input.noStake,
        'noStake',
        ContractCodes.UNDERTAKING_PARTIAL,
        '请承诺与合同各方没有利害关系；有利害关系的请申请回避',
      ).found;
    return this.perform(
      actor,
      'undertakeExpertReview',
      'undertake',
      input,
      (_contract, tx) => ({ patch: { undertakenOn: legalDayOf(tx.now) }, reason: null }),
      wrong,
    );
  }

  /** 申请回避: declared by the expert, and final. */
  async recuse(actor: Actor, input: OnSeat & { readonly reason: string }): Promise<{ id: string }> {
    const recusal = cleanText(input.reason);
    const wrong = new Violations().text('reason', '回避理由', recusal, { max: 500 }).found;
    return this.perform(
      actor,
      'recuseFromExpertReview',
      'recuse',
      input,
      () => ({ patch: { recusal: `本人申请：${recusal}` }, reason: recusal }),
      wrong,
    );
  }

  /** 签署意见: once, with the time; the registry's conclusion is held to it. */
  async giveOpinion(
    actor: Actor,
    input: OnSeat & { readonly favourable: boolean; readonly opinion: string },
  ): Promise<{ id: string }> {
    const { favourable } = input;
    const opinion = cleanText(input.opinion);
    const wrong = new Violations().text('opinion', '专家意见', opinion, { min: 10, max: 2_000 }).found;
    return this.perform(
      actor,
      'giveExpertOpinion',
      'giveOpinion',
      input,
      (_contract, tx) => ({
        patch: { favourable, opinion, signedAt: tx.now.toISOString() },
        reason: favourable ? '同意认定' : '不同意认定',
      }),
      wrong,
    );
  }

  /** Lock the contract, decide on the seat, save, record: of one seat at a time, whatever the others do. */
  private perform(
    actor: Actor,
    name: string,
    action: Exclude<SeatAction, 'invite'>,
    target: {
      readonly clientMutationId: string;
      /** Missing where a token names no seat. */
      readonly id: string | undefined;
      readonly expectedVersion?: number;
    },
    carryOut: (contract: Contract, tx: Tx) => SeatChange | Promise<SeatChange>,
    wrong: readonly Violation[] = [],
  ): Promise<{ id: string }> {
    const { clientMutationId, id: seatId } = target;
    if (seatId !== undefined) checkIds(seatId);
    const personId = personOf(actor);
    return this.work.run(
      { domain: 'contracts', name, actor, clientMutationId, input: target },
      async (tx) => {
        const { contract, expert } = await this.lock(seatId);
        if (target.expectedVersion !== undefined) {
          if (expert.personId !== personId) throw notFound('专家评审');
          if (expert.version !== target.expectedVersion) throw staleVersion();
        }
        const accountName = (await this.projections.personNames([personId])).get(personId) ?? null;
        seatMachine.perform({ contract, expert, accountName }, action, actor, tx.now, wrong);
        const { patch, reason } = await carryOut(contract, tx);
        const seat: Expert = { ...expert, ...patch, version: expert.version + 1 };
        const experts = contract.experts.map((other) => (other.id === seat.id ? seat : other));
        const next: Contract = { ...contract, experts, version: contract.version + 1 };
        await this.contracts.save(contract, next);
        await this.changes.tell(tx, HISTORY[action], next, {
          before: contract,
          reason: [seat.name, reason].filter((text) => text !== null).join('：'),
        });
        const review = reviewOf(next, seat);
        if (review !== null) await tellReview(tx, review, action);
        return { id: seat.id };
      },
    );
  }

  private async lock(
    seatId: string | undefined,
  ): Promise<{ readonly contract: Contract; readonly expert: Expert }> {
    const contractId = seatId === undefined ? undefined : await this.seats.contractOf(seatId);
    const contract = contractId === undefined ? undefined : await this.contracts.lock(contractId);
    const expert = contract?.experts.find(({ id }) => id === seatId);
    if (contract === undefined || expert === undefined) throw notFound('专家评审');
    return { contract, expert };
  }
}

const tellReview = (tx: Tx, review: ExpertReviewed, action: string): Promise<void> =>
  tx.emit('contracts.expertReview', {
    aggregateId: review.id,
    version: review.version,
    action,
    payload: review,
  });

/** The seat's verbs as the contract's history names them: a contract has other verbs of its own. */
const HISTORY = {
  join: 'joinExperts',
  undertake: 'undertakeReview',
  recuse: 'recuseExpert',
  giveOpinion: 'giveOpinion',
} as const;
