import { Injectable } from '@nestjs/common';
import { notFound } from '@jihui/kernel';
import type { GraphContext } from '@jihui/platform';
import type { Changed } from '../steps.js';
import { AgenciesQueries } from './agencies.queries.js';

/** What a mutation on an agency's entry answers: the entry as it is afterwards. */
@Injectable()
export class AgencyAnswers {
  constructor(private readonly queries: AgenciesQueries) {}

  /** @throws DomainError NOT_FOUND where the change took the entry out of the actor's sight. */
  async of(
    context: GraphContext,
    { clientMutationId }: { readonly clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const agency = (await this.queries.byIds(context.actor, [id])).get(id);
    if (agency === undefined) throw notFound('中介机构');
    return { agency, clientMutationId };
  }
}
