import fc from 'fast-check';
import { ACTORS, DEFAULT_RULES, OWNER, RIVAL, RIVAL_OFFICER } from '../../../test/call.fixture.js';
import { CREDIT_KINDS, creditSince, gradeOf, liftFaults, mayLift, panelsFor } from './credit.js';

const grade = (...kinds: Parameters<typeof gradeOf>[0]) => gradeOf(kinds, DEFAULT_RULES);

describe('the credit of an expert', () => {
  it('is A until events count enough, B from two points on, C from six', () => {
    expect(grade()).toBe('A');
    expect(grade('DEVIATION')).toBe('A');
    expect(grade('DEVIATION', 'LATE')).toBe('B');
    expect(grade('NO_SHOW')).toBe('B');
    expect(grade('NO_SHOW', 'NO_SHOW', 'LATE')).toBe('B');
    expect(grade('NO_SHOW', 'NO_SHOW', 'NO_ANSWER', 'LATE')).toBe('C');
    expect(grade('CONCEALED_CONFLICT')).toBe('C');
  });

  it('never rises by another event', () => {
    const kinds = fc.array(fc.constantFrom(...CREDIT_KINDS), { maxLength: 12 });
    fc.assert(
      fc.property(kinds, fc.constantFrom(...CREDIT_KINDS), (before, more) => {
        expect(grade(...before, more) >= grade(...before)).toBe(true);
      }),
    );
  });

  it('halves the panels of a year, and looks back so many months', () => {
    expect([panelsFor('A', 7), panelsFor('B', 7), panelsFor('B', 1)]).toEqual([7, 3, 0]);
    expect(creditSince('2026-11-30', { creditMonths: 24 })).toBe('2024-11-30');
  });

  it('is lifted by the city’s officers alone, never one’s own, with a reason and once', () => {
    const call = { ownerId: OWNER, divisionCode: '140981' };
    const by = (actor: Parameters<typeof mayLift>[0], personId = 'expert') =>
      mayLift(actor, { personId }, call, [RIVAL]).allowed;
    expect(by(ACTORS.city)).toBe(true);
    expect(by(ACTORS.city, 'city')).toBe(false);
    for (const who of [
      'county',
      'owner',
      'conflicted',
      'registrar',
      'outsider',
      'anonymous',
      'clock',
    ] as const)
      expect(by(ACTORS[who])).toBe(false);
    expect(by(RIVAL_OFFICER)).toBe(false);
    expect(liftFaults({ liftedOn: null }, '经核实邀请邮件没有送达')).toEqual([]);
    expect(liftFaults({ liftedOn: null }, '无').map(({ path }) => path)).toEqual(['reason']);
    expect(liftFaults({ liftedOn: '2026-11-30' }, '经核实邀请邮件没有送达').map(({ code }) => code)).toEqual([
      'CHALLENGES.CREDIT',
    ]);
  });
});
