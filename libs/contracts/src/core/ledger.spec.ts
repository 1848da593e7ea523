import fc from 'fast-check';
import { aContract, buyerParty, completeForm } from '../../test/contract.fixture.js';
import { changeEntries, endEntry, positionOf, registrationEntry, reinstatementEntry } from './ledger.js';

const LARGE_FROM = 1_000_000_000;
const contract = aContract({
  state: 'REGISTERED',
  registrationNumber: '2026140981000001',
  registeredOn: '2026-11-23',
  dueOn: '2026-12-11',
});
const position = positionOf(contract, LARGE_FROM);
const withTotal = (total: number) =>
  positionOf(
    {
      ...contract,
      form: { ...completeForm, money: { ...completeForm.money, total, technical: total - 25_000_000 } },
    },
    LARGE_FROM,
  );
const amounts = fc.integer({ min: 25_000_000, max: 9_000_000_000_000 });
const summed = (rows: readonly { readonly count: number; readonly total: number }[]) =>
  rows.reduce((so, { count, total }) => ({ count: so.count + count, total: so.total + total }), {
    count: 0,
    total: 0,
  });

describe('the ledger', () => {
  it('enters a registration with what it counts under', () =>
    expect(registrationEntry(position, '2026-11-23')).toMatchObject({
      kind: 'REGISTRATION',
      occurredOn: '2026-11-23',
      count: 1,
      total: 100_000_000,
      technical: 75_000_000,
      class: '2',
      sellerKey: '91330100799655058B',
      large: false,
      inTime: true,
    }));
  it('never takes a person’s identity number as the key of a party', () => {
    const person = { ...buyerParty, identifierKind: 'ID_CARD' as const, identifier: '140902199001011234' };
    const { buyerKey } = positionOf({ ...contract, form: { ...completeForm, buyers: [person] } }, LARGE_FROM);
    expect(buyerKey).toBe(buyerParty.name);
  });
  it.each([
    ['110', '810000'],
    ['121', '820000'],
    ['143', '710000'],
    ['116', '000000'],
    ['142', null],
  ])('places a party of %s at %s where no division is stated', (country, division) => {
    const party = { ...buyerParty, country, divisionCode: null };
    const { buyerDivision } = positionOf(
      { ...contract, form: { ...completeForm, buyers: [party] } },
      LARGE_FROM,
    );
    expect(buyerDivision).toBe(division);
  });
  it('enters the difference of a change that leaves the heads as they are', () =>
    expect(changeEntries(position, withTotal(120_000_000), 'CHANGE', '2027-01-05')).toEqual([
      expect.objectContaining({ kind: 'CHANGE', count: 0, total: 20_000_000, technical: 20_000_000 }),
    ]));
  it('takes a contract out where it counted and puts it in where it counts now', () => {
    const rows = changeEntries(position, { ...position, class: '5', subclass: '51' }, 'CHANGE', '2027-01-05');
    expect(rows.map(({ class: name, count, total }) => [name, count, total])).toEqual([
      ['2', -1, -100_000_000],
      ['5', 1, 100_000_000],
    ]);
  });
  it('moves it between sizes when it crosses the threshold', () =>
    expect(
      changeEntries(position, withTotal(2_000_000_000), 'CHANGE', '2027-01-05').map(({ large }) => large),
    ).toEqual([false, true]));
  it('enters nothing for a change that touches no figure', () =>
    expect(changeEntries(position, { ...position, title: '新名称' }, 'CHANGE', '2027-01-05')).toEqual([]));
  it('sums to the last state after any changes, to nothing after the end, and to the same after a reinstatement', () =>
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.tuple(amounts, fc.constantFrom('21', '31', '51'))),
        (first, changes) => {
          let now = withTotal(first);
          const rows = [registrationEntry(now, '2026-11-23')];
          for (const [total, subclass] of changes) {
            const next = { ...withTotal(total), subclass, class: subclass.slice(0, 1) };
            rows.push(...changeEntries(now, next, 'CHANGE', '2027-01-05'));
            now = next;
          }
          expect(summed(rows)).toEqual({ count: 1, total: now.total });
          rows.push(endEntry(now, 'CANCELLATION', '2027-02-01'));
          expect(summed(rows)).toEqual({ count: 0, total: 0 });
          rows.push(reinstatementEntry({ ...now, live: false }, '2027-03-01'));
          expect(summed(rows)).toEqual({ count: 1, total: now.total });
        },
      ),
    ));
  it('lets nothing leave twice, change after it left, or come back while it is there', () => {
    const gone = { ...position, live: false };
    expect(() => endEntry(gone, 'REVOCATION', '2027-01-05')).toThrow();
    expect(() => changeEntries(gone, position, 'CHANGE', '2027-01-05')).toThrow();
    expect(() => reinstatementEntry(position, '2027-01-05')).toThrow();
  });
});
