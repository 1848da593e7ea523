import { Injectable } from '@nestjs/common';
import { organisationsWithRole, type Actor, type LegalDay } from '@jihui/kernel';
import { containing, Db, raw, sql, type Connection, type OrderColumn, type PageArgs } from '@jihui/platform';
import { typedWords } from './register-reads.js';

/** A registered contract that a licence of a patent may name. */
export interface LicensableContract {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly registeredOn: LegalDay | null;
}

const ORDER: readonly OrderColumn[] = [
  { expression: sql`coalesce(c.registered_on, '0001-01-01'::date)`, type: 'date', direction: 'desc' },
  { expression: sql`c.id`, type: 'uuid', direction: 'desc' },
];

/** This domain's copies of contracts, as they are offered for a licence. */
@Injectable()
export class LicensableContractsStore {
  constructor(private readonly db: Db) {}

  /** Contracts that stand, by which the patent's holder sold something, for whoever speaks for the holder. */
  page(
    actor: Actor,
    patentId: string,
    text: string | null | undefined,
    args: PageArgs,
  ): Promise<Connection<LicensableContract>> {
    const words = typedWords(text).map(
      (word) =>
        sql`(lower(c.title) like ${containing(word)} or lower(c.registration_number) like ${containing(word)})`,
    );
    return this.db.page<LicensableContract, LicensableContract>(
      {
        select: raw(
          `c.id, c.title, c.registration_number as number, c.registered_on::text as "registeredOn"`,
        ),
        from: raw('discovery.contract c'),
        where: [
          raw('c.standing and c.registration_number is not null'),
          sql`c.seller_id = (select p.owner_id from discovery.patent p where p.id = ${patentId})`,
          sql.any(sql`c.seller_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER')),
          ...words,
        ],
        order: ORDER,
        toNode: (row) => row,
      },
      args,
    );
  }
}
