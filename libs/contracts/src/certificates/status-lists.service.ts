import { Injectable } from '@nestjs/common';
import { addDays, canonical, legalDayOf, notFound } from '@jihui/kernel';
import { sha256, type Tx } from '@jihui/platform';
import { signList, type StatusList } from '../core/certificates/revocations.js';
import { CertificatesStore } from '../store/certificates.store.js';
import { CertificateKeys } from './certificate-keys.js';

/** Days within which the next list is out; the job runs every day. */
const NEXT_WITHIN_DAYS = 2;

/** 状态清单: which certificates no longer stand, signed, so that nobody need ask this server. */
@Injectable()
export class StatusListsService {
  constructor(
    private readonly store: CertificatesStore,
    private readonly keys: CertificateKeys,
  ) {}

  /** Publishes the next list; nothing where today's already says it all. */
  async publish(tx: Tx): Promise<void> {
    await this.store.lockLists();
    const entries = await this.store.ended();
    const hash = sha256(canonical(entries));
    const day = legalDayOf(tx.now);
    const newest = await this.store.newestList();
    if (newest?.day === day && newest.sha256 === hash) return;
    const signers = await this.keys.signers(day);
    const list: StatusList = {
      v: 1,
      key: signers.ed25519.kid,
      ...(signers.sm2 === null ? {} : { sm2: signers.sm2.kid }),
      sequence: (newest?.sequence ?? 0) + 1,
      day,
      issuedAt: tx.now.toISOString(),
      nextBy: addDays(day, NEXT_WITHIN_DAYS),
      entries,
    };
    const signed = signList(list, signers);
    await this.store.addList({ sequence: list.sequence, day, sha256: hash, signed, issuedAt: tx.now });
  }

  /** The newest list. @throws DomainError NOT_FOUND before the first. */
  async newest(): Promise<unknown> {
    const list = await this.store.newestList();
    if (list === undefined) throw notFound('证明状态清单');
    return list.signed;
  }

  /** Whether a list is out. */
  async isOut(): Promise<boolean> {
    return (await this.store.newestList()) !== undefined;
  }
}
