import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { isUuid, type Connection, type GraphContext, type PageArgs } from '@jihui/platform';
import { presentAs } from '../contracts.queries.js';
import { isAsked, seatOf } from '../core/expert-seat.js';
import { ExpertSeatsStore, type ExpertReviewFilter } from '../store/expert-seats.store.js';
import { PartsStore, type ContractFile } from '../store/parts.store.js';
import { expertReviewView, type ExpertReviewView } from './expert-review.view.js';
import { ExpertReviewsService } from './expert-reviews.service.js';

type ExpertFile = Pick<ContractFile, 'id' | 'kind' | 'name' | 'type' | 'size'> & { readonly url: string };

/** What an expert reads: of the own seats alone, and of each as much as is open. */
@Injectable()
export class ExpertReviewsQueries {
  constructor(
    private readonly seats: ExpertSeatsStore,
    private readonly parts: PartsStore,
    private readonly reviews: ExpertReviewsService,
  ) {}

  /** As it is in the database now; null for a seat that is not the actor's. */
  async one(actor: Actor, id: string): Promise<ExpertReviewView | null> {
    if (!isUuid(id) || actor.kind !== 'person') return null;
    const contract = await this.seats.bySeat(id);
    return contract !== undefined && seatOf(contract, actor.personId)?.id === id
      ? expertReviewView(actor, contract)
      : null;
  }

  async list(
    actor: Actor,
    filter: ExpertReviewFilter,
    args: PageArgs,
  ): Promise<Connection<ExpertReviewView>> {
    return presentAs(await this.seats.list(actor, filter, args), (contract) =>
      expertReviewView(actor, contract),
    );
  }

  /** Whom a mailed link invites: for whoever holds the link, and no more than the letter said. */
  async invitation(actor: Actor, token: string) {
    const seatId = this.reviews.seatOf(token);
    const contract = seatId === undefined ? undefined : await this.seats.bySeat(seatId);
    const expert = contract?.experts.find(({ id }) => id === seatId);
    if (contract === undefined || expert === undefined) return null;
    const mine = actor.kind === 'person' && expert.personId === actor.personId;
    return {
      expertName: expert.name,
      registryName: contract.registry?.name ?? '',
      answerBy: expert.answerBy,
      open: isAsked(contract) && expert.personId === null && expert.recusal === null,
      reviewId: mine ? expert.id : null,
    };
  }

  /** Empty until the undertaking is given and once the panel has concluded; the panel's own paper is the registry's. */
  async files(context: GraphContext, view: ExpertReviewView): Promise<readonly ExpertFile[]> {
    if (!view.readsPapers) return [];
    const files =
      (await context.load('contracts.files', (ids) => this.parts.filesOf(ids), view.contractId)) ?? [];
    return files
      .filter(({ kind }) => kind !== 'EXPERT_OPINION')
      .map(({ id, kind, name, type, size }) => ({
        id,
        kind,
        name,
        type,
        size,
        url: `/files/contracts/${id}`,
      }));
  }
}
