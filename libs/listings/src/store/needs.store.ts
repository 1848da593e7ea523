import { Injectable } from '@nestjs/common';
import { ONLINE_NEED_STATES, type Need } from '../core/need.js';
import { NEED_ROW } from './columns.js';
import { ListingStore } from './listing.store.js';
import { NeedRow, toDomain, toRow } from './need.row.js';
import { visibleNeeds } from './visibility.js';

/** Needs as the service changes them. */
@Injectable()
export class NeedsStore extends ListingStore<Need, NeedRow> {
  protected readonly table = 'listings.need';
  protected readonly Row = NeedRow;
  protected readonly card = NEED_ROW;
  protected readonly onlineStates = ONLINE_NEED_STATES;
  protected readonly visibleTo = visibleNeeds;
  protected readonly toRow = toRow;
  protected readonly toDomain = toDomain;
}
