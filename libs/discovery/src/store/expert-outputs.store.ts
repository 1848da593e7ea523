import { Injectable } from '@nestjs/common';
import type { ExpertReviewed } from '@jihui/events';
import { organisationsOf, type Actor, type LegalDay } from '@jihui/kernel';
import { Db, raw, sql, type Sql } from '@jihui/platform';
import { displayNumber } from '../core/patents/patent.js';
import { outputsShown } from './expert-reads.store.js';
import { readWhole, visibleExperts } from './expert-visibility.js';
import { visibleProjects } from './projects.store.js';

/** One thing on the platform that an expert made. */
export interface Output {
  readonly id: string;
  readonly title: string;
  /** Number of the patent or of the registration; empty for none. */
  readonly number: string;
  readonly on: LegalDay | null;
}
export interface Outputs {
  readonly results: readonly Output[];
  readonly patents: readonly Output[];
  /** Those that the actor may read of: the expert, the bureau and the seller's members. */
  readonly contracts: readonly Output[];
  /** All of them, since their number says nothing of any. */
  readonly contractCount: number;
  /** Of the expert's units, as far as the actor may read them. */
  readonly projects: readonly Output[];
  /** For the expert and the bureau. */
  readonly reviews: readonly Review[];
  readonly reviewCount: number;
}
/** An opinion that was signed; nothing of what was reviewed. */
export interface Review {
  readonly id: string;
  readonly kind: ExpertReviewed['kind'];
  readonly organiser: string;
  readonly on: LegalDay;
}
type Kind = 'results' | 'patents' | 'contracts' | 'projects' | 'reviews';
interface OutputRow extends Output {
  readonly expertId: string;
  readonly kind: Kind | 'expert';
  readonly open: boolean;
  /** Of a patent. */
  readonly grantedOn: LegalDay | null;
}

/** Results that are not public are told to whoever signed in (libs/listings, access). */
const shownTo = (actor: Actor): Sql => (actor.kind === 'anonymous' ? raw('r.public') : raw('true'));

/** What the platform knows that an expert made, from the copies that this domain keeps of what others told. */
@Injectable()
export class ExpertOutputsStore {
  constructor(private readonly db: Db) {}

  /** Of each expert whose outputs the actor may see, in one statement; newest first. */
  async of(actor: Actor, expertIds: readonly string[]): Promise<Map<string, Outputs>> {
    const rows = await this.db.query<OutputRow>(sql`
      with shown as (
        select e.id, e.person_id, m.name, ${readWhole(actor)} as whole
        from discovery.expert e join discovery.person m on m.id = e.person_id
        where ${sql.any(sql`e.id`, expertIds)} and ${visibleExperts(actor)} and ${outputsShown(actor)}),
      own as (
        select s.id as expert_id, s.whole, r.id, r.title from shown s
        join discovery.result r on r.created_by = s.person_id::text and r.online and ${shownTo(actor)}
        join discovery.organisation o on o.id = r.owner_id and o.active)
      select id as "expertId", 'expert' as kind, id, '' as title, '' as number, null::text as "on", true as open,
        null::text as "grantedOn"
      from shown
      union all
      select expert_id, 'results', id, title, '', null, true, null from own
      union all
      select s.id, 'patents', p.id, p.title, p.number, p.filed_on::text, true, p.granted_on::text from shown s
      join discovery.patent p on p.open and p.content -> 'inventors' ? s.name
      where exists (select from discovery.employment w
        where w.person_id = s.person_id and w.organisation_id = p.owner_id)
      union all
      select s.id, 'projects', p.id, p.title, p.number, p.started_on::text, true, null from shown s
      join discovery.project p on p.people @> array[s.name] and p.state = 'LISTED' and ${visibleProjects(actor)}
      where exists (select from discovery.employment w
        where w.person_id = s.person_id and w.organisation_id = p.owner_id)
      union all
      select s.id, 'reviews', v.id, v.organiser, v.kind, v.reviewed_on::text, s.whole, null from shown s
      join discovery.expert_review v on v.person_id = s.person_id
      union all
      select own.expert_id, 'contracts', c.id, c.title, c.registration_number, c.registered_on::text,
        own.whole or ${sql.any(sql`c.seller_id`, organisationsOf(actor))}, null
      from own join discovery.contract c on c.result_id = own.id and c.standing and c.registration_number is not null
      order by 1, 2, 6 desc nulls last, 3`);
    const found = new Map<string, Outputs>();
    for (const [expertId, known] of grouped(rows)) {
      const those = (kind: Kind): Output[] =>
        known
          .filter((row) => row.kind === kind && row.open)
          .map(({ id, title, number, on, grantedOn }) => ({
            ...{ id, title, on },
            number: kind === 'patents' ? displayNumber({ number, grantedOn }) : number,
          }));
      const countOf = (kind: Kind): number => known.filter((row) => row.kind === kind).length;
      found.set(expertId, {
        results: those('results'),
        patents: those('patents'),
        contracts: those('contracts'),
        contractCount: countOf('contracts'),
        projects: those('projects'),
        reviews: known.filter(({ kind, open }) => kind === 'reviews' && open).map(toReview),
        reviewCount: countOf('reviews'),
      });
    }
    return found;
  }
}

/** A review's kind and organiser stand where the others have number and title. */
const toReview = ({ id, title, number, on }: OutputRow): Review => ({
  id,
  kind: number as Review['kind'],
  organiser: title,
  on: on ?? '',
});

function grouped(rows: readonly OutputRow[]): Map<string, OutputRow[]> {
  const groups = new Map<string, OutputRow[]>();
  for (const row of rows) groups.set(row.expertId, [...(groups.get(row.expertId) ?? []), row]);
  return groups;
}
