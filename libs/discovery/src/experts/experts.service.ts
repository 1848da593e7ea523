import { Injectable } from '@nestjs/common';
import { addYears, legalDayOf, Violations, type Actor, type PersonActor } from '@jihui/kernel';
import { checkIds, City, Parameters, Work } from '@jihui/platform';
import { ExpertCodes } from '../core/errors.js';
import { EXPERT_REASONS, type Expert } from '../core/experts/expert.js';
import { expertContentFrom, privacyFrom } from '../core/experts/form.js';
import { newExpert } from '../core/experts/new-expert.js';
import { expertMachine } from '../core/experts/perform.js';
import { relationFrom, withEnded } from '../core/experts/relations.js';
import type {
  DeclareExpertRelationInput,
  EndExpertRelationInput,
  ExpertActionInput,
  ExpertDecisionInput,
  ExpertReasonInput,
  SaveExpertInput,
  SubmitExpertInput,
} from '../discovery.types.gen.js';
import { PARAMETERS } from '../parameters.js';
import { notYetKnown, requirePerson } from '../refusals.js';
import { ExpertsStore } from '../store/experts.store.js';
import { opinionOf, reasoned, type Changed, type Step } from '../steps.js';
import { FactsStore } from '../store/facts.store.js';
import { PeopleStore } from '../store/people.store.js';
import { ExpertDesk } from './expert-desk.js';
import { ExpertWriter } from './expert-writer.js';

/** What begins a new round of the life in the bank: nothing said of the last one holds for it. */
const ANEW = { stateReason: null, stateNote: '' } as const satisfies Partial<Expert>;

/** 专家库: from a person's own profile to the bank and out of it. */
@Injectable()
export class ExpertsService {
  constructor(
    private readonly work: Work,
    private readonly desk: ExpertDesk,
    private readonly experts: ExpertsStore,
    private readonly people: PeopleStore,
    private readonly facts: FactsStore,
    private readonly writer: ExpertWriter,
    private readonly city: City,
    private readonly parameters: Parameters,
  ) {}

  /** Begins one's own profile, or changes it. @throws DomainError INVALID_INPUT with everything that is wrong. */
  save(actor: Actor, input: SaveExpertInput): Promise<Changed> {
    if (input.organisationId != null) checkIds(input.organisationId);
    if (input.id == null) return this.begin(requirePerson(actor), input);
    const target = { ...input, id: input.id, expectedVersion: input.expectedVersion ?? 0 };
    return this.desk.act('saveExpert', 'edit', actor, target, (before) => this.written(before, input));
  }

  submit(actor: Actor, input: SubmitExpertInput): Promise<Changed> {
    return this.desk.act('submitExpert', 'submit', actor, input, (_, { now }) => declared(input, now));
  }

  submitDirectly(actor: Actor, input: SubmitExpertInput): Promise<Changed> {
    return this.desk.act('submitExpertDirectly', 'submitDirectly', actor, input, async (before, { now }) => {
      const { change, wrong = [] } = declared(input, now);
      const unnamed = new Violations().when(
        await this.people.worksSomewhere(before.personId),
        'organisationId',
        ExpertCodes.UNIT_UNNAMED,
        '您是平台单位的成员，请选择所在单位，由单位同意后再审核',
      );
      return { change, wrong: [...wrong, ...unnamed.found] };
    });
  }

  recall(actor: Actor, input: ExpertActionInput): Promise<Changed> {
    return this.desk.act('recallExpert', 'recall', actor, input);
  }

  consent(actor: Actor, input: ExpertDecisionInput): Promise<Changed> {
    return this.desk.act('consentExpert', 'consent', actor, input, () => ({
      ...opinionOf(input),
      change: { ...ANEW, consentedBy: requirePerson(actor).personId },
    }));
  }

  decline(actor: Actor, input: ExpertReasonInput): Promise<Changed> {
    return this.desk.act('declineExpert', 'decline', actor, input, () =>
      reasoned(EXPERT_REASONS, 'decline', input),
    );
  }

  admit(actor: Actor, input: ExpertDecisionInput): Promise<Changed> {
    return this.desk.act('admitExpert', 'admit', actor, input, (_, { now }) => ({
      ...opinionOf(input),
      change: { ...ANEW, admittedAt: now },
    }));
  }

  return(actor: Actor, input: ExpertReasonInput): Promise<Changed> {
    return this.desk.act('returnExpert', 'return', actor, input, () =>
      reasoned(EXPERT_REASONS, 'return', input),
    );
  }

  suspend(actor: Actor, input: ExpertReasonInput): Promise<Changed> {
    return this.desk.act('suspendExpert', 'suspend', actor, input, () =>
      reasoned(EXPERT_REASONS, 'suspend', input),
    );
  }

