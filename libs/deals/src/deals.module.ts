import { Module } from '@nestjs/common';
import { registerParameters } from '@jihui/platform';
import { BrokeragesService } from './brokerages.service.js';
import { BrokersQueries } from './brokers.queries.js';
import { CommissionsService } from './commissions.service.js';
import { DealDesk } from './deal-desk.js';
import { DealOpener } from './deal-opener.js';
import { DealSnapshots } from './deal-snapshots.js';
import { DealsHandlers } from './deals.handlers.js';
import { DealsQueries } from './deals.queries.js';
import { DealsService } from './deals.service.js';
import { DisclosureCourse } from './disclosure-course.js';
import { DisclosuresQueries } from './disclosures.queries.js';
import { DISCLOSURE_DAYS, DisclosuresService, OBJECTION_LIMIT } from './disclosures.service.js';
import { DealFilesController } from './files.controller.js';
import { BrokerageResolver, DealBrokersResolver, IntroductionResolver } from './graph/brokerage.resolver.js';
import { BypassAlertResolver } from './graph/bypass.resolver.js';
import { CommissionResolver, DealCommissionsResolver } from './graph/commission.resolver.js';
import { DealMutationsResolver } from './graph/deal-mutations.resolver.js';
import { DealPartyResolver, DealResolver, PriceProposalResolver } from './graph/deal.resolver.js';
import {
  DealDisclosureResolver,
  DisclosureResolver,
  ObjectionResolver,
} from './graph/disclosure.resolver.js';
import {
  ExpertInvitationResolver,
  ExpertInvitationsResolver,
  NeedInvitationsResolver,
} from './graph/invitation.resolver.js';
import { NeedDealResolver, ResultDealResolver } from './graph/listing.resolver.js';
import {
  BrokerLoadResolver,
  NeedVitalityResolver,
  ResultVitalityResolver,
  VitalityResolver,
} from './graph/vitality.resolver.js';
import { VITALITY_PARAMETERS } from './core/vitality.js';
import { TermsStore } from './store/terms.store.js';
import { VitalityStore } from './store/vitality.store.js';
import { VitalityQueries } from './vitality.queries.js';
import { Loaders } from './graph/loaders.js';
import {
  DealContactResolver,
  DealFileResolver,
  DealMessageResolver,
  DealNoteResolver,
  DealSignatureResolver,
  RoomResolver,
} from './graph/room.resolver.js';
import { Introducing } from './introducing.js';
import { InvitationsQueries } from './invitations.queries.js';
import { InvitationsService } from './invitations.service.js';
import { OpeningService } from './opening.service.js';
import { PricingService } from './pricing.service.js';
import { ProjectionsService } from './projections.service.js';
import { BYPASS_MONTHS, RegistryService } from './registry.service.js';
import { RoomQueries } from './room.queries.js';
import { RoomService } from './room.service.js';
import { DealsSeed } from './seed/deals.seed.js';
import { SigningService } from './signing.service.js';
import { BrokeragesStore } from './store/brokerages.store.js';
import { CommissionsStore } from './store/commissions.store.js';
import { DealsStore } from './store/deals.store.js';
import { DisclosuresStore } from './store/disclosures.store.js';
import { FactsStore } from './store/facts.store.js';
import { IntroductionsStore } from './store/introductions.store.js';
import { InvitationsStore } from './store/invitations.store.js';
import { RoomStore } from './store/room.store.js';

const OURS = '本平台默认值：阶段时限可按本地规定调整';
const stage = (state: string, title: string, value: number) => ({
  name: `deals.stage_days_${state}`,
  title: `对接阶段时限：${title}（日）`,
  min: 1,
  max: 3_650,
  value,
  effectiveFrom: '2020-01-01',
  source: OURS,
});

const vitality = (name: string, title: string, value: number) => ({
  name,
  title,
  min: 1,
  max: 3_650,
  value,
  effectiveFrom: '2021-01-01',
  source: OURS,
});

registerParameters([
  vitality(VITALITY_PARAMETERS.window, '市场活力统计期（日）', 365),
  vitality(VITALITY_PARAMETERS.answer, '应当响应的期限（日）', 7),
  vitality(VITALITY_PARAMETERS.deadEnd, '视为无人响应的天数', 14),
  vitality(VITALITY_PARAMETERS.quiet, '视为久未推进的天数', 30),
  {
    name: DISCLOSURE_DAYS,
    title: '协议定价公示期（日）',
    min: 1,
    max: 365,
    value: 15,
    effectiveFrom: '2016-02-26',
    source: '国发〔2016〕16号：协议定价应在本单位公示，公示时间不少于15日（待核）；按自然日计为本平台默认',
  },
  {
    name: OBJECTION_LIMIT,
    title: '每人对同一公示可提出的异议次数',
    min: 1,
    max: 100,
    value: 3,
    effectiveFrom: '2016-02-26',
    source:
      '本平台默认值：异议在处理完毕前中止公示，同一人反复提出的应当有限；其余意见向受理部门当面或电话提出',
  },
  {
    name: BYPASS_MONTHS,
    title: '绕单识别期（月）',
    min: 0,
    max: 120,
    value: 12,
    effectiveFrom: '2021-01-01',
    source: '民法典第九百六十五条未定期限，12 个月为本平台默认值',
  },
  stage('lead', '线索', 5),
  stage('interest', '意向', 10),
  stage('confirmed', '意向确认', 60),
  stage('negotiating', '洽谈', 30),
  stage('priced', '定价', 10),
  stage('ready_to_sign', '待签约', 30),
  stage('signature_recorded', '签约登记', 10),
  stage('signed', '已签约', 30),
]);

const stores = [
  DealsStore,
  FactsStore,
  DisclosuresStore,
  BrokeragesStore,
  IntroductionsStore,
  InvitationsStore,
  CommissionsStore,
  RoomStore,
  TermsStore,
  VitalityStore,
];
const services = [
  DealDesk,
  DealOpener,
  DealSnapshots,
  DisclosureCourse,
  Introducing,
  OpeningService,
  InvitationsService,
  DealsService,
  PricingService,
  DisclosuresService,
  SigningService,
  BrokeragesService,
  CommissionsService,
  RoomService,
  RegistryService,
  ProjectionsService,
  DealsHandlers,
  DealsSeed,
];
const graph = [
  VitalityQueries,
  VitalityResolver,
  BrokerLoadResolver,
  ResultVitalityResolver,
  NeedVitalityResolver,
  DealsQueries,
  DisclosuresQueries,
  BrokersQueries,
  RoomQueries,
  Loaders,
  DealResolver,
  DealPartyResolver,
  PriceProposalResolver,
  DealMutationsResolver,
  DisclosureResolver,
  ObjectionResolver,
  DealDisclosureResolver,
  BrokerageResolver,
  IntroductionResolver,
  DealBrokersResolver,
  CommissionResolver,
  DealCommissionsResolver,
  BypassAlertResolver,
  RoomResolver,
  DealMessageResolver,
  DealNoteResolver,
  DealContactResolver,
  DealFileResolver,
  DealSignatureResolver,
  ResultDealResolver,
  NeedDealResolver,
  InvitationsQueries,
  ExpertInvitationResolver,
  NeedInvitationsResolver,
  ExpertInvitationsResolver,
];

/** From interest to a disclosed price and a signed contract. */
@Module({ providers: [...stores, ...services, ...graph], controllers: [DealFilesController] })
export class DealsModule {}
