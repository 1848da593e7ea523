import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor, type Violation } from '@jihui/kernel';
import { ContractChanges, type Change, type Target } from '../contract-changes.js';
import { cleanExperts, expertViolations, type ExpertInput } from '../core/experts.js';
import { ProjectionsStore } from '../store/projections.store.js';

/** 专家组. */
@Injectable()
export class ExpertsService {
  constructor(
    private readonly changes: ContractChanges,
    private readonly projections: ProjectionsStore,
  ) {}

  /**
   * The panel as it stands: named, undertaken, heard. Incomplete is fine until the conclusion.
   * @throws DomainError CONTRACT.EXPERT_HAS_STAKE in INVALID_INPUT for one of a side or of the reviewers.
   */
  async save(
    actor: Actor,
    input: Target & { readonly experts: readonly ExpertInput[] },
  ): Promise<{ id: string }> {
    const experts = cleanExperts(input.experts);
    const wrong = async ({ tx, subject: { contract }, personId }: Change): Promise<readonly Violation[]> => {
      const { firstReviewerId, secondReviewerId } = contract;
      const reviewers = [personId, firstReviewerId, secondReviewerId].flatMap((id) => id ?? []);
      const staff = [...(await this.projections.personNames(reviewers)).values()];
      return expertViolations(experts, contract, { today: legalDayOf(tx.now), staff });
    };
    return this.changes.perform(
      actor,
      'saveExpertPanel',
      'convene',
      input,
      () => ({
        patch: { experts },
        reason: experts.map(({ name, unit }) => `${name}（${unit}）`).join('、'),
      }),
      wrong,
    );
  }
}
