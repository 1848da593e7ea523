import fc from 'fast-check';
import { addDays, type Actor } from '@jihui/kernel';
import { anExpert, expertContent, NOW, ROLES, TODAY } from '../../../test/examples.js';
import { differences, expectSameWords, matrixOf } from '../../../test/matrix.js';
import {
  EXPERT_REASONS,
  EXPERT_STATES,
  PRIVATE_FIELDS,
  REASONS,
  REASONS_OF,
  TIERS,
  type Reason,
} from './expert.js';
import { expertContentFrom, privacyFrom } from './form.js';
import { EXPERT_ACTIONS } from './lifecycle.js';
import { expertMachine, missingOfExpert } from './perform.js';
import { reasonFrom } from '../reasons.js';
import { relationFrom, withEnded } from './relations.js';

const self = ROLES['RESEARCHER'] as Actor;
const paths = (found: readonly { readonly path: string }[]) => found.map(({ path }) => path).sort();

describe('the expert’s matrix', () => {
  const matrix = matrixOf('expert');

  it('names the same states and actions as the code', () => {
    expectSameWords(matrix, expertMachine.lifecycle);
    expect([...expertMachine.lifecycle.states]).toEqual([...EXPERT_STATES]);
    expect([...expertMachine.lifecycle.actions].sort()).toEqual([...EXPERT_ACTIONS].sort());
  });

  it('allows and refuses exactly what the expectation says, for every role', () =>
    expect(differences(matrix, expertMachine, (state) => anExpert({ state }), ROLES)).toEqual([]));

  it('asks no unit where it is not on the platform', () => {
    const alone = anExpert({
      state: 'DRAFT',
      organisationId: null,
      content: expertContent({ unitName: '某厂' }),
    });
    expect(expertMachine.permit(alone, 'submitDirectly', self)).toBe('REVIEW');
    expect(() => expertMachine.permit(alone, 'submit', self)).toThrow('须选择所在单位');
  });

  it('lets nobody decide on oneself, whatever else one is', () => {
    const both: Actor = {
      kind: 'person',
      personId: 'researcher',
      memberships: [
        ...Object.values(ROLES).flatMap((actor) => (actor.kind === 'person' ? actor.memberships : [])),
      ],
    };
    for (const [state, action] of [
      ['UNIT_CONSENT', 'consent'],
      ['REVIEW', 'admit'],
      ['SUSPENDED', 'resume'],
    ] as const)
      expect(() => expertMachine.permit(anExpert({ state }), action, both)).toThrow('不能为本人办理');
  });
});

describe('a profile', () => {
  it('is handed in complete, and stays complete while one is in the bank', () => {
    const empty = anExpert({
      state: 'DRAFT',
      content: expertContent({ title: '', phone: '', introduction: '短' }),
    });
    const wrong = ['introduction', 'phone', 'title'];
    expect(paths(missingOfExpert(empty, self, NOW))).toEqual(wrong);
    expect(expertMachine.perform(empty, 'edit', self, NOW)).toBe('DRAFT');
    expect(() => expertMachine.perform({ ...empty, state: 'ACTIVE' }, 'edit', self, NOW)).toThrow();
  });

  it('names every code that no table holds, and a mail address that is none', () => {
    const place = { code: '140900', isCluster: (code: string) => code === '8-4', isDivision: () => true };
    const { content, violations } = expertContentFrom(
      { disciplines: ['430', '999'], techFields: ['77'], clusters: ['8-4'], email: 'nobody' },
      place,
    );
    expect(content.disciplines).toEqual(['430', '999']);
    expect(violations.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'disciplines.1 DISCOVERY.UNKNOWN_CODE',
      'email EXPERT.EMAIL',
      'techFields.0 DISCOVERY.UNKNOWN_CODE',
    ]);
  });

  it('keeps the readers of a field until others are chosen', () =>
    fc.assert(
      fc.property(fc.constantFrom(...PRIVATE_FIELDS), fc.constantFrom(...TIERS), (field, tier) => {
        const before = anExpert().privacy;
        const after = privacyFrom({ [field]: tier }, before);
        for (const other of PRIVATE_FIELDS) expect(after[other]).toBe(other === field ? tier : before[other]);
      }),
    ));
});

