import { Injectable } from '@nestjs/common';
import { actorId, type Actor } from '@jihui/kernel';
import { Db, raw, sql, type OrderColumn, type Sql } from '@jihui/platform';
import { BLANK_CONTENT, type Expert, type ExpertContent } from '../core/experts/expert.js';
import { EXPERT_COLUMNS } from './experts.store.js';
import { RegisterReads } from './register-reads.js';
import { hiddenOf, readableContent, readWhole, tiersOf, visibleExperts } from './expert-visibility.js';

/** A profile as an actor reads it. */
export interface ReadExpert {
  /** Its content holds what the actor may read and is blank otherwise. */
  readonly expert: Expert;
  readonly name: string;
  /** Of the unit on the platform. */
  readonly unitName: string | null;
  /** Whether the actor reads every field. */
  readonly whole: boolean;
  readonly hidden: readonly string[];
}
type StoredRead = Omit<Expert, 'content'> &
  Omit<ReadExpert, 'expert'> & { readonly content: Partial<ExpertContent> };

const id = (direction: 'asc' | 'desc'): OrderColumn => ({ expression: sql`e.id`, type: 'uuid', direction });
const NEWEST: readonly OrderColumn[] = [
  {
    expression: sql`coalesce(e.admitted_at, '0001-01-01'::timestamptz)`,
    type: 'timestamptz',
    direction: 'desc',
  },
  id('desc'),
];
export const EXPERT_ORDERS = {
  /** Without words nothing is more relevant than the rest. */
  RELEVANCE: NEWEST,
  NEWEST,
  WAITING: [{ expression: sql`e.state_since`, type: 'timestamptz', direction: 'asc' }, id('asc')],
} as const satisfies Readonly<Record<string, readonly OrderColumn[]>>;
export type ExpertOrder = keyof typeof EXPERT_ORDERS;

const FROM = raw(`discovery.expert e join discovery.person m on m.id = e.person_id
  left join discovery.organisation o on o.id = e.organisation_id`);

const columns = (actor: Actor): Sql => sql`${EXPERT_COLUMNS}, m.name, o.name as "unitName",
  ${readWhole(actor)} as whole, ${readableContent(actor)} as content, ${hiddenOf(actor)} as hidden`;

const toRead = ({ name, unitName, whole, hidden, content, ...expert }: StoredRead): ReadExpert => ({
  expert: {
    ...expert,
    content: { ...BLANK_CONTENT, ...content },
  },
  ...{ name, unitName, whole, hidden },
});

/** The account stands; asked as a subquery, so that lists and counts may use it alike. */
const STANDS = raw('exists (select from discovery.person s where s.id = e.person_id and s.active)');

/** Reads of the bank, each with its visibility in SQL. An account that no longer stands is in no list. */
@Injectable()
export class ExpertReadsStore extends RegisterReads<StoredRead, ReadExpert, ExpertOrder> {
  constructor(db: Db) {
    super(db, {
      table: 'discovery.expert',
      alias: 'e',
      from: FROM,
      columns,
      visible: (actor) => sql`(${visibleExperts(actor)} and ${STANDS})`,
      orders: EXPERT_ORDERS,
      toRead,
    });
  }

  /** The actor's own profile. */
  async own(actor: Actor): Promise<ReadExpert | undefined> {
    if (actor.kind !== 'person') return undefined;
    const row = await this.db.one<StoredRead>(sql`
      select ${columns(actor)} from ${FROM} where e.person_id::text = ${actorId(actor)}`);
    return row && toRead(row);
  }
}

/** Outputs are shown to the circle that the expert chose. */
export const outputsShown = (actor: Actor): Sql =>
  sql`(${readWhole(actor)} or e.privacy ->> 'outputs' = any(${[...tiersOf(actor)]}))`;
