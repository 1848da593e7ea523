import fc from 'fast-check';
import { addDays, daysBetween, isWeekday, type HolidayCalendar } from '@jihui/kernel';
import { actorNamed, aDeal, aDisclosure, anObjection, NOW } from '../../test/core.factory.js';
import {
  checkDisclosure,
  checkObjection,
  daysLeft,
  lastDay,
  readsObjection,
  type DisclosureForm,
} from './disclosure.js';
import { DealCodes } from './errors.js';
import { dealMachine } from './perform.js';

const weekdays: HolidayCalendar = { isWorkingDay: isWeekday };
const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2024-01-01', days));
/** Weekdays but for up to twenty days of rest. */
const calendar = fc
  .uniqueArray(fc.integer({ min: 0, max: 4_400 }), { maxLength: 20 })
  .map((offsets): HolidayCalendar => {
    const rest = new Set(offsets.map((offset) => addDays('2024-01-01', offset)));
    return { isWorkingDay: (at) => isWeekday(at) && !rest.has(at) };
  });

describe('lastDay', () => {
  it('counts natural days and rolls over a day of rest (民法典 art 203)', () => {
    expect(lastDay('2026-11-23', 15, 'NATURAL', weekdays)).toBe('2026-12-08');
    expect(lastDay('2026-11-20', 15, 'NATURAL', weekdays)).toBe('2026-12-07');
  });
  it('counts working days where the unit chose so', () =>
    expect(lastDay('2026-11-20', 15, 'WORKING', weekdays)).toBe('2026-12-11'));

  it('never gives less than the days asked for, and ends on a working day', () =>
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 180 }),
        fc.constantFrom('NATURAL' as const, 'WORKING' as const),
        calendar,
        (from, days, kind, holidays) => {
          const end = lastDay(from, days, kind, holidays);
          expect(daysBetween(from, end)).toBeGreaterThanOrEqual(days);
          expect(holidays.isWorkingDay(end)).toBe(true);
        },
      ),
    ));

  it('gives the shortest period that does', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 180 }), calendar, (from, days, holidays) => {
        const end = lastDay(from, days, 'NATURAL', holidays);
        for (let at = addDays(from, days); at < end; at = addDays(at, 1))
          expect(holidays.isWorkingDay(at)).toBe(false);
      }),
    ));
});

describe('the gate', () => {
  const running = (endsOn: string, openObjections = 0) => {
    const deal = aDeal('DISCLOSING');
    return { ...deal, disclosure: { ...deal.disclosure!, endsOn, openObjections } };
  };
  const complete = (deal: ReturnType<typeof running>) => () =>
    dealMachine.perform(deal, 'completeDisclosure', actorNamed('SELLER_OFFICER'), NOW);

  it('opens on the day after the last day, by the legal day', () => {
    expect(complete(running('2026-11-23'))).toThrow('公示到 2026-11-23 止（还有 1 天）');
    expect(complete(running('2026-11-22'))()).toBe('READY_TO_SIGN');
    // 16:30 in UTC is half past midnight of the next legal day.
    const after = new Date('2026-11-23T16:30:00Z');
    expect(
      dealMachine.perform(running('2026-11-23'), 'completeDisclosure', actorNamed('SELLER_OFFICER'), after),
    ).toBe('READY_TO_SIGN');
  });

  it('stays shut while an objection is open', () => {
    expect(complete(running('2026-11-22', 2))).toThrow('还有 2 项异议未处理');
  });

  it('names day and objection at once', () => {
    const [action] = dealMachine
      .availableActions(actorNamed('SELLER_OFFICER'), running('2026-11-30', 1), NOW)
      .filter(({ action: name }) => name === 'completeDisclosure');
    expect(action?.violations.map(({ code }) => code)).toEqual([
      DealCodes.OBJECTION_OPEN,
      DealCodes.DISCLOSURE_RUNNING,
    ]);
  });

  it('is for this price alone', () => {
    const deal = aDeal('READY_TO_SIGN');
    const repriced = { ...deal, price: { ...deal.price!, proposalId: 'another' } };
    const sign = (): unknown =>
      dealMachine.perform(repriced, 'recordSignature', actorNamed('BUYER_OFFICER'), NOW);
    expect(sign).toThrow('须先完成定价公示');
    expect(dealMachine.perform(repriced, 'startDisclosure', actorNamed('SELLER_OFFICER'), NOW)).toBe(
      'DISCLOSING',
    );
  });

  it('needs nothing of a price found by listing or auction', () => {
    const deal = aDeal('PRICED');
    const auctioned = { ...deal, price: { ...deal.price!, method: 'AUCTION' as const } };
    expect(dealMachine.perform(auctioned, 'proceedToSigning', actorNamed('BUYER_OFFICER'), NOW)).toBe(
      'READY_TO_SIGN',
    );
  });

  it('lets the nightly job through, and nobody else without a side', () => {
    expect(dealMachine.perform(running('2026-11-22'), 'completeDisclosure', actorNamed('SYSTEM'), NOW)).toBe(
      'READY_TO_SIGN',
    );
  });
});

