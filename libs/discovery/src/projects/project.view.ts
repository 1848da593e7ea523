import type { ReadProject } from '../store/projects.store.js';

/** A project as the graph shows it. */
export const projectView = ({ project, whole }: ReadProject) => ({
  ...project.content,
  source: project,
  whole,
  id: project.id,
  version: project.version,
  owner: { __typename: 'Organisation' as const, id: project.ownerId },
  removed: project.state === 'REMOVED',
  createdAt: project.createdAt,
  updatedAt: project.updatedAt,
});
export type ProjectView = ReturnType<typeof projectView>;
