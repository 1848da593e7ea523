import { readFileSync } from 'node:fs';
import { DomainError, type Actor } from '@jihui/kernel';
import { actors, SELLER, type Who } from '../../../test/contract.fixture.js';
import { COUNTERPARTS, figureNamed, REPORT_FIGURES } from './figures.js';
import { reportLifecycle, type ReportAction, type ReportState } from './lifecycle.js';
import {
  emptyReport,
  itemViolations,
  MANUAL_ITEMS,
  MANUAL_KEYS,
  mayRead,
  reportMachine,
  type ManualItems,
  type ReportCase,
} from './report.js';

interface Matrix {
  readonly states: readonly ReportState[];
  readonly actions: Readonly<Record<ReportAction, Readonly<Partial<Record<ReportState, ReportState>>>>>;
  readonly office: readonly Who[];
  readonly bureau: readonly Who[];
}
const matrix = JSON.parse(
  readFileSync(new URL('../../../test/annual-report.matrix.json', import.meta.url), 'utf8'),
) as Matrix;
const now = new Date('2027-02-01T02:00:00Z');

const whole: ManualItems = Object.fromEntries(
  MANUAL_KEYS.filter((key) => MANUAL_ITEMS[key].unit !== 'TEXT').map((key) => [key, 0]),
);
const aCase = (state: ReportState, items: ManualItems = whole, today = '2027-02-01'): ReportCase => ({
  report: { ...emptyReport(SELLER, 2026), state, items },
  divisionCode: '140981',
  today,
});
function outcome(subject: ReportCase, action: ReportAction, who: Who): string {
  try {
    return reportMachine.perform(subject, action, actors[who], now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
}

describe('the matrix of an annual report', () => {
  it('names exactly the states and actions there are', () => {
    expect([...matrix.states].sort()).toEqual([...reportLifecycle.states].sort());
    expect(Object.keys(matrix.actions).sort()).toEqual([...reportLifecycle.actions].sort());
  });
  it.each(Object.keys(matrix.actions) as ReportAction[])(
    '%s is done by those it names, in its states',
    (action) => {
      const allowed = action === 'edit' || action === 'submit' ? matrix.office : matrix.bureau;
      for (const state of matrix.states)
        for (const who of Object.keys(actors) as Who[]) {
          const got = outcome(aCase(state), action, who);
          if (allowed.includes(who))
            expect([state, who, got]).toEqual([
              state,
              who,
              matrix.actions[action][state] ?? 'ILLEGAL_TRANSITION',
            ]);
          else expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(got);
        }
    },
  );
});

describe('a report that is handed in', () => {
  it('is of a year that is over, with every number stated, be it 0', () => {
    expect(outcome(aCase('DRAFT', whole, '2026-12-31'), 'submit', 'applicantOfficer')).toBe('INVALID_INPUT');
    expect(outcome(aCase('DRAFT', {}), 'submit', 'applicantOfficer')).toBe('INVALID_INPUT');
    expect(outcome(aCase('DRAFT'), 'submit', 'applicantOfficer')).toBe('SUBMITTED');
  });
  it('takes no negative, broken or endless item', () => {
    expect(
      itemViolations({ companies: -1, partTime: 1.5, officeBudget: 0.5, problems: '长'.repeat(5_001) }).map(
        ({ path }) => path,
      ),
    ).toEqual(['items.partTime', 'items.companies', 'items.officeBudget', 'items.problems']);
    expect(itemViolations({ ...whole, cases: '某项目' })).toEqual([]);
  });
  it('is accepted by nobody of the unit itself', () => {
    const officer = actors.bureauOfficer;
    const own = {
      organisationId: SELLER,
      kind: 'UNIVERSITY',
      divisionCode: '140981',
      roles: ['MEMBER'],
    } as const;
    const both: Actor =
      officer.kind === 'person' ? { ...officer, memberships: [...officer.memberships, own] } : officer;
    expect(() => reportMachine.perform(aCase('SUBMITTED'), 'accept', both, now)).toThrow('回避');
  });
  it('is read by the unit and its bureau alone', () => {
    const readers = (Object.keys(actors) as Who[]).filter((who) => mayRead(actors[who], aCase('DRAFT')));
    expect(readers.sort()).toEqual([...matrix.office, ...matrix.bureau].sort());
  });
});

describe('the figures', () => {
  it('each have one key, and every kind of buyer stands in one of them', () => {
    expect(new Set(REPORT_FIGURES.map(({ key }) => key)).size).toBe(REPORT_FIGURES.length);
    expect(figureNamed('reward.total')?.unit).toBe('FEN');
    expect(figureNamed('nothing')).toBeUndefined();
    const natures = Object.values(COUNTERPARTS).flat();
    expect(new Set(natures).size).toBe(natures.length);
  });
});