  resume(actor: Actor, input: ExpertDecisionInput): Promise<Changed> {
    return this.desk.act('resumeExpert', 'resume', actor, input, () => ({
      ...opinionOf(input),
      change: ANEW,
    }));
  }

  exit(actor: Actor, input: ExpertReasonInput): Promise<Changed> {
    return this.desk.act('exitExpert', 'exit', actor, input, () => reasoned(EXPERT_REASONS, 'exit', input));
  }

  /** 移出; 违规清退 bars from applying for the years of the parameter. */
  remove(actor: Actor, input: ExpertReasonInput): Promise<Changed> {
    return this.desk.act('removeExpert', 'remove', actor, input, async (_, { now }) => {
      const step = reasoned(EXPERT_REASONS, 'remove', input);
      if (input.reason !== 'VIOLATION') return step;
      const today = legalDayOf(now);
      const { value } = await this.parameters.int(PARAMETERS.EXPERT_BAR, today);
      return { ...step, change: { ...step.change, barredUntil: addYears(today, value) } };
    });
  }

  reapply(actor: Actor, input: ExpertActionInput): Promise<Changed> {
    return this.desk.act('reapplyExpert', 'reapply', actor, input, () => ({
      change: { ...ANEW, barredUntil: null, consentedBy: null, relationsDeclaredAt: null },
    }));
  }

  declareRelation(actor: Actor, input: DeclareExpertRelationInput): Promise<Changed> {
    if (input.organisationId != null) checkIds(input.organisationId);
    return this.desk.act(
      'declareExpertRelation',
      'declareRelation',
      actor,
      input,
      async (before, { now }) => {
        const unit =
          input.organisationId == null ? null : await this.facts.activeOrganisation(input.organisationId);
        const { relation, violations } = relationFrom(
          this.experts.newId(),
          input,
          unit?.name ?? null,
          before,
          legalDayOf(now),
        );
        return { change: { relations: [...before.relations, relation] }, wrong: violations };
      },
    );
  }

  endRelation(actor: Actor, input: EndExpertRelationInput): Promise<Changed> {
    return this.desk.act('endExpertRelation', 'endRelation', actor, input, (before, { now }) => {
      const ended = withEnded(before, input.relationId, input.endedOn, legalDayOf(now));
      return { change: { relations: ended.relations }, wrong: ended.violations };
    });
  }

  private begin(actor: PersonActor, input: SaveExpertInput): Promise<Changed> {
    return this.work.run(
      { domain: 'discovery', name: 'saveExpert', actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        if ((await this.people.name(actor.personId)) === undefined) throw notYetKnown();
        const id = this.experts.newId();
        const blank = newExpert({ id, personId: actor.personId, scopeCode: this.city.code }, tx.now);
        const { change, wrong = [] } = await this.written(blank, input);
        const expert: Expert = { ...blank, ...change };
        expertMachine.perform(expert, 'edit', actor, tx.now, wrong);
        await this.experts.insert(expert);
        await tx.audit({ stream: `Expert:${id}`, action: 'begin', after: expert });
        await this.writer.tell(expert, 'begin', tx);
        return { id };
      },
    );
  }

  /** What a form makes of the profile. A unit that is left out is none. */
  private async written(before: Expert, input: SaveExpertInput): Promise<Step<Expert>> {
    const organisationId = input.organisationId ?? null;
    const { content, violations } = expertContentFrom(input.content, this.city);
    const belongs = organisationId === null || (await this.people.worksAt(before.personId, organisationId));
    const unit =
      organisationId === null || !belongs ? null : await this.facts.activeOrganisation(organisationId);
    const wrong = new Violations()
      .when(!belongs, 'organisationId', ExpertCodes.NOT_A_MEMBER, '请选择本人所在的单位')
      .when(
        before.state === 'ACTIVE' && organisationId !== before.organisationId,
        'organisationId',
        ExpertCodes.UNIT_FIXED,
        '单位同意以申报时的单位为准；更换单位请先退出专家库，再重新申报',
      );
    return {
      change: {
        organisationId,
        scopeCode:
          unit !== null && this.city.isDivision(unit.divisionCode) ? unit.divisionCode : this.city.code,
        content,
        visibility: input.visibility ?? before.visibility,
        privacy: privacyFrom(input.privacy, before.privacy),
      },
      wrong: [...violations, ...wrong.found],
    };
  }
}

/** 本人承诺. @throws DomainError EXPERT.RELATIONS_UNTOLD without it. */
function declared({ relationsDeclared }: SubmitExpertInput, now: Date): Step<Expert> {
  return {
    change: { ...ANEW, consentedBy: null, relationsDeclaredAt: now },
    wrong: new Violations().when(
      !relationsDeclared,
      'relationsDeclared',
      ExpertCodes.RELATIONS_UNTOLD,
      '请确认回避关系已如实、完整登记；没有的也须确认',
      '科学技术进步法第101条',
    ).found,
  };
}
