import fc from 'fast-check';
import { addDays } from '@jihui/kernel';
import { TODAY } from '../../../test/examples.js';
import {
  checked,
  credentialFrom,
  hoursByYear,
  levelOn,
  trainingFrom,
  withdrawn,
  type Credential,
  type Training,
} from './records.js';

const NONE = { credentials: [], trainings: [] };
const credential = (change: Partial<Credential> = {}): Credential => ({
  ...{ id: 'c', state: 'CONFIRMED', note: '', checkedOn: TODAY, level: 'JUNIOR', number: 'JS-1' },
  ...{ issuer: '山西省技术市场协会', issuedOn: '2025-06-01', validTo: null },
  ...change,
});
const training = (change: Partial<Training> = {}): Training => ({
  ...{
    id: 't',
    state: 'CONFIRMED',
    note: '',
    checkedOn: TODAY,
    course: '技术合同登记',
    provider: '省技术市场',
  },
  ...{ hours: 24, endedOn: '2026-05-20', certificate: '' },
  ...change,
});

describe('a broker’s records', () => {
  it('name a certificate once, with days that were', () => {
    const form = { level: 'SENIOR', number: 'JS-1', issuer: '协会', issuedOn: '2025-06-01' } as const;
    const wrong = (change: object, held = NONE) =>
      credentialFrom('x', { ...form, ...change }, held, TODAY).violations.found.map(
        ({ path, code }) => `${path} ${code}`,
      );
    expect(wrong({})).toEqual([]);
    expect(wrong({ issuedOn: addDays(TODAY, 1) })).toEqual(['issuedOn REGISTER.RECORD_DAYS']);
    expect(wrong({ validTo: '2025-01-01' })).toEqual(['validTo REGISTER.RECORD_DAYS']);
    const held = { credentials: [credential()], trainings: [] };
    expect(credentialFrom('x', form, held, TODAY).violations.found.map(({ code }) => code)).toEqual([
      'REGISTER.RECORD_TWICE',
    ]);
  });

  it('count hours that were, of a course once', () => {
    const form = { course: '技术合同登记', provider: '省技术市场', hours: 24, endedOn: '2026-05-20' };
    const wrong = (change: object, held: { credentials: Credential[]; trainings: Training[] }) =>
      trainingFrom('x', { ...form, ...change }, held, TODAY).violations.found.map(({ code }) => code);
    expect(wrong({}, { credentials: [], trainings: [] })).toEqual([]);
    expect(wrong({ hours: 0 }, { credentials: [], trainings: [] })).toEqual(['OUT_OF_RANGE']);
    expect(wrong({ endedOn: addDays(TODAY, 1) }, { credentials: [], trainings: [] })).toEqual([
      'REGISTER.RECORD_DAYS',
    ]);
    expect(wrong({}, { credentials: [], trainings: [training()] })).toEqual(['REGISTER.RECORD_TWICE']);
    expect(wrong({}, { credentials: [], trainings: [training({ state: 'REFUSED' })] })).toEqual([]);
  });

  it('are checked once, a refusal with its reason, and what is confirmed is not taken back', () => {
    const waiting = { credentials: [credential({ state: 'PENDING' })], trainings: [training()] };
    expect(checked(waiting, { recordId: 'c', accepted: false }, TODAY).violations.found).toHaveLength(1);
    const done = checked(waiting, { recordId: 'c', accepted: true }, TODAY);
    expect(done.violations.found).toEqual([]);
    expect(done.records.credentials[0]).toMatchObject({ state: 'CONFIRMED', checkedOn: TODAY });
    const code = ({ violations }: ReturnType<typeof withdrawn>) => violations.found.map((one) => one.code);
    expect(checked(done.records, { recordId: 'c', accepted: true }, TODAY).violations.found).toHaveLength(1);
    expect(code(withdrawn(done.records, 'c'))).toEqual(['REGISTER.RECORD_UNKNOWN']);
    expect(withdrawn(waiting, 'c').records.credentials).toEqual([]);
  });

  it('give the highest level that is confirmed and holds', () => {
    const senior = credential({ level: 'SENIOR', validTo: '2026-12-31' });
    expect(levelOn([], TODAY)).toBeNull();
    expect(levelOn([credential({ state: 'PENDING', level: 'SENIOR' })], TODAY)).toBeNull();
    expect(levelOn([credential(), senior], TODAY)).toEqual({ level: 'SENIOR', until: '2026-12-31' });
    expect(levelOn([credential(), senior], '2027-01-01')).toEqual({ level: 'JUNIOR', until: null });
  });

  it('sum the confirmed hours of each year and no others', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            hours: fc.integer({ min: 1, max: 500 }),
            year: fc.integer({ min: 2020, max: 2026 }),
            state: fc.constantFrom('PENDING' as const, 'CONFIRMED' as const, 'REFUSED' as const),
          }),
        ),
        (given) => {
          const trainings = given.map(({ hours, year, state }) =>
            training({ hours, state, endedOn: `${year}-06-01` }),
          );
          const years = hoursByYear(trainings, 2026);
          expect(years[0]?.year).toBe(2026);
          const total = (state: string) =>
            given.filter((one) => one.state === state).reduce((sum, { hours }) => sum + hours, 0);
          expect(years.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(total('CONFIRMED'));
          expect(years.reduce((sum, { pending }) => sum + pending, 0)).toBe(total('PENDING'));
        },
      ),
    ));
});
