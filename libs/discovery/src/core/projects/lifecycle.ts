import { defineLifecycle } from '@jihui/kernel';
import type { ProjectState } from './project.js';

export const PROJECT_ACTIONS = ['edit', 'discard'] as const;
export type ProjectAction = (typeof PROJECT_ACTIONS)[number];

export const projectLifecycle = defineLifecycle<ProjectState, ProjectAction>({
  name: 'Project',
  initial: 'LISTED',
  table: { LISTED: { edit: 'LISTED', discard: 'REMOVED' }, REMOVED: {} },
});
