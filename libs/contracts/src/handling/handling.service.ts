import { Injectable } from '@nestjs/common';
import {
  cleanText,
  Codes,
  DomainError,
  hasRole,
  legalDayOf,
  notFound,
  refuseIf,
  Violations,
  type Actor,
} from '@jihui/kernel';
import { BusinessClock, checkIds, Work } from '@jihui/platform';
import { personOf, streamOf } from '../contract-changes.js';
import type { Contract } from '../core/contract.js';
import { said } from '../core/decisions.js';
import { ContractCodes } from '../core/errors.js';
import { decisionIn } from '../core/lifecycle.js';
import { sightOf } from '../core/sight.js';
import { ContractsStore } from '../store/contracts.store.js';
import {
  HandlingStore,
  type DeclaredRelation,
  type Rating,
  type RatingFigures,
} from '../store/handling.store.js';
import { ProjectionsStore } from '../store/projections.store.js';

/** Who rates a decision: the applicant's officers, once it is taken. */
export const mayRate = (actor: Actor, contract: Contract): boolean =>
  decisionIn(contract.state) !== null && hasRole(actor, contract.applicantOrganisationId, 'TRANSFER_OFFICER');

/** 好差评, and 回避声明. */
@Injectable()
export class HandlingService {
  constructor(
    private readonly work: Work,
    private readonly store: HandlingStore,
    private readonly contracts: ContractsStore,
    private readonly projections: ProjectionsStore,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION before a decision, CONTRACT.RATED_ALREADY. */
  async rate(
    actor: Actor,
    input: {
      readonly clientMutationId: string;
      readonly id: string;
      readonly score: number;
      readonly comment?: string | null;
    },
  ): Promise<{ id: string }> {
    checkIds(input.id);
    const comment = cleanText(input.comment ?? '');
    const wrong = new Violations()
      .when(![1, 2, 3, 4, 5].includes(input.score), 'score', 'OUT_OF_RANGE', '请选择一档评价')
      .when(input.score <= 2 && comment === '', 'comment', 'REQUIRED', '请写明不满意的原因')
      .optionalText('comment', '评价', comment, 500).found;
    const { clientMutationId } = input;
    const command = { domain: 'contracts', name: 'rateService', actor, clientMutationId, input } as const;
    return this.work.run(command, async (tx) => {
      const contract = await this.contracts.lock(input.id);
      if (contract === undefined || sightOf(actor, contract) === 'NONE') throw notFound('登记申请');
      if (!hasRole(actor, contract.applicantOrganisationId, 'TRANSFER_OFFICER'))
        throw new DomainError(Codes.FORBIDDEN, '只有申请单位可以评价');
      if (!mayRate(actor, contract))
        throw new DomainError(Codes.ILLEGAL_TRANSITION, '登记机构作出决定后才能评价');
      refuseIf(wrong);
      const rated = await this.store.rate({
        contractId: contract.id,
        decision: decisionIn(contract.state) ?? contract.state,
        score: input.score,
        comment,
        registryDivision: contract.registry?.divisionCode ?? '',
        ratedBy: personOf(actor),
        at: tx.now,
      });
      if (!rated) throw new DomainError(ContractCodes.RATED_ALREADY, '该决定已评价过，每次决定只能评价一次');
      await tx.audit({ stream: streamOf(contract.id), action: 'rate', reason: `${input.score}` });
      return { id: contract.id };
    });
  }

  /** @throws DomainError NOT_FOUND for an organisation that is not known. */
  async declare(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly organisationId: string; readonly note: string },
  ): Promise<null> {
    checkIds(input.organisationId);
    const personId = personOf(actor);
    const { text: note, wrong } = said('note', '关系说明', input.note, 200);
    const { clientMutationId } = input;
    const command = { domain: 'contracts', name: 'declareRelation', actor, clientMutationId, input } as const;
    return this.work.run(command, async (tx) => {
      const known = await this.projections.organisations([input.organisationId]);
      if (!known.has(input.organisationId)) throw notFound('单位');
      refuseIf(wrong);
      await this.store.declare(personId, input.organisationId, note, legalDayOf(tx.now));
      await tx.audit({ stream: `PersonTies:${personId}`, action: 'declareRelation', reason: note });
      return null;
    });
  }

  async endRelation(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly id: string },
  ): Promise<null> {
    checkIds(input.id);
    const personId = personOf(actor);
    const { clientMutationId } = input;
    const command = { domain: 'contracts', name: 'endRelation', actor, clientMutationId, input } as const;
    return this.work.run(command, async (tx) => {
      // It still binds today, so that nobody takes it back for one decision.
      if (!(await this.store.endRelation(personId, input.id, legalDayOf(tx.now)))) throw notFound('声明');
      await tx.audit({ stream: `PersonTies:${personId}`, action: 'endRelation' });
      return null;
    });
  }

  async relations(actor: Actor): Promise<readonly DeclaredRelation[]> {
    if (actor.kind !== 'person') return [];
    return this.store.relationsOf(actor.personId, legalDayOf(await this.clock.now()));
  }

  /** The latest rating of each contract that has one. */
  ratingsOf(contractIds: readonly string[]): Promise<Map<string, Rating>> {
    return this.store.ratingsOf(contractIds);
  }

  ratingFigures(from: string, to: string): Promise<readonly RatingFigures[]> {
    return this.store.ratingFigures(from, to);
  }
}
