import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor } from '@jihui/kernel';
import { BusinessClock, isUuid, Parameters } from '@jihui/platform';
import {
  definitionOf,
  UNITS,
  VITALITY_PARAMETERS,
  type MarketFigureName,
  type VitalityDays,
} from './core/vitality.js';
import {
  VitalityStore,
  type BrokerLoad,
  type Counted,
  type ListingVitality,
} from './store/vitality.store.js';

export interface MarketFigure extends Counted {
  readonly unit: (typeof UNITS)[MarketFigureName];
  readonly definition: string;
}

/** How alive the market, a listing and an agency's work are. */
@Injectable()
export class VitalityQueries {
  constructor(
    private readonly store: VitalityStore,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async market(): Promise<MarketFigure[]> {
    const days = await this.days();
    const counted = await this.store.market(days);
    return counted.map((figure) => ({
      ...figure,
      unit: UNITS[figure.name],
      definition: definitionOf(figure.name, days),
    }));
  }

  /** Of the listings of one's own organisations; the others are missing. */
  ofListings(
    actor: Actor,
    kind: 'RESULT' | 'NEED',
    ids: readonly string[],
  ): Promise<Map<string, ListingVitality>> {
    return this.store.ofListings(actor, kind, ids.filter(isUuid));
  }

  async workload(actor: Actor): Promise<BrokerLoad[]> {
    return this.store.workload(actor, (await this.days()).quiet);
  }

  private async days(): Promise<VitalityDays> {
    const values = await this.parameters.ints(
      Object.values(VITALITY_PARAMETERS),
      legalDayOf(await this.clock.now()),
    );
    const value = (name: keyof VitalityDays): number => values.get(VITALITY_PARAMETERS[name]) ?? 0;
    return {
      window: value('window'),
      answer: value('answer'),
      deadEnd: value('deadEnd'),
      quiet: value('quiet'),
    };
  }
}
