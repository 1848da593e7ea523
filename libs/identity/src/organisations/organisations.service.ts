import { Injectable } from '@nestjs/common';
import { cleanText, Codes, DomainError, notFound, refuseIf, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, City, uuidv7, Work, type Tx } from '@jihui/platform';
import { IdentityCodes } from '../core/errors.js';
import {
  checkForm,
  checkOwnEdit,
  normaliseForm,
  scopeOf,
  type Divisions,
  type OrganisationInput,
} from '../core/organisation/form.js';
import type { OrganisationAction } from '../core/organisation/lifecycle.js';
import type { Organisation, OrganisationForm } from '../core/organisation/organisation.js';
import { hasPlatformAdmins, organisations as machine } from '../core/organisation/perform.js';
import { isReviewer } from '../core/organisation/policy.js';
import { personOf, signedIn } from '../auth/request.js';
import { command, expectVersion, readReason, reasonOf, refusing } from '../command.js';
import { IdentityEvents } from '../identity.events.js';
import type {
  ApproveOrganisationInput,
  CorrectOrganisationInput,
  EditOrganisationInput,
  RegisterOrganisationInput,
  ReinstateOrganisationInput,
  RejectOrganisationInput,
  ResubmitOrganisationInput,
  SuspendOrganisationInput,
} from '../identity.types.gen.js';
import { JoiningService } from '../memberships/joining.service.js';
import { MembershipsStore } from '../store/memberships.store.js';
import { isUsccTaken, OrganisationsStore } from '../store/organisations.store.js';

interface Answer {
  readonly id: string;
}
interface Change {
  readonly action: OrganisationAction;
  /** What changes beside the state. */
  readonly patch?: Partial<Organisation>;
  readonly reason?: string;
  /** Looks at the organisation as it is, once it is certain that the actor may act. */
  readonly check?: (organisation: Organisation) => void;
}
type Target = {
  readonly organisationId: string;
  readonly expectedVersion: number;
  readonly clientMutationId: string;
};

const usccTaken = refusing(
  isUsccTaken,
  IdentityCodes.USCC_TAKEN,
  '这个统一社会信用代码已有机构在用：请搜索该机构并申请加入；若有疑问请联系科技主管部门',
);

function refuseUnlessReviewer(actor: Actor, organisation: Organisation): void {
  if (!isReviewer(actor, { organisation }))
    throw new DomainError(Codes.FORBIDDEN, '更正后的机构类型和区划应在您的管辖范围内，请由上级部门更正');
}

