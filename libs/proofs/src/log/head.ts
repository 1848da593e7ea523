import { hex, sameBytes, taggedJson, unhex } from '../bytes.js';
import { entryAfter, leafOf, type Inclusion } from './bid-log.js';
import { isSigned, sign } from './signed.js';
import { rootFrom } from './tree.js';
import type { Bytes } from '../bytes.js';

/** A head of a call's log: published at its time, whether or not a bid came. */
export interface LogHead {
  readonly format: 'jihui-bid-log-head/1';
  readonly call: string;
  readonly round: number;
  /** Counted from 0, the head before the first bid could come. */
  readonly epoch: number;
  /** When it was due, as fixed with the call: ISO 8601 in UTC. */
  readonly due: string;
  readonly depth: number;
  /** Hexadecimal, as all hashes here. */
  readonly root: string;
  readonly seedCommitment: string;
  /** The hash of the head before, so that none can be taken back; null at the first. */
  readonly previous: string | null;
  readonly signature: string;
}

const KIND = 'jihui-bid-log-head/1';

const unsigned = ({ signature: _, ...head }: LogHead): Omit<LogHead, 'signature'> => head;

export const signHead = (head: Omit<LogHead, 'signature'>, secretKey: Bytes): LogHead => ({
  ...head,
  signature: sign(KIND, head, secretKey),
});

export const isHeadSigned = (head: LogHead, publicKey: string): boolean =>
  isSigned(KIND, unsigned(head), head.signature, publicKey);

export const hashOfHead = (head: LogHead): string => hex(taggedJson('jihui/bid-log-head/1', head));

/** Whether the slot that the proof tells of stands in the head. */
export function isIncluded(inclusion: Inclusion, head: LogHead): boolean {
  const { epoch, slot, salt, dummy, changes, siblings } = inclusion;
  const proofFits =
    epoch === head.epoch && siblings.length === head.depth && slot >= 0 && slot < 2 ** head.depth;
  if (!proofFits || changes.some((change) => change.epoch > epoch)) return false;
  try {
    const leaf = leafOf(epoch, slot, unhex(salt, 32), entryAfter(unhex(dummy, 32), changes));
    const root = rootFrom(
      leaf,
      slot,
      siblings.map((sibling) => unhex(sibling, 32)),
    );
    return sameBytes(root, unhex(head.root, 32));
  } catch {
    return false;
  }
}
