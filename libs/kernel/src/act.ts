import type { Actor } from './actor.js';
import { Codes, DomainError, type Violation } from './errors.js';
import type { Lifecycle } from './lifecycle.js';
import { say, sentenceOf, type Sentence } from './saying.js';

/** What a rule may look at besides the entity itself. It never queries. */
export interface RuleContext {
  readonly actor: Actor;
  readonly now: Date;
}
/** Everything about the entity's own state that stands in the way of the action. */
export type Rule<E> = (entity: E, context: RuleContext) => readonly Violation[];

export type Verdict =
  { readonly allowed: true } | { readonly allowed: false; readonly code: string; readonly reason: Sentence };
export const allow: Verdict = { allowed: true };
/** A refusal carries its reason. */
export const deny = (reason: Sentence, code: string = Codes.FORBIDDEN): Verdict => ({
  allowed: false,
  code,
  reason,
});
/** Whether the actor is one of those who do this to that entity. */
export type Check<E> = (actor: Actor, entity: E) => Verdict;

export interface AvailableAction<A extends string> {
  readonly action: A;
  /** False when a rule stands in the way; `violations` say which. */
  readonly enabled: boolean;
  readonly reason: string | null;
  readonly violations: readonly Violation[];
}

export interface Machine<E, S extends string, A extends string> {
  readonly lifecycle: Lifecycle<S, A>;
  /**
   * Whether the actor does this in this state at all, without the rules: asked before an input is looked
   * at, so that who may not act learns nothing of it. @returns the state that would follow
   * @throws DomainError FORBIDDEN (or the check's own code), ILLEGAL_TRANSITION
   */
  permit(entity: E, action: A, actor: Actor): S;
  /**
   * The state that follows when the actor does this now.
   * @param wrong what the input itself has wrong: named together with what the rules find
   * @throws DomainError ILLEGAL_TRANSITION, FORBIDDEN (or the check's own code), or INVALID_INPUT
   * with all violations: in that order, so that who may not act learns nothing of the contents.
   */
  perform(entity: E, action: A, actor: Actor, now: Date, wrong?: readonly Violation[]): S;
  /** The actions of this state that the actor is one to do, with what still stands in their way. */
  availableActions(actor: Actor, entity: E, now: Date): readonly AvailableAction<A>[];
}

/** Joins a lifecycle, its rules and its policy into the one place where an action is decided. */
export function act<E, S extends string, A extends string>(parts: {
  readonly lifecycle: Lifecycle<S, A>;
  readonly stateOf: (entity: E) => S;
  readonly rules: { readonly [action in A]: readonly Rule<E>[] };
  readonly policy: { readonly [action in A]: Check<E> };
}): Machine<E, S, A> {
  const { lifecycle, stateOf, rules, policy } = parts;
  const violationsOf = (entity: E, action: A, context: RuleContext): Violation[] =>
    rules[action].flatMap((rule) => [...rule(entity, context)]);

  const permit = (entity: E, action: A, actor: Actor): S => {
    const verdict = policy[action](actor, entity);
    if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
    const next = lifecycle.next(stateOf(entity), action);
    if (next === undefined)
      throw new DomainError(
        Codes.ILLEGAL_TRANSITION,
        say`当前状态（${stateOf(entity)}）下不能执行该操作（${action}），请刷新后再试`,
      );
    return next;
  };

  return {
    lifecycle,
    permit,
    perform(entity, action, actor, now, wrong = []) {
      const next = permit(entity, action, actor);
      const violations = [...wrong, ...violationsOf(entity, action, { actor, now })];
      const [first] = violations;
      if (first !== undefined) throw new DomainError(Codes.INVALID_INPUT, sentenceOf(first), violations);
      return next;
    },
    availableActions(actor, entity, now) {
      return lifecycle.actions
        .filter((action) => lifecycle.next(stateOf(entity), action) !== undefined)
        .filter((action) => policy[action](actor, entity).allowed)
        .map((action) => {
          const violations = violationsOf(entity, action, { actor, now });
          return {
            action,
            enabled: violations.length === 0,
            reason: violations[0]?.message ?? null,
            violations,
          };
        });
    },
  };
}
