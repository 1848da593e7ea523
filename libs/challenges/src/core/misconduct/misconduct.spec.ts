import { readFileSync } from 'node:fs';
import { DomainError, type Actor, type PersonActor, type Role } from '@jihui/kernel';
import { ACTORS as OF_A_CALL, COUNTY, NOW, OWNER } from '../../../test/call.fixture.js';
import { misconductFaults, misconductForm, normaliseReceiptCode, receiptCode } from './form.js';
import { mayHandle, type ReportPlace } from './handlers.js';
import {
  misconductLifecycle,
  misconductMachine,
  type MisconductAction,
  type MisconductReport,
  type MisconductState,
  type ReportCase,
} from './report.js';

const ofBureau = (personId: string, divisionCode: string, ...roles: Role[]): PersonActor => ({
  ...{ kind: 'person', personId },
  memberships: [{ organisationId: 'bureau', kind: 'BUREAU_CITY', divisionCode, roles }],
});

/** Everybody who meets a report; whoever is there by the call alone has no part in it. */
const ACTORS = {
  ...OF_A_CALL,
  supervisor: ofBureau('supervisor', '140900', 'REGISTRAR'),
  inspector: ofBureau('inspector', '140900', 'INSPECTOR'),
  /** Elsewhere. */
  otherInspector: ofBureau('otherInspector', '140100', 'INSPECTOR'),
  responsible: ofBureau('responsible', '140900', 'INSPECTOR'),
  /** Also an officer of the place. */
  officerInspector: ofBureau('officerInspector', '140900', 'INSPECTOR', 'OFFICER'),
  expertInspector: ofBureau('expertInspector', '140900', 'INSPECTOR'),
  bidderInspector: {
    ...ofBureau('bidderInspector', '140900', 'INSPECTOR'),
    memberships: [
      ...ofBureau('x', '140900', 'INSPECTOR').memberships,
      { organisationId: 'bidder', kind: 'ENTERPRISE', divisionCode: COUNTY, roles: ['MEMBER'] },
    ],
  },
  reporter: ofBureau('reporter', '140900', 'INSPECTOR'),
} satisfies Record<string, Actor>;
type Who = keyof typeof ACTORS;

const PLACE: ReportPlace = {
  ...{ supervisorId: 'supervisor', responsibleId: 'responsible', ownerId: OWNER },
  ...{ bidders: ['bidder'], experts: ['expertInspector'] },
};

const aReport = (state: MisconductState, change: Partial<MisconductReport> = {}): MisconductReport => ({
  ...{ id: 'r', version: 1, state, subject: 'REVIEW', callId: 'call', projectId: null, divisionCode: COUNTY },
  ...{
    signed: true,
    personId: 'reporter',
    name: '甲某',
    contact: '0350-3048000',
    named: [],
    concerns: ['EXPERT'],
  },
  ...{ statement: '', receiptHash: '', notes: [], acceptBy: '2026-12-14', concludeBy: '2027-03-01' },
  ...{
    extended: false,
    alarmedOn: null,
    decision: '',
    finding: '',
    measures: '',
    answer: '',
    handledBy: null,
  },
  ...{ createdAt: NOW, updatedAt: NOW },
  ...change,
});

const aCase = (
  report: MisconductReport,
  known: ReportCase['known'] = { names: ['刘慧'], units: ['市科技局'] },
  receipt = false,
): ReportCase => ({ report, place: PLACE, known, receipt });

interface Matrix {
  readonly states: readonly MisconductState[];
  readonly actions: Readonly<
    Record<
      MisconductAction,
      {
        readonly by: readonly Who[];
        readonly to: Readonly<Partial<Record<MisconductState, MisconductState>>>;
      }
    >
  >;
}
const matrix = JSON.parse(
  readFileSync(new URL('../../../test/misconduct-report.matrix.json', import.meta.url), 'utf8'),
) as Matrix;