describe('checkDisclosure', () => {
  const form: DisclosureForm = {
    resultName: '成果',
    summary: '摘要',
    relatedParty: false,
    relation: '',
    basis: '评估',
    days: 15,
    dayKind: 'NATURAL',
    channels: ['官网'],
    objectionOffice: '科技处',
    objectionPhone: '0350-3000000',
  };
  const period = {
    startsOn: '2026-11-23',
    endsOn: '2026-12-08',
    requiredDays: 15,
    source: '国发〔2016〕16号',
  };
  const codes = (change: Partial<DisclosureForm>, endsOn = period.endsOn): string[] =>
    checkDisclosure({ ...form, ...change }, { ...period, endsOn }).map(({ path, code }) => `${path}:${code}`);

  it('accepts a whole form', () => expect(codes({})).toEqual([]));
  it('refuses a shorter period, citing its source', () =>
    expect(checkDisclosure({ ...form, days: 14 }, { ...period, endsOn: '2026-12-07' })).toEqual([
      {
        path: 'days',
        code: DealCodes.DISCLOSURE_PERIOD,
        message: '公示期不得少于 15 天',
        pattern: '公示期不得少于 {0} 天',
        params: ['15'],
        article: '国发〔2016〕16号',
      },
    ]));
  it('refuses more than half a year', () =>
    expect(codes({ days: 181 })).toEqual([`days:${DealCodes.DISCLOSURE_PERIOD}`]));
  it('wants the relation of a related transferee', () =>
    expect(codes({ relatedParty: true })).toEqual([`relation:${DealCodes.RELATION_REQUIRED}`]));
  it('names everything at once', () =>
    expect(
      codes({ summary: '', basis: '', channels: [], objectionOffice: '', objectionPhone: '' }),
    ).toHaveLength(5));
});

describe('objections', () => {
  it('want a real name, a contact and a reason', () => {
    expect(
      checkObjection({ name: '李四', contact: 'li@example.cn', reason: '价格明显偏低，请说明定价依据' }),
    ).toEqual([]);
    expect(checkObjection({ name: '李', contact: '微信', reason: '不好' }).map(({ code }) => code)).toEqual([
      'TOO_SHORT',
      DealCodes.CONTACT_INVALID,
      'TOO_SHORT',
    ]);
  });
  it('are read by the office, the bureau and the objector', () => {
    const reads = (name: string, byBureau = false): boolean =>
      readsObjection(actorNamed(name), anObjection(), byBureau);
    expect(['SELLER_OFFICER', 'SELLER_ADMIN', 'OBJECTOR'].map((name) => reads(name))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['SELLER_RESEARCHER', 'BUYER_OFFICER', 'ANONYMOUS'].map((name) => reads(name))).toEqual([
      false,
      false,
      false,
    ]);
    expect(reads('BUREAU_OFFICER', true)).toBe(true);
  });
});

describe('daysLeft', () => {
  it('counts today in, and nothing once it is over', () => {
    expect(daysLeft(aDisclosure({ endsOn: '2026-11-23' }), '2026-11-23')).toBe(1);
    expect(daysLeft(aDisclosure({ endsOn: '2026-11-23' }), '2026-11-24')).toBe(0);
    expect(daysLeft(aDisclosure({ state: 'COMPLETED', endsOn: '2026-12-23' }), '2026-11-24')).toBe(0);
  });
});
