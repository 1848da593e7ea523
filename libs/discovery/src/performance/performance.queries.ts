import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Parameters, type Connection, type PageArgs } from '@jihui/platform';
import { amountsShown, type Figure, type Performance } from '../core/performance/performance.js';
import { PARAMETERS } from '../parameters.js';
import { PerformanceStore, type Case, type Subject } from '../store/performance.store.js';

const reference = <T extends string>(__typename: T, id: string | null) =>
  id === null ? null : { __typename, id };

/** Performance of brokers and agencies as a reader may know it. */
@Injectable()
export class PerformanceQueries {
  constructor(
    private readonly store: PerformanceStore,
    private readonly parameters: Parameters,
  ) {}

  of(actor: Actor, subject: Subject, ids: readonly string[]): Promise<Map<string, Performance>> {
    return this.store.of(actor, subject, ids);
  }

  /** Number of contracts from which their sum is everybody's to read. */
  async amountsFrom(today: LegalDay): Promise<number> {
    return (await this.parameters.int(PARAMETERS.AMOUNTS_FROM, today)).value;
  }

  async cases(actor: Actor, subject: Subject, id: string, figure: Figure, page: PageArgs) {
    return mapped(await this.store.cases(actor, subject, id, figure, page), caseView);
  }
}

/** @param inside whether the reader knows every amount: oneself, the agency, the bureau */
export function performanceView(performance: Performance, inside: boolean, amountsFrom: number) {
  const shown = amountsShown(performance, inside, amountsFrom);
  return {
    ...performance,
    contractAmount: shown ? performance.contractAmount : null,
    technicalAmount: shown ? performance.technicalAmount : null,
    amountsFrom,
  };
}

const caseView = ({ dealId, contractId, ...row }: Case) => ({
  ...row,
  deal: reference('Deal', dealId),
  contract: reference('Contract', contractId),
});

const mapped = <A, B>(list: Connection<A>, view: (node: A) => B): Connection<B> => ({
  ...list,
  edges: list.edges.map(({ node, cursor }) => ({ cursor, node: view(node) })),
});
