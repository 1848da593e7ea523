import { Injectable } from '@nestjs/common';
import { Violations, type Actor, type Violation } from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import { ContractChanges, type Change, type Target } from '../contract-changes.js';
import { said } from '../core/decisions.js';
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
    const { text: reason, wrong: unsaid } = said('reason', '指派原因', input.reason, 200);
    const assigneeOf = async (contractId: string) =>
      ((await this.registries.assigneesOf([contractId])).get(contractId) ?? []).find(
        ({ personId }) => personId === input.personId,
      );
    const wrong = async ({ subject: { contract } }: Change): Promise<readonly Violation[]> => [
      ...unsaid,
      ...new Violations().when(
        (await assigneeOf(contract.id)) === undefined,
        'personId',
        ContractCodes.NOT_ASSIGNABLE,
        '该登记员不能办理这项审查（非本机构登记员、应当回避或已办理过另一环节），请选择其他登记员',
      ).found,
    ];
    return this.changes.perform(
      actor,
      'reassignReview',
      'assign',
      input,
      async ({ subject }) => {
        const { contract } = subject;
        const assignee = await assigneeOf(contract.id);
        return {
          patch:
            contract.state === 'SECOND_REVIEW'
              ? { secondReviewerId: input.personId }
              : { firstReviewerId: input.personId },
          reason: `${assignee?.name ?? ''}：${reason}`,
        };
      },
      wrong,
    );
  }
}
