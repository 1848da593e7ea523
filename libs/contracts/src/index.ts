import type { Domain } from '@jihui/platform';
import { KeyRotation } from './certificates/rotation.js';
import { ContractEvents } from './contract-events.js';
import { HOLDINGS } from './holdings.js';
import { ContractsModule } from './contracts.module.js';
import { ContractsSeed } from './seed/contracts.seed.js';
import { RuleReplay } from './checks/rule-replay.js';
import { ContractRow } from './store/contract.row.js';
import { Contracts1763860000000 } from './store/migrations/1763860000000-contracts.js';
import { ContractsApproved1764340000000 } from './store/migrations/1764340000000-approved.js';
import { ContractsHandling1764420000000 } from './store/migrations/1764420000000-handling.js';
import { LedgerDeltas1764400000000 } from './store/migrations/1764400000000-ledger-deltas.js';
import { ContractTexts1764410000000 } from './store/migrations/1764410000000-contract-texts.js';
import { StatusLists1764500000000 } from './store/migrations/1764500000000-status-lists.js';
import { Proceedings1764510000000 } from './store/migrations/1764510000000-proceedings.js';
import { ContractLikeness1764600000000 } from './store/migrations/1764600000000-contract-likeness.js';
import { Calculations1764520000000 } from './store/migrations/1764520000000-calculations.js';
import { ContractIntegrity1764610000000 } from './store/migrations/1764610000000-integrity.js';
import { Registries1764710000000 } from './store/migrations/1764710000000-registries.js';
import { ContractLookups1764730000000 } from './store/migrations/1764730000000-lookups.js';
import { Rewards1764731000000 } from './store/migrations/1764731000000-rewards.js';
import { AnnualReports1764732000000 } from './store/migrations/1764732000000-annual-reports.js';
import { Exchange1764733000000 } from './store/migrations/1764733000000-exchange.js';
import { NationalNumbersImporter, NationalPackageExport } from './exchange/exchange-files.js';
import { RewardRow } from './store/reward.row.js';
import { OpinionTemplates1764740000000 } from './store/migrations/1764740000000-opinion-templates.js';
import { CounterIntake1764741000000 } from './store/migrations/1764741000000-counter.js';
import { LedgerNewest1764742000000 } from './store/migrations/1764742000000-ledger-newest.js';
import { ReportReminders1764744000000 } from './store/migrations/1764744000000-report-reminders.js';
import { ReplayRuns1764743000000 } from './store/migrations/1764743000000-replay-runs.js';
import { Experts1764751000000 } from './store/migrations/1764751000000-experts.js';
import { RewardOwnUse1764801000000 } from './store/migrations/1764801000000-reward-own-use.js';
import { Pairs1765140000000 } from './store/migrations/1765140000000-pairs.js';
import { FormDigests1766100000000 } from './store/migrations/1766100000000-form-digests.js';
import { Reports1767600000000 } from './store/migrations/1767600000000-reports.js';
import { RegisteredPatents1770110000000 } from './store/migrations/1770110000000-patents.js';
import { Restrictions1770100000000 } from './store/migrations/1770100000000-restrictions.js';
import { SameTitles1767200000000 } from './store/migrations/1767200000000-same-titles.js';
import { SameNumbers1765130000000 } from './store/migrations/1765130000000-same-numbers.js';
import { FoldedWords1765120000000 } from './store/migrations/1765120000000-folded-words.js';
import { Addresses1765110000000 } from './store/migrations/1765110000000-addresses.js';
import { Comparing1765100000000 } from './store/migrations/1765100000000-comparing.js';
import { BankExperts1764820000000 } from './store/migrations/1764820000000-bank-experts.js';
import { RewardCorrections1764752000000 } from './store/migrations/1764752000000-reward-corrections.js';
import { CounterSellers1764761000000 } from './store/migrations/1764761000000-counter-sellers.js';
import { ReplayFailures1764762000000 } from './store/migrations/1764762000000-replay-failures.js';
import { Returned1764763000000 } from './store/migrations/1764763000000-returned.js';
import { Supplements1764750000000 } from './store/migrations/1764750000000-supplements.js';
import { Registering1764760000000 } from './store/migrations/1764760000000-registering.js';
import { Sides1764763000000 } from './store/migrations/1764763000000-sides.js';
import { ExpertSeats1764770000000 } from './store/migrations/1764770000000-expert-seats.js';
import { CertificateRow, FileRow, ReviewRow } from './store/parts.row.js';
import { ProceedingFileRow, ProceedingRow } from './store/proceeding.row.js';
import { TaxNoticeRow } from './store/tax-notice.row.js';
import { GRAVE } from './core/grave.js';

/** 技术合同认定登记. */
export const contractsDomain: Domain = {
  name: 'contracts',
  schema: 'contracts',
  module: ContractsModule,
  holdings: HOLDINGS,
  entities: [
    ContractRow,
    FileRow,
    ReviewRow,
    CertificateRow,
    ProceedingRow,
    ProceedingFileRow,
    TaxNoticeRow,
    RewardRow,
  ],
  migrations: [
    Contracts1763860000000,
    ContractsApproved1764340000000,
    LedgerDeltas1764400000000,
    ContractTexts1764410000000,
    ContractsHandling1764420000000,
    StatusLists1764500000000,
    Proceedings1764510000000,
    Calculations1764520000000,
    ContractLikeness1764600000000,
    ContractIntegrity1764610000000,
    Registries1764710000000,
    ContractLookups1764730000000,
    Rewards1764731000000,
    AnnualReports1764732000000,
    Exchange1764733000000,
    OpinionTemplates1764740000000,
    CounterIntake1764741000000,
    LedgerNewest1764742000000,
    ReplayRuns1764743000000,
    ReportReminders1764744000000,
    Supplements1764750000000,
    Experts1764751000000,
    RewardCorrections1764752000000,
    CounterSellers1764761000000,
    ReplayFailures1764762000000,
    Returned1764763000000,
    Registering1764760000000,
    Sides1764763000000,
    ExpertSeats1764770000000,
    RewardOwnUse1764801000000,
    BankExperts1764820000000,
    Comparing1765100000000,
    Addresses1765110000000,
    FoldedWords1765120000000,
    SameNumbers1765130000000,
    Pairs1765140000000,
    FormDigests1766100000000,
    SameTitles1767200000000,
    Reports1767600000000,
    Restrictions1770100000000,
    RegisteredPatents1770110000000,
  ],
  grave: GRAVE,
  sdl: [
    './contracts.graphql',
    './checks/checks.graphql',
    './registration.graphql',
    './handling/handling.graphql',
    './registries/registries.graphql',
    './workload/workload.graphql',
    './counter/counter.graphql',
    './experts/experts.graphql',
    './experts/expert-reviews.graphql',
    './ratings/ratings.graphql',
    './templates/templates.graphql',
    './calculators/calculators.graphql',
    './certificates/certificates.graphql',
    './statistics/statistics.graphql',
    './text/texts.graphql',
    './proceedings/proceedings.graphql',
    './rewards/rewards.graphql',
    './annual-report/annual-report.graphql',
    './exchange/exchange.graphql',
    './replays/replays.graphql',
  ].map((file) => new URL(file, import.meta.url)),
  seeds: [ContractsSeed],
  republisher: ContractEvents,
  importers: { 'national-numbers': NationalNumbersImporter },
  exporters: { national: NationalPackageExport },
  tasks: { 'rotate-certificate-key': KeyRotation, 'replay-rules': RuleReplay },
};
