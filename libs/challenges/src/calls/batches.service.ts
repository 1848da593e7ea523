import { Injectable } from '@nestjs/common';
import {
  cleanText,
  Codes,
  DomainError,
  legalDayOf,
  notFound,
  refuseIf,
  type Actor,
  type LegalDay,
} from '@jihui/kernel';
import {
  BusinessClock,
  checkIds,
  staleVersion,
  uuidv7,
  type Connection,
  type PageArgs,
} from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import { batchFaults, isCollecting, type Batch } from '../core/calls/batch.js';
import { isCityOfficer } from '../core/calls/perform.js';
import { BatchesStore } from '../store/batches.store.js';
import { CallDesk, type Changed } from './call-desk.js';

/** 征集批次: laid down by the city's bureau, read by everybody. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly store: BatchesStore,
    private readonly desk: CallDesk,
    private readonly clock: BusinessClock,
  ) {}

  open(actor: Actor, input: Types.OpenCallBatchInput): Promise<Changed> {
    return this.desk.run(actor, 'openCallBatch', input, async (tx) => {
      const divisionCode = officeOf(actor);
      const today = legalDayOf(tx.now);
      const form = formOf(input);
      const standing = await this.store.standing(divisionCode, today);
      refuseIf(batchFaults(form, standing, await this.desk.rules(today), today));
      const year = form.opensOn.slice(0, 4);
      const batch: Batch = {
        ...{ ...form, id: uuidv7(), version: 1, divisionCode },
        code: `ZJ${year}-${(await this.store.countOf(year)) + 1}`,
        createdBy: actor.kind === 'person' ? actor.personId : '',
        ...{ createdAt: tx.now, updatedAt: tx.now },
      };
      await this.store.insert(batch);
      await tx.audit({ stream: batchStream(batch.id), action: 'openCallBatch', after: batch });
      return { id: batch.id };
    });
  }

  /** Longer, or said otherwise; a batch that has begun keeps its first day. */
  change(actor: Actor, input: Types.ChangeCallBatchInput): Promise<Changed> {
    return this.desk.run(actor, 'changeCallBatch', input, async (tx) => {
      checkIds(input.id);
      const divisionCode = officeOf(actor);
      const batch = await this.store.lock(input.id);
      if (batch === undefined || !isCityOfficer(actor, { ownerId: '', divisionCode: batch.divisionCode }))
        throw notFound('该征集批次');
      if (batch.version !== input.expectedVersion) throw staleVersion();
      const today = legalDayOf(tx.now);
      const form = formOf(input);
      const others = (await this.store.standing(divisionCode, today)).filter(({ id }) => id !== batch.id);
      refuseIf(batchFaults(form, others, await this.desk.rules(today), today, batch));
      await this.store.save(batch, form);
      await tx.audit({
        ...{ stream: batchStream(batch.id), action: 'changeCallBatch', before: batch },
        after: { ...batch, ...form },
      });
      return { id: batch.id };
    });
  }

  async list(actor: Actor, args: PageArgs): Promise<Connection<BatchView>> {
    const today = legalDayOf(await this.clock.now());
    const page = await this.store.list(args);
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: viewOf(actor, node, today) })),
    };
  }

  async one(actor: Actor, id: string): Promise<BatchView | null> {
    return (await this.byIds(actor, [id])).get(id) ?? null;
  }

  async byIds(actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, BatchView>> {
    const today = legalDayOf(await this.clock.now());
    const found = await this.store.byIds(ids);
    return new Map([...found].map(([id, batch]) => [id, viewOf(actor, batch, today)]));
  }
}

export interface BatchView extends Batch {
  readonly collecting: boolean;
  readonly mayChange: boolean;
}

const viewOf = (actor: Actor, batch: Batch, today: LegalDay): BatchView => ({
  ...batch,
  collecting: isCollecting(batch, today),
  mayChange:
    batch.closesOn >= today && isCityOfficer(actor, { ownerId: '', divisionCode: batch.divisionCode }),
});

const formOf = ({
  title,
  guide,
  opensOn,
  closesOn,
}: Types.OpenCallBatchInput | Types.ChangeCallBatchInput) => ({
  ...{ title: cleanText(title), guide: cleanText(guide), opensOn, closesOn },
});

/** @throws DomainError for whoever is no officer of a city's bureau */
function officeOf(actor: Actor): string {
  if (actor.kind === 'anonymous') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
  const office =
    actor.kind === 'person'
      ? actor.memberships.find(({ kind, roles }) => kind === 'BUREAU_CITY' && roles.includes('OFFICER'))
      : undefined;
  if (office === undefined) throw new DomainError(Codes.FORBIDDEN, '只有市科技主管部门的经办人可以办理');
  return office.divisionCode;
}

const batchStream = (id: string): string => `CallBatch:${id}`;
