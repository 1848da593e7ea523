import { Fault, FAULTS } from '../fault.js';
import type { Custodian } from './shares.js';

/** What a call publishes for its bidders: everything that sealing a bid needs, so that it can be done without a network. */
export interface SealingInstructions {
  readonly format: 'jihui-sealing/1';
  readonly call: string;
  readonly code: string;
  readonly title: string;
  readonly round: number;
  readonly threshold: number;
  readonly custodians: readonly Custodian[];
  /** The platform's key, with which receipts and heads are signed: Ed25519, hexadecimal. */
  readonly logKey: string;
  readonly seedCommitment: string;
}

const KEY = /^[0-9a-f]{64}$/;

/** @throws Fault IMPOSSIBLE where it is no such file */
export function asInstructions(value: unknown): SealingInstructions {
  const said = value as SealingInstructions;
  const right =
    typeof value === 'object' &&
    value !== null &&
    said.format === 'jihui-sealing/1' &&
    [said.call, said.code, said.title].every((text) => typeof text === 'string') &&
    [said.round, said.threshold].every((number) => Number.isSafeInteger(number) && number > 0) &&
    KEY.test(said.logKey) &&
    KEY.test(said.seedCommitment) &&
    Array.isArray(said.custodians) &&
    said.custodians.every((one: Custodian) => typeof one.id === 'string' && KEY.test(one.publicKey));
  if (!right) throw new Fault(FAULTS.IMPOSSIBLE, '不是本平台榜单的密封说明文件');
  return said;
}
