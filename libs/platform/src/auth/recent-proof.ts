import { Injectable } from '@nestjs/common';
import { Codes, DomainError, legalDayOf, type Actor } from '@jihui/kernel';
import { BusinessClock } from '../db/clock.js';
import { Parameters, registerParameters } from '../law/parameters.js';
import { Served } from '../served.js';
import type { Credential } from './credential.js';

/** For how long a proof of who one is lets one do what is grave. */
const WINDOW = 'identity.recent_proof_minutes';

registerParameters([
  {
    name: WINDOW,
    title: '重要操作前验证身份的有效时间（分钟）',
    min: 5,
    max: 480,
    value: 30,
    effectiveFrom: '2020-01-01',
    source: '平台默认值：超过这个时间没有输入过密码的，办理重要操作前再输入一次，可由平台管理员调整',
  },
]);

/**
 * What is grave asks that whoever does it proved recently to be themselves: a session lasts for weeks, and a browser left
 * open, or a stolen cookie, must not hand out roles. Which acts these are each domain's `grave` says.
 */
@Injectable()
export class RecentProof {
  private readonly grave: ReadonlySet<string>;

  constructor(
    { domains }: Served,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {
    this.grave = new Set(domains.flatMap((domain) => domain.grave ?? []));
  }

  /**
   * What is grave comes with nothing else: a mutation before it might sign somebody in who was not asked.
   * @param acts names of mutations that are about to be carried out
   * @throws DomainError IDENTITY.REAUTHENTICATE; IDENTITY.SESSION_REQUIRED for a program's token, which can prove nothing;
   *   INVALID_INPUT where other mutations stand beside it
   */
  async require(actor: Actor, credential: Credential | undefined, acts: readonly string[]): Promise<void> {
    if (!acts.some((act) => this.grave.has(act))) return;
    await this.requireOf(actor, credential);
    if (!acts.every((act) => this.grave.has(act)))
      throw new DomainError(Codes.INVALID_INPUT, '重要操作请单独提交，不要与其他操作放在一次请求中');
  }

  /**
   * The same of what is grave for some alone, as its service knows. Whoever is not signed in passes: the act's own policy
   * has the better words for them.
   * @throws DomainError IDENTITY.REAUTHENTICATE, IDENTITY.SESSION_REQUIRED
   */
  async requireOf(actor: Actor, credential: Credential | undefined): Promise<void> {
    if (actor.kind !== 'person') return;
    const since = credential?.provenSeconds ?? null;
    if (since !== null && since <= (await this.minutes()) * 60) return;
    if (credential?.kind === 'token')
      throw new DomainError(Codes.SESSION_REQUIRED, '请在浏览器中登录后办理，访问令牌不能用于此操作');
    throw new DomainError(Codes.REAUTHENTICATE, '这项操作较为重要，请先验证身份，再接着办理');
  }

  private async minutes(): Promise<number> {
    return (await this.parameters.int(WINDOW, legalDayOf(await this.clock.now()))).value;
  }
}
