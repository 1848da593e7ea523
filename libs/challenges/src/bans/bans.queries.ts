import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor } from '@jihui/kernel';
import { BusinessClock, isUuid, type Connection, type PageArgs } from '@jihui/platform';
import { isInForce, mayBan, type Ban } from '../core/bans/ban.js';
import { BansStore, type BanFilter } from '../store/bans.store.js';
import { FactsStore } from '../store/facts.store.js';

/** Reads of bans: officers of the city read all, an organisation its own and its people's, a person their own. */
@Injectable()
export class BansQueries {
  constructor(
    private readonly store: BansStore,
    private readonly facts: FactsStore,
    private readonly clock: BusinessClock,
  ) {}

  async one(actor: Actor, id: string) {
    const ban = isUuid(id) ? await this.store.one(actor, id) : undefined;
    return ban === undefined ? null : ((await this.views(actor, [ban]))[0] ?? null);
  }

  async list(actor: Actor, filter: BanFilter, args: PageArgs): Promise<Connection<BanView>> {
    const page = await this.store.list(actor, filter, args);
    const views = await this.views(
      actor,
      page.edges.map(({ node }) => node),
    );
    return {
      ...page,
      edges: page.edges.flatMap(({ cursor }, at) => {
        const node = views[at];
        return node === undefined ? [] : [{ cursor, node }];
      }),
    };
  }

  private async views(actor: Actor, bans: readonly Ban[]) {
    if (bans.length === 0) return [];
    const names = await this.facts.organisations(bans.flatMap(({ organisationId }) => organisationId ?? []));
    const today = legalDayOf(await this.clock.now());
    return bans.map((ban) => {
      const { createdBy: _, divisionCode: __, updatedAt: ___, ...said } = ban;
      const inForce = isInForce(ban, today);
      return {
        ...said,
        ...{ inForce, mayLift: inForce && mayBan(actor, ban).allowed },
        organisationName: names.get(ban.organisationId ?? '')?.name ?? null,
      };
    });
  }
}

export type BanView = Awaited<ReturnType<BansQueries['views']>>[number];
