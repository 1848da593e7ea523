import { Injectable } from '@nestjs/common';
import { Violations, type Actor, type LegalDay, type PersonActor } from '@jihui/kernel';
import { checkIds, City, Parameters } from '@jihui/platform';
import { RegisterCodes } from '../core/errors.js';
import { BROKER_REASONS, newBroker, type Broker } from '../core/brokers/broker.js';
import { brokerContentFrom } from '../core/brokers/form.js';
import type { BrokerAction } from '../core/brokers/lifecycle.js';
import type { RegisterState } from '../core/register/register.js';
import type { Criterion } from '../core/register/designation.js';
import type {
  RegisterActionInput,
  RegisterDecisionInput,
  RegisterReasonInput,
  SaveBrokerInput,
} from '../discovery.types.gen.js';
import { notYetKnown, requirePerson } from '../refusals.js';
import { Designations } from '../register/designations.js';
import { ANEW } from '../register/register-desk.js';
import { RegisterService } from '../register/register.service.js';
import { opinionOf, reasoned, type Step, type Changed } from '../steps.js';
import { BrokersStore } from '../store/brokers.store.js';
import { FactsStore } from '../store/facts.store.js';
import { PeopleStore } from '../store/people.store.js';
import { BrokerDesk } from './broker-desk.js';

/** 经纪人登记: from a person's own word to the register and out of it. */
@Injectable()
export class BrokersService extends RegisterService<Broker, RegisterState, BrokerAction> {
  constructor(
    desk: BrokerDesk,
    private readonly brokers: BrokersStore,
    private readonly people: PeopleStore,
    private readonly facts: FactsStore,
    private readonly city: City,
    designations: Designations,
    parameters: Parameters,
  ) {
    super(desk, BROKER_REASONS, designations, parameters);
  }

  /** Begins one's own entry, or changes it. @throws DomainError INVALID_INPUT with everything that is wrong. */
  save(actor: Actor, input: SaveBrokerInput): Promise<Changed> {
    checkIds(input.organisationId);
    if (input.id == null) return this.begin(requirePerson(actor), input);
    const target = { ...input, id: input.id, expectedVersion: input.expectedVersion ?? 0 };
    return this.desk.act('saveBroker', 'edit', actor, target, (before) => this.written(before, input));
  }

  /** 机构负责人本人申报: the bureau alone decides. */
  submitForAgency(actor: Actor, input: RegisterActionInput): Promise<Changed> {
    return this.desk.act('submitBrokerForAgency', 'submitForAgency', actor, input, () => ({
      change: { ...ANEW, confirmedBy: requirePerson(actor).personId },
    }));
  }

  confirm(actor: Actor, input: RegisterDecisionInput): Promise<Changed> {
    return this.act('confirm', actor, input, () => ({
      ...opinionOf(input),
      change: { ...ANEW, confirmedBy: requirePerson(actor).personId },
    }));
  }

  decline(actor: Actor, input: RegisterReasonInput): Promise<Changed> {
    return this.act('decline', actor, input, () => reasoned(BROKER_REASONS, 'decline', input));
  }

  /** @throws DomainError REGISTER.NOT_A_MEMBER for somebody who no longer works at the agency. */
  resume(actor: Actor, input: RegisterDecisionInput): Promise<Changed> {
    return this.act('resume', actor, input, async (before) => {
      const { wrong, ...opinion } = opinionOf(input);
      const works = await this.people.worksAt(before.personId, before.organisationId);
      const gone = new Violations().when(
        !works,
        '',
        RegisterCodes.NOT_A_MEMBER,
        '本人已不是所在机构的成员，须退出后以新的机构重新申报',
      );
      return { ...opinion, change: ANEW, wrong: [...wrong, ...gone.found] };
    });
  }

  reapply(actor: Actor, input: RegisterActionInput): Promise<Changed> {
    return this.act('reapply', actor, input, () => ({
      change: { ...ANEW, barredUntil: null, confirmedBy: null },
    }));
  }

  protected async criteriaOf(broker: Broker, today: LegalDay): Promise<readonly Criterion[]> {
    return (await this.designations.ofBrokers([broker], today)).get(broker.id) ?? [];
  }

  private begin(actor: PersonActor, input: SaveBrokerInput): Promise<Changed> {
    return this.desk.begin('saveBroker', 'edit', actor, input, async ({ now }) => {
      if ((await this.people.name(actor.personId)) === undefined) throw notYetKnown();
      const entry = newBroker(
        {
          id: this.brokers.newId(),
          personId: actor.personId,
          organisationId: input.organisationId,
          scopeCode: this.city.code,
        },
        now,
      );
      return { entry, step: await this.written(entry, input) };
    });
  }

  /** What a form makes of the entry. */
  private async written(before: Broker, input: SaveBrokerInput): Promise<Step<Broker>> {
    const { organisationId } = input;
    const { content, violations } = brokerContentFrom(input.content, this.city);
    const belongs = await this.people.worksAt(before.personId, organisationId);
    const agency = belongs ? await this.facts.activeOrganisation(organisationId) : undefined;
    const wrong = new Violations()
      .when(!belongs, 'organisationId', RegisterCodes.NOT_A_MEMBER, '请选择本人所在的机构')
      .when(
        agency !== undefined && isBureau(agency.kind),
        'organisationId',
        RegisterCodes.NOT_AN_AGENCY,
        '科技主管部门负责登记和管理，其工作人员不能登记为经纪人',
      )
      .when(
        before.state === 'ACTIVE' && organisationId !== before.organisationId,
        'organisationId',
        RegisterCodes.AGENCY_FIXED,
        '机构确认以申报时的机构为准；更换机构请先退出名录，再重新申报',
      );
    return {
      change: {
        organisationId,
        scopeCode:
          agency !== undefined && this.city.isDivision(agency.divisionCode)
            ? agency.divisionCode
            : this.city.code,
        content,
      },
      wrong: [...violations, ...wrong.found],
    };
  }
}

const isBureau = (kind: string): boolean => kind === 'BUREAU_CITY' || kind === 'BUREAU_COUNTY';
