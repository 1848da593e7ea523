import { Injectable } from '@nestjs/common';
import {
  actorId,
  cleanText,
  daysBetween,
  DomainError,
  legalDayOf,
  notFound,
  refuseIf,
  toHalfWidth,
  type Actor,
  type Fen,
  type LegalDay,
  type Verdict,
} from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7, Work } from '@jihui/platform';
import {
  mayKeepRegistry,
  readsRegistry,
  registryViolations,
  type RegistryForm,
} from '../core/registries/registry.js';
import { mayNameDeputy, standInViolations, type StandIn } from '../core/registries/stand-in.js';
import { RegistriesStore } from '../store/registries.store.js';

export const registryStreamOf = (id: string): string => `Registry:${id}`;

const allowed = (verdict: Verdict): void => {
  if (!verdict.allowed) throw new DomainError(verdict.code, verdict.reason);
};

export interface SaveInput {
  readonly clientMutationId: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly name: string;
  readonly numberPrefix: string;
  readonly cap?: Fen | null;
  readonly delegatedFrom?: LegalDay | null;
  readonly delegatedUntil?: LegalDay | null;
  readonly basis: string;
  readonly active: boolean;
}

export interface NamingInput {
  readonly clientMutationId: string;
  readonly officeId: string;
  readonly absentId: string;
  readonly deputyId: string;
  readonly from: LegalDay;
  readonly until: LegalDay;
  readonly reason: string;
}

/** 登记机构, as the administrator keeps them, and 代理 in absence. */
@Injectable()
export class RegistriesService {
  constructor(
    private readonly work: Work,
    private readonly store: RegistriesStore,
  ) {}

  /** @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, STALE_VERSION, INVALID_INPUT, CONTRACT.NUMBER_PREFIX_TAKEN. */
  async save(actor: Actor, input: SaveInput): Promise<{ id: string }> {
    checkIds(input.id);
    const { clientMutationId } = input;
    const command = {
      domain: 'contracts',
      name: 'saveRegistrationOffice',
      actor,
      clientMutationId,
      input,
    } as const;
    return this.work.run(command, async (tx) => {
      const before = await this.store.lock(input.id);
      if (before === undefined || !readsRegistry(actor, before.divisionCode)) throw notFound('登记机构');
      allowed(mayKeepRegistry(actor, before.divisionCode));
      if (before.version !== input.expectedVersion) throw staleVersion();
      const form = formOf(input);
      refuseIf(registryViolations(form, before));
      const after = { ...before, ...form, version: before.version + 1 };
      await this.store.save(after);
      await tx.audit({
        stream: registryStreamOf(before.id),
        action: 'save',
        before,
        after,
        reason: form.basis,
      });
      return { id: before.id };
    });
  }

  /** @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT with all that is wrong. */
  async nameDeputy(actor: Actor, input: NamingInput): Promise<{ id: string }> {
    checkIds(input.officeId, input.absentId, input.deputyId);
    const { clientMutationId } = input;
    const command = { domain: 'contracts', name: 'nameDeputy', actor, clientMutationId, input } as const;
    return this.work.run(command, async (tx) => {
      const office = await this.store.lock(input.officeId);
      if (office === undefined || !readsRegistry(actor, office.divisionCode)) throw notFound('登记机构');
      allowed(mayNameDeputy(actor, { organisationId: office.id, absentId: input.absentId }));
      const today = legalDayOf(tx.now);
      const standIn: StandIn = {
        id: uuidv7(),
        organisationId: office.id,
        absentId: input.absentId,
        deputyId: input.deputyId,
        fromDay: input.from,
        untilDay: input.until,
        reason: cleanText(input.reason),
      };
      const registrars = (await this.store.registrarsOf([office.id])).get(office.id) ?? [];
      const others = (await this.store.standInsOf([office.id], today)).get(office.id) ?? [];
      refuseIf(
        standInViolations({
          standIn,
          today,
          registrars: registrars.map(({ personId }) => personId),
          others,
          days: daysBetween(standIn.fromDay, standIn.untilDay) + 1,
        }),
      );
      await this.store.addStandIn(standIn, actorId(actor), tx.now);
      const nameOf = (id: string): string => registrars.find(({ personId }) => personId === id)?.name ?? '';
      await tx.audit({
        stream: registryStreamOf(office.id),
        action: 'nameDeputy',
        after: standIn,
        reason: `${nameOf(standIn.absentId)}由${nameOf(standIn.deputyId)}代理，${standIn.fromDay}至${standIn.untilDay}：${standIn.reason}`,
      });
      return { id: office.id };
    });
  }

  /** Whoever may name a deputy may end it. @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN. */
  async endStandIn(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly id: string },
  ): Promise<{ id: string }> {
    checkIds(input.id);
    const { clientMutationId } = input;
    const command = { domain: 'contracts', name: 'endStandIn', actor, clientMutationId, input } as const;
    return this.work.run(command, async (tx) => {
      const standIn = await this.store.lockStandIn(input.id);
      const office = standIn && (await this.store.lock(standIn.organisationId));
      if (standIn === undefined || office === undefined || !readsRegistry(actor, office.divisionCode))
        throw notFound('代理');
      allowed(mayNameDeputy(actor, standIn));
      await this.store.endStandIn(standIn.id, tx.now);
      await tx.audit({
        stream: registryStreamOf(office.id),
        action: 'endStandIn',
        before: standIn,
        reason: `${standIn.fromDay}至${standIn.untilDay}`,
      });
      return { id: office.id };
    });
  }
}

const formOf = (input: SaveInput): RegistryForm => ({
  name: cleanText(input.name),
  numberPrefix: toHalfWidth(cleanText(input.numberPrefix)),
  cap: input.cap ?? null,
  delegatedFrom: input.delegatedFrom ?? null,
  delegatedUntil: input.delegatedUntil ?? null,
  basis: cleanText(input.basis),
  active: input.active,
});
