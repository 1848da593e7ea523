import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor } from '@jihui/kernel';
import { checkIds } from '@jihui/platform';
import { AgencyDesk } from '../agencies/agency-desk.js';
import { SUPPORT_KINDS, supportFrom, withoutSupport } from '../core/agencies/support.js';
import type { RecordAgencySupportInput, WithdrawAgencySupportInput } from '../discovery.types.gen.js';
import type { Changed } from '../steps.js';
import { AgenciesStore } from '../store/agencies.store.js';

/** 扶持记录 (reference H17): recorded and withdrawn by the bureau in charge, each an act in the agency's history. */
@Injectable()
export class SupportsService {
  constructor(
    private readonly desk: AgencyDesk,
    private readonly agencies: AgenciesStore,
  ) {}

  /** @throws DomainError INVALID_INPUT with everything that is wrong in the record. */
  record(actor: Actor, input: RecordAgencySupportInput): Promise<Changed> {
    return this.desk.act('recordAgencySupport', 'recordSupport', actor, input, ({ supports }, { now }) => {
      const given = supportFrom(this.agencies.newId(), input, supports, legalDayOf(now));
      const { kind, title, document } = given.support;
      return {
        change: { supports: [...supports, given.support] },
        reason: `${SUPPORT_KINDS[kind]}：${title}（${document}）`,
        wrong: given.violations.found,
      };
    });
  }

  /** @throws DomainError INVALID_INPUT (REGISTER.RECORD_UNKNOWN) for what does not stand. */
  withdraw(actor: Actor, input: WithdrawAgencySupportInput): Promise<Changed> {
    checkIds(input.supportId);
    return this.desk.act('withdrawAgencySupport', 'withdrawSupport', actor, input, (before, { now }) => {
      const { supports, reason, violations } = withoutSupport(before.supports, input, legalDayOf(now));
      return { change: { supports }, reason, wrong: violations.found };
    });
  }
}
