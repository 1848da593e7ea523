import fc from 'fast-check';
import { hex, own, type Bytes } from '../bytes.js';
import { verifyingKey } from '../log/signed.js';
import {
  asConfirmation,
  blindStatement,
  confirmationFaults,
  signConfirmation,
  type ConfirmedFor,
  type MemberConfirmation,
} from './confirmation.js';

const SECRET: Bytes = own(new Uint8Array(32).fill(7));
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => hex(bytes));
const statements = fc.record({
  call: fc.uuid(),
  round: fc.integer({ min: 1, max: 9 }),
  lead: fc.uuid(),
  agreement: bytes32,
  salt: bytes32,
});

function confirmed(statement: MemberConfirmation['statement'], day = '2026-11-20'): MemberConfirmation {
  const signed = signConfirmation(
    { organisation: 'm', organisationName: '材料研究所', by: 'p', day, blinded: blindStatement(statement) },
    SECRET,
  );
  return { ...signed, statement };
}

const askedOf = ({ call, round, lead, agreement }: MemberConfirmation['statement']): ConfirmedFor => ({
  ...{ member: '材料研究所', call, round, lead, agreement, until: '2026-11-20' },
  publicKey: verifyingKey(SECRET),
});

describe('the confirmation of a member', () => {
  it('holds for the bid that it was made for, also after it was written to a file and read again', () => {
    fc.assert(
      fc.property(statements, (statement) => {
        const read = asConfirmation(JSON.parse(JSON.stringify(confirmed(statement))));
        expect(read && confirmationFaults(read, askedOf(statement))).toEqual([]);
      }),
    );
  });

  it('does not survive the change of any bit', () => {
    fc.assert(
      fc.property(statements, fc.nat(), fc.integer({ min: 0, max: 7 }), (statement, place, bit) => {
        const text = JSON.stringify(confirmed(statement));
        const changed = Buffer.from(text);
        changed[place % changed.length]! ^= 1 << bit;
        let read: MemberConfirmation | null = null;
        try {
          read = asConfirmation(JSON.parse(changed.toString()));
        } catch {
          // No JSON any more.
        }
        if (read !== null) expect(confirmationFaults(read, askedOf(statement))).not.toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('fits no other call, round, lead, agreement or member, and no earlier day', () => {
    fc.assert(
      fc.property(statements, statements, (statement, other) => {
        fc.pre((['call', 'lead', 'agreement'] as const).every((one) => statement[one] !== other[one]));
        const made = confirmed(statement);
        const asked = askedOf(statement);
        const faults = (change: Partial<ConfirmedFor>) => confirmationFaults(made, { ...asked, ...change });
        expect(faults({ call: other.call })).toEqual(['OTHER_CALL']);
        expect(faults({ round: statement.round + 1 })).toEqual(['OTHER_ROUND']);
        expect(faults({ lead: other.lead })).toEqual(['OTHER_LEAD']);
        expect(faults({ agreement: other.agreement })).toEqual(['OTHER_AGREEMENT']);
        expect(faults({ agreement: null })).toEqual(['OTHER_AGREEMENT']);
        expect(faults({ member: '另一研究所' })).toEqual(['OTHER_MEMBER']);
        expect(faults({ until: '2026-11-19' })).toEqual(['LATE']);
        expect(faults({ until: null })).toEqual([]);
        expect(faults({ publicKey: verifyingKey(own(new Uint8Array(32).fill(8))) })).toEqual(['NOT_SIGNED']);
        // The signature is another statement's.
        expect(confirmationFaults({ ...made, statement: other }, askedOf(other))).toContain('NOT_SIGNED');
      }),
      { numRuns: 30 },
    );
  });

  it('tells the platform nothing of what is confirmed: under a salt of its own each hash is as likely as any', () => {
    fc.assert(
      fc.property(statements, bytes32, (statement, salt) => {
        fc.pre(salt !== statement.salt);
        expect(blindStatement({ ...statement, salt })).not.toBe(blindStatement(statement));
      }),
    );
    const { statement, ...sent } = confirmed({
      ...{ call: 'the-call', round: 1, lead: 'the-lead' },
      ...{ agreement: 'ab'.repeat(32), salt: 'cd'.repeat(32) },
    });
    for (const secret of [statement.call, statement.lead, statement.agreement, statement.salt])
      expect(JSON.stringify(sent)).not.toContain(secret);
  });

  it('is the same when it is asked for again on the same day', () => {
    const [statement] = fc.sample(statements, 1);
    expect(confirmed(statement!)).toEqual(confirmed(statement!));
  });

  it('is read from anything without falling over', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        const read = asConfirmation(anything);
        expect(read).toBeNull();
        asConfirmation({ ...confirmed(fc.sample(statements, 1)[0]!), statement: anything });
      }),
      { numRuns: 200 },
    );
  });
});
