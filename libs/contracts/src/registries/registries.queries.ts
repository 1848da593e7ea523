import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor, type AvailableAction, type Verdict } from '@jihui/kernel';
import { Audit, type GraphContext, type TimelineEntry } from '@jihui/platform';
import { ContractFacts } from '../contract-facts.js';
import { ContractsQueries } from '../contracts.queries.js';
import {
  capOf,
  isCounty,
  mayKeepRegistry,
  readsRegistry,
  takesOn,
  type RegistryEntry,
} from '../core/registries/registry.js';
import { mayNameDeputy, standsInOn, type StandIn } from '../core/registries/stand-in.js';
import { RegistriesStore, type Registrar } from '../store/registries.store.js';
import { registryStreamOf } from './registries.service.js';

const offered = (action: string, verdict: Verdict): readonly AvailableAction<string>[] =>
  verdict.allowed ? [{ action, enabled: true, reason: null, violations: [] }] : [];

/** Reads of 登记机构. */
@Injectable()
export class RegistriesQueries {
  constructor(
    private readonly store: RegistriesStore,
    private readonly contracts: ContractsQueries,
    private readonly facts: ContractFacts,
    private readonly audit: Audit,
  ) {}

  async all(context: GraphContext) {
    if (context.actor.kind !== 'person') return [];
    const now = await this.contracts.now(context);
    const { values } = await this.facts.parameters(now);
    return (await this.store.all())
      .filter(({ divisionCode }) => readsRegistry(context.actor, divisionCode))
      .map((entry) => viewOf(entry, values.countyCap, legalDayOf(now)));
  }

  async one(context: GraphContext, id: string) {
    return (await this.all(context)).find((office) => office.id === id) ?? null;
  }

  async registrars(context: GraphContext, id: string): Promise<readonly Registrar[]> {
    return (await context.load('contracts.registrars', (ids) => this.store.registrarsOf(ids), id)) ?? [];
  }

  async standIns(context: GraphContext, id: string) {
    const today = legalDayOf(await this.contracts.now(context));
    const found =
      (await context.load('contracts.standIns', (ids) => this.store.standInsOf(ids, today), id)) ?? [];
    const nameOf = async (personId: string): Promise<string> =>
      (await this.contracts.personName(context, personId)) ?? '登记员';
    return Promise.all(
      found.map(async (standIn) => ({
        ...standIn,
        absentName: await nameOf(standIn.absentId),
        deputyName: await nameOf(standIn.deputyId),
        from: standIn.fromDay,
        until: standIn.untilDay,
        current: standsInOn(standIn, today),
        availableActions: actionsOnStandIn(context.actor, standIn),
      })),
    );
  }

  async timeline(context: GraphContext, id: string): Promise<readonly TimelineEntry[]> {
    const stream = registryStreamOf(id);
    return (
      (await context.load(
        'contracts.registryTimelines',
        (names) => this.audit.timelines('contracts', names),
        stream,
      )) ?? []
    );
  }

  actionsOn(actor: Actor, office: RegistryEntry): readonly AvailableAction<string>[] {
    const absentId = actor.kind === 'person' ? actor.personId : '';
    return [
      ...offered('save', mayKeepRegistry(actor, office.divisionCode)),
      ...offered('nameDeputy', mayNameDeputy(actor, { organisationId: office.id, absentId })),
    ];
  }
}

const actionsOnStandIn = (actor: Actor, standIn: StandIn): readonly AvailableAction<string>[] =>
  offered('end', mayNameDeputy(actor, standIn));

const viewOf = (entry: RegistryEntry, countyCap: number, today: string) => ({
  ...entry,
  effectiveCap: capOf(entry, countyCap),
  county: isCounty(entry),
  takesToday: takesOn(entry, today),
});
