import { Injectable } from '@nestjs/common';
import { actorId, organisationsWithRole, scopesOf, type Actor } from '@jihui/kernel';
import {
  coveredBy,
  Db,
  isUniqueViolation,
  isUuid,
  or,
  raw,
  sql,
  uuidv7,
  type Connection,
  type OrderColumn,
  type PageArgs,
  type Sql,
} from '@jihui/platform';
import { ASPECT_NAMES, type Aspect, type Rating } from '../core/ratings/rating.js';
import { alreadyRated } from '../refusals.js';
import { RatingRow } from './rating.row.js';

/** A rating as an actor reads it. */
export interface ReadRating {
  readonly rating: Rating;
  readonly raterName: string;
  /** Whether the actor may know who rated, and of which deal: the broker, the side that rated, the bureau. */
  readonly inside: boolean;
}
type Stored = Rating & Omit<ReadRating, 'rating'>;

/** Averages of those that are not hidden. */
export interface Averages {
  readonly count: number;
  readonly aspects: readonly { readonly aspect: Aspect; readonly average: number }[];
}

/** The deal in which a broker is to be rated, as its counterparty knows it. */
export interface RatedDeal {
  readonly concluded: boolean;
  readonly sellerId: string;
  readonly buyerId: string;
  /** The broker's agency in it; null where the person does not broker it. */
  readonly agencyId: string | null;
}

/** A broker of a deal who is in the register. */
export interface DealsBroker {
  readonly dealId: string;
  readonly brokerId: string;
  readonly agencyId: string;
  readonly mayRate: boolean;
  readonly ratingId: string | null;
}

const CONCLUDED = raw(`('SIGNED', 'REGISTERED', 'CLOSED')`);
const COLUMNS = raw(`r.id, r.version, r.state, r.broker_id as "brokerId", r.person_id as "personId",
  r.organisation_id as "organisationId", r.scope_code as "scopeCode", r.deal_id as "dealId", r.rater_id as "raterId",
  r.rated_by as "ratedBy", r.scores, r.text, r.answer, r.answered_at as "answeredAt",
  r.hidden_reason as "hiddenReason", r.created_at as "createdAt", r.updated_at as "updatedAt"`);
const FROM = raw('discovery.rating r join discovery.organisation u on u.id = r.rater_id');
const ORDER: readonly OrderColumn[] = [
  { expression: sql`r.created_at`, type: 'timestamptz', direction: 'desc' },
  { expression: sql`r.id`, type: 'uuid', direction: 'desc' },
];

