import { Injectable } from '@nestjs/common';
import { organisationsOf, type Actor } from '@jihui/kernel';
import { anyOf, containing, sql, type PageArgs, type Sql } from '@jihui/platform';
import { PROJECT_LEVELS, PROJECT_STATUSES } from '../core/projects/project.js';
import type { ProjectFilter } from '../discovery.types.gen.js';
import { ProjectsStore } from '../store/projects.store.js';
import { named, typedWords } from '../store/register-reads.js';
import { projectView, type ProjectView } from './project.view.js';

const LABELS = { levels: PROJECT_LEVELS, statuses: PROJECT_STATUSES };

/** Reads of research projects. */
@Injectable()
export class ProjectsQueries {
  constructor(private readonly store: ProjectsStore) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, ProjectView>> {
    const rows = await this.store.byIds(actor, ids);
    return new Map(rows.map((row) => [row.project.id, projectView(row)]));
  }

  list(actor: Actor, filter: ProjectFilter, page: PageArgs) {
    const search = {
      facets: [
        { name: 'levels', column: 'level', condition: anyOf(sql`p.level`, filter.levels) },
        { name: 'statuses', column: 'status', condition: anyOf(sql`p.status`, filter.statuses) },
      ],
      others: othersOf(actor, filter),
    };
    return this.store.list(actor, search, { order: 'NEWEST', toNode: projectView, labels: LABELS }, page);
  }
}

function othersOf(actor: Actor, { text, ownerId, mine }: ProjectFilter): Sql[] {
  return [
    ...named(sql`p.owner_id`, ownerId),
    ...(mine === true ? [sql.any(sql`p.owner_id`, organisationsOf(actor))] : []),
    ...typedWords(text).map((word) => sql`p.words like ${containing(word)}`),
  ];
}
