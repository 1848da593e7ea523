import {
  allow,
  Codes,
  deny,
  say,
  scopesOf,
  Violations,
  type Actor,
  type LegalDay,
  type Verdict,
  type Violation,
} from '@jihui/kernel';
import type { Difference } from './replay.js';
import { RULE_SETS } from './rulesets/sets.js';

export type ReplayState = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';

/**
 * Why a run was given up: its set is none of this release's; the rules could not judge a contract; it did not get on
 * for an hour, the queue having given it up.
 */
export type ReplayFailure = 'UNKNOWN_RULE_SET' | 'NOT_JUDGED' | 'STALLED';

/** The rules threw on what was kept of a contract: trying again changes nothing. */
export class NotJudged extends Error {
  constructor(
    readonly contractId: string,
    cause: unknown,
  ) {
    super(`contract ${contractId} could not be judged`, { cause });
  }
}

/** 规则回放: one going-over of what a bureau registered, under another set of rules. Changes no contract. */
export interface ReplayRun {
  readonly id: string;
  readonly ruleSet: string;
  /** Registered from that day on; null for all. */
  readonly since: LegalDay | null;
  /** Registries whose contracts are gone over: those of who asked. */
  readonly divisions: readonly string[];
  readonly state: ReplayState;
  /** The last contract that was looked at; null before the first. */
  readonly cursor: string | null;
  /** Registered when it began. */
  readonly total: number;
  readonly looked: number;
  /** Of those looked at: the outcome would differ. */
  readonly different: number;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  /** Of a failed run only. */
  readonly failure: ReplayFailure | null;
}

export const isOver = ({ state }: Pick<ReplayRun, 'state'>): boolean =>
  state === 'DONE' || state === 'FAILED';

/** So long nothing has come of a run that is not over: the queue tries a step for some twenty minutes. */
export const STALLED_MINUTES = 60;

/** A contract whose outcome would differ. */
export interface ReplayFinding {
  readonly contractId: string;
  /** The set that decided it. */
  readonly decidedUnder: string;
  /** No facts were kept with the decision: those of the day of the run were taken. */
  readonly rebuilt: boolean;
  readonly differences: readonly Difference[];
}

/** The bureau's registrars, officers and administrators, each for the registries that they cover. */
export const replayScopes = (actor: Actor): readonly string[] =>
  scopesOf(actor, 'REGISTRAR', 'OFFICER', 'ORG_ADMIN');

export function mayReplay(actor: Actor): Verdict {
  if (actor.kind !== 'person') return deny('请先登录', Codes.UNAUTHENTICATED);
  return replayScopes(actor).length > 0 ? allow : deny('只有登记机构和主管部门的人员可以回放认定规则');
}

export const replayViolations = (input: { readonly ruleSet: string }): readonly Violation[] =>
  new Violations().when(
    !Object.hasOwn(RULE_SETS, input.ruleSet),
    'ruleSet',
    'UNKNOWN_RULE_SET',
    say`规则集应为 ${Object.keys(RULE_SETS).join('、')} 之一`,
  ).found;
