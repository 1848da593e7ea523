import { Injectable } from '@nestjs/common';
import { Db, raw, sql, type Sql } from '@jihui/platform';
import type { ExpertFacts } from '../core/expert.js';

/** What somebody did, as its open text. */
export interface ExpertWork {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly text: string;
  /** A result's vector from a service outside, in base64, with the model that gave it; null where there is none. */
  readonly embedding: string | null;
  readonly model: string | null;
}

/** An expert as matching takes it. */
export interface Expert {
  readonly id: string;
  readonly personId: string;
  /** Grows with every change of the profile or of the works. */
  readonly revision: number;
  readonly keywords: readonly string[];
  readonly introduction: string;
  /** Online results that the person entered, and published patents of employers that name the person as an inventor: each as its
   * open text, the newest first; none where the expert hides them. */
  readonly works: readonly ExpertWork[];
  readonly facts: ExpertFacts;
}

/** What an event says of an expert. */
export interface ProjectedExpert extends Omit<ExpertFacts, 'id' | 'recusedFrom'> {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  /** By which, with the employers ever, the person's patents are told. */
  readonly name: string;
  readonly employerIds: readonly string[];
  readonly title: string;
  readonly keywords: readonly string[];
  readonly introduction: string;
  readonly worksOpen: boolean;
  /** 回避关系 that hold: an organisation of the platform by its id, another by its name, until it registers. */
  readonly recusals: readonly { readonly id: string | null; readonly name: string }[];
}

/** More works say nothing new of a person. */
const MOST_WORKS = 60;

/** By what needs are found for an expert: where it changes, they are looked for again. */
const MATCHED =
  raw(`md5(row(e.keywords, e.introduction, e.works_open, e.tech_fields, e.clusters, e.modes, e.availability,
  e.listed, e.organisation_ids)::text)`);

type Row = Omit<Expert, 'facts'> & Omit<ExpertFacts, 'id'>;

const COLUMNS = sql`e.id, e.person_id as "personId", e.revision, e.keywords, e.introduction,
  e.organisation_ids as "organisationIds", e.division_code as "divisionCode", e.tech_fields as "techFields", e.clusters,
  e.modes, e.availability, e.listed, e.state, e.visibility,
  e.recused_ids || array(select o.id from matching.organisation o where o.name = any(e.recused_names)) as "recusedFrom",
  coalesce((select jsonb_agg(jsonb_build_object('title', w.title, 'keywords', w.keywords, 'text', w.text,
      'embedding', encode(w.embedding, 'base64'), 'model', w.embedding_model)) from (
    select l.id, l.title, l.keywords, l.title || e'\\n' || array_to_string(l.keywords, ' ') || e'\\n' || l.body as text,
      l.embedding, l.embedding_model
    from matching.listing l where e.works_open and l.created_by = e.person_id and l.kind = 'RESULT' and l.online
      and l.owner_active
    union all
    select p.id, p.title, p.keywords, p.title || e'\\n' || array_to_string(p.keywords, ' ') || e'\\n' || p.summary,
      null::bytea, null
    from matching.patent p where e.works_open and p.open and p.owner_id = any(e.employer_ids)
      and e.name = any(p.inventors)
    order by 1 desc limit ${raw(String(MOST_WORKS))}) w), '[]') as works`;

/** The projection of the expert bank. */
@Injectable()
export class ExpertsStore {
  constructor(private readonly db: Db) {}

