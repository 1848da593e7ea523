import { Injectable } from '@nestjs/common';
import { actorId, type Actor } from '@jihui/kernel';
import { City, Work } from '@jihui/platform';
import { projectContentFrom } from '../core/projects/form.js';
import type { ProjectAction } from '../core/projects/lifecycle.js';
import { projectMachine } from '../core/projects/perform.js';
import type { Project } from '../core/projects/project.js';
import type { ProjectActionInput, SaveProjectInput } from '../discovery.types.gen.js';
import { actOn, type Desk, type Target } from '../desk.js';
import { givenOwner, requireSignedIn } from '../refusals.js';
import type { Changed, Step } from '../steps.js';
import { FactsStore } from '../store/facts.store.js';
import { ProjectsStore } from '../store/projects.store.js';

/** 科研项目: kept by the office of the unit that undertakes them. */
@Injectable()
export class ProjectsService implements Desk<Project, ProjectAction> {
  readonly what = '科研项目';

  constructor(
    readonly work: Work,
    private readonly projects: ProjectsStore,
    private readonly facts: FactsStore,
    private readonly city: City,
  ) {}

  /** @throws DomainError INVALID_INPUT with everything that is wrong, PROJECT.ALREADY_RECORDED among it. */
  save(actor: Actor, input: SaveProjectInput): Promise<Changed> {
    if (input.id == null) return this.enter(actor, input);
    const target = { ...input, id: input.id, expectedVersion: input.expectedVersion ?? 0 };
    return this.act('saveProject', 'edit', actor, target, () => {
      const { content, violations } = projectContentFrom(input.content);
      return { change: { content }, wrong: violations };
    });
  }

  /** Removes a record that was wrong; its number may be recorded anew. */
  discard(actor: Actor, input: ProjectActionInput): Promise<Changed> {
    return this.act('discardProject', 'discard', actor, input, () => ({}));
  }

  lockVisible(actor: Actor, id: string): Promise<Project | undefined> {
    return this.projects.lockVisible(actor, id);
  }

  permit(project: Project, action: ProjectAction, actor: Actor): void {
    projectMachine.permit(project, action, actor);
  }

  private enter(actor: Actor, input: SaveProjectInput): Promise<Changed> {
    requireSignedIn(actor);
    const ownerId = givenOwner(input.ownerId);
    return this.work.run(
      { domain: 'discovery', name: 'saveProject', actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const { divisionCode } = await this.facts.activeOrganisation(ownerId);
        const { content, violations } = projectContentFrom(input.content);
        const project: Project = {
          ...{ id: this.projects.newId(), version: 1, ownerId, state: 'LISTED', content },
          scopeCode: this.city.isDivision(divisionCode) ? divisionCode : this.city.code,
          ...{ createdBy: actorId(actor), createdAt: tx.now, updatedAt: tx.now },
        };
        projectMachine.permit(project, 'edit', actor);
        projectMachine.perform(project, 'edit', actor, tx.now, violations);
        await this.projects.insert(project);
        await tx.audit({ stream: `Project:${project.id}`, action: 'enter', after: project });
        return { id: project.id };
      },
    );
  }

  private act(
    name: string,
    action: ProjectAction,
    actor: Actor,
    input: Target,
    step: () => Step<Project>,
  ): Promise<Changed> {
    return actOn(this, { name, action, actor, input }, async (before, tx) => {
      const { change = {}, wrong = [] } = step();
      const next = { ...before, ...change, updatedAt: tx.now };
      const state = projectMachine.perform(next, action, actor, tx.now, wrong);
      await this.projects.save({ ...next, state });
      const after = { ...next, state, version: before.version + 1 };
      await tx.audit({ stream: `Project:${before.id}`, action, before, after });
    });
  }
}
