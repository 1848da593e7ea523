/** Why something sealed or drawn is not what it should be. Each is found by recomputing, never by trust. */
export const FAULTS = {
  /** The bytes are no sealed bid of this format. */
  NOT_A_SEALED_BID: 'SEAL.NOT_A_SEALED_BID',
  /** A byte of the sealed bid was changed, or the key is another. */
  TAMPERED: 'SEAL.TAMPERED',
  /** The sealed bid ends too early, or goes on after its end. */
  TRUNCATED: 'SEAL.TRUNCATED',
  /** A released share is not the one that was sealed for this custodian. */
  WRONG_SHARE: 'SEAL.WRONG_SHARE',
  /** Fewer shares than the threshold are at hand. */
  TOO_FEW_SHARES: 'SEAL.TOO_FEW_SHARES',
  /** What is inside says that the sealing was not made as the format asks: a bid that some could open and others not. */
  BADLY_SEALED: 'SEAL.BADLY_SEALED',
  /** The bid was sealed by another organisation or for another call. */
  OTHER_BIDDER: 'SEAL.OTHER_BIDDER',
  /** The passphrase does not open the custodian's key. */
  WRONG_PASSPHRASE: 'SEAL.WRONG_PASSPHRASE',
  /** The key file is damaged or of another format. */
  BAD_KEY_FILE: 'SEAL.BAD_KEY_FILE',
  /** A setting of a sealing or a draw that cannot be: a threshold above the custodians, a stratum without seats. */
  IMPOSSIBLE: 'PROOFS.IMPOSSIBLE',
} as const;

export type FaultCode = (typeof FAULTS)[keyof typeof FAULTS];

/** Says what is wrong; the code tells programs, the message tells people. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
    this.name = 'Fault';
  }
}