  /**
   * Writes what the event says, unless the projection holds something newer.
   * @returns whether anything by which needs are found for the expert is other than it was, or the expert is new
   */
  async project(expert: ProjectedExpert): Promise<boolean> {
    const before = await this.db.one<{ matched: string }>(sql`
      select ${MATCHED} as matched from matching.expert e where e.id = ${expert.id} for update`);
    const named = expert.recusals.flatMap(({ id, name }) => (id === null && name !== '' ? [name] : []));
    const known = expert.recusals.flatMap(({ id }) => (id === null ? [] : [id]));
    const [after] = await this.db.query<{ matched: string }>(sql`
      insert into matching.expert as e (id, version, person_id, organisation_ids, division_code, title, keywords,
        introduction, works_open, tech_fields, clusters, modes, availability, listed, state, visibility, recused_ids,
        recused_names, name, employer_ids)
      values (${expert.id}, ${expert.version}, ${expert.personId}, ${[...expert.organisationIds]}::uuid[],
        ${expert.divisionCode}, ${expert.title}, ${[...expert.keywords]}, ${expert.introduction}, ${expert.worksOpen},
        ${[...expert.techFields]}, ${[...expert.clusters]}, ${[...expert.modes]}, ${expert.availability},
        ${expert.listed}, ${expert.state}, ${expert.visibility}, ${known}::uuid[], ${named}, ${expert.name},
        ${[...expert.employerIds]}::uuid[])
      on conflict (id) do update set version = excluded.version, person_id = excluded.person_id,
        organisation_ids = excluded.organisation_ids, division_code = excluded.division_code, title = excluded.title,
        keywords = excluded.keywords, introduction = excluded.introduction, works_open = excluded.works_open,
        tech_fields = excluded.tech_fields, clusters = excluded.clusters, modes = excluded.modes,
        availability = excluded.availability, listed = excluded.listed, state = excluded.state,
        visibility = excluded.visibility, recused_ids = excluded.recused_ids, recused_names = excluded.recused_names,
        name = excluded.name, employer_ids = excluded.employer_ids,
        revision = e.revision + 1, changed_xid = pg_current_xact_id()
      where e.version <= excluded.version returning ${MATCHED} as matched`);
    return after !== undefined && after.matched !== before?.matched;
  }

  /** Works of these people have changed. @returns the experts among them */
  touch(personIds: readonly string[]): Promise<string[]> {
    return this.touched(sql.any(sql`e.person_id`, personIds));
  }

  /** A patent of the owner's came or changed: works of those it names. @returns the experts among them */
  touchInventors(ownerId: string, names: readonly string[]): Promise<string[]> {
    return this.touched(sql`e.name = any(${[...names]}) and ${ownerId} = any(e.employer_ids)`);
  }

  /** An organisation of that name has come: who declared a relation with the name has one with it. */
  async touchNamed(organisationName: string): Promise<void> {
    await this.touched(sql`${organisationName} = any(e.recused_names)`);
  }

  /** The experts of the ids who may be recommended at this moment, kept so until the transaction ends. */
  async lockListed(ids: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ id: string }>(sql`
      select e.id from matching.expert e
      where ${sql.any(sql`e.id`, ids)} and e.listed and e.availability <> 'CLOSED' order by e.id for share`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Works of the organisation's people may stand or not any more. */
  async touchOwner(ownerId: string): Promise<void> {
    await this.touched(
      sql`e.person_id in (select created_by from matching.listing where owner_id = ${ownerId} and kind = 'RESULT')`,
    );
  }

  async byIds(ids: readonly string[]): Promise<Map<string, Expert>> {
    const rows = await this.db.query<Row>(sql`
      select ${COLUMNS} from matching.expert e where ${sql.any(sql`e.id`, ids)}`);
    return new Map(rows.map((row) => [row.id, toExpert(row)]));
  }

  /** The next experts that may be recommended, in the order of ids: for filling an index. */
  async listedAfter(id: string, limit: number): Promise<Expert[]> {
    const rows = await this.db.query<Row>(sql`
      select ${COLUMNS} from matching.expert e where e.listed and e.id > ${id} order by e.id limit ${limit}`);
    return rows.map(toExpert);
  }

  /** Experts changed by transactions at or above the horizon, and the horizon for next time. */
  async changedSince(horizon: string): Promise<{ experts: Expert[]; horizon: string }> {
    const rows = await this.db.query<Partial<Row> & { horizon: string }>(sql`
      select now.horizon, changed.* from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) as now
      left join (select ${COLUMNS} from matching.expert e where e.changed_xid >= ${horizon}::xid8) as changed on true`);
    return {
      experts: rows.filter((row): row is Row & { horizon: string } => row.id != null).map(toExpert),
      horizon: rows[0]?.horizon ?? horizon,
    };
  }

  private async touched(condition: Sql): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      with touched as (
        update matching.expert e set revision = e.revision + 1, changed_xid = pg_current_xact_id()
        where ${condition} returning id)
      select id from touched`);
    return rows.map(({ id }) => id);
  }
}

const toExpert = ({ id, personId, revision, keywords, introduction, works, ...facts }: Row): Expert => ({
  ...{ id, personId, revision, keywords, introduction, works },
  facts: {
    id,
    organisationIds: facts.organisationIds,
    divisionCode: facts.divisionCode,
    techFields: facts.techFields,
    clusters: facts.clusters,
    modes: facts.modes,
    availability: facts.availability,
    listed: facts.listed,
    state: facts.state,
    visibility: facts.visibility,
    recusedFrom: facts.recusedFrom,
  },
});
