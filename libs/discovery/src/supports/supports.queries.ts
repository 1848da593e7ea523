import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import type { PageArgs } from '@jihui/platform';
import { SUPPORT_KINDS, type SupportKind } from '../core/agencies/support.js';
import { AgencySupportsStore, type SupportFilter } from '../store/agency-supports.store.js';
import { supportView } from './support.view.js';

/** 扶持记录 over all agencies that a reader may know of. */
@Injectable()
export class SupportsQueries {
  constructor(private readonly store: AgencySupportsStore) {}

  async list(actor: Actor, filter: SupportFilter, page: PageArgs) {
    const { edges, ...list } = await this.store.list(actor, filter, page);
    return {
      ...list,
      edges: edges.map(({ cursor, node: { agencyId, support } }) => ({
        cursor,
        node: {
          agency: { __typename: 'Agency' as const, id: agencyId },
          support: supportView(support),
        },
      })),
      /** Every kind in the order of the plan, also one of which nothing was given. */
      totals: async () => {
        const found = new Map((await this.store.totals(actor, filter)).map((total) => [total.kind, total]));
        return (Object.keys(SUPPORT_KINDS) as SupportKind[]).map(
          (kind) => found.get(kind) ?? { kind, count: 0, agencies: 0, amount: 0 },
        );
      },
    };
  }
}
