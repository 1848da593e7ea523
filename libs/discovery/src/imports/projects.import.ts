import { Injectable } from '@nestjs/common';
import { actorId, canonical, DomainError, invalid, say, violation } from '@jihui/kernel';
import { City, sha256, uuidv7, Work, type Tx } from '@jihui/platform';
import { ProjectCodes } from '../core/errors.js';
import { projectContentFrom } from '../core/projects/form.js';
import { projectMachine } from '../core/projects/perform.js';
import type { Project, ProjectContent } from '../core/projects/project.js';
import { FactsStore } from '../store/facts.store.js';
import { ProjectsStore, type StandingProject } from '../store/projects.store.js';
import { OwnedImport, type OwnedRow } from './owned-import.js';
import { ProjectFile, type ProjectRecord } from './project-file.js';

interface Change {
  readonly before: Project | null;
  readonly after: Project;
  /** Of what the file said: by it a later run knows whether people changed the record since. */
  readonly importHash: string;
}
type Row = OwnedRow<ProjectRecord, StandingProject>;

const hashOf = (content: ProjectContent): string => sha256(canonical({ ...content }));

/** `jihui import projects FILE`, or by upload: research projects of the units that undertake them. */
@Injectable()
export class ProjectsImport extends OwnedImport<ProjectRecord, StandingProject, Change> {
  constructor(
    work: Work,
    facts: FactsStore,
    private readonly projects: ProjectsStore,
    private readonly city: City,
  ) {
    super(work, facts, 'importProjects');
  }

  protected fileOf(): ProjectFile {
    return new ProjectFile();
  }

  protected standing(records: readonly ProjectRecord[]): Promise<StandingProject[]> {
    return this.projects.standing(records.map(({ form }) => projectContentFrom(form).content.number));
  }

  protected changeOf(row: Row): Change | 'unchanged' {
    const { record, owner, standing, now, run } = row;
    const { content, violations } = projectContentFrom(record.form);
    const own = standing.find(
      ({ project }) => project.ownerId === owner.id && project.content.number === content.number,
    );
    const after: Project = own
      ? { ...own.project, content, version: own.project.version + 1, updatedAt: now }
      : {
          ...{ id: uuidv7(), version: 1, ownerId: owner.id, state: 'LISTED', content },
          scopeCode: this.city.isDivision(owner.divisionCode) ? owner.divisionCode : this.city.code,
          ...{ createdBy: actorId(run.actor), createdAt: now, updatedAt: now },
        };
    // Who may not write this unit's records learns nothing of them.
    projectMachine.permit(after, 'edit', run.actor);
    firstOfItsNumber(row, content.number);
    const importHash = hashOf(content);
    if (own && isAsWritten(own, importHash)) return 'unchanged';
    projectMachine.perform(after, 'edit', run.actor, now, violations);
    return { before: own?.project ?? null, after, importHash };
  }

  protected async write(changes: readonly Change[], tx: Tx): Promise<void> {
    await this.projects.write(changes);
    await tx.auditAll(
      changes.map(({ before, after }) => ({
        stream: `Project:${after.id}`,
        action: before === null ? 'enter' : 'edit',
        ...(before === null ? {} : { before }),
        after,
      })),
    );
  }
}

/** One unit's number stands in a file once. */
function firstOfItsNumber({ row, owner, run }: Row, number: string): void {
  if (number === '') return;
  const key = `${owner.id}/${number}`;
  const earlier = run.seen.get(key) ?? row;
  run.seen.set(key, earlier);
  if (earlier !== row)
    throw invalid([
      violation('number', ProjectCodes.TWICE_IN_FILE, say`与第 ${earlier} 行的项目编号相同，请删去其一`),
    ]);
}

/**
 * Whether the record says already what the row says.
 * @throws DomainError PROJECT.CHANGED_BY_HAND where it says otherwise and is not the file's to change
 */
function isAsWritten({ project, importHash }: StandingProject, wanted: string): boolean {
  const present = hashOf(project.content);
  if (present === wanted || importHash === wanted) return true;
  if (present !== importHash)
    throw new DomainError(
      ProjectCodes.CHANGED_BY_HAND,
      '这个项目在平台上登记或修改过，未覆盖；请在平台上修改',
    );
  return false;
}
