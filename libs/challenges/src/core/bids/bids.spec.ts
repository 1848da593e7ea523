import fc from 'fast-check';
import type { SealedHead } from '@jihui/proofs';
import { aCall } from '../../../test/call.fixture.js';
import { isKeepable, mediaTypeOf } from './contents.js';
import { eligibilityFaults } from './eligibility.js';
import { dueHead, isSettled, nextDueAfter, type HeadClock } from './heads.js';
import { readiness, sealingFaults, spare } from './sealing.js';

const at = (hours: number): Date => new Date(Date.UTC(2026, 10, 1, 0) + hours * 3_600_000);

/** Publishes what is due at each look. */
function heads(looks: readonly Date[], clock: HeadClock, everyMinutes: number): readonly Date[] {
  const published: Date[] = [];
  let now = clock;
  for (const look of looks)
    for (let due = dueHead(now, look); due !== undefined; due = dueHead(now, look)) {
      published.push(due);
      now = { ...now, lastDue: due, nextDue: nextDueAfter(now.nextDue, due, everyMinutes) };
    }
  return published;
}

describe('heads of the log', () => {
  const clock: HeadClock = { nextDue: at(0), lastDue: null, closesAt: at(10), suspended: false };

  it('come at fixed times and one at the deadline, however often or late one looks', () => {
    const expected = [0, 4, 8, 10].map(at);
    expect(heads([at(100)], clock, 240)).toEqual(expected);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { maxLength: 30 }), (hours) => {
        const looks = [...hours.sort((a, b) => a - b), 100].map(at);
        expect(heads(looks, clock, 240)).toEqual(expected);
      }),
    );
  });

  it('go on where the window was extended after the last one, and stand still at no deadline while it is suspended', () => {
    const after = { nextDue: at(12), lastDue: at(10), closesAt: at(20), suspended: false };
    expect(heads([at(100)], after, 240)).toEqual([12, 16, 20].map(at));
    expect(dueHead({ ...after, closesAt: at(11), suspended: true }, at(11.5))).toBeUndefined();
    expect(isSettled(at(10), at(10))).toBe(true);
    expect(isSettled(at(10), at(20))).toBe(false);
    expect(isSettled(null, at(20))).toBe(false);
  });
});

describe('who may bid', () => {
  const bidder = { id: 'uni', kind: 'UNIVERSITY', active: true, sharedPeople: [] };
  const codes = (...args: Parameters<typeof eligibilityFaults>) =>
    eligibilityFaults(...args).map(({ code }) => code);

  it('is an active organisation of a kind that researches, unrelated to the owner by what is known', () => {
    const call = aCall('BIDDING');
    expect(codes(call, bidder)).toEqual([]);
    expect(codes(call, undefined)).toEqual(['CHALLENGES.NOT_YET_KNOWN']);
    expect(codes(call, { ...bidder, active: false })).toEqual(['CHALLENGES.NOT_YET_KNOWN']);
    expect(codes(call, { ...bidder, kind: 'BUREAU_CITY' })).toEqual(['CHALLENGES.BIDDER_KIND']);
    expect(codes(call, { ...bidder, id: call.ownerId })).toEqual(['CHALLENGES.RELATED']);
    const [related] = eligibilityFaults(call, { ...bidder, sharedPeople: ['张建军'] });
    expect(related).toMatchObject({ code: 'CHALLENGES.RELATED', message: expect.stringContaining('张建军') });
  });

  it('is the designated undertaker alone where the call is meant for one', () => {
    const call = aCall('BIDDING', { mode: 'DW' });
    const meant = { ...call, plan: { ...call.plan, undertakerId: 'uni' } };
    expect(codes(meant, bidder)).toEqual([]);
    expect(codes(meant, { ...bidder, id: 'other' })).toEqual(['CHALLENGES.NOT_DESIGNATED']);
  });
});

describe('what stood inside', () => {
  it('is kept where it is text that can be kept, however a bidder wrote it', () => {
    expect(
      isKeepable({ route: '等温锻造', answers: [{ indicator: 'I1', promised: '1.5' }], price: null }),
    ).toBe(true);
    for (const form of ['a\0b', '\ud800', { ['\0']: 1 }, [['\udfff']]]) expect(isKeepable(form)).toBe(false);
    const deep = Array.from({ length: 10_000 }).reduce<unknown>((inner) => [inner], 'x');
    expect(isKeepable(deep)).toBe(false);
  });

  it('is sent under no media type that is none', () => {
    expect(mediaTypeOf('application/pdf')).toBe('application/pdf');
    for (const type of ['text/html; x', 'a\r\nb: c', '', 'x'.repeat(300)])
      expect(mediaTypeOf(type)).toBe('application/octet-stream');
  });
});

describe('sealing and shares', () => {
  const custodians = ['a', 'b', 'c'].map((id) => ({ id, publicKey: id.repeat(64) }));
  const head = {
    ...{ format: 'jihui-sealed-bid/1', call: 'call', round: 1, bidderTag: '', threshold: 2, check: '' },
    shares: custodians.map((one) => ({ ...one, sealed: '', hash: '' })),
  } as SealedHead;
  const asked = { callId: 'call', round: 1, threshold: 2, custodians };
  const codes = (change: Partial<SealedHead>) =>
    sealingFaults({ ...head, ...change }, asked).map(({ code }) => code);

  it('must be for this call, round, threshold and these keys', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ round: 2 })).toEqual(['CHALLENGES.OTHER_CALL']);
    expect(codes({ threshold: 3 })).toEqual(['CHALLENGES.OTHER_CUSTODIANS']);
    expect(codes({ shares: head.shares.slice(1) })).toEqual(['CHALLENGES.OTHER_CUSTODIANS']);
    const strange = head.shares.map((share) => ({ ...share, publicKey: '0'.repeat(64) }));
    expect(codes({ call: 'other', shares: strange })).toEqual([
      'CHALLENGES.OTHER_CALL',
      'CHALLENGES.OTHER_CUSTODIANS',
    ]);
  });

  it('opens with the threshold, waits below it, and is given up once it cannot be reached', () => {
    expect(readiness({ released: 2, refused: 1 }, 3, 2)).toBe('READY');
    expect(readiness({ released: 1, refused: 1 }, 3, 2)).toBe('WAITING');
    expect(readiness({ released: 1, refused: 2 }, 3, 2)).toBe('HOPELESS');
    expect(spare(3, 2, 0)).toBe(1);
    expect(spare(3, 2, 1)).toBe(0);
  });
});
