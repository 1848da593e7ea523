import { Injectable } from '@nestjs/common';
import { DemoCity, seedRequestId, type Seed } from '@jihui/platform';
import type { ProjectContentInput } from '../discovery.types.gen.js';
import { ProjectsService } from '../projects/projects.service.js';

/** A line of config/demo/projects.jsonl. */
type DemoProject = ProjectContentInput & { readonly owner: string };

/** Fills the record of research projects, each by its unit's office. */
@Injectable()
export class ProjectsSeed implements Seed {
  constructor(
    private readonly city: DemoCity,
    private readonly projects: ProjectsService,
  ) {}

  async run(): Promise<void> {
    const people = await this.city.people();
    for await (const record of this.city.lines<DemoProject>('projects.jsonl')) {
      const { owner, ...content } = record;
      const { office, ownerId } = people.officeOf(owner);
      const clientMutationId = seedRequestId('project', content.number ?? '', 'enter');
      await this.projects.save(office, { clientMutationId, ownerId, content });
    }
  }
}
