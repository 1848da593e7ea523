import { logDefect } from './logger.js';

describe('a defect in the log', () => {
  it('has its stack, and none of the values that a failed statement carries', () => {
    const written: object[] = [];
    const failed = Object.assign(new Error('duplicate key value violates unique constraint "person_email"'), {
      parameters: ['li.wenbo@example.cn'],
      detail: 'Key (email)=(li.wenbo@example.cn) already exists.',
    });
    logDefect({ error: (fields) => written.push(fields) }, failed, { operation: 'register' });
    expect(written).toEqual([{ operation: 'register', stack: expect.stringContaining('person_email') }]);
    expect(JSON.stringify(written)).not.toContain('li.wenbo');
  });
});
