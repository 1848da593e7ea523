import { Injectable } from '@nestjs/common';
import { isOfficerFor, legalDayOf } from '@jihui/kernel';
import { isUuid, type Connection, type GraphContext, type PageArgs } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries, presentAs } from '../contracts.queries.js';
import { viewOf } from '../contract.view.js';
import { firstOfMonth, MONTHS, workingDays, type WorkingDays } from '../core/workload/steps.js';
import { RegistriesStore, type Registrar } from '../store/registries.store.js';
import { WorkloadStore, type CasesFilter } from '../store/workload.store.js';

/** Reads of 工作量 and 办理时效. */
@Injectable()
export class WorkloadQueries {
  constructor(
    private readonly store: WorkloadStore,
    private readonly registries: RegistriesStore,
    private readonly contracts: ContractsQueries,
  ) {}

  async workload(context: GraphContext) {
    const today = await this.today(context);
    const bounds = await this.contracts.bounds(context);
    const rows = await this.store.workload(
      context.actor,
      today.slice(0, 7),
      bounds,
      await this.calendar(context),
    );
    return Promise.all(
      rows.map(async (row) => ({
        ...row,
        name: (await this.contracts.personName(context, row.personId)) ?? '登记员',
      })),
    );
  }

  async times(context: GraphContext, registryDivision: string | null) {
    const from = firstOfMonth(await this.today(context), MONTHS - 1);
    return this.store.times(context.actor, { from, registryDivision }, await this.calendar(context));
  }

  async cases(context: GraphContext, filter: CasesFilter, args: PageArgs): Promise<Connection<ContractView>> {
    const known = filter.personId == null || isUuid(filter.personId);
    const page = await this.store.cases(
      known ? context.actor : { kind: 'anonymous' },
      known ? filter : {},
      await this.contracts.bounds(context),
      await this.calendar(context),
      args,
    );
    return presentAs(page, (contract) => viewOf(context.actor, contract));
  }

  /** For whoever may give the review to somebody. */
  async assignees(context: GraphContext, view: ContractView): Promise<readonly Registrar[]> {
    const division = view.registry?.divisionCode;
    if (division === undefined || !isOfficerFor(context.actor, division, 'ORG_ADMIN')) return [];
    return (
      (await context.load('contracts.assignees', (ids) => this.registries.assigneesOf(ids), view.id)) ?? []
    );
  }

  private async today(context: GraphContext): Promise<string> {
    return legalDayOf(await this.contracts.now(context));
  }

  private async calendar(context: GraphContext): Promise<WorkingDays> {
    const today = await this.today(context);
    return workingDays(firstOfMonth(today, MONTHS - 1), today, await this.contracts.calendar(context));
  }
}
