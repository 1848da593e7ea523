import { addYears, legalDayOf, type Actor, type LegalDay } from '@jihui/kernel';
import type { Parameters, Tx } from '@jihui/platform';
import type { Reasons } from '../core/reasons.js';
import type { Criterion } from '../core/register/designation.js';
import type { Intermediary, RegisterReason, RegisterState } from '../core/register/register.js';
import type {
  DesignateInput,
  RegisterActionInput,
  RegisterDecisionInput,
  RegisterReasonInput,
} from '../discovery.types.gen.js';
import type { Target } from '../desk.js';
import { PARAMETERS } from '../parameters.js';
import { opinionOf, reasoned, type Changed } from '../steps.js';
import type { Designations } from './designations.js';
import { ANEW, type EntryStep, type RegisterDesk } from './register-desk.js';

/** Acts that give a typed reason. */
type ReasonedAct = 'return' | 'suspend' | 'exit' | 'remove' | 'withdrawDesignation';
/** The acts that brokers and agencies share. */
type SharedAct = ReasonedAct | 'submit' | 'recall' | 'admit' | 'resume' | 'reapply' | 'designate';

/** What ends with the entry. */
const GONE = { designation: null } as const;

/** From one's own word to the register and out of it, with 骨干认定: the same of brokers and of agencies. */
export abstract class RegisterService<E extends Intermediary, S extends RegisterState, A extends string> {
  protected constructor(
    protected readonly desk: RegisterDesk<E, S, A | SharedAct>,
    private readonly reasons: Reasons<ReasonedAct, RegisterReason>,
    protected readonly designations: Designations,
    private readonly parameters: Parameters,
  ) {}

  /** What a designation asks of the entry on that day. */
  protected abstract criteriaOf(entry: E, today: LegalDay): Promise<readonly Criterion[]>;

  submit(actor: Actor, input: RegisterActionInput): Promise<Changed> {
    return this.act('submit', actor, input, () => ({ change: ANEW }));
  }

  recall(actor: Actor, input: RegisterActionInput): Promise<Changed> {
    return this.act('recall', actor, input);
  }

  admit(actor: Actor, input: RegisterDecisionInput): Promise<Changed> {
    return this.act('admit', actor, input, (_, { now }) => ({
      ...opinionOf(input),
      change: { ...ANEW, admittedAt: now },
    }));
  }

  return(actor: Actor, input: RegisterReasonInput): Promise<Changed> {
    return this.act('return', actor, input, () => reasoned(this.reasons, 'return', input));
  }

  suspend(actor: Actor, input: RegisterReasonInput): Promise<Changed> {
    return this.act('suspend', actor, input, () => reasoned(this.reasons, 'suspend', input));
  }

  exit(actor: Actor, input: RegisterReasonInput): Promise<Changed> {
    return this.act('exit', actor, input, () => {
      const step = reasoned(this.reasons, 'exit', input);
      return { ...step, change: { ...step.change, ...GONE } };
    });
  }

  /** 移出; 违规清退 bars from applying for the years of the parameter. */
  remove(actor: Actor, input: RegisterReasonInput): Promise<Changed> {
    return this.act('remove', actor, input, async (_, { now }) => {
      const step = reasoned(this.reasons, 'remove', input);
      const change = { ...step.change, ...GONE };
      if (input.reason !== 'VIOLATION') return { ...step, change };
      const today = legalDayOf(now);
      const { value } = await this.parameters.int(PARAMETERS.REGISTER_BAR, today);
      return { ...step, change: { ...change, barredUntil: addYears(today, value) } };
    });
  }

  designate(actor: Actor, input: DesignateInput): Promise<Changed> {
    return this.act('designate', actor, input, async (before, { now }) => {
      const today = legalDayOf(now);
      return this.designations.given(input, await this.criteriaOf(before, today), today);
    });
  }

  withdrawDesignation(actor: Actor, input: RegisterReasonInput): Promise<Changed> {
    const name = `withdraw${this.desk.names.stream}Designation`;
    return this.desk.act(name, 'withdrawDesignation', actor, input, () => ({
      ...reasoned(this.reasons, 'withdrawDesignation', input),
      change: GONE,
    }));
  }

  /** An act whose command is named by it and by what it is done to. */
  protected act(
    action: A | SharedAct,
    actor: Actor,
    input: Target,
    step?: (before: E, tx: Tx) => Promise<EntryStep<E>> | EntryStep<E>,
  ): Promise<Changed> {
    return this.desk.act(`${action}${this.desk.names.stream}`, action, actor, input, step);
  }
}
