import { hex, tagged, unhex, type Bytes } from '../bytes.js';
import { isSigned, sign } from '../log/signed.js';

/** What a member of a consortium (创新联合体成员) confirms. It is known to the member and, by the file, to the lead alone. */
export interface ConsortiumStatement {
  /** Ids of the call and of the organisation that leads. */
  readonly call: string;
  readonly round: number;
  readonly lead: string;
  /** SHA-256 of the agreement's file (联合体协议), hexadecimal. */
  readonly agreement: string;
  /** 32 random bytes, hexadecimal: without them nobody finds out what was signed by trying calls, leads and agreements. */
  readonly salt: string;
}

const KIND = 'jihui-consortium-confirmation/1';

/**
 * What the platform signs: for whom it was made, on which day, and the hash of a statement that it does not know. That the
 * person acts for the organisation is what it vouches for.
 */
export interface SignedConfirmation {
  readonly format: typeof KIND;
  /** The member: id and registered name (单位名称) of that day. */
  readonly organisation: string;
  readonly organisationName: string;
  /** Id of the person who confirmed for it. */
  readonly by: string;
  /** The legal day (北京时间), ISO 8601. */
  readonly day: string;
  /** {@link blindStatement}. */
  readonly blinded: string;
  readonly signature: string;
}

/** The file that a member sends to the lead: what was signed, with what opens it. */
export interface MemberConfirmation extends SignedConfirmation {
  readonly statement: ConsortiumStatement;
}

/**
 * The hash under which a statement is signed, hexadecimal: nothing of the statement can be read from it.
 * @throws RangeError where salt or agreement are no hexadecimal of 32 bytes
 */
export const blindStatement = ({ call, round, lead, agreement, salt }: ConsortiumStatement): string =>
  hex(tagged('jihui/consortium-statement/1', unhex(salt, 32), call, round, lead, unhex(agreement, 32)));

/** Ed25519 is deterministic: the same confirmation, signed again on the same day, is the same. */
export function signConfirmation(
  confirmation: Omit<SignedConfirmation, 'format' | 'signature'>,
  secretKey: Bytes,
): SignedConfirmation {
  const { organisation, organisationName, by, day, blinded } = confirmation;
  const body = { format: KIND, organisation, organisationName, by, day, blinded } as const;
  return { ...body, signature: sign(KIND, body, secretKey) };
}

/** What is wrong with a confirmation for the bid that it stands in. */
export type ConfirmationFault =
  /** It is not the platform's, was changed, or is of another statement. */
  | 'NOT_SIGNED'
  /** It was made for another member than the one beside whose name it stands. */
  | 'OTHER_MEMBER'
  | 'OTHER_CALL'
  | 'OTHER_ROUND'
  | 'OTHER_LEAD'
  /** The agreement that was confirmed is not the one in the bid, or was changed since. */
  | 'OTHER_AGREEMENT'
  /** It was made after the last day on which it counts. */
  | 'LATE';

/** The bid that a confirmation must fit. */
export interface ConfirmedFor {
  /** Name of the member as the bid states it. */
  readonly member: string;
  readonly call: string;
  readonly round: number;
  /** Id of the organisation that leads. */
  readonly lead: string;
  /** SHA-256 of the bid's agreement; null where the bid has none. */
  readonly agreement: string | null;
  /** The last legal day on which it could be made; null while that is still to come. */
  readonly until: string | null;
  /** The platform's key: Ed25519, hexadecimal. */
  readonly publicKey: string;
}

/** Everything that does not fit; nothing where the member has confirmed this bid's agreement. */
export function confirmationFaults(
  { statement, signature, ...body }: MemberConfirmation,
  asked: ConfirmedFor,
): readonly ConfirmationFault[] {
  const signed =
    isSigned(KIND, body, signature, asked.publicKey) && body.blinded === blindStatement(statement);
  const checks: readonly (readonly [ConfirmationFault, boolean])[] = [
    ['NOT_SIGNED', signed],
    ['OTHER_MEMBER', body.organisationName === asked.member],
    ['OTHER_CALL', statement.call === asked.call],
    ['OTHER_ROUND', statement.round === asked.round],
    ['OTHER_LEAD', statement.lead === asked.lead],
    ['OTHER_AGREEMENT', statement.agreement === asked.agreement],
    ['LATE', asked.until === null || body.day <= asked.until],
  ];
  return checks.flatMap(([fault, right]) => (right ? [] : [fault]));
}

const HASH = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a file, whoever wrote it; null where it is no confirmation of this format. Whether it holds is another question. */
export function asConfirmation(value: unknown): MemberConfirmation | null {
  const read = value as MemberConfirmation | null;
  const said = (typeof read === 'object' && read !== null ? read.statement : null) as
    ConsortiumStatement | null | undefined;
  if (typeof said !== 'object' || said === null || read?.format !== KIND) return null;
  const { call, round, lead, agreement, salt } = said;
  const { organisation, organisationName, by, day, blinded, signature } = read;
  const texts = [call, lead, organisation, organisationName, by, day].every(
    (text) => typeof text === 'string',
  );
  const right =
    texts &&
    DAY.test(day) &&
    Number.isSafeInteger(round) &&
    round > 0 &&
    [agreement, salt, blinded].every((hash) => typeof hash === 'string' && HASH.test(hash)) &&
    typeof signature === 'string' &&
    SIGNATURE.test(signature);
  if (!right) return null;
  const statement = { call, round, lead, agreement, salt };
  return { format: KIND, organisation, organisationName, by, day, blinded, signature, statement };
}
