import { anonymous } from '@jihui/kernel';
import { DEFAULT_RULES, ACTORS, OWNER } from '../../../test/call.fixture.js';
import { banFaults, isInForce, isOverUntold, mayBan, type Ban, type BanForm } from './ban.js';

const TODAY = '2026-11-23';
const form = (change: Partial<BanForm> = {}): BanForm => ({
  ...{ organisationId: null, personName: '卫某', personUnit: '外省某公司', level: 'SERIOUS' },
  ...{ fromDay: '2026-01-01', untilDay: '2030-01-01', document: '9号', reason: '提供虚假检测报告，情节严重' },
  ...change,
});
const faults = (change: Partial<BanForm>): readonly string[] =>
  banFaults(form(change), DEFAULT_RULES, TODAY).map(({ path, code }) => `${path} ${code}`);
const ban = (change: Partial<Ban> = {}): Ban => ({
  ...{ ...form(), id: 'n', version: 1, divisionCode: '140900', createdBy: 'p' },
  ...{
    personId: null,
    unitId: null,
    endedOn: null,
    liftedOn: null,
    liftDocument: '',
    liftReason: '',
    createdAt: new Date(0),
    updatedAt: new Date(0),
  },
  ...change,
});

describe('a ban', () => {
  it('is of one organisation or one person', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ organisationId: 'o', personName: '', personUnit: '' })).toEqual([]);
    expect(faults({ organisationId: 'o' })).toEqual(['organisationId CHALLENGES.BAN']);
    expect(faults({ personName: '', personUnit: '' })).toEqual(['organisationId CHALLENGES.BAN']);
    expect(faults({ personUnit: '' })).toHaveLength(1);
  });

  it('lasts as long as its gravity allows: two years, three to five, five and more or for good', () => {
    const until = (level: BanForm['level'], untilDay: string | null) => faults({ level, untilDay });
    const WINDOW = ['untilDay CHALLENGES.WINDOW'];
    expect(until('MINOR', '2028-01-01')).toEqual([]);
    expect(until('MINOR', '2028-01-02')).toEqual(WINDOW);
    expect(until('SERIOUS', '2028-12-31')).toEqual(WINDOW);
    expect(until('SERIOUS', '2029-01-01')).toEqual([]);
    expect(until('SERIOUS', '2031-01-02')).toEqual(WINDOW);
    expect(until('EXTREME', '2030-12-31')).toEqual(WINDOW);
    expect(until('EXTREME', '2040-01-01')).toEqual([]);
    expect(until('EXTREME', null)).toEqual([]);
    for (const level of ['MINOR', 'SERIOUS'] as const) expect(until(level, null)).toEqual(WINDOW);
    expect(until('MINOR', '2026-01-01')).toEqual(WINDOW);
    expect(faults({ fromDay: '2026-11-24' })).toEqual(['fromDay CHALLENGES.DATE_IN_FUTURE']);
  });

  it('holds from its first day to its last, and no longer once it is lifted', () => {
    expect(isInForce(ban(), '2025-12-31')).toBe(false);
    for (const day of ['2026-01-01', '2030-01-01']) expect(isInForce(ban(), day)).toBe(true);
    expect(isInForce(ban(), '2030-01-02')).toBe(false);
    expect(isInForce(ban({ untilDay: null }), '2999-01-01')).toBe(true);
    expect(isInForce(ban({ liftedOn: TODAY }), TODAY)).toBe(false);
  });

  it('is told to be over once, from the day after its last, where it was not lifted', () => {
    expect(isOverUntold(ban(), '2030-01-01')).toBe(false);
    expect(isOverUntold(ban(), '2030-01-02')).toBe(true);
    for (const other of [{ untilDay: null }, { liftedOn: TODAY }, { endedOn: '2030-01-02' }] as const)
      expect(isOverUntold(ban(other), '2031-01-01')).toBe(false);
  });

  it('is recorded by an officer of the city who has no part in whom it is of', () => {
    expect(mayBan(ACTORS.city, ban()).allowed).toBe(true);
    expect(mayBan(ACTORS.conflicted, ban({ organisationId: OWNER })).allowed).toBe(false);
    for (const actor of [ACTORS.county, ACTORS.owner, ACTORS.outsider, anonymous])
      expect(mayBan(actor, ban()).allowed).toBe(false);
    expect(mayBan(ACTORS.city, ban({ divisionCode: '140100' })).allowed).toBe(false);
  });
});