describe('a reason', () => {
  it('is one that the act gives, and says what it is where it is another', () => {
    for (const act of Object.keys(REASONS_OF) as (keyof typeof REASONS_OF)[])
      for (const reason of Object.keys(REASONS) as Reason[]) {
        const { violations } = reasonFrom(EXPERT_REASONS, act, reason, '说明');
        const allowed = (REASONS_OF[act] as readonly Reason[]).includes(reason);
        expect(violations.found.map(({ code }) => code)).toEqual(allowed ? [] : ['EXPERT.REASON']);
      }
    expect(paths(reasonFrom(EXPERT_REASONS, 'exit', 'OTHER', ' ').violations.found)).toEqual(['note']);
  });

  it('of a violation keeps one out until the day', () => {
    const out = (barredUntil: string) => anExpert({ state: 'EXITED', stateReason: 'VIOLATION', barredUntil });
    expect(expertMachine.perform(out(TODAY), 'reapply', self, NOW)).toBe('DRAFT');
    expect(() => expertMachine.perform(out(addDays(TODAY, 1)), 'reapply', self, NOW)).toThrow('方可重新申报');
  });
});

describe('a relation', () => {
  const form = { kind: 'SHAREHOLDING', organisationName: '某公司', from: '2024-01-01' } as const;

  it('names somebody, and days that were', () => {
    const wrong = (change: object) =>
      relationFrom('r', { ...form, ...change }, null, anExpert(), TODAY).violations.map(
        ({ path, code }) => `${path} ${code}`,
      );
    expect(wrong({})).toEqual([]);
    expect(wrong({ organisationName: ' ' })).toEqual(['organisationName EXPERT.RELATION_OF_NOBODY']);
    expect(wrong({ from: addDays(TODAY, 1) })).toEqual(['from EXPERT.RELATION_DAYS']);
    expect(wrong({ to: '2023-12-31' })).toEqual(['to EXPERT.RELATION_DAYS']);
  });

  it('of a work names its title and all who share it, and no other relation does', () => {
    const paper = { kind: 'COAUTHOR', from: '2025-03-01', work: '控温环锻的组织演变' } as const;
    const people = [
      { name: '周海', unit: '省机械研究院' },
      { name: '吴敏', unit: '' },
    ];
    const of = (change: object) =>
      relationFrom('r', { ...paper, people, ...change }, null, anExpert(), TODAY);
    const wrong = (change: object) => of(change).violations.map(({ path, code }) => `${path} ${code}`);
    expect(of({})).toMatchObject({
      violations: [],
      relation: { ...paper, people: [people[0], { name: '吴敏', unit: '' }] },
    });
    expect(wrong({ work: '' })).toEqual(['work EXPERT.RELATION_WORK']);
    expect(wrong({ kind: 'KIN' })).toEqual(['people EXPERT.RELATION_WORK']);
    expect(wrong({ people: [] })).toEqual(['organisationName EXPERT.RELATION_OF_NOBODY']);
    expect(wrong({ people: Array.from({ length: 101 }, () => people[0]) })).toEqual(['people TOO_MANY']);
    expect(wrong({ people: [people[0], { name: '周', unit: '' }] })).toHaveLength(1);
  });

  it('that ended stays known, and ends once', () => {
    const { relation } = relationFrom('r', form, null, anExpert(), TODAY);
    const expert = anExpert({ relations: [relation] });
    const ended = withEnded(expert, 'r', '2025-06-30', TODAY);
    expect(ended.violations).toEqual([]);
    expect(ended.relations).toEqual([{ ...relation, to: '2025-06-30' }]);
    const again = withEnded({ ...expert, relations: ended.relations }, 'r', '2025-07-30', TODAY);
    expect(again.violations.map(({ code }) => code)).toEqual(['EXPERT.RELATION_UNKNOWN']);
    expect(withEnded(expert, 'r', '2020-01-01', TODAY).violations.map(({ code }) => code)).toEqual([
      'EXPERT.RELATION_DAYS',
    ]);
  });
});
