import { addDays, type Actor } from '@jihui/kernel';
import { aBroker, brokerContent, HOLDER, NOW, ROLES, TODAY } from '../../../test/examples.js';
import { differences, expectSameWords, matrixOf } from '../../../test/matrix.js';
import { reasonFrom } from '../reasons.js';
import { REGISTER_REASONS, REGISTER_STATES, type RegisterReason } from '../register/register.js';
import { BROKER_REASONS, BROKER_REASONS_OF } from './broker.js';
import { brokerContentFrom } from './form.js';
import { BROKER_ACTIONS } from './lifecycle.js';
import { brokerMachine, missingOfBroker } from './perform.js';

const self = ROLES['RESEARCHER'] as Actor;
const head = ROLES['ORG_ADMIN'] as Actor;

describe('the broker’s matrix', () => {
  const matrix = matrixOf('broker');

  it('names the same states and actions as the code', () => {
    expectSameWords(matrix, brokerMachine.lifecycle);
    expect([...brokerMachine.lifecycle.states]).toEqual([...REGISTER_STATES]);
    expect([...brokerMachine.lifecycle.actions].sort()).toEqual([...BROKER_ACTIONS].sort());
  });

  it('allows and refuses exactly what the expectation says, for every role', () =>
    expect(differences(matrix, brokerMachine, (state) => aBroker({ state }), ROLES)).toEqual([]));

  it('lets who runs the agency go to the bureau at once, and nobody confirm oneself', () => {
    const own = aBroker({ state: 'DRAFT', personId: 'orgAdmin' });
    expect(brokerMachine.permit(own, 'submitForAgency', head)).toBe('REVIEW');
    expect(() => brokerMachine.permit(own, 'submit', head)).toThrow('提交所在机构确认');
    expect(() => brokerMachine.permit({ ...own, state: 'CONSENT' }, 'confirm', head)).toThrow(
      '不能为本人确认',
    );
    const both: Actor = {
      kind: 'person',
      personId: 'researcher',
      memberships: Object.values(ROLES).flatMap((actor) =>
        actor.kind === 'person' ? [...actor.memberships] : [],
      ),
    };
    for (const [state, action] of [
      ['CONSENT', 'confirm'],
      ['REVIEW', 'admit'],
      ['SUSPENDED', 'resume'],
    ] as const)
      expect(() => brokerMachine.permit(aBroker({ state }), action, both)).toThrow('不能为本人');
  });
});

describe('a broker’s entry', () => {
  it('is handed in complete, and stays complete while it is public', () => {
    const empty = aBroker({
      state: 'DRAFT',
      content: brokerContent({ introduction: '短', phone: '', services: [] }),
    });
    expect(missingOfBroker(empty, self, NOW).map(({ path }) => path)).toEqual([
      'introduction',
      'phone',
      'services',
    ]);
    expect(brokerMachine.perform(empty, 'edit', self, NOW)).toBe('DRAFT');
    expect(() => brokerMachine.perform({ ...empty, state: 'ACTIVE' }, 'edit', self, NOW)).toThrow();
  });

  it('names every code that no table holds, and a mail address that is none', () => {
    const place = { code: '140900', isCluster: () => false, isDivision: (code: string) => code === '140902' };
    const { content, violations } = brokerContentFrom(
      { techFields: ['05', '77'], clusters: ['8-4'], divisions: ['140902', '110000'], email: 'nobody' },
      place,
    );
    expect(content.divisions).toEqual(['140902', '110000']);
    expect(violations.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'clusters.0 DISCOVERY.UNKNOWN_CODE',
      'divisions.1 DISCOVERY.UNKNOWN_CODE',
      'email REGISTER.EMAIL',
      'techFields.1 DISCOVERY.UNKNOWN_CODE',
    ]);
  });

  it('gives a reason that the act gives, and says what it is where it is another', () => {
    for (const act of Object.keys(BROKER_REASONS_OF) as (keyof typeof BROKER_REASONS_OF)[])
      for (const reason of Object.keys(REGISTER_REASONS) as RegisterReason[]) {
        const { violations } = reasonFrom(BROKER_REASONS, act, reason, '说明');
        const allowed = (BROKER_REASONS_OF[act] as readonly RegisterReason[]).includes(reason);
        expect(violations.found.map(({ code }) => code)).toEqual(allowed ? [] : ['REGISTER.REASON']);
      }
  });

  it('of whoever was removed for a violation is kept out until the day', () => {
    const out = (barredUntil: string) =>
      aBroker({ state: 'EXITED', stateReason: 'VIOLATION', barredUntil, organisationId: HOLDER });
    expect(brokerMachine.perform(out(TODAY), 'reapply', self, NOW)).toBe('DRAFT');
    expect(() => brokerMachine.perform(out(addDays(TODAY, 1)), 'reapply', self, NOW)).toThrow('方可重新申报');
  });
});
