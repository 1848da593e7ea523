import type { Domain } from '@jihui/platform';
import { HOLDINGS } from './holdings.js';
import { DealsModule } from './deals.module.js';
import { ProjectionsService } from './projections.service.js';
import { DealsSeed } from './seed/deals.seed.js';
import { BrokerageRow, BypassAlertRow, CommissionRow } from './store/broker.row.js';
import { DealRow } from './store/deal.row.js';
import { DisclosureRow, ObjectionRow } from './store/disclosure.row.js';
import { ExpertInvitationRow } from './store/invitation.row.js';
import { Deals1763856400000 } from './store/migrations/1763856400000-deals.js';
import { DealsGate1763856400001 } from './store/migrations/1763856400001-gate.js';
import { DealsBrokers1763856400002 } from './store/migrations/1763856400002-brokers.js';
import { DealsRoom1763856400003 } from './store/migrations/1763856400003-room.js';
import { OwnIntroduction1764300000000 } from './store/migrations/1764300000000-own-introduction.js';
import { ExpertInvitations1771200000000 } from './store/migrations/1771200000000-expert-invitations.js';
import { ListingTerms1767300000000 } from './store/migrations/1767300000000-terms.js';

export const dealsDomain: Domain = {
  name: 'deals',
  schema: 'deals',
  module: DealsModule,
  holdings: HOLDINGS,
  entities: [
    DealRow,
    DisclosureRow,
    ObjectionRow,
    BrokerageRow,
    CommissionRow,
    BypassAlertRow,
    ExpertInvitationRow,
  ],
  migrations: [
    Deals1763856400000,
    DealsGate1763856400001,
    DealsBrokers1763856400002,
    DealsRoom1763856400003,
    OwnIntroduction1764300000000,
    ListingTerms1767300000000,
    ExpertInvitations1771200000000,
  ],
  sdl: ['./deals.graphql', './invitations.graphql', './vitality.graphql'].map(
    (file) => new URL(file, import.meta.url),
  ),
  seeds: [DealsSeed],
  republisher: ProjectionsService,
};
