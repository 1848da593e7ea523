import type { Project } from '../src/core/projects/project.js';
import { HOLDER, NOW, PLACE } from './examples.js';

/** A project of the holder of the other examples. */
export const aProject = (change: Partial<Project> = {}): Project => ({
  id: '019d0000-0000-7000-8000-0000000000a7',
  version: 1,
  ownerId: HOLDER,
  scopeCode: PLACE,
  state: 'LISTED',
  content: {
    number: '2024YFB3700101',
    title: '煤矸石基多孔陶瓷的低碳制备',
    programme: '国家重点研发计划',
    level: 'NATIONAL',
    status: 'RUNNING',
    leader: '李文博',
    members: ['王琳'],
    startedOn: '2024-01-01',
    endedOn: '2027-12-31',
    funding: 120_000_000,
    summary: '',
    open: true,
  },
  createdBy: 'system:test',
  createdAt: NOW,
  updatedAt: NOW,
  ...change,
});
