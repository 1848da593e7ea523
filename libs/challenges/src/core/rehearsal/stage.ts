import {
  addDays,
  addWorkingDays,
  Codes,
  DomainError,
  legalDayOf,
  rollForward,
  startOfLegalDay,
  system,
  violation,
  type Actor,
  type Fen,
  type LegalDay,
  type Machine,
  type Violation,
} from '@jihui/kernel';
import type { Call } from '../calls/call.js';
import type { CallAction } from '../calls/lifecycle.js';
import type { Approval } from '../calls/modes.js';
import { callMachine } from '../calls/perform.js';
import { NO_REVIEW, type CallCase, type ReviewFacts } from '../calls/rules.js';
import { ChallengeCodes } from '../errors.js';
import { isReadable } from '../indicators/indicators.js';
import type { ProjectAction } from '../projects/lifecycle.js';
import { projectMachine } from '../projects/perform.js';
import type { Project } from '../projects/project.js';
import type { Bidder } from '../bids/eligibility.js';
import type {
  Findings,
  RehearsalEntry,
  RehearsalLevel,
  RehearsalPlace,
  RehearsalStep,
  RehearsalWho,
} from './report.js';
import { madeUp, named, type Setting } from './setting.js';

/** Officers work at ten. */
const OFFICE_HOUR = 10 * 3_600_000;

/** A bid that somebody hands in on the stage. */
export interface StagedBid {
  readonly id: string;
  readonly form: object;
  readonly lead: Bidder;
}

/** What a step says besides who does it. */
export interface More {
  readonly until?: LegalDay;
  readonly amount?: Fen;
  readonly approval?: Approval;
  /** What the step's own input has wrong. */
  readonly wrong?: readonly Violation[];
  readonly level?: RehearsalLevel;
  readonly place?: RehearsalPlace;
  /** The instant of what the clock does; otherwise the day's office hour. */
  readonly at?: Date;
  /** It follows from the line before and is none of its own. */
  readonly quiet?: boolean;
}

/** Where each who's absence is mended. */
const OFFICES: { readonly [who in RehearsalWho]?: string } = { SUPERVISOR: 'supervisorId' };

/**
 * A run in memory: a call, its review and its projects, moved by the real machines from day to day. What a rule or a policy
 * refuses is found and the run goes on as if it were mended, so that one rehearsal shows all faults.
 */
export class Stage {
  call: Call;
  review: ReviewFacts = NO_REVIEW;
  openObjections: number;
  keysMissing: number;
  day: LegalDay;
  disputed = false;
  bids: readonly StagedBid[] = [];
  /** Bids that passed, best first. */
  passed: readonly string[] = [];
  /** Bids that were awarded, lapsed awards among them. */
  readonly given = new Set<string>();
  projects: readonly Project[] = [];
  readonly entries: RehearsalEntry[] = [];

  constructor(
    readonly setting: Setting,
    readonly findings: Findings,
  ) {
    const { subject, now } = setting;
    const { content } = subject.call;
    // What is no number yet is found at rest; the run goes on with the others.
    const indicators = content.indicators.filter(isReadable);
    this.call = { ...subject.call, content: { ...content, indicators } };
    this.openObjections = subject.openObjections;
    this.keysMissing = subject.keysMissing;
    this.day = legalDayOf(now);
  }

  get rules() {
    return this.setting.subject.rules;
  }
  get calendar() {
    return this.setting.calendar;
  }
  get now(): Date {
    return new Date(startOfLegalDay(this.day).getTime() + OFFICE_HOUR);
  }
  get subject(): CallCase {
    const { call, review, openObjections, keysMissing } = this;
    return { ...this.setting.subject, call, review, openObjections, keysMissing };
  }

  /** The earliest day of an office for what follows: each step of people takes a working day of its own. */
  office(): LegalDay {
    const last = this.entries.at(-1);
    const fresh = last === undefined || last.who === 'CLOCK' || last.day !== this.day;
    this.day = fresh ? rollForward(this.day, this.calendar) : addWorkingDays(this.day, 1, this.calendar);
    return this.day;
  }

  /** The day after a window's last one, or today where that is past. */
  after(until: LegalDay): LegalDay {
    return this.notBefore(addDays(until, 1));
  }

  notBefore(day: LegalDay): LegalDay {
    if (day > this.day) this.day = day;
    return this.day;
  }

  /** A line of the calendar that no machine decides. */
  note(step: RehearsalStep, who: RehearsalWho, more: More = {}, outcome: RehearsalEntry['outcome'] = 'DONE') {
    const { until = null, amount = null, approval = null, quiet = false } = more;
    if (quiet) return;
    this.entries.push({ day: this.day, until, step, who, approval, amount, outcome });
  }

