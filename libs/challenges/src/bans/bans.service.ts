import { Injectable } from '@nestjs/common';
import {
  cleanText,
  DomainError,
  legalDayOf,
  notFound,
  refuseIf,
  system,
  violation,
  Violations,
  type Actor,
} from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7, type Tx } from '@jihui/platform';
import { eachApart } from '../bids/each-apart.js';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import { banFaults, banOffice, isInForce, isOverUntold, mayBan, type Ban } from '../core/bans/ban.js';
import { ChallengeCodes } from '../core/errors.js';
import { BansStore } from '../store/bans.store.js';
import { FactsStore } from '../store/facts.store.js';

/** 失信禁入: recorded by the city's bureau from a decision, and lifted by another one. */
@Injectable()
export class BansService {
  constructor(
    private readonly store: BansStore,
    private readonly facts: FactsStore,
    private readonly desk: CallDesk,
  ) {}

  impose(actor: Actor, input: Types.ImposeCallBanInput): Promise<Changed> {
    return this.desk.run(actor, 'imposeCallBan', input, async (tx) => {
      checkIds(input.organisationId);
      const organisationId = input.organisationId ?? null;
      const divisionCode = banOffice(actor) ?? '';
      permit(actor, { divisionCode, organisationId });
      const today = legalDayOf(tx.now);
      const known = organisationId === null ? undefined : await this.facts.organisation(organisationId);
      const form = {
        ...{ organisationId, level: input.level, fromDay: input.fromDay, untilDay: input.untilDay ?? null },
        ...{ personName: cleanText(input.personName ?? ''), personUnit: cleanText(input.personUnit ?? '') },
        ...{ document: cleanText(input.document), reason: cleanText(input.reason) },
      };
      refuseIf([
        ...banFaults(form, await this.desk.rules(today), today),
        ...(organisationId !== null && known === undefined
          ? [violation('organisationId', ChallengeCodes.UNDERTAKER, '没有找到该单位')]
          : []),
      ]);
      const over = form.untilDay !== null && form.untilDay < today;
      const ban: Ban = {
        ...{ ...form, id: uuidv7(), version: 1, divisionCode },
        ...(organisationId === null
          ? await this.store.meantBy(form.personName, form.personUnit)
          : { personId: null, unitId: null }),
        // What was over before it was recorded does not end anew.
        ...{ liftedOn: null, liftDocument: '', liftReason: '', endedOn: over ? today : null },
        createdBy: actor.kind === 'person' ? actor.personId : '',
        ...{ createdAt: tx.now, updatedAt: tx.now },
      };
      await this.store.insert(ban);
      await tx.audit({ stream: banStream(ban.id), action: 'imposeCallBan', after: ban, reason: ban.reason });
      await tell(tx, ban, 'imposeCallBan');
      return { id: ban.id };
    });
  }

  /** 解除: with the decision that it rests on. */
  lift(actor: Actor, input: Types.LiftCallBanInput): Promise<Changed> {
    return this.desk.run(actor, 'liftCallBan', input, async (tx) => {
      checkIds(input.id);
      const ban = await this.store.lock(actor, input.id);
      if (ban === undefined) throw notFound('该禁入记录');
      permit(actor, ban);
      if (ban.version !== input.expectedVersion) throw staleVersion();
      const today = legalDayOf(tx.now);
      const liftDocument = cleanText(input.document);
      const liftReason = cleanText(input.reason);
      refuseIf(
        new Violations()
          .when(!isInForce(ban, today), '', ChallengeCodes.BAN, '该禁入已经到期或解除')
          .text('document', '解除决定文号', liftDocument, { min: 2, max: 100 })
          .text('reason', '解除的理由', liftReason, { min: 10, max: 2_000 }).found,
      );
      const change = { liftedOn: today, liftDocument, liftReason };
      await this.store.save(ban, change);
      await tx.audit({
        ...{ stream: banStream(ban.id), action: 'liftCallBan', before: ban, after: { ...ban, ...change } },
        reason: liftReason,
      });
      await tell(tx, { ...ban, ...change, version: ban.version + 1 }, 'liftCallBan');
      return { id: ban.id };
    });
  }

  /** 到期: told once of each, by the clock, a ban a transaction. */
  async end(now: Date): Promise<void> {
    const clock = system('challenges.watchBans');
    await eachApart(await this.store.overUntold(legalDayOf(now)), (id) =>
      this.desk.run(clock, 'endCallBan', {}, async (tx) => {
        const ban = await this.store.lockAny(id);
        const endedOn = legalDayOf(tx.now);
        // Lifted since it was looked for.
        if (ban === undefined || !isOverUntold(ban, endedOn)) return;
        await this.store.save(ban, { endedOn });
        const after = { ...ban, endedOn, version: ban.version + 1 };
        await tx.audit({ stream: banStream(id), action: 'endCallBan', before: ban, after });
        await tell(tx, after, 'endCallBan');
      }),
    );
  }
}

/** @throws DomainError for who may not record or lift it */
function permit(actor: Actor, ban: Pick<Ban, 'divisionCode' | 'organisationId'>): void {
  const verdict = mayBan(actor, ban);
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
}

/** To whom it is of; why, is read on its page. */
async function tell(tx: Tx, ban: Ban, action: string): Promise<void> {
  const { id, version, organisationId, personName, personId, unitId, fromDay, untilDay, liftedOn } = ban;
  const document = liftedOn === null ? ban.document : ban.liftDocument;
  const payload = { id, version, organisationId, personName, personId, unitId, fromDay, untilDay, document };
  await tx.emit('challenges.ban', { aggregateId: id, version, action, payload });
}

export const banStream = (id: string): string => `CallBan:${id}`;
