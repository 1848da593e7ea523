import { Injectable } from '@nestjs/common';
import { actorId, type Actor } from '@jihui/kernel';
import { Db, raw, sql, type OrderColumn, type Sql } from '@jihui/platform';
import { BLANK_BROKER, type Broker, type BrokerContent } from '../core/brokers/broker.js';
import { BROKER_COLUMNS } from './brokers.store.js';
import { RegisterReads, TODAY } from './register-reads.js';
import { brokerContent, readWholeBroker, visibleBrokers } from './register-visibility.js';

/** An entry as an actor reads it. */
export interface ReadBroker {
  readonly broker: Broker;
  readonly name: string;
  readonly organisationName: string;
  /** Whether the actor reads the whole of it. */
  readonly whole: boolean;
}
type Stored = Omit<Broker, 'content'> &
  Omit<ReadBroker, 'broker'> & { readonly content: Partial<BrokerContent> };

const id = (direction: 'asc' | 'desc'): OrderColumn => ({ expression: sql`b.id`, type: 'uuid', direction });
const NEWEST: readonly OrderColumn[] = [
  {
    expression: sql`coalesce(b.admitted_at, '0001-01-01'::timestamptz)`,
    type: 'timestamptz',
    direction: 'desc',
  },
  id('desc'),
];
export const BROKER_ORDERS = {
  /** Without words nothing is more relevant than the rest. */
  RELEVANCE: NEWEST,
  NEWEST,
  WAITING: [{ expression: sql`b.state_since`, type: 'timestamptz', direction: 'asc' }, id('asc')],
} as const satisfies Readonly<Record<string, readonly OrderColumn[]>>;
export type BrokerOrder = keyof typeof BROKER_ORDERS;

const FROM = raw(`discovery.broker b join discovery.person m on m.id = b.person_id
  join discovery.organisation o on o.id = b.organisation_id`);

const columns = (actor: Actor): Sql => sql`${BROKER_COLUMNS}, m.name, o.name as "organisationName",
  ${readWholeBroker(actor)} as whole, ${brokerContent(actor)} as content`;

const toRead = ({ name, organisationName, whole, content, ...broker }: Stored): ReadBroker => ({
  broker: { ...broker, content: { ...BLANK_BROKER, ...content } },
  ...{ name, organisationName, whole },
});

/** The account stands; asked as a subquery, so that lists and counts may use it alike. */
const STANDS = raw('exists (select from discovery.person s where s.id = b.person_id and s.active)');

/** Reads of the register of brokers. An account that no longer stands is in no list. */
@Injectable()
export class BrokerReadsStore extends RegisterReads<Stored, ReadBroker, BrokerOrder> {
  constructor(db: Db) {
    super(db, {
      table: 'discovery.broker',
      alias: 'b',
      from: FROM,
      columns,
      visible: (actor) => sql`(${visibleBrokers(actor)} and ${STANDS})`,
      orders: BROKER_ORDERS,
      toRead,
    });
  }

  /** The actor's own entry. */
  async own(actor: Actor): Promise<ReadBroker | undefined> {
    if (actor.kind !== 'person') return undefined;
    const row = await this.db.one<Stored>(sql`
      select ${columns(actor)} from ${FROM} where b.person_id::text = ${actorId(actor)}`);
    return row && toRead(row);
  }

  /** Whose designation holds today. */
  async designated(actor: Actor): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select b.id from discovery.broker b where b.designated_until >= ${TODAY} and ${visibleBrokers(actor)}`);
    return rows.map(({ id: found }) => found);
  }
}
