import { Injectable } from '@nestjs/common';
import { notFound, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, staleVersion, type Tx } from '@jihui/platform';
import { CallDesk, type Changed, type Target } from '../calls/call-desk.js';
import type { ProjectAction } from '../core/projects/lifecycle.js';
import { projectMachine } from '../core/projects/perform.js';
import type { NewProject, Project } from '../core/projects/project.js';
import { ReleasesService } from '../open-data/releases.service.js';
import { FactsStore } from '../store/facts.store.js';
import { ProjectsStore } from '../store/projects.store.js';

/** What a step of a project changes, what the history keeps of it, and what is wrong with what was asked. */
export interface ProjectStep {
  readonly change?: Partial<NewProject>;
  readonly reason?: string | null;
  readonly wrong?: readonly Violation[];
}

/** The one way in which a project is changed. */
@Injectable()
export class ProjectDesk {
  constructor(
    private readonly desk: CallDesk,
    private readonly store: ProjectsStore,
    private readonly facts: FactsStore,
    private readonly releases: ReleasesService,
  ) {}

  /** Does the action, with what `step` makes of it, in one transaction. */
  act(
    actor: Actor,
    name: string,
    action: ProjectAction,
    input: Target,
    step: (project: Project, tx: Tx) => Promise<ProjectStep> | ProjectStep,
    then: (project: Project, tx: Tx) => Promise<void> = async () => {},
  ): Promise<Changed> {
    return this.desk.run(actor, name, input, async (tx) => {
      checkIds(input.id);
      const known = (await this.store.byIds([input.id])).get(input.id);
      if (known === undefined) throw notFound('该项目');
      // Always the call before its projects: two officers at two of them would wait for each other.
      await this.desk.locked(known.callId);
      const project = await this.store.lock(input.id);
      if (project === undefined) throw notFound('该项目');
      projectMachine.permit(project, action, actor);
      if (project.version !== input.expectedVersion) throw staleVersion();
      const { change = {}, reason = null, wrong = [] } = await step(project, tx);
      const state = projectMachine.perform(project, action, actor, tx.now, wrong);
      const after = await this.keep(tx, project, { ...change, state }, name, reason);
      await then(after, tx);
      return { id: project.id };
    });
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
    };
    await tx.emit('challenges.project', { aggregateId: id, version, action, payload });
  }
}

export const projectStream = (id: string): string => `Project:${id}`;
