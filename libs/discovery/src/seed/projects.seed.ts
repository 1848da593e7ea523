import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config, isUnreadable, readRows, seedRequestId, type Seed } from '@jihui/platform';
import type { ProjectContentInput } from '../discovery.types.gen.js';
import { ProjectsService } from '../projects/projects.service.js';
import { officeOf, type DemoFile } from './demo-people.js';

/** A line of config/demo/projects.jsonl. */
type DemoProject = ProjectContentInput & { readonly owner: string };

/** Fills the record of research projects, each by its unit's office. */
@Injectable()
export class ProjectsSeed implements Seed {
  constructor(
    private readonly config: Config,
    private readonly projects: ProjectsService,
  ) {}

  async run(): Promise<void> {
    const folder = join(dirname(this.config.cityFile), '../demo');
    const demo = JSON.parse(await readFile(join(folder, 'identity.json'), 'utf8')) as DemoFile;
    for await (const row of readRows(createReadStream(join(folder, 'projects.jsonl')), 'jsonl')) {
      if (isUnreadable(row)) throw new Error(`projects.jsonl row ${row.row}: ${row.problem}`);
      const { owner, ...content } = row.cells as unknown as DemoProject;
      const { office, ownerId } = officeOf(demo, owner);
      const clientMutationId = seedRequestId('project', content.number ?? '', 'enter');
      await this.projects.save(office, { clientMutationId, ownerId, content });
    }
  }
}
