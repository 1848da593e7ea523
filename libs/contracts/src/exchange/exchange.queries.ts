import { Injectable } from '@nestjs/common';
import { notFound, scopesOf, type Actor } from '@jihui/kernel';
import { isUuid, type Connection, type GraphContext, type PageArgs } from '@jihui/platform';
import { ContractsQueries } from '../contracts.queries.js';
import { CODE_LISTS, JJ_001 } from '../core/exchange/mapping.js';
import { ExchangeStore, type BatchFilter, type ExchangeBatch } from '../store/exchange.store.js';

export type { ExchangeBatch };

const seenBy = (actor: Actor, { divisions }: ExchangeBatch): boolean =>
  scopesOf(actor, 'REGISTRAR').some((scope) => divisions.includes(scope));

/** Reads of the exchange: for the registrars of the bureau that made a batch. */
@Injectable()
export class ExchangeQueries {
  constructor(
    private readonly store: ExchangeStore,
    private readonly contracts: ContractsQueries,
  ) {}

  list(actor: Actor, filter: BatchFilter, args: PageArgs): Promise<Connection<ExchangeBatch>> {
    return this.store.batches(actor, filter, args);
  }

  /** @throws DomainError NOT_FOUND for what the actor may not see. */
  async one(actor: Actor, id: string): Promise<ExchangeBatch> {
    const batch = isUuid(id) ? await this.store.batch(id) : undefined;
    if (batch === undefined || !seenBy(actor, batch)) throw notFound('交换批次');
    return batch;
  }

  /** What the next package of the actor's registries would hold, failed rows among it. */
  waiting(actor: Actor) {
    return this.store.waitingCounts(scopesOf(actor, 'REGISTRAR'));
  }

  async problems(context: GraphContext, { id }: ExchangeBatch) {
    const rows =
      (await context.load('contracts.exchangeProblems', (ids) => this.store.problems(ids), id)) ?? [];
    return rows.flatMap(({ position, registrationNumber, problems }) =>
      problems.map(({ column, message }) => ({ row: position, registrationNumber, column, message })),
    );
  }

  async createdByName(context: GraphContext, { createdBy }: ExchangeBatch): Promise<string> {
    if (!isUuid(createdBy)) return '命令行';
    return (await this.contracts.personName(context, createdBy)) ?? '登记员';
  }

  mapping() {
    return {
      ...JJ_001,
      fields: JJ_001.fields.map(({ item, name, path, required, list }) => ({
        item,
        name,
        path,
        required: required ?? false,
        codes:
          list === undefined
            ? []
            : Object.entries(CODE_LISTS[list]).map(([code, label]) => ({ code, name: label })),
      })),
    };
  }
}
