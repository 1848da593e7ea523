import { Injectable } from '@nestjs/common';
import { Db, raw, sql, type Sql } from '@jihui/platform';
import type { EndedCertificate, Ending } from '../core/certificates/revocations.js';
import { CertificateRow } from './parts.row.js';

/** One version of a certificate that was issued. */
export interface Certificate {
  readonly contractId: string;
  readonly version: number;
  readonly keyId: string;
  readonly token: string;
  readonly sha256: string;
  readonly size: number;
  readonly issuedAt: Date;
  /** Null while it stands. */
  readonly ended: Ending | null;
}

/** A signed list as it is kept. */
export interface KeptList {
  readonly sequence: number;
  readonly day: string;
  readonly sha256: string;
  readonly signed: unknown;
}

/**
 * Every certificate with what became of it: cancelled and revoked as the ledger's last word on the contract,
 * superseded as soon as the next version is out.
 */
const certificates = (where: Sql): Sql => sql`
  select k.*, c.registration_number, c.state,
    case when e.kind = 'REVOCATION' then 'REVOKED' when e.kind = 'CANCELLATION' then 'CANCELLED'
      when k.next_at is not null then 'SUPERSEDED' end as ended,
    case when e.kind in ('REVOCATION', 'CANCELLATION') then e.occurred_on
      else (k.next_at at time zone 'Asia/Shanghai')::date end as ended_on
  from (select k.*, lead(k.issued_at) over (partition by k.contract_id order by k.version) as next_at
    from contracts.certificate k where ${where}) k
  join contracts.contract c on c.id = k.contract_id
  left join lateral (
    select l.kind, l.occurred_on from contracts.ledger l
    where l.contract_id = k.contract_id and l.kind in ('CANCELLATION', 'REVOCATION', 'REINSTATEMENT')
    order by l.seq desc limit 1) e on true`;

/** Certificates, and the signed lists of those that no longer stand. */
@Injectable()
export class CertificatesStore {
  constructor(private readonly db: Db) {}

  add(certificate: CertificateRow): Promise<void> {
    return this.db.insert(CertificateRow, certificate);
  }

  /** Every version of each contract's certificate, newest first. */
  async versionsOf(contractIds: readonly string[]): Promise<Map<string, readonly Certificate[]>> {
    const rows = await this.db.query<Certificate>(sql`
      select contract_id as "contractId", version, key_id as "keyId", token, sha256, size::float8 as size,
        issued_at as "issuedAt", ended
      from (${certificates(sql.any(sql`k.contract_id`, contractIds))}) k order by contract_id, version desc`);
    const versions = new Map<string, Certificate[]>();
    for (const row of rows) versions.set(row.contractId, [...(versions.get(row.contractId) ?? []), row]);
    return versions;
  }

  /** What became of that version; undefined where none such was issued. */
  async endingOf(number: string, version: number): Promise<{ readonly ended: Ending | null } | undefined> {
    const mine = sql`k.contract_id = (select id from contracts.contract where registration_number = ${number})`;
    return this.db.one(sql`select ended from (${certificates(mine)}) k where k.version = ${version}`);
  }

  /** Everything that no longer stands, in the order of the list. */
  async ended(): Promise<readonly EndedCertificate[]> {
    return this.db.query<EndedCertificate>(sql`
      select registration_number as number, version, ended as status, ended_on::text as "on"
      from (${certificates(raw('true'))}) k where ended is not null order by registration_number, version`);
  }

  /** Of two who publish at once the second waits, and finds nothing left to publish. */
  async lockLists(): Promise<void> {
    await this.db.query(sql`select pg_advisory_xact_lock(hashtextextended('contracts/status-list', 0))`);
  }

  async newestList(): Promise<KeptList | undefined> {
    return this.db.one<KeptList>(sql`
      select sequence, day::text as day, entries_sha256 as sha256, signed
      from contracts.status_list order by sequence desc limit 1`);
  }

  async addList(list: KeptList & { readonly issuedAt: Date }): Promise<void> {
    await this.db.query(sql`
      insert into contracts.status_list (sequence, day, issued_at, entries_sha256, signed)
      values (${list.sequence}, ${list.day}::date, ${list.issuedAt}, ${list.sha256}, ${JSON.stringify(list.signed)}::jsonb)`);
  }
}
