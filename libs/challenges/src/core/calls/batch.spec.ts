import { DEFAULT_RULES } from '../../../test/call.fixture.js';
import { batchFaults, isCollecting, type Batch, type BatchForm } from './batch.js';

const TODAY = '2026-11-23';
const form = (change: Partial<BatchForm> = {}): BatchForm => ({
  ...{ title: '2027 年第一批', opensOn: '2026-12-01', closesOn: '2026-12-30' },
  ...{ guide: '围绕十四个产业集群征集技术难题', ...change },
});
const faults = (change: Partial<BatchForm>, others: readonly BatchForm[] = [], before: Batch | null = null) =>
  batchFaults(form(change), others, DEFAULT_RULES, TODAY, before).map(({ path, code }) => `${path} ${code}`);
const standing = (change: Partial<BatchForm> = {}): Batch => ({
  ...{ ...form(change), id: 'z', version: 1, code: 'ZJ2026-1', divisionCode: '140900', createdBy: 'p' },
  ...{ createdAt: new Date(0), updatedAt: new Date(0) },
});

describe('a collection', () => {
  it('is open for thirty days at least, from today on, and never together with another', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ closesOn: '2026-12-29' })).toEqual(['closesOn CHALLENGES.WINDOW']);
    expect(faults({ opensOn: '2026-11-22' })).toEqual(['opensOn CHALLENGES.WINDOW']);
    const other = { title: '年末批次', guide: '', opensOn: '2026-12-30', closesOn: '2027-02-01' };
    expect(faults({}, [other])).toEqual(['closesOn CHALLENGES.WINDOW']);
    expect(faults({}, [{ ...other, opensOn: '2026-12-31' }])).toEqual([]);
  });

  it('keeps its first day once it has begun, and may be open longer', () => {
    const begun = standing({ opensOn: '2026-11-01', closesOn: '2026-12-01' });
    expect(faults({ opensOn: '2026-11-01', closesOn: '2026-12-20' }, [], begun)).toEqual([]);
    expect(faults({ opensOn: '2026-11-02', closesOn: '2026-12-20' }, [], begun)).toEqual([
      'opensOn CHALLENGES.WINDOW',
    ]);
    expect(
      faults({ opensOn: '2026-10-01', closesOn: '2026-11-22' }, [], standing({ opensOn: '2026-10-01' })),
    ).toEqual(['closesOn CHALLENGES.WINDOW']);
    expect(isCollecting(begun, '2026-12-01')).toBe(true);
    expect(isCollecting(begun, '2026-12-02')).toBe(false);
  });
});
