import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/kernel';
import { clearStepCookie, Config, setStepCookie, stepCookieName, type GraphContext } from '@jihui/platform';
import { IdentityCodes } from '../core/errors.js';
import { Limits } from '../core/limits.js';
import { setSessionCookie } from '../auth/request.js';
import { PeopleQueries } from './people.queries.js';
import type { OpenedSession, OpenedStep } from './sessions.js';

/** What comes next: the code of a second factor, or the way back from an issuer. */
type Step = 'factor' | 'oidc';

/** Gives the browser what a way in has opened: the session's cookie, or that of the step before it. */
@Injectable()
export class Entrance {
  constructor(
    private readonly people: PeopleQueries,
    private readonly config: Config,
  ) {}

  /**
   * What else the request asks for is answered to the one who signed in.
   * @throws DomainError IDENTITY.SECOND_FACTOR_ASKED where the code is to follow, from this browser
   */
  async enter(
    ctx: GraphContext,
    { clientMutationId }: { readonly clientMutationId: string },
    opened: OpenedSession | OpenedStep,
  ): Promise<object> {
    if (opened.kind === 'step') {
      this.giveStep(ctx, 'factor', opened.word);
      throw new DomainError(
        IdentityCodes.SECOND_FACTOR_ASKED,
        '请输入身份验证器应用中的6位数字，或一个恢复码',
      );
    }
    const actor = await this.people.actorOf(opened.personId);
    if (actor === undefined) throw new Error('a session was opened for nobody');
    const { id, proven, restricted } = opened;
    setSessionCookie(ctx.reply, this.config, opened.token);
    ctx.request.credential = { kind: 'session', id, provenSeconds: proven ? 0 : null, restricted };
    const acting = restricted ? { ...actor, memberships: [] } : actor;
    ctx.become(acting);
    return { viewer: acting, clientMutationId };
  }

  giveStep({ reply }: GraphContext, step: Step, word: string): void {
    setStepCookie(reply, this.config, step, word, Limits.stepMinutes);
  }

  /** The word of the step that this browser has before it; empty for none. */
  stepOf({ request }: GraphContext, step: Step): string {
    return request.cookies[stepCookieName(this.config, step)] ?? '';
  }

  /** The step is done. */
  leaveStep({ reply }: GraphContext, step: Step): void {
    clearStepCookie(reply, this.config, step);
  }
}
