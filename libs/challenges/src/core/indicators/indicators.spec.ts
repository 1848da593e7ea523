import fc from 'fast-check';
import { answers, compared, isDecimal, meets, passes, type Indicator, type Operator } from './indicators.js';

const indicator = (
  operator: Operator,
  target: string,
  upper: string | null = null,
  core = true,
): Indicator => ({
  code: 'LIFE',
  name: '寿命',
  unit: '小时',
  operator,
  target,
  upper,
  method: 'GB/T',
  core,
});

describe('an indicator', () => {
  it('is met at its limit and not past it, exactly', () => {
    expect(meets(indicator('AT_LEAST', '0.1'), '0.100000000')).toBe(true);
    expect(meets(indicator('AT_LEAST', '0.1'), '0.099999999')).toBe(false);
    expect(meets(indicator('AT_MOST', '-3.5'), '-3.5')).toBe(true);
    expect(meets(indicator('AT_MOST', '-3.5'), '-3.49')).toBe(false);
    expect(meets(indicator('EQUAL', '7'), '7.0')).toBe(true);
    expect(meets(indicator('BETWEEN', '1', '2'), '2')).toBe(true);
    expect(meets(indicator('BETWEEN', '1', '2'), '2.000000001')).toBe(false);
  });

  it('knows a decimal', () => {
    for (const text of ['0', '-1.5', '123456789012345.123456789']) expect(isDecimal(text)).toBe(true);
    for (const text of ['', '01', '1.', '.5', '1e5', '１', 'NaN', '1234567890123456', '0.1234567890'])
      expect(isDecimal(text)).toBe(false);
    expect(() => meets(indicator('AT_LEAST', '1'), '1e5')).toThrow(RangeError);
  });

  it('a promise answers it where whatever meets the promise meets the call', () => {
    const decimal = fc.integer({ min: -50, max: 50 }).map((value) => (value / 10).toFixed(1));
    const operator = fc.constantFrom<Operator>('AT_LEAST', 'AT_MOST', 'EQUAL', 'BETWEEN');
    fc.assert(
      fc.property(
        operator,
        decimal,
        decimal,
        decimal,
        decimal,
        decimal,
        (kind, target, upper, value, top, measured) => {
          const asked = indicator(kind, target, upper);
          const promise = { code: 'LIFE', value, upper: kind === 'BETWEEN' ? top : null };
          if (!answers(asked, promise)) return;
          if (meets({ operator: kind, target: value, upper: promise.upper }, measured))
            expect(meets(asked, measured)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('shows promised beside measured, the last measurement counting', () => {
    const asked = indicator('AT_LEAST', '1000');
    const promise = { code: 'LIFE', value: '1200', upper: null };
    const measure = (value: string) => ({ code: 'LIFE', value });
    expect(compared([asked], [promise], [measure('900'), measure('1100')])).toEqual([
      { code: 'LIFE', promised: promise, measured: '1100', ofCall: 'MET', ofPromise: 'NOT_MET' },
    ]);
    expect(compared([asked], [], [])[0]).toMatchObject({ measured: null, ofCall: 'NOT_MEASURED' });
  });

  it('lets a project pass where each core one is met and none is left unmeasured', () => {
    const both = [indicator('AT_LEAST', '1'), { ...indicator('AT_LEAST', '1', null, false), code: 'COST' }];
    const result = (life: string | null, cost: string | null) =>
      passes(
        both,
        compared(
          both,
          [],
          [
            ...(life ? [{ code: 'LIFE', value: life }] : []),
            ...(cost ? [{ code: 'COST', value: cost }] : []),
          ],
        ),
      );
    expect(result('1', '0')).toBe(true);
    expect(result('0', '1')).toBe(false);
    expect(result('1', null)).toBe(false);
    expect(result(null, '1')).toBe(false);
  });
});
