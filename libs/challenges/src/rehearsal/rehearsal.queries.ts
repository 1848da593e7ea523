import { Injectable } from '@nestjs/common';
import { legalDayOf, refuseIf, type Actor } from '@jihui/kernel';
import { BusinessClock, HolidayCalendars, isUuid } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import type { Call } from '../core/calls/call.js';
import { assumptionsFrom, type Assumptions, type AssumptionsForm } from '../core/rehearsal/assumptions.js';
import { mayRehearse, rehearse } from '../core/rehearsal/rehearse.js';
import type { Rehearsal } from '../core/rehearsal/report.js';
import { castFrom, type Setting } from '../core/rehearsal/setting.js';
import { PoolService } from '../reviews/pool.service.js';
import { CastStore } from '../store/cast.store.js';
import { FactsStore } from '../store/facts.store.js';

/** 预演: gathers what a rehearsal looks at, in a fixed number of statements, and writes nothing. */
@Injectable()
export class RehearsalQueries {
  constructor(
    private readonly gate: CallGate,
    private readonly desk: CallDesk,
    private readonly casts: CastStore,
    private readonly facts: FactsStore,
    private readonly pool: PoolService,
    private readonly holidays: HolidayCalendars,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Null where there is no such call, or none that this reader rehearses.
   * @throws DomainError INVALID_INPUT where what is assumed makes no sense
   */
  async of(actor: Actor, id: string, form: AssumptionsForm): Promise<Rehearsal | null> {
    const call = isUuid(id) ? (await this.gate.get(id))?.call : undefined;
    if (call === undefined || !mayRehearse(actor, call)) return null;
    const now = await this.clock.now();
    const { assumptions, violations } = assumptionsFrom(form, legalDayOf(now));
    refuseIf(violations);
    return rehearse(await this.setting(call, assumptions, now));
  }

  private async setting(call: Call, assumptions: Assumptions, now: Date): Promise<Setting> {
    const { ownerId, divisionCode, plan } = call;
    const meant = plan.undertakerId;
    const parties = [ownerId, ...(meant === null ? [] : [meant])];
    const named = [...plan.custodians.map(({ personId }) => personId), plan.responsibleId, plan.supervisorId];
    const standing = await this.facts.standing(
      named.flatMap((personId) => personId ?? []),
      parties,
    );
    const people = await this.casts.of(divisionCode, parties);
    const [undertaker] = meant === null ? [] : await this.facts.biddersBy(ownerId, [meant], []);
    return {
      subject: await this.desk.caseOf(call, now),
      ...{ now, assumptions, undertaker },
      calendar: await this.holidays.calendar(),
      cast: castFrom(people, call, standing),
      bank: await this.pool.bank(call, meant, now),
      ownerName: (await this.facts.organisation(ownerId))?.name ?? '',
    };
  }
}
