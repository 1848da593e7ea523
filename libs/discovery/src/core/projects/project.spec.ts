import { NOW, ROLES } from '../../../test/examples.js';
import { aProject } from '../../../test/projects.js';
import { differences, expectSameWords, matrixOf } from '../../../test/matrix.js';
import { projectContentFrom } from './form.js';
import { PROJECT_ACTIONS } from './lifecycle.js';
import { projectMachine } from './perform.js';
import { peopleOf, PROJECT_STATES } from './project.js';

describe('the project’s matrix', () => {
  const matrix = matrixOf('project');

  it('names the same states and actions as the code', () => {
    expectSameWords(matrix, projectMachine.lifecycle);
    expect([...projectMachine.lifecycle.states]).toEqual([...PROJECT_STATES]);
    expect([...projectMachine.lifecycle.actions].sort()).toEqual([...PROJECT_ACTIONS].sort());
  });

  it('allows and refuses exactly what the expectation says, for every role', () =>
    expect(differences(matrix, projectMachine, (state) => aProject({ state }), ROLES)).toEqual([]));
});

describe('a project', () => {
  const faults = (change: Partial<ReturnType<typeof aProject>['content']>): string[] => {
    const project = aProject();
    try {
      projectMachine.perform(
        { ...project, content: { ...project.content, ...change } },
        'edit',
        { kind: 'system', name: 'test' },
        NOW,
      );
      return [];
    } catch (error) {
      return (error as { violations: { path: string; code: string }[] }).violations.map(
        ({ path, code }) => `${path} ${code}`,
      );
    }
  };

  it('names what is missing and which days do not follow each other, all at once', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ number: '', title: '短', leader: '', startedOn: '2999-01-01' })).toEqual([
      'number REQUIRED',
      'title TOO_SHORT',
      'leader REQUIRED',
      'startedOn PROJECT.DAYS',
      'endedOn PROJECT.DAYS',
    ]);
    expect(faults({ startedOn: '2024-01-01', endedOn: '2023-12-31' })).toEqual(['endedOn PROJECT.DAYS']);
  });

  it('has ended when it is completed, and not before', () => {
    expect(faults({ status: 'COMPLETED', endedOn: null })).toEqual(['endedOn PROJECT.DAYS']);
    expect(faults({ status: 'TERMINATED', endedOn: '2999-01-01' })).toEqual(['endedOn PROJECT.DAYS']);
    expect(faults({ status: 'COMPLETED', startedOn: '2021-01-01', endedOn: '2023-12-31' })).toEqual([]);
  });

  it('is an output of its leader and of whoever else is named, each once', () => {
    const { content, violations } = projectContentFrom({
      ...aProject().content,
      leader: ' 李文博 ',
      members: ['王琳', '李文博', '', '王琳'],
      funding: -1,
    });
    expect(peopleOf(content)).toEqual(['李文博', '王琳']);
    expect(violations.map(({ path, code }) => `${path} ${code}`)).toEqual(['funding OUT_OF_RANGE']);
  });
});
