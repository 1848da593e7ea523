import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { notFound, type Actor } from '@jihui/kernel';
import { Audit, checkIds, Files, ZipStream, type ZippedPart } from '@jihui/platform';
import { ContractChanges, streamOf, textStreamOf } from '../contract-changes.js';
import type { Contract } from '../core/contract.js';
import { ACTION_LABELS } from '../core/lifecycle.js';
import { sightOf } from '../core/sight.js';
import { CertificatesStore } from '../store/certificates.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { PartsStore } from '../store/parts.store.js';
import { ProjectionsStore } from '../store/projections.store.js';

/** One entry of the package: text of ours, or stored bytes with the hash that they must have. */
type Entry =
  | { readonly path: string; readonly at: Date; readonly text: string }
  | { readonly path: string; readonly at: Date; readonly sha256: string };

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const two = (index: number): string => String(index + 1).padStart(2, '0');

/** 归档包: everything of one case in a ZIP, in a stable order, with a manifest of SHA-256 at its end. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly changes: ContractChanges,
    private readonly store: ContractsStore,
    private readonly parts: PartsStore,
    private readonly certificates: CertificatesStore,
    private readonly projections: ProjectionsStore,
    private readonly audit: Audit,
    private readonly files: Files,
  ) {}

  /**
   * The package as a stream; taking it is recorded as a view of the contract's text before a byte is sent.
   * @throws DomainError NOT_FOUND for whoever is not the registry.
   */
  async open(
    actor: Actor,
    contractId: string,
  ): Promise<{ readonly name: string; readonly stream: Readable }> {
    checkIds(contractId);
    const contract = (await this.store.byIds(actor, [contractId])).get(contractId);
    if (contract === undefined || sightOf(actor, contract) !== 'REGISTRY') throw notFound('登记申请');
    await this.changes.recordView(actor, { contractId, name: '归档包' });
    const entries = await this.entriesOf(contract);
    const number = contract.registrationNumber ?? contract.acceptanceNumber ?? contract.id;
    return { name: `${number}.zip`, stream: this.pack(entries, contract.updatedAt) };
  }

  private async entriesOf(contract: Contract): Promise<readonly Entry[]> {
    const { id, updatedAt: at, form, experts, ...facts } = contract;
    const reviews = (await this.parts.reviewsOf([id])).get(id) ?? [];
    const streams = await this.audit.timelines('contracts', [streamOf(id), textStreamOf(id)]);
    const steps = streams.get(streamOf(id)) ?? [];
    const views = streams.get(textStreamOf(id)) ?? [];
    const people = [...steps, ...views].flatMap(({ actor }) => actor?.id ?? []);
    const names = await this.projections.personNames([
      ...new Set([...people, ...reviews.map(({ reviewerId }) => reviewerId)]),
    ]);
    const nameOf = (personId: string | undefined): string =>
      personId === undefined ? '系统' : (names.get(personId) ?? personId);
    const files = (await this.parts.filesOf([id])).get(id) ?? [];
    const certificates = [...((await this.certificates.versionsOf([id])).get(id) ?? [])].reverse();
    const notices = reviews.filter(({ verdict }) => verdict === 'RETURN' || verdict === 'REJECT');
    return [
      { path: 'application.json', at, text: pretty({ id, ...facts, form }) },
      {
        path: 'steps.json',
        at,
        text: pretty(
          steps.map((step) => ({
            ...step,
            actor: nameOf(step.actor?.id),
            step: (ACTION_LABELS as Readonly<Record<string, string>>)[step.action] ?? step.action,
          })),
        ),
      },
      {
        path: 'opinions.json',
        at,
        text: pretty(reviews.map((review) => ({ ...review, reviewer: nameOf(review.reviewerId) }))),
      },
      { path: 'experts.json', at, text: pretty(experts) },
      {
        path: 'notices.json',
        at,
        text: pretty(
          notices.map(({ at: told, verdict, grounds, deficiencies, opinion }) => ({
            told,
            verdict,
            grounds,
            deficiencies,
            opinion,
          })),
        ),
      },
      {
        path: 'text-views.json',
        at,
        text: pretty(
          views.map((view) => ({ at: view.at, person: nameOf(view.actor?.id), file: view.reason })),
        ),
      },
      ...files.map((file, index) => ({
        path: `files/${two(index)}-${file.kind}-${file.name}`,
        at: file.createdAt,
        sha256: file.sha256,
      })),
      ...certificates.map(({ version, issuedAt, sha256 }) => ({
        path: `certificates/v${version}.pdf`,
        at: issuedAt,
        sha256,
      })),
    ];
  }

  /** Bytes go from disk to the reader as it takes them; a stored file that is not what its hash says ends the stream. */
  private pack(entries: readonly Entry[], at: Date): Readable {
    return ZipStream.of(async (zip) => {
      const manifest: ZippedPart[] = [];
      for (const entry of entries) {
        const source = 'text' in entry ? [Buffer.from(entry.text)] : this.files.open(entry.sha256);
        const part = await zip.add(entry.path, entry.at, source);
        if ('sha256' in entry && entry.sha256 !== part.sha256)
          throw new Error(`${entry.path} is not what was stored`);
        manifest.push(part);
      }
      await zip.add('manifest.json', at, [Buffer.from(pretty(manifest))]);
    });
  }
}