  /** One step of the call, by whoever the real policy lets do it. */
  act(
    step: RehearsalStep,
    action: CallAction,
    who: RehearsalWho,
    change: Partial<Call> = {},
    more: More = {},
  ) {
    const next = this.decided(callMachine, this.subject, action, step, who, more);
    const state = callMachine.lifecycle.next(this.call.state, action);
    if (state === undefined) throw new Error(`a rehearsal tried ${action} in ${this.call.state}`);
    this.call = { ...this.call, ...change, state };
    return next;
  }

  /** What the rules have to refuse for now; that they do not would be a defect of theirs. */
  waits(step: RehearsalStep, action: CallAction, who: RehearsalWho): void {
    const refused = this.castOf(who).every(
      (actor) => refusalOf(() => callMachine.perform(this.subject, action, actor, this.now)) !== undefined,
    );
    if (!refused) throw new Error(`${action} in ${this.call.state} was not refused`);
    this.note(step, who, {}, 'WAITS');
  }

  /** One step of a project. */
  move(
    id: string,
    step: RehearsalStep,
    action: ProjectAction,
    who: RehearsalWho,
    change: Partial<Project> | ((actor: Actor) => Partial<Project>) = {},
    more: More = {},
  ): void {
    const before = this.project(id);
    const impeding = { level: 'IMPEDING', place: 'SCHEDULE' } as const;
    const actor = this.decided(projectMachine, before, action, step, who, { ...impeding, ...more });
    const state = projectMachine.lifecycle.next(before.state, action);
    if (state === undefined) throw new Error(`a rehearsal tried ${action} on a project ${before.state}`);
    const changed = typeof change === 'function' ? change(actor) : change;
    this.put({ ...before, ...changed, state });
  }

  project(id: string): Project {
    const found = this.projects.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no project ${id} on the stage`);
    return found;
  }

  put(project: Project): void {
    this.projects = this.projects.map((one) => (one.id === project.id ? project : one));
  }

  /** Everybody who could act as that. */
  castOf(who: RehearsalWho, undertakerId?: string): readonly Actor[] {
    const { cast } = this.setting;
    const { supervisorId } = this.call.plan;
    switch (who) {
      case 'CITY':
        return cast.city;
      case 'COUNTY':
        return cast.county;
      case 'OWNER':
        return cast.owner;
      case 'UNDERTAKER':
        return undertakerId === this.setting.undertaker?.id ? cast.undertaker : [madeUp(undertakerId ?? '')];
      case 'SUPERVISOR':
        return supervisorId !== null && cast.standing.has(supervisorId) ? named(supervisorId) : [];
      default:
        return [system('rehearsal')];
    }
  }

  /**
   * Decides a step: by the first who may and whom no rule stops, otherwise by the first who may, with what stops them.
   * @returns who did it, or would have
   */
  decided<E, S extends string, A extends string>(
    machine: Machine<E, S, A>,
    entity: E,
    action: A,
    step: RehearsalStep,
    who: RehearsalWho,
    more: More,
  ): Actor {
    const { level = 'BLOCKING', place = 'PLAN', at = this.now, wrong = [] } = more;
    const undertakerId = isOfOne(entity) ? entity.organisationId : undefined;
    let first: { readonly actor: Actor; readonly refusal: DomainError } | undefined;
    for (const actor of this.castOf(who, undertakerId)) {
      const refusal = refusalOf(() => machine.perform(entity, action, actor, at, wrong));
      if (refusal === undefined) {
        this.note(step, who, more);
        return actor;
      }
      if (refusal.code !== Codes.FORBIDDEN) first ??= { actor, refusal };
    }
    this.note(step, who, more, 'STOPPED');
    if (first === undefined) {
      const path = OFFICES[who] ?? '';
      this.findings.seen(
        { level: 'IMPEDING', place: 'PEOPLE', step },
        path,
        ChallengeCodes.NOBODY,
        '平台上没有可以办理这一步的人：请先为其开通账户或角色',
      );
      return system('nobody');
    }
    const { violations, code, message } = first.refusal;
    if (code === Codes.ILLEGAL_TRANSITION) throw new Error(message);
    const samePerson = violations.some((one) => one.code === ChallengeCodes.SAME_PERSON);
    const found = violations.length > 0 ? violations : [violation('', code, message)];
    const placed = samePerson ? ({ level: 'IMPEDING', place: 'PEOPLE' } as const) : { level, place };
    this.findings.take({ ...placed, step }, found);
    return first.actor;
  }
}

const isOfOne = (entity: unknown): entity is { readonly organisationId: string } =>
  typeof entity === 'object' && entity !== null && 'organisationId' in entity;

function refusalOf(run: () => unknown): DomainError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
