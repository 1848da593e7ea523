import { Injectable } from '@nestjs/common';
import { Db, sql, uuidv7, type TrainingParameters, type VectorModel } from '@jihui/platform';
import type { Ranker } from '../core/ranker.js';
import type { ModelSources, ModelState, ModelVersion } from '../core/model.js';

interface Row {
  id: string;
  version: number;
  number: number;
  state: ModelState;
  sources: ModelSources;
  ranker: Ranker | null;
  trained_at: Date;
  seconds: number;
}

const COLUMNS = sql`id, version, number, state, sources, ranker, trained_at, seconds`;
/** Spells MODL: one at a time gives a number and decides what is in use. */
const LOCK = 0x4d4f444c;

/** Versions of the vectors. */
@Injectable()
export class ModelsStore {
  constructor(private readonly db: Db) {}

  /** Keeps a trained version; the first of all is in use at once, the others wait for an administrator. */
  async add(
    towers: readonly VectorModel[],
    ranker: Ranker | null,
    sources: ModelSources,
    seconds: number,
    now: Date,
  ): Promise<ModelVersion> {
    await this.db.query(sql`select pg_advisory_xact_lock(${LOCK})`);
    const id = uuidv7();
    const row = await this.db.one<Row>(sql`
      insert into matching.model (id, version, number, state, sources, ranker, trained_at, seconds, updated_at)
      select ${id}, 1, coalesce(max(number), 0) + 1,
        case when bool_or(state = 'ACTIVE') then 'CANDIDATE' else 'ACTIVE' end,
        ${JSON.stringify(sources)}, ${ranker === null ? null : JSON.stringify(ranker)}::jsonb, ${now}, ${seconds}, ${now} from matching.model
      returning ${COLUMNS}`);
    if (row === undefined) throw new Error('a row inserted is returned');
    for (const [position, tower] of towers.entries())
      await this.db.query(sql`
        insert into matching.model_tower (model_id, position, parameters, units, vectors)
        values (${id}, ${position}, ${JSON.stringify(tower.parameters)}, ${JSON.stringify([...tower.rows.keys()])},
          ${Buffer.from(tower.vectors.buffer, tower.vectors.byteOffset, tower.vectors.byteLength)})`);
    return toVersion(row);
  }

  async towersOf(modelId: string): Promise<VectorModel[]> {
    const rows = await this.db.query<{ parameters: TrainingParameters; units: string; vectors: Buffer }>(sql`
      select parameters, units, vectors from matching.model_tower where model_id = ${modelId} order by position`);
    return rows.map(({ parameters, units, vectors }) => ({
      parameters,
      rows: new Map((JSON.parse(units) as (string | number)[]).map((unit, row) => [unit, row])),
      vectors: new Int8Array(vectors),
    }));
  }

  /** The newest version, whatever became of it. */
  async newest(): Promise<ModelVersion | undefined> {
    const [newest] = await this.list(1);
    return newest;
  }

  /** Newest first. */
  async list(limit: number): Promise<ModelVersion[]> {
    const rows = await this.db.query<Row>(sql`
      select ${COLUMNS} from matching.model order by number desc limit ${limit}`);
    return rows.map(toVersion);
  }

  /** The version in use and, of those that wait, so many of the newest; newest first. */
  async standing(waiting: number): Promise<ModelVersion[]> {
    const rows = await this.db.query<Row>(sql`
      select ${COLUMNS} from matching.model where state = 'ACTIVE' or id in (
        select c.id from matching.model c where c.state = 'CANDIDATE' order by c.number desc limit ${waiting})
      order by number desc`);
    return rows.map(toVersion);
  }

  async byId(id: string): Promise<ModelVersion | undefined> {
    const row = await this.db.one<Row>(sql`select ${COLUMNS} from matching.model where id = ${id}`);
    return row === undefined ? undefined : toVersion(row);
  }

  /** Locks the choice of the version in use. @returns the versions with this id or in use. */
  async lockChoice(id: string): Promise<ModelVersion[]> {
    await this.db.query(sql`select pg_advisory_xact_lock(${LOCK})`);
    const rows = await this.db.query<Row>(sql`
      select ${COLUMNS} from matching.model where id = ${id} or state = 'ACTIVE' for update`);
    return rows.map(toVersion);
  }

  async setState(id: string, state: ModelState, now: Date): Promise<void> {
    await this.db.query(sql`
      update matching.model set state = ${state}, version = version + 1, updated_at = ${now} where id = ${id}`);
  }
}

const toVersion = (row: Row): ModelVersion => ({
  id: row.id,
  version: row.version,
  number: row.number,
  state: row.state,
  sources: row.sources,
  ranker: row.ranker,
  trainedAt: row.trained_at,
  seconds: row.seconds,
});
