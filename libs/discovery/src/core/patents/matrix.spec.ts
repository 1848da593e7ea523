import { aPatent, ROLES } from '../../../test/examples.js';
import { differences, expectSameWords, matrixOf } from '../../../test/matrix.js';
import { PATENT_ACTIONS } from './lifecycle.js';
import { PATENT_STATES } from './patent.js';
import { patentMachine } from './perform.js';

describe('the patent’s matrix', () => {
  const matrix = matrixOf('patent');

  it('names the same states and actions as the code', () => {
    expectSameWords(matrix, patentMachine.lifecycle);
    expect([...patentMachine.lifecycle.states]).toEqual([...PATENT_STATES]);
    expect([...patentMachine.lifecycle.actions].sort()).toEqual([...PATENT_ACTIONS].sort());
  });

  it('allows and refuses exactly what the expectation says, for every role', () =>
    expect(differences(matrix, patentMachine, (state) => aPatent({ state }), ROLES)).toEqual([]));
});
