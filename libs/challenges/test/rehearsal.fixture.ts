import { isWeekday, type HolidayCalendar, type PersonActor } from '@jihui/kernel';
import type { Call } from '../src/core/calls/call.js';
import { MODES } from '../src/core/calls/modes.js';
import type { CallCase } from '../src/core/calls/rules.js';
import { NO_ASSUMPTIONS } from '../src/core/rehearsal/assumptions.js';
import type { Setting } from '../src/core/rehearsal/setting.js';
import type { PoolExpert } from '../src/core/review/pool.js';
import { aCase, ACTORS, COUNTY, NOW, OWNER } from './call.fixture.js';

/** 2026-10-01 to 07 are not worked. */
export const CALENDAR: HolidayCalendar = {
  isWorkingDay: (day) => isWeekday(day) && !/^\d{4}-10-0[1-7]$/.test(day),
};

const officer = (personId: string): PersonActor => ({ ...ACTORS.city, personId });

export const anExpert = (at: number, change: Partial<PoolExpert> = {}): PoolExpert => ({
  ...{
    id: `e${at}`,
    personId: `x${at}`,
    name: `专家${at}`,
    organisationId: `unit${at}`,
    unitName: `单位${at}`,
  },
  ...{ divisionCode: at % 2 === 0 ? '140902' : '140100', unitKind: 'UNIVERSITY', disciplines: ['460'] },
  ...{ techFields: ['03'], clusters: [], keywords: [], employments: [], relations: [], panels: 0 },
  ...change,
});
const finance = (at: number): PoolExpert => anExpert(at, { disciplines: ['790'] });
const industry = (at: number): PoolExpert => anExpert(at, { unitKind: 'ENTERPRISE' });

/** Thirty experts of as many units, enough for every panel. */
export const BANK: readonly PoolExpert[] = [
  ...Array.from({ length: 18 }, (_, at) => anExpert(at)),
  ...Array.from({ length: 6 }, (_, at) => finance(20 + at)),
  ...Array.from({ length: 6 }, (_, at) => industry(30 + at)),
];

/** A city in which nothing stands in the way of that call. */
export const aSetting = (
  call: Call,
  change: Partial<Setting> = {},
  facts: Partial<CallCase> = {},
): Setting => ({
  subject: aCase(call, { keysMissing: call.plan.custodians.length, ...facts }),
  now: NOW,
  calendar: CALENDAR,
  cast: {
    city: [officer('o1'), officer('o2'), officer('o3')],
    county: [ACTORS.county],
    owner: [ACTORS.owner],
    undertaker: [ACTORS.outsider],
    standing: new Set([
      'k1',
      'k2',
      'k3',
      'p1',
      'p2',
      ...call.plan.custodians.map(({ personId }) => personId),
    ]),
  },
  bank: {
    near: BANK,
    wide: BANK,
    of: {
      ...{ techField: null, cluster: null, apart: false },
      ...{ day: '2026-11-23', bids: [], patents: [], handling: new Set(), objectors: new Set() },
      owner: { organisationId: OWNER, organisationName: '原平锻压有限公司', people: [] },
      divisionCode: COUNTY,
    },
  },
  undertaker: MODES[call.mode].open
    ? undefined
    : { id: 'u', kind: 'UNIVERSITY', active: true, sharedPeople: [] },
  ownerName: '原平锻压有限公司',
  assumptions: NO_ASSUMPTIONS,
  ...change,
});
