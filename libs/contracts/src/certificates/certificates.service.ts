import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CONTRACT_CLASSES, legalDayOf, notFound, type Actor } from '@jihui/kernel';
import { checkIds, Config, Files, type GraphContext, type Tx } from '@jihui/platform';
import { streamOf } from '../contract-changes.js';
import { sealFile } from '../core/certificates/file.js';
import type { CertificatePublicKey } from '../core/certificates/keys.js';
import { factsHash, type CertificateFacts, type CertificatePayload } from '../core/certificates/payload.js';
import { ENDINGS, type Ending } from '../core/certificates/revocations.js';
import { signToken, verifyToken } from '../core/certificates/token.js';
import { REFUSALS } from '../core/certificates/verdict.js';
import { isOpenEnded } from '../core/amounts.js';
import { classOf, type Contract } from '../core/contract.js';
import { isStanding } from '../core/lifecycle.js';
import { pinnedRuleSetOf } from '../core/rulesets/sets.js';
import { sm2Verify } from '../sm2-verify.js';
import { CertificatesStore, type Certificate } from '../store/certificates.store.js';
import { ContractsStore } from '../store/contracts.store.js';
import { ProjectionsStore } from '../store/projections.store.js';
import { CertificateKeys } from './certificate-keys.js';
import { drawCertificate } from './certificate-pdf.js';
import { StatusListsService } from './status-lists.service.js';

export interface CertificateVerdict {
  readonly genuine: boolean;
  readonly reason: string | null;
  readonly registrationNumber: string | null;
  readonly version: number | null;
  readonly status: 'VALID' | Ending | null;
  readonly className: string | null;
  readonly registryName: string | null;
  readonly registeredOn: string | null;
  readonly issuedOn: string | null;
}

const NOTHING: CertificateVerdict = {
  genuine: false,
  reason: null,
  registrationNumber: null,
  version: null,
  status: null,
  className: null,
  registryName: null,
  registeredOn: null,
  issuedOn: null,
};

