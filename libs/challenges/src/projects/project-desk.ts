import { Injectable } from '@nestjs/common';
import { notFound, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, staleVersion, type Tx } from '@jihui/platform';
import { CallDesk, type Changed, type Target } from '../calls/call-desk.js';
import type { KeptFile } from '../core/files/kept-file.js';
import type { ProjectAction } from '../core/projects/lifecycle.js';
import { projectMachine } from '../core/projects/perform.js';
import type { NewProject, Project } from '../core/projects/project.js';
import { RecordFilesService } from '../files/record-files.service.js';
import { ReleasesService } from '../open-data/releases.service.js';
import { FactsStore } from '../store/facts.store.js';
import { ProjectsStore } from '../store/projects.store.js';

/** What a step of a project changes, what the history keeps of it, and what is wrong with what was asked. */
export interface ProjectStep {
  readonly change?: Partial<NewProject>;
  readonly reason?: string | null;
  readonly wrong?: readonly Violation[];
}

/** What every act is asked with; those that take files name them. */
export interface ProjectTarget extends Target {
  readonly files?: readonly string[] | null;
}

/** The one way in which a project is changed. */
@Injectable()
export class ProjectDesk {
  constructor(
    private readonly desk: CallDesk,
    private readonly store: ProjectsStore,
    private readonly facts: FactsStore,
    private readonly releases: ReleasesService,
    private readonly files: RecordFilesService,
  ) {}

  /**
   * Does the action, with what `step` makes of it, in one transaction.
   * @param step is given the files that came with it, which stand in what it changes
   */
  async act(
    actor: Actor,
    name: string,
    action: ProjectAction,
    input: ProjectTarget,
    step: (project: Project, tx: Tx, files: readonly KeptFile[]) => Promise<ProjectStep> | ProjectStep,
    then: (project: Project, tx: Tx) => Promise<void> = async () => {},
  ): Promise<Changed> {
    const ids = input.files ?? [];
    const changed = await this.desk.run(actor, name, input, async (tx) => {
      checkIds(input.id);
      const known = (await this.store.byIds([input.id])).get(input.id);
      if (known === undefined) throw notFound('该项目');
      // Always the call before its projects: two officers at two of them would wait for each other.
      await this.desk.locked(known.callId);
      const project = await this.store.lock(input.id);
      if (project === undefined) throw notFound('该项目');
      projectMachine.permit(project, action, actor);
      if (project.version !== input.expectedVersion) throw staleVersion();
      const { files, wrong: missing } = await this.files.offered(actor, project, action, ids);
      const { change = {}, reason = null, wrong = [] } = await step(project, tx, files);
      const state = projectMachine.perform(project, action, actor, tx.now, [...wrong, ...missing]);
      await this.files.take(files, tx.now);
      const after = await this.keep(tx, project, { ...change, state }, name, reason);
      await then(after, tx);
      return { id: project.id };
    });
    await this.files.forget(ids);
    return changed;
  }

  /** Saves, audits and tells. */
  async keep(
    tx: Tx,
    before: Project,
    change: Partial<NewProject>,
    action: string,
    reason: string | null,
  ): Promise<Project> {
    await this.store.save(before, change);
    const after = { ...before, ...change, version: before.version + 1, updatedAt: tx.now };
    await tx.audit({ stream: projectStream(before.id), action, before, after, reason });
    await this.tell(tx, after, action);
    return after;
  }

  async tell(tx: Tx, project: NewProject, action: string): Promise<void> {
    await this.releases.publishOf(tx, project.callId);
    const organisation = await this.facts.organisation(project.organisationId);
    const {
      id,
      version,
      code,
      title,
      state,
      callId,
      organisationId,
      ownerId,
      divisionCode,
      supervisorId,
      note,
    } = project;
    const payload = {
      ...{
        id,
        version,
        code,
        title,
        state,
        callId,
        organisationId,
        ownerId,
        divisionCode,
        supervisorId,
        note,
      },
      organisationName: organisation?.name ?? '',
      formerOrganisationId: action === REPLACING ? (project.changes.at(-1)?.undertaker?.from ?? null) : null,
    };
    await tx.emit('challenges.project', { aggregateId: id, version, action, payload });
  }
}

/** The one step that concerns somebody who is no side of the project any more. */
const REPLACING = 'replaceProjectUndertaker';

export const projectStream = (id: string): string => `Project:${id}`;
