import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor, type LegalDay, type Violation } from '@jihui/kernel';
import { isUuid, uuidv7 } from '@jihui/platform';
import { ContractChanges, type Change, type Target } from '../contract-changes.js';
import {
  expertViolations,
  invitationViolations,
  panelFrom,
  pickViolations,
  seatViolations,
  type ExpertInput,
} from '../core/experts.js';
import { ExpertCandidates } from './expert-candidates.js';
import { BankExpertsStore } from '../store/bank-experts.store.js';
import { ProjectionsStore } from '../store/projections.store.js';

/** 专家组. */
@Injectable()
export class ExpertsService {
  constructor(
    private readonly changes: ContractChanges,
    private readonly projections: ProjectionsStore,
    private readonly bank: BankExpertsStore,
    private readonly candidates: ExpertCandidates,
  ) {}

  /**
   * The panel as it stands: named, undertaken, heard. Incomplete is fine until the conclusion.
   * @throws DomainError CONTRACT.EXPERT_HAS_STAKE in INVALID_INPUT for one of a side or of the reviewers;
   * CONTRACT.EXPERT_NOT_IN_BANK for one who is picked and not in it; CONTRACT.EXPERT_SPEAKS_ALONE and CONTRACT.EXPERT_SIGNED where an expert with an account is spoken for or removed.
   */
  async save(
    actor: Actor,
    input: Target & { readonly experts: readonly ExpertInput[] },
  ): Promise<{ id: string }> {
    const picked = input.experts.flatMap(({ expertId }) => (isUuid(expertId) ? [expertId] : []));
    const inBank = await this.bank.active([...new Set(picked)]);
    const bank = new Map(inBank.map((expert) => [expert.id, expert]));
    const wrong = async ({ tx, subject: { contract }, personId }: Change): Promise<readonly Violation[]> => {
      const { firstReviewerId, secondReviewerId } = contract;
      const reviewers = [personId, firstReviewerId, secondReviewerId].flatMap((id) => id ?? []);
      const staff = [...(await this.projections.personNames(reviewers)).values()];
      const experts = panelFrom(input.experts, contract.experts, uuidv7, bank);
      return [
        ...expertViolations(experts, contract, { today: legalDayOf(tx.now), staff }),
        ...seatViolations(input.experts, experts, contract.experts),
        ...pickViolations(
          input.experts,
          contract.experts,
          await this.candidates.stakes(contract, tx.now, inBank),
        ),
      ];
    };
    return this.changes.perform(
      actor,
      'saveExpertPanel',
      'convene',
      input,
      ({ subject: { contract } }) => {
        const experts = panelFrom(input.experts, contract.experts, uuidv7, bank);
        return {
          patch: { experts },
          reason: experts.map(({ name, unit }) => `${name}（${unit}）`).join('、'),
        };
      },
      wrong,
    );
  }

  /**
   * 邀请专家在线评审: each of them is mailed a link by which an account takes the seat; again is a reminder.
   * @throws DomainError INVALID_INPUT with CONTRACT.EXPERT_WITHOUT_EMAIL, CONTRACT.EXPERT_ANSWERED, CONTRACT.ANSWER_AFTER_DUE
   */
  async invite(
    actor: Actor,
    input: Target & { readonly expertIds: readonly string[]; readonly answerBy: LegalDay },
  ): Promise<{ id: string }> {
    const { answerBy } = input;
    const expertIds = [...new Set(input.expertIds)];
    return this.changes.perform(
      actor,
      'inviteExperts',
      'convene',
      input,
      async ({ tx, subject: { contract } }) => {
        const invitedAt = tx.now.toISOString();
        const experts = contract.experts.map((seat) =>
          expertIds.includes(seat.id) ? { ...seat, invitedAt, answerBy, version: seat.version + 1 } : seat,
        );
        for (const seatId of expertIds)
          await tx.addJob('contracts.mailExpert', { mailId: uuidv7(), contractId: contract.id, seatId });
        const names = experts.filter(({ id }) => expertIds.includes(id)).map(({ name }) => name);
        return { patch: { experts }, reason: `邀请${names.join('、')}在线评审，意见截止 ${answerBy}` };
      },
      ({ tx, subject: { contract } }) =>
        invitationViolations(
          contract.experts,
          { expertIds, answerBy },
          { today: legalDayOf(tx.now), dueOn: contract.dueOn },
        ),
    );
  }
}
