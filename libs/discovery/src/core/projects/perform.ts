import { act, legalDayOf, Violations, type Rule } from '@jihui/kernel';
import { ProjectCodes } from '../errors.js';
import { byOffice } from '../relation.js';
import { projectLifecycle } from './lifecycle.js';
import type { Project } from './project.js';

const isComplete: Rule<Project> = ({ content: { number, title, leader } }) =>
  new Violations()
    // How long they may be is the form's to say.
    .text('number', '项目编号', number, { max: Infinity })
    .text('title', '项目名称', title, { min: 2, max: Infinity })
    .text('leader', '项目负责人', leader, { max: Infinity }).found;

const isInOrder: Rule<Project> = ({ content: { status, startedOn, endedOn } }, { now }) => {
  const today = legalDayOf(now);
  return new Violations()
    .when(startedOn > today, 'startedOn', ProjectCodes.DAYS, '立项日期不能晚于今天')
    .when(endedOn !== null && endedOn < startedOn, 'endedOn', ProjectCodes.DAYS, '结束日期不能早于立项日期')
    .when(
      status !== 'RUNNING' && (endedOn === null || endedOn > today),
      'endedOn',
      ProjectCodes.DAYS,
      '已结题或已终止的项目，请填写不晚于今天的结束日期',
    ).found;
};

/** Where an action on a project is decided: the unit's office keeps the record. */
export const projectMachine = act({
  lifecycle: projectLifecycle,
  stateOf: (project: Project) => project.state,
  rules: { edit: [isComplete, isInOrder], discard: [] },
  policy: { edit: byOffice, discard: byOffice },
});
