import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Audit } from './audit/audit.js';
import { AuditHeads } from './audit/heads.js';
import { RecentProof } from './auth/recent-proof.js';
import { City } from './city/city.js';
import { Config } from './config/config.js';
import { BusinessClock } from './db/clock.js';
import { opened, runtimeDataSource } from './db/data-source.js';
import { Db } from './db/db.js';
import { StatementWatch } from './db/statement-watch.js';
import { Work } from './db/work.js';
import { DemoCity } from './demo-city.js';
import type { Domain } from './domain.js';
import { ExportedArchives } from './exports/exported-archives.js';
import { OrganisationExporter } from './exports/organisation-exporter.js';
import { Files } from './files/files.js';
import { UploadStore } from './files/upload.store.js';
import { Uploads } from './files/uploads.js';
import { Draining } from './health/draining.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { Parts } from './health/parts.js';
import { ImportRuns } from './imports/import-runs.js';
import { ImportRunsStore } from './imports/import-runs.store.js';
import { HolidayBook, HolidayCalendars } from './law/holidays.js';
import { ParameterBook } from './law/parameter-book.js';
import { Parameters } from './law/parameters.js';
import { Mailer } from './mail/mailer.js';
import { Failpoints } from './outbox/failpoints.js';
import { HandlerRegistry } from './outbox/handler-registry.js';
import { JobWatch } from './outbox/job-watch.js';
import { Relay } from './outbox/relay.js';
import { OperationFigures } from './operation/figures.js';
import { IndexChecks } from './operation/index-checks.js';
import { CatchUp } from './outbox/catch-up.js';
import { Replay } from './outbox/replay.js';
import { Settling } from './outbox/settling.js';
import { ClockWatch } from './outbox/clock-watch.js';
import { LossWatch } from './outbox/loss-watch.js';
import { Workers } from './outbox/workers.js';
import { QueueBackend } from './queue/backend.js';
import { Queues } from './queue/queues.js';
import { Engines } from './search/engines.js';
import { SearchFeeder } from './search/feeder.js';
import { IndexCheck } from './search/index-check.js';
import { IndexStore } from './search/index.store.js';
import { LexiconStore } from './search/lexicon.store.js';
import { Nearest } from './search/nearest.js';
import { Rarity } from './search/rarity.js';
import { Reranker } from './search/reranker.js';
import { Scope } from './search/scope.js';
import { Meili } from './search/meili/meili.js';
import { PostgresEngine } from './search/postgres.engine.js';
import { Reindex } from './search/reindex.js';
import { Search } from './search/search.js';
import { SearchIndex } from './search/search-index.js';
import { SearchWordBook } from './search/search-words.js';
import { WordSearch } from './search/word-search.js';
import { Served } from './served.js';
import { Tracing } from './tracing/tracing.js';
import { Throttle } from './throttle/throttle.js';
import { PlatformRetains } from './retention/platform-rules.js';
import { Retention } from './retention/retention.js';
import { Shutdown } from './db/shutdown.js';
import { TextReader } from './texts/text-reader.js';

const providers = [
  Audit,
  AuditHeads,
  BusinessClock,
  DemoCity,
  Db,
  StatementWatch,
  Work,
  Files,
  UploadStore,
  Uploads,
  Throttle,
  ImportRuns,
  ImportRunsStore,
  HolidayBook,
  HolidayCalendars,
  ParameterBook,
  Parameters,
  RecentProof,
  Mailer,
  TextReader,
  HandlerRegistry,
  Failpoints,
  Relay,
  Settling,
  Replay,
  CatchUp,
  LossWatch,
  ClockWatch,
  Workers,
  JobWatch,
  Queues,
  Metrics,
  Parts,
  Draining,
  Tracing,
  PostgresEngine,
  Engines,
  LexiconStore,
  Nearest,
  Rarity,
  Reranker,
  Scope,
  Search,
  SearchIndex,
  SearchWordBook,
  WordSearch,
  SearchFeeder,
  IndexStore,
  IndexCheck,
  Meili,
  Reindex,
  OperationFigures,
  IndexChecks,
  PlatformRetains,
  Retention,
  OrganisationExporter,
  ExportedArchives,
];

/** Everything a domain builds on. Global, so that a domain's module names only its own parts. */
@Global()
@Module({})
export class PlatformModule {
  static forDomains(config: Config, domains: readonly Domain[]): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Served, useValue: new Served(domains) },
        { provide: City, useFactory: () => City.load(config.cityFile) },
        { provide: QueueBackend, useFactory: () => new QueueBackend(config) },
        {
          provide: DataSource,
          useFactory: () => opened(runtimeDataSource(config.databaseUrl, domains, config)),
        },
        Shutdown,
        ...providers,
      ],
      exports: [Config, Served, City, QueueBackend, ...providers],
    };
  }
}