const outcome = (state: MisconductState, action: MisconductAction, who: Who): string => {
  // Whoever reported holds the receipt code; nobody else does.
  const subject = aCase(aReport(state), undefined, who === 'reporter');
  try {
    return misconductMachine.perform(subject, action, ACTORS[who], NOW);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
};

describe('the matrix of a report of misconduct', () => {
  it('names exactly the states and actions there are', () => {
    expect([...matrix.states].sort()).toEqual([...misconductLifecycle.states].sort());
    expect(Object.keys(matrix.actions).sort()).toEqual([...misconductLifecycle.actions].sort());
  });

  it.each(Object.keys(matrix.actions) as MisconductAction[])(
    '%s is done by those it names, in its states',
    (action) => {
      const { by, to } = matrix.actions[action];
      for (const state of matrix.states)
        for (const who of Object.keys(ACTORS) as Who[]) {
          const refused = who === 'anonymous' && action !== 'supplement' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
          const expected = by.includes(who) ? (to[state] ?? 'ILLEGAL_TRANSITION') : refused;
          expect([state, who, outcome(state, action, who)]).toEqual([state, who, expected]);
        }
    },
  );
});

describe('同一人回避', () => {
  const { supervisor, inspector } = ACTORS;
  const named = (name: string, unit = '') => aReport('RECEIVED', { named: [{ name, unit }] });

  it('keeps a report from whoever it names, however the name is written', () => {
    for (const name of ['刘慧', '刘 慧', ' 刘　慧'])
      expect(mayHandle(supervisor, aCase(named(name, '市科技局')))).toBe(false);
    expect(mayHandle(supervisor, aCase(named('郭志强', '市科技局')))).toBe(true);
    expect(mayHandle(inspector, aCase(named('刘慧'), { names: ['赵明'], units: ['市科技局'] }))).toBe(true);
  });
  it('keeps a report of a whole unit from its people', () => {
    expect(mayHandle(inspector, aCase(named('', '市科技局')))).toBe(false);
    expect(mayHandle(inspector, aCase(named('', '市科技局'), { names: [], units: ['市纪委监委'] }))).toBe(
      true,
    );
  });
  it('keeps a report of the supervisor from the supervisor, whose name nobody need know', () => {
    const report = aReport('RECEIVED', { concerns: ['SUPERVISOR'] });
    expect([mayHandle(supervisor, aCase(report)), mayHandle(inspector, aCase(report))]).toEqual([
      false,
      true,
    ]);
  });
  it('leaves a report of no call to the inspectors', () => {
    const subject = { ...aCase(aReport('RECEIVED', { callId: null })), place: null };
    expect([mayHandle(supervisor, subject), mayHandle(inspector, subject)]).toEqual([false, true]);
  });
});

it('is extended once, and holds so many notes', () => {
  const refused = (change: Partial<MisconductReport>, action: MisconductAction): unknown => {
    try {
      return misconductMachine.perform(aCase(aReport('ACCEPTED', change)), action, ACTORS.inspector, NOW);
    } catch (error) {
      return (error as DomainError).violations[0]?.code;
    }
  };
  const note = { at: NOW.toISOString(), by: 'HANDLER', text: '请补充' } as const;
  expect(refused({ extended: true }, 'extend')).toBe('CHALLENGES.EXTENDED_ALREADY');
  expect(refused({ notes: Array.from({ length: 50 }, () => note) }, 'ask')).toBe('CHALLENGES.TOO_MANY_NOTES');
});

describe('the form', () => {
  const base = { signed: false, named: [], concerns: [], statement: '' };
  const faults = (change: object) =>
    misconductFaults(misconductForm({ ...base, ...change })).map(({ path, code }) => [path, code]);

  it('says of whom, and what can be looked into, all at once', () => {
    expect(faults({ statement: '有问题' })).toEqual([
      ['concerns', 'CHALLENGES.NOBODY_REPORTED'],
      ['statement', 'TOO_SHORT'],
    ]);
    expect(faults({ named: [{}], statement: '字'.repeat(20) })).toEqual([['named.0.name', 'REQUIRED']]);
    const many = Array.from({ length: 11 }, () => ({ name: '某人' }));
    expect(faults({ named: many, statement: '字'.repeat(20) })).toEqual([['named', 'CHALLENGES.TOO_MANY']]);
  });
  it('asks who signs for a name and a way to answer', () => {
    expect(
      faults({ signed: true, concerns: ['OWNER'], statement: '字'.repeat(20), contact: '不留' }),
    ).toEqual([
      ['name', 'REQUIRED'],
      ['contact', 'CHALLENGES.CONTACT_INVALID'],
    ]);
  });
  it('keeps nothing of the person in an anonymous one', () => {
    const form = misconductForm({ ...base, name: '甲某', contact: '0350-3048000' });
    expect([form.name, form.contact]).toEqual(['', '']);
  });
});

describe('a receipt code', () => {
  const code = receiptCode(Uint8Array.from({ length: 20 }, (_, at) => at * 13));

  it('is twenty letters in fours, without those that look alike', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
  });
  it('is read as it was written down', () => {
    const letters = code.replaceAll('-', '');
    expect(normaliseReceiptCode(code.toLowerCase())).toBe(letters);
    expect(normaliseReceiptCode(` ${letters} `)).toBe(letters);
    expect(normaliseReceiptCode('oIl0-0000-0000-0000-0000')).toBe('01100000000000000000');
    for (const wrong of ['', letters.slice(1), `${letters}0`, '字'.repeat(20)])
      expect(normaliseReceiptCode(wrong)).toBe('');
  });
});
