export { Audit, type AuditRecord, type TimelineEntry } from './audit/audit.js';
export { sha256 } from './audit/chain.js';
export type { ChainedEntry } from './audit/chained.js';
export { AuditHeads, type AuditProblem } from './audit/heads.js';
export { Administrators, type AdministratorForm } from './auth/administrators.js';
export { Authenticator } from './auth/authenticator.js';
export type { Credential } from './auth/credential.js';
export { LinkKey } from './auth/link-key.js';
export { RecentProof } from './auth/recent-proof.js';
export { SecretBox } from './auth/secret-box.js';
export { hostCookieName, hostCookieOptions } from './auth/host-cookie.js';
export { clearStepCookie, setStepCookie, stepCookieName } from './auth/step-cookie.js';
export { backUp } from './backup/backup.js';
export { restore } from './backup/restore.js';
export { City } from './city/city.js';
export {
  Config,
  ConfigError,
  isSubgraph,
  loadConfig,
  type EmbeddingService,
  type OidcSettings,
} from './config/config.js';
export { StartError, explain, reasonsOf } from './config/reasons.js';
export { checkDatabase } from './db/check.js';
export { checkQueue } from './queue/check.js';
export { BusinessClock } from './db/clock.js';
export { Db, isUniqueViolation, staleVersion } from './db/db.js';
export { coveredBy } from './db/divisions.js';
export { dropDomainSchema, installDomainTables } from './db/domain-tables.js';
export { checkIds, isUuid, uuidv7 } from './db/identifiers.js';
export { migrate } from './db/migrate.js';
export {
  connectionOf,
  pageArgs,
  type Connection,
  type ListQuery,
  type OrderColumn,
  type PageArgs,
} from './db/page.js';
export { addRows, putRows } from './db/put-rows.js';
export {
  anyOf,
  askedOf,
  countFacets,
  facetsView,
  type FacetCount,
  type FacetLabels,
  type FacetRow,
  type ListFacet,
} from './db/facets.js';
export { and, containing, join, or, raw, sql, Sql } from './db/sql.js';
export type { Tx } from './db/tx.js';
export { GroupCommit } from './db/group-commit.js';
export { checkCommand, settled, Work, type Claimed, type Command, type Outcome } from './db/work.js';
export { DemoCity, DemoPeople } from './demo-city.js';
export type { Domain, Republisher, Seed, Task } from './domain.js';
export { unzipped, zipped, type ZipPart } from './exports/zipped.js';
export { ZipStream, type ZippedPart } from './exports/zip-stream.js';
export { Files, MAX_FILE_BYTES, type StoredFile } from './files/files.js';
export { receiveFile, sendFile, sendMade, type FormFields, type ReceivedFile } from './files/transfer.js';
export { Uploads } from './files/uploads.js';
export { Throttle } from './throttle/throttle.js';
export { ownerOf } from './gateway/routes.js';
export { GraphContext } from './graph/context.js';
export { CurrentActor, RequestActor } from './graph/decorators.js';
export { COMMON_SDL } from './graph/graph.module.js';
export { Draining, ENDLESS } from './health/draining.js';
export type { KeptReads } from './graph/kept/kept-reads.js';
export { asksBeyond } from './graph/selection.js';
export { servedSdl } from './graph/served-sdl.js';
export { OperationFigures, type GivenUp, type Storage, type WorkOf } from './operation/figures.js';
export { IndexChecks, type IndexReport } from './operation/index-checks.js';
export { Retention, type RetentionReport } from './retention/retention.js';
export {
  BATCH as RETENTION_BATCH,
  byOwnClock,
  removedBy,
  type Retains,
  type RetentionRule,
} from './retention/rules.js';
export { Every, OnEvent, OnJob } from './outbox/handlers.js';
export { HandlerRegistry } from './outbox/handler-registry.js';
export { Relay } from './outbox/relay.js';
export { CatchUp } from './outbox/catch-up.js';
export { Replay } from './outbox/replay.js';
export { Settling } from './outbox/settling.js';
export { ClockWatch } from './outbox/clock-watch.js';
export { LossWatch } from './outbox/loss-watch.js';
export { Workers } from './outbox/workers.js';
export { HolidayBook, HolidayCalendars, type Holiday, type HolidayYear } from './law/holidays.js';
export { ParameterBook, type ParameterDefinition, type ParameterEntry } from './law/parameter-book.js';
export {
  declaredParameters,
  Parameters,
  registerParameters,
  type ParameterChoice,
  type ParameterDeclaration,
  type ParametersOfDay,
  type DatedParameterVersion,
  type ParameterVersion,
} from './law/parameters.js';
export { Mailer, MailRefused, type Mail } from './mail/mailer.js';
export { READER_LIMITS, TextReader } from './texts/text-reader.js';
export type { ReaderLimits } from './texts/reader-process.js';
export { createApplication, type ApplicationOptions } from './application.js';
export { isOutage } from './config/reasons.js';
export { UNCOUNTED } from './uncounted.js';
export { PlatformModule } from './platform.module.js';
export { Queues } from './queue/queues.js';
export { Recent } from './recent.js';
export { Served } from './served.js';
export { seedDemo, seedRequestId } from './seeding.js';
export { writeXlsx, type Cell, type WorkbookColumn, type WorkbookSheet } from './exports/workbook.js';
export { font } from './pdf/fonts.js';
export { drawPages } from './pdf/plain-pdf.js';
export { namedOnly, questionOf, typeOfRows, type HoldingList } from './exports/holdings.js';
export {
  askedAs,
  schemaOf,
  type ExportProgress,
  type OrganisationManifest,
} from './exports/organisation-export.js';
export { OrganisationExporter, type ExportedOrganisation } from './exports/organisation-exporter.js';
export { archiveName, ExportedArchives } from './exports/exported-archives.js';
export { EXPORT_TOO_LARGE, intoFolder } from './exports/sinks.js';
export { streamXlsx } from './exports/streamed.js';
export * from './imports/index.js';
export * from './relevance/index.js';
export * from './search/index.js';
