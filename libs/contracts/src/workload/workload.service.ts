import { Injectable } from '@nestjs/common';
import { cleanText, refuseIf, Violations, type Actor } from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import { ContractChanges, type Target } from '../contract-changes.js';
import { ContractCodes } from '../core/errors.js';
import { RegistriesStore } from '../store/registries.store.js';

/** 指派: who does a review is the bureau's to say. */
@Injectable()
export class WorkloadService {
  constructor(
    private readonly changes: ContractChanges,
    private readonly registries: RegistriesStore,
  ) {}

  /** @throws DomainError NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, STALE_VERSION, CONTRACT.NOT_ASSIGNABLE. */
  async reassign(
    actor: Actor,
    input: Target & { readonly personId: string; readonly reason: string },
  ): Promise<{ id: string }> {
    checkIds(input.personId);
    const reason = cleanText(input.reason);
    refuseIf(new Violations().text('reason', '指派原因', reason, { max: 200 }).found);
    return this.changes.perform(actor, 'reassignReview', 'assign', input, async ({ subject }) => {
      const { contract } = subject;
      const assignee = ((await this.registries.assigneesOf([contract.id])).get(contract.id) ?? []).find(
        ({ personId }) => personId === input.personId,
      );
      refuseIf(
        new Violations().when(
          assignee === undefined,
          'personId',
          ContractCodes.NOT_ASSIGNABLE,
          '该登记员不能办理这项审查（非本机构登记员、应当回避或已办理过另一环节），请选择其他登记员',
        ).found,
      );
      return {
        patch:
          contract.state === 'SECOND_REVIEW'
            ? { secondReviewerId: input.personId }
            : { firstReviewerId: input.personId },
        reason: `${assignee?.name ?? ''}：${reason}`,
      };
    });
  }
}
