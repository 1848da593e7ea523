import { hex, own, tagged, unhex, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';
import { EPHEMERAL, openWith, sealTo } from './hpke.js';

/**
 * Whether somebody holds the private part of a key: random bytes are sealed to it, and who can say them has it. Without
 * this a custodian could enter another's key, or bytes that nobody has the key of, and bids would be sealed to them.
 */
export interface PossessionChallenge {
  /** What the custodian is given: hexadecimal. */
  readonly sealed: string;
  /** What the right answer hashes to. */
  readonly answerHash: string;
}

const LENGTH = 32;

const infoFor = (call: string, custodian: string): Bytes => tagged('jihui/key-possession/1', call, custodian);
const hashOf = (call: string, custodian: string, answer: Bytes): string =>
  hex(tagged('jihui/key-possession-answer/1', call, custodian, answer));

/**
 * @param publicKey X25519, 32 bytes, hexadecimal
 * @throws Fault BAD_KEY_FILE where it is no key that can be sealed to
 */
export async function challengePossession(
  call: string,
  custodian: string,
  publicKey: string,
): Promise<PossessionChallenge> {
  const answer = crypto.getRandomValues(new Uint8Array(LENGTH));
  const ephemeral = crypto.getRandomValues(new Uint8Array(EPHEMERAL));
  try {
    const sealed = await sealTo(unhex(publicKey, 32), infoFor(call, custodian), own(answer), own(ephemeral));
    return { sealed: hex(sealed), answerHash: hashOf(call, custodian, own(answer)) };
  } catch {
    // A point of small order, or no hexadecimal: nothing can be sealed to it.
    throw new Fault(FAULTS.BAD_KEY_FILE, '公钥无效');
  }
}

/** @throws Fault BAD_KEY_FILE where the challenge was made for another key, call or custodian */
export async function answerPossession(
  call: string,
  custodian: string,
  sealed: string,
  privateKey: Bytes,
): Promise<string> {
  const answer = await openWith(privateKey, infoFor(call, custodian), unhex(sealed));
  if (answer === undefined) throw new Fault(FAULTS.BAD_KEY_FILE, '密钥与平台登记的公钥不符');
  return hex(answer);
}

export const isPossessionProved = (
  call: string,
  custodian: string,
  answerHash: string,
  answer: string,
): boolean => /^[0-9a-f]{64}$/.test(answer) && hashOf(call, custodian, unhex(answer, LENGTH)) === answerHash;
