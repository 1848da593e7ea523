import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import {
  Db,
  isUniqueViolation,
  or,
  putRows,
  raw,
  sql,
  uuidv7,
  type OrderColumn,
  type Sql,
} from '@jihui/platform';
import type { Project } from '../core/projects/project.js';
import { alreadyRecorded } from '../refusals.js';
import { ProjectRow, toProject, toProjectRow } from './project.row.js';
import { RegisterReads } from './register-reads.js';
import { inside } from './visibility.js';

/** A project as an actor reads it. */
export interface ReadProject {
  readonly project: Project;
  readonly whole: boolean;
}
type Stored = Project & { readonly whole: boolean };

/** A standing record of a number, with what the last file said of it; null where none did. */
export interface StandingProject {
  readonly project: Project;
  readonly importHash: string | null;
}

export const PROJECT_COLUMNS =
  raw(`p.id, p.version, p.owner_id as "ownerId", p.scope_code as "scopeCode", p.state,
  p.content, p.created_by as "createdBy", p.created_at as "createdAt", p.updated_at as "updatedAt"`);

/** Projects (alias p) that the actor may know of: what is open, those of one's own units and of the bureau's place. */
export const visibleProjects = (actor: Actor): Sql =>
  or([raw(`(p.open and p.state = 'LISTED')`), inside(actor)]);

const NEWEST: readonly OrderColumn[] = [
  { expression: sql`p.started_on`, type: 'date', direction: 'desc' },
  { expression: sql`p.id`, type: 'uuid', direction: 'desc' },
];

/** 科研项目 of the units. */
@Injectable()
export class ProjectsStore extends RegisterReads<Stored, ReadProject, 'NEWEST'> {
  constructor(db: Db) {
    super(db, {
      table: 'discovery.project',
      alias: 'p',
      from: raw('discovery.project p'),
      columns: (actor) => sql`${PROJECT_COLUMNS}, ${inside(actor)} as whole`,
      visible: visibleProjects,
      listed: raw(`p.state = 'LISTED'`),
      orders: { NEWEST },
      toRead: ({ whole, ...project }) => ({ project, whole }),
    });
  }

  newId(): string {
    return uuidv7();
  }

  /** @throws DomainError PROJECT.ALREADY_RECORDED */
  async insert(project: Project): Promise<void> {
    await this.db.insert(ProjectRow, toProjectRow(project)).catch(orRecorded);
  }

  /** @throws DomainError STALE_VERSION, PROJECT.ALREADY_RECORDED */
  async save(project: Project): Promise<void> {
    const { id, version, ...patch } = toProjectRow(project);
    await this.db.update(ProjectRow, { id, version }, patch).catch(orRecorded);
  }

  async lockVisible(actor: Actor, id: string): Promise<Project | undefined> {
    const seen = await this.db.query(
      sql`select 1 from discovery.project p where p.id = ${id} and ${visibleProjects(actor)}`,
    );
    const row = seen.length === 0 ? undefined : await this.db.lock(ProjectRow, id);
    return row && toProject(row);
  }

  /** Every standing record of these numbers, locked in the order of ids. */
  async standing(numbers: readonly string[]): Promise<StandingProject[]> {
    const rows = await this.db.query<Project & { importHash: string | null }>(sql`
      select ${PROJECT_COLUMNS}, p.import_hash as "importHash" from discovery.project p
      where ${sql.any(sql`p.number`, [...new Set(numbers)])} and p.state = 'LISTED' order by p.id for update`);
    return rows.map(({ importHash, ...project }) => ({ project, importHash }));
  }

  /** Writes new records and corrected ones in one statement; the corrected ones are locked by then. */
  async write(changes: readonly { readonly after: Project; readonly importHash: string }[]): Promise<void> {
    const rows = changes.map(({ after, importHash }) => Object.assign(toProjectRow(after), { importHash }));
    await this.db.query(putRows('discovery.project', rows));
  }
}

function orRecorded(error: unknown): never {
  if (isUniqueViolation(error, 'project_number')) throw alreadyRecorded();
  throw error;
}