/** What is done to organisations: one method a verb. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly work: Work,
    private readonly organisations: OrganisationsStore,
    private readonly memberships: MembershipsStore,
    private readonly joining: JoiningService,
    private readonly events: IdentityEvents,
    private readonly city: City,
  ) {}

  /** @throws DomainError INVALID_INPUT with all violations, IDENTITY.USCC_TAKEN */
  async register(actor: Actor, input: RegisterOrganisationInput): Promise<Answer> {
    const { personId } = personOf(actor);
    const form = this.checked(input.form);
    return this.work
      .run(command(actor, 'registerOrganisation', input), async (tx) => {
        const organisation: Organisation = {
          ...form,
          id: uuidv7(),
          version: 1,
          state: machine.lifecycle.initial,
          scopeCode: scopeOf(form.divisionCode, this.divisions),
          decisionReason: '',
          externalId: null,
          createdAt: tx.now,
          updatedAt: tx.now,
        };
        await this.organisations.insert(organisation);
        await this.joining.found(tx, actor, organisation, personId);
        return this.record(tx, 'register', undefined, organisation);
      })
      .catch(usccTaken);
  }

  async edit(actor: Actor, input: EditOrganisationInput): Promise<Answer> {
    signedIn(actor);
    const form = this.checked(input.form);
    return this.change(actor, 'editOrganisation', input, {
      action: 'edit',
      patch: this.patchOf(form),
      check: (organisation) => refuseIf(checkOwnEdit(organisation, form)),
    });
  }

  async correct(actor: Actor, input: CorrectOrganisationInput): Promise<Answer> {
    signedIn(actor);
    const { reason, violations } = readReason(input.reason);
    const patch = this.patchOf(this.checked(input.form, violations));
    return this.change(actor, 'correctOrganisation', input, {
      action: 'correct',
      patch,
      reason,
      // Or a county's officer could make a bureau of an enterprise.
      check: (organisation) => refuseUnlessReviewer(actor, { ...organisation, ...patch }),
    });
  }

  async approve(actor: Actor, input: ApproveOrganisationInput): Promise<Answer> {
    signedIn(actor);
    const opinion = cleanText(input.opinion ?? '');
    const reason = opinion === '' ? {} : { reason: reasonOf(opinion, '审核意见', 'opinion') };
    return this.change(actor, 'approveOrganisation', input, {
      action: 'approve',
      patch: { decisionReason: '' },
      ...reason,
    });
  }

  async reject(actor: Actor, input: RejectOrganisationInput): Promise<Answer> {
    signedIn(actor);
    const reason = reasonOf(input.reason, '退回原因');
    return this.change(actor, 'rejectOrganisation', input, {
      action: 'reject',
      patch: { decisionReason: reason },
      reason,
    });
  }

  async resubmit(actor: Actor, input: ResubmitOrganisationInput): Promise<Answer> {
    return this.change(actor, 'resubmitOrganisation', input, {
      action: 'resubmit',
      patch: { decisionReason: '' },
      check: (organisation) => refuseIf(checkForm(organisation, this.divisions)),
    });
  }

  /** Effective at once: the next request of any member acts without it. */
  async suspend(actor: Actor, input: SuspendOrganisationInput): Promise<Answer> {
    signedIn(actor);
    const reason = reasonOf(input.reason, '停用原因');
    return this.change(actor, 'suspendOrganisation', input, {
      action: 'suspend',
      patch: { decisionReason: reason },
      reason,
    });
  }

  async reinstate(actor: Actor, input: ReinstateOrganisationInput): Promise<Answer> {
    signedIn(actor);
    const reason = reasonOf(input.reason);
    return this.change(actor, 'reinstateOrganisation', input, {
      action: 'reinstate',
      patch: { decisionReason: '' },
      reason,
    });
  }

  private async change(actor: Actor, name: string, input: Target, change: Change): Promise<Answer> {
    signedIn(actor);
    checkIds(input.organisationId);
    return this.work
      .run(command(actor, name, input), async (tx) => {
        if (change.action === 'suspend') await this.memberships.lockPlatformAdmins();
        const before = await this.organisations.lockVisible(actor, input.organisationId);
        if (before === undefined) throw notFound('机构');
        const platformAdmins = hasPlatformAdmins(before) ? await this.memberships.platformAdmins() : [];
        const subject = { ...(await this.organisations.caseOf(actor, before)), platformAdmins };
        const state = machine.perform(subject, change.action, actor, tx.now);
        expectVersion(before, input.expectedVersion);
        change.check?.(before);
        const after = await this.organisations.update(before, { ...before, ...change.patch, state });
        return this.record(tx, change.action, before, after, change.reason);
      })
      .catch(usccTaken);
  }

  private async record(
    tx: Tx,
    action: string,
    before: Organisation | undefined,
    after: Organisation,
    reason?: string,
  ): Promise<Answer> {
    await tx.audit({
      stream: `Organisation:${after.id}`,
      action,
      after,
      ...(before === undefined ? {} : { before }),
      ...(reason === undefined ? {} : { reason }),
    });
    await this.events.organisationChanged(tx, after, action);
    return { id: after.id };
  }

  /** The form, unless something is wrong with it or with what was sent beside it. */
  private checked(input: OrganisationInput, beside: readonly Violation[] = []): OrganisationForm {
    const form = normaliseForm(input);
    const found = checkForm(form, this.divisions);
    refuseIf([...found.map((violation) => ({ ...violation, path: `form.${violation.path}` })), ...beside]);
    return form;
  }

  private patchOf(form: OrganisationForm): Partial<Organisation> {
    return { ...form, scopeCode: scopeOf(form.divisionCode, this.divisions) };
  }

  private get divisions(): Divisions {
    return { cityCode: this.city.code, isDivision: (code) => this.city.isDivision(code) };
  }
}
