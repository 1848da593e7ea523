import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CONTRACT_CLASSES, notFound, type Actor } from '@jihui/kernel';
import { checkIds, Config, Files, type Tx } from '@jihui/platform';
import { streamOf } from '../contract-changes.js';
import {
  factsHash,
  REFUSALS,
  sealFile,
  signToken,
  verifyToken,
  type CertificateFacts,
  type CertificatePayload,
  type CertificatePublicKey,
} from '../core/certificate.js';
import { isOpenEnded } from '../core/amounts.js';
import { classOf, type Contract } from '../core/contract.js';
import { pinnedRuleSetOf } from '../core/rulesets/sets.js';
import { ContractsStore } from '../store/contracts.store.js';
import { PartsStore, type Certificate } from '../store/parts.store.js';
import { ProjectionsStore } from '../store/projections.store.js';
import { CertificateKeys } from './certificate-keys.js';
import { drawCertificate } from './certificate-pdf.js';

export interface CertificateVerdict {
  readonly genuine: boolean;
  readonly reason: string | null;
  readonly registrationNumber: string | null;
  readonly version: number | null;
  readonly status: 'VALID' | 'SUPERSEDED' | null;
  readonly className: string | null;
  readonly registryName: string | null;
  readonly registeredOn: string | null;
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
};

/** Draws, signs, keeps and checks certificates. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly store: ContractsStore,
    private readonly parts: PartsStore,
    private readonly projections: ProjectionsStore,
    private readonly keys: CertificateKeys,
    private readonly files: Files,
    private readonly config: Config,
  ) {}

  /** Issues the present version of a registered contract's certificate; done once, however often it is asked for. */
  async issue(contractId: string, tx: Tx): Promise<void> {
    const contract = await this.store.lock(contractId);
    if (contract?.state !== 'REGISTERED') return;
    const newest = (await this.parts.certificatesOf([contractId])).get(contractId);
    if (newest?.version === contract.certificateVersion) return;
    const facts = await this.factsOf(contract);
    const salt = randomBytes(16).toString('base64url');
    const key = this.keys.signing(contract.registeredOn ?? '');
    const payload = await payloadOf(contract, facts, salt, key.kid);
    const token = signToken(payload, key.sign);
    const pdf = await drawCertificate({
      payload,
      facts,
      verifyUrl: this.verifyUrl(token),
      ruleSetName: pinnedRuleSetOf(contract).name,
      issuedAt: tx.now,
    });
    const { sha256, size } = await this.files.put(
      Readable.from([Buffer.from(sealFile(pdf, { token, facts, salt, key: key.kid }, key.sign))]),
    );
    const version = contract.certificateVersion;
    await this.parts.addCertificate({
      contractId,
      version,
      keyId: key.kid,
      token,
      sha256,
      size,
      issuedAt: tx.now,
    });
    await tx.audit({ stream: streamOf(contractId), action: 'issueCertificate', reason: `第${version}版` });
  }

  verifyUrl(token: string): string {
    return `${this.config.publicUrl}/verify#${token}`;
  }

  publishedKeys(): readonly CertificatePublicKey[] {
    return this.keys.published();
  }

  /** The newest file, for whoever may see the contract. @throws DomainError NOT_FOUND otherwise, or while it is drawn. */
  async download(actor: Actor, contractId: string): Promise<Certificate & { readonly name: string }> {
    checkIds(contractId);
    const contract = (await this.store.byIds(actor, [contractId])).get(contractId);
    const certificate = contract && (await this.parts.certificatesOf([contractId])).get(contractId);
    if (certificate === undefined) throw notFound('登记证明');
    return { ...certificate, name: `技术合同登记证明-${contract?.registrationNumber ?? ''}.pdf` };
  }

  /** What anybody may learn from a QR code (reference A9): never parties, never amounts. */
  async verify(text: string): Promise<CertificateVerdict> {
    const verdict = await verifyToken(text.slice(0, 4_000), this.keys.published());
    if (!verdict.genuine) return { ...NOTHING, reason: REFUSALS[verdict.refusal] };
    const { payload } = verdict;
    const registered = await this.parts.registered(payload.number);
    return {
      genuine: true,
      reason: null,
      registrationNumber: payload.number,
      version: payload.version,
      status:
        (registered && (payload.version < registered.certificateVersion ? 'SUPERSEDED' : 'VALID')) || null,
      className: (CONTRACT_CLASSES as Readonly<Record<string, string>>)[payload.class] ?? payload.class,
      registryName: payload.registry,
      registeredOn: payload.date,
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

const payloadOf = async (
  contract: Contract,
  facts: CertificateFacts,
  salt: string,
  key: string,
): Promise<CertificatePayload> => ({
  v: 1,
  key,
  number: contract.registrationNumber ?? '',
  version: contract.certificateVersion,
  class: classOf(contract.form.subclass) ?? '',
  registry: contract.registry?.name ?? '',
  date: contract.registeredOn ?? '',
  facts: await factsHash(facts, salt),
});
