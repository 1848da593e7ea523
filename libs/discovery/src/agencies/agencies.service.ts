import { Injectable } from '@nestjs/common';
import { Violations, type Actor, type LegalDay, type PersonActor } from '@jihui/kernel';
import { checkIds, City, Parameters } from '@jihui/platform';
import { AGENCY_REASONS, newAgency, type Agency } from '../core/agencies/agency.js';
import { agencyContentFrom } from '../core/agencies/form.js';
import type { AgencyAction, AgencyState } from '../core/agencies/lifecycle.js';
import { RegisterCodes } from '../core/errors.js';
import type { Organisation } from '../core/organisation.js';
import type { Criterion } from '../core/register/designation.js';
import type { RegisterActionInput, RegisterDecisionInput, SaveAgencyInput } from '../discovery.types.gen.js';
import { requirePerson } from '../refusals.js';
import { Designations } from '../register/designations.js';
import { ANEW } from '../register/register-desk.js';
import { RegisterService } from '../register/register.service.js';
import { opinionOf, type Changed, type Step } from '../steps.js';
import { AgenciesStore } from '../store/agencies.store.js';
import { FactsStore } from '../store/facts.store.js';
import { AgencyDesk } from './agency-desk.js';

/** 中介机构登记: from the agency's own word to the register and out of it, with 骨干认定. */
@Injectable()
export class AgenciesService extends RegisterService<Agency, AgencyState, AgencyAction> {
  constructor(
    desk: AgencyDesk,
    private readonly agencies: AgenciesStore,
    private readonly facts: FactsStore,
    private readonly city: City,
    designations: Designations,
    parameters: Parameters,
  ) {
    super(desk, AGENCY_REASONS, designations, parameters);
  }

  /** Begins the entry of an organisation that one runs, or changes it. @throws DomainError INVALID_INPUT with all that is wrong. */
  save(actor: Actor, input: SaveAgencyInput): Promise<Changed> {
    checkIds(input.organisationId);
    if (input.id == null) return this.begin(requirePerson(actor), input);
    const target = { ...input, id: input.id, expectedVersion: input.expectedVersion ?? 0 };
    return this.desk.act('saveAgency', 'edit', actor, target, async (before) => {
      const fixed = new Violations().when(
        input.organisationId !== before.organisationId,
        'organisationId',
        RegisterCodes.AGENCY_FIXED,
        '登记的单位不能更换',
      );
      const step = this.written(input, await this.facts.organisation(before.organisationId));
      return { ...step, wrong: [...fixed.found, ...(step.wrong ?? [])] };
    });
  }

  /** @throws DomainError REGISTER.NOT_AN_AGENCY for an organisation that does not stand. */
  resume(actor: Actor, input: RegisterDecisionInput): Promise<Changed> {
    return this.act('resume', actor, input, async (before) => {
      const { wrong, ...opinion } = opinionOf(input);
      const organisation = await this.facts.organisation(before.organisationId);
      const closed = new Violations().when(
        organisation?.active !== true,
        '',
        RegisterCodes.NOT_AN_AGENCY,
        '该单位的账户已停用，须先恢复单位账户',
      );
      return { ...opinion, change: ANEW, wrong: [...wrong, ...closed.found] };
    });
  }

  reapply(actor: Actor, input: RegisterActionInput): Promise<Changed> {
    return this.act('reapply', actor, input, () => ({
      change: { ...ANEW, barredUntil: null, admittedAt: null },
    }));
  }

  protected async criteriaOf(agency: Agency, today: LegalDay): Promise<readonly Criterion[]> {
    return (await this.designations.ofAgencies([agency], today)).get(agency.id) ?? [];
  }

  private begin(actor: PersonActor, input: SaveAgencyInput): Promise<Changed> {
    return this.desk.begin('saveAgency', 'edit', actor, input, async ({ now }) => {
      const organisation = await this.facts.activeOrganisation(input.organisationId);
      const { divisionCode } = organisation;
      const entry = newAgency(
        {
          id: this.agencies.newId(),
          organisationId: organisation.id,
          scopeCode: this.city.isDivision(divisionCode) ? divisionCode : this.city.code,
        },
        now,
      );
      return { entry, step: this.written(input, organisation) };
    });
  }

  /** What a form makes of the entry. */
  private written(input: SaveAgencyInput, organisation: Organisation | undefined): Step<Agency> {
    const { content, violations } = agencyContentFrom(input.content, this.city);
    const wrong = new Violations().when(
      organisation?.kind === 'BUREAU_CITY' || organisation?.kind === 'BUREAU_COUNTY',
      'organisationId',
      RegisterCodes.NOT_AN_AGENCY,
      '科技主管部门负责登记和管理，不能登记为中介机构',
    );
    return { change: { content }, wrong: [...violations, ...wrong.found] };
  }
}