/** Draws, signs, keeps and checks certificates. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly store: ContractsStore,
    private readonly certificates: CertificatesStore,
    private readonly lists: StatusListsService,
    private readonly projections: ProjectionsStore,
    private readonly keys: CertificateKeys,
    private readonly files: Files,
    private readonly config: Config,
  ) {}

  /**
   * Issues the present version of a registered contract's certificate; done once, however often it is asked
   * for. The versions before it are superseded from then on, which the next status list says.
   */
  async issue(contractId: string, tx: Tx): Promise<void> {
    const contract = await this.store.lock(contractId);
    if (contract === undefined || !isStanding(contract.state)) return;
    const [newest] = (await this.certificates.versionsOf([contractId])).get(contractId) ?? [];
    const version = contract.certificateVersion;
    if (newest?.version === version) return;
    const facts = await this.factsOf(contract);
    const salt = randomBytes(16).toString('base64url');
    const issued = legalDayOf(tx.now);
    const signers = await this.keys.signers(issued);
    const payload: CertificatePayload = {
      v: 2,
      key: signers.ed25519.kid,
      ...(signers.sm2 === null ? {} : { sm2: signers.sm2.kid }),
      number: contract.registrationNumber ?? '',
      version,
      class: classOf(contract.form.subclass) ?? '',
      registry: contract.registry?.name ?? '',
      date: contract.registeredOn ?? '',
      issued,
      facts: await factsHash(facts, salt),
    };
    const token = signToken(payload, signers);
    const pdf = await drawCertificate({
      payload,
      facts,
      verifyUrl: this.verifyUrl(token),
      ruleSetName: pinnedRuleSetOf(contract).name,
      issuedAt: tx.now,
    });
    const file = await this.files.put(
      Readable.from([Buffer.from(sealFile(pdf, { token, facts, salt }, signers))]),
    );
    const { sha256, size } = file;
    await this.certificates.add({
      contractId,
      version,
      keyId: payload.key,
      token,
      sha256,
      size,
      issuedAt: tx.now,
    });
    await tx.audit({ stream: streamOf(contractId), action: 'issueCertificate', reason: `第${version}版` });
    if (newest !== undefined || !(await this.lists.isOut()))
      await tx.addJob('contracts.publishStatusList', {});
  }

  /** Every version of a contract's certificate, newest first. */
  async versions(context: GraphContext, contractId: string): Promise<readonly Certificate[]> {
    const load = (ids: readonly string[]): Promise<Map<string, readonly Certificate[]>> =>
      this.certificates.versionsOf(ids);
    return (await context.load('contracts.certificates', load, contractId)) ?? [];
  }

  verifyUrl(token: string): string {
    return `${this.config.publicUrl}/verify#${token}`;
  }

  publishedKeys(): Promise<readonly CertificatePublicKey[]> {
    return this.keys.published();
  }

  /**
   * A certificate's file, for whoever may see the contract: the newest, or an older one under a name that says so.
   * @throws DomainError NOT_FOUND otherwise, or while it is drawn.
   */
  async download(
    actor: Actor,
    contractId: string,
    version?: number,
  ): Promise<Certificate & { readonly name: string }> {
    checkIds(contractId);
    const contract = (await this.store.byIds(actor, [contractId])).get(contractId);
    const versions = (contract && (await this.certificates.versionsOf([contractId])).get(contractId)) ?? [];
    const certificate = versions.find((each) => version === undefined || each.version === version);
    if (certificate === undefined) throw notFound('登记证明');
    const mark = certificate.ended === null ? '' : `（${ENDINGS[certificate.ended]}）`;
    const number = contract?.registrationNumber ?? '';
    return { ...certificate, name: `技术合同登记证明-${number}-第${certificate.version}版${mark}.pdf` };
  }

  /** What anybody may learn from a QR code (reference A9): never parties, never amounts. */
  async verify(text: string): Promise<CertificateVerdict> {
    const trust = { keys: await this.keys.published(), sm2: sm2Verify };
    const verdict = await verifyToken(text.slice(0, 4_000), trust);
    if (!verdict.genuine) return { ...NOTHING, reason: REFUSALS[verdict.refusal] };
    const { payload } = verdict;
    const known = await this.certificates.endingOf(payload.number, payload.version);
    return {
      genuine: true,
      reason: null,
      registrationNumber: payload.number,
      version: payload.version,
      status: known === undefined ? null : (known.ended ?? 'VALID'),
      className: (CONTRACT_CLASSES as Readonly<Record<string, string>>)[payload.class] ?? payload.class,
      registryName: payload.registry,
      registeredOn: payload.date,
      issuedOn: payload.issued,
    };
  }

  private async factsOf(contract: Contract): Promise<CertificateFacts> {
    const { form } = contract;
    const reviewers = [contract.firstReviewerId, contract.secondReviewerId].map((id) => id ?? '');
    const names = await this.projections.personNames(reviewers.filter((id) => id !== ''));
    const nameOf = (index: number): string => names.get(reviewers[index] ?? '') ?? '登记员';
    return {
      title: form.title,
      subclass: form.subclass ?? '',
      sellers: form.sellers.map(({ name }) => name),
      buyers: form.buyers.map(({ name }) => name),
      signedOn: form.signedOn ?? '',
      effectiveFrom: form.effectiveFrom ?? '',
      effectiveTo: form.effectiveTo ?? '',
      total: form.money.total ?? 0,
      technical: form.money.technical ?? 0,
      amountOpen: isOpenEnded(form.money),
      acceptanceNumber: contract.acceptanceNumber ?? '',
      nationalRegNo: contract.nationalRegNo,
      firstReviewer: nameOf(0),
      secondReviewer: nameOf(1),
      ruleSet: pinnedRuleSetOf(contract).id,
    };
  }
}