/** Whose rating it is, whom it is of, and who looks after it. */
function inside(actor: Actor): Sql {
  if (actor.kind === 'system') return raw('true');
  if (actor.kind === 'anonymous') return raw('false');
  const scopes = scopesOf(actor, 'OFFICER');
  return or([
    sql`r.person_id::text = ${actorId(actor)}`,
    sql.any(sql`r.rater_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER')),
    ...(scopes.length === 0 ? [] : [coveredBy(sql`r.scope_code`, scopes)]),
  ]);
}

/** Outsiders read what is shown, from the number on from which nobody can be told from it. */
const visible = (actor: Actor, shownFrom: number): Sql => sql`(${inside(actor)} or (r.state = 'SHOWN'
  and (select count(*) from discovery.rating n where n.broker_id = r.broker_id and n.state = 'SHOWN') >= ${shownFrom}))`;

/** Ratings of brokers, each read with its visibility in SQL. */
@Injectable()
export class RatingsStore {
  constructor(private readonly db: Db) {}

  newId(): string {
    return uuidv7();
  }

  /** @throws DomainError RATING.ALREADY_RATED */
  async insert(rating: Rating): Promise<void> {
    await this.db.insert(RatingRow, { ...rating }).catch((error: unknown) => {
      throw isUniqueViolation(error, 'rating_once') ? alreadyRated() : (error as Error);
    });
  }

  /** @throws DomainError STALE_VERSION when it is no longer at that version. */
  async save({ id, version, ...patch }: Rating): Promise<void> {
    await this.db.update(RatingRow, { id, version }, patch);
  }

  /** The rating, locked, if the actor may read it. */
  async lockVisible(actor: Actor, id: string, shownFrom: number): Promise<Rating | undefined> {
    const seen = await this.db.query(
      sql`select from ${FROM} where r.id = ${id} and ${visible(actor, shownFrom)}`,
    );
    return seen.length === 0 ? undefined : this.db.lock(RatingRow, id);
  }

  async byIds(actor: Actor, ids: readonly string[], shownFrom: number): Promise<ReadRating[]> {
    const rows = await this.db.query<Stored>(sql`
      select ${this.columns(actor)} from ${FROM}
      where ${sql.any(sql`r.id`, ids.filter(isUuid))} and ${visible(actor, shownFrom)}`);
    return rows.map(toRead);
  }

  ofBroker<N>(
    actor: Actor,
    brokerId: string,
    shownFrom: number,
    toNode: (read: ReadRating) => N,
    page: PageArgs,
  ): Promise<Connection<N>> {
    return this.db.page<Stored, N>(
      {
        select: this.columns(actor),
        from: FROM,
        where: [sql`r.broker_id = ${brokerId}`, visible(actor, shownFrom)],
        order: ORDER,
        toNode: (row) => toNode(toRead(row)),
      },
      page,
    );
  }

  /** Averages of each broker's, or each agency's brokers', ratings that are not hidden, in one statement. */
  async averages(of: 'broker' | 'agency', ids: readonly string[]): Promise<Map<string, Averages>> {
    const subject = raw(of === 'broker' ? 'r.broker_id' : 'r.organisation_id');
    const means = ASPECT_NAMES.map(
      (aspect) => sql`avg((r.scores ->> ${aspect})::int)::float8 as ${raw(`"${aspect}"`)}`,
    );
    const rows = await this.db.query<
      { id: string; count: number } & { [aspect in Aspect]: number | null }
    >(sql`
      select b.id, count(r.id)::int as count, ${means.reduce((all, one) => sql`${all}, ${one}`)}
      from unnest(${[...ids]}::uuid[]) as b (id)
      left join discovery.rating r on ${subject} = b.id and r.state = 'SHOWN' group by b.id`);
    return new Map(
      rows.map(({ id, count, ...found }) => [
        id,
        {
          count,
          aspects: ASPECT_NAMES.flatMap((aspect) => {
            const average = found[aspect];
            return average === null ? [] : [{ aspect, average }];
          }),
        },
      ]),
    );
  }

  /** The deal as one of its sides knows it; undefined for whoever speaks for neither. */
  async deal(
    dealId: string,
    organisations: readonly string[],
  ): Promise<Omit<RatedDeal, 'agencyId'> | undefined> {
    return this.db.one(sql`
      select d.state in ${CONCLUDED} as concluded, d.seller_id as "sellerId", d.buyer_id as "buyerId"
      from discovery.deal d where d.id = ${dealId}
        and (${sql.any(sql`d.seller_id`, organisations)} or ${sql.any(sql`d.buyer_id`, organisations)})`);
  }

  /** The agency for which the person brokers the deal. */
  async agencyOf(dealId: string, personId: string): Promise<string | null> {
    const row = await this.db.one<{ id: string }>(sql`
      select organisation_id as id from discovery.deal_broker where deal_id = ${dealId} and person_id = ${personId}
      order by organisation_id limit 1`);
    return row?.id ?? null;
  }

  /** Registered brokers of each deal that the actor takes part in, with what the own side said of them. */
  async ofDeals(actor: Actor, dealIds: readonly string[]): Promise<DealsBroker[]> {
    const sides = organisationsWithRole(actor, 'TRANSFER_OFFICER');
    return this.db.query<DealsBroker>(sql`
      select w.deal_id as "dealId", b.id as "brokerId", w.organisation_id as "agencyId", r.id as "ratingId",
        (s.id is not null and d.state in ${CONCLUDED} and r.id is null
          and s.id <> w.organisation_id and s.id <> b.organisation_id
          and b.person_id::text <> ${actorId(actor)}) as "mayRate"
      from discovery.deal d join discovery.deal_broker w on w.deal_id = d.id
      join discovery.broker b on b.person_id = w.person_id and b.state = 'ACTIVE'
      left join lateral (select o.id from unnest(array[d.seller_id, d.buyer_id]) as o (id)
        where ${sql.any(sql`o.id`, sides)} limit 1) s on true
      left join discovery.rating r on r.broker_id = b.id and r.deal_id = d.id and r.rater_id = s.id
      where ${sql.any(sql`d.id`, dealIds.filter(isUuid))}
        and (s.id is not null or ${sql.any(sql`w.organisation_id`, organisationsWithRole(actor, 'BROKER'))})
      order by w.deal_id, w.organisation_id`);
  }

  private columns(actor: Actor): Sql {
    return sql`${COLUMNS}, u.name as "raterName", ${inside(actor)} as inside`;
  }
}

const toRead = ({ raterName, inside: known, ...rating }: Stored): ReadRating => ({
  rating,
  raterName,
  inside: known,
});
