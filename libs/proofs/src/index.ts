export * from './fault.js';
export {
  asConfirmation,
  blindStatement,
  confirmationFaults,
  signConfirmation,
  type ConfirmationFault,
  type ConfirmedFor,
  type ConsortiumStatement,
  type MemberConfirmation,
  type SignedConfirmation,
} from './consortium/confirmation.js';
export { hashOfPieces } from './file-hash.js';
export type { Hashing, NewHash } from './hashing.js';
export { namedIn, withoutNames, type NamePlace, type OwnNames } from './seal/blind.js';
export { commitmentOf } from './seal/commitment.js';
export {
  fingerprint,
  makeCustodianKey,
  openCustodianKey,
  type CustodianKeyFile,
} from './seal/custodian-key.js';
export { readHead, shareContext, type SealedHead } from './seal/head.js';
export type { FileEntry, Manifest } from './seal/manifest.js';
export { asInstructions, type SealingInstructions } from './seal/instructions.js';
export { openBid, type OpenedBid, type Taker } from './seal/open-bid.js';
export {
  answerPossession,
  challengePossession,
  isPossessionProved,
  type PossessionChallenge,
} from './seal/possession.js';
export { sealBid, type BidFile, type BidToSeal, type SealedBid } from './seal/seal-bid.js';
export {
  isTheShare,
  releaseShare,
  secretOf,
  shareOut,
  type Custodian,
  type ReleasedShare,
  type SealedShare,
  type ShareContext,
} from './seal/shares.js';
export {
  DEPTH,
  inclusionAt,
  rootAt,
  seedCommitment,
  slotOrder,
  treeAt,
  type Inclusion,
  type LogFacts,
  type SlotChange,
} from './log/bid-log.js';
export { hashOfHead, isHeadSigned, isIncluded, signHead, type LogHead } from './log/head.js';
export { logFaults, type LogFault, type LogOpening } from './log/opening.js';
export { asOpeningRecord, type OpeningRecord } from './log/record.js';
export { receiptFaults, signReceipt, type BidReceipt, type ReceiptFault } from './log/receipt.js';
export { verifyingKey } from './log/signed.js';
export {
  allot,
  standingPairs,
  type AllotmentRule,
  type Fits,
  type Lacking,
  type Member,
  type Pair,
  type Turn,
} from './draw/allotment.js';
export { FULL_FIT } from './draw/balance.js';
export { inTieOrder } from './draw/tie.js';
export { drawPanel, stepsIn, type DrawResult, type Seat } from './draw/draw.js';
export {
  checkCriteria,
  criteriaHash,
  poolHash,
  snapshot,
  type Candidate,
  type DrawCriteria,
  type PoolRow,
  type RowOpening,
} from './draw/pool.js';
export {
  makeSeedPart,
  seedContext,
  seedOf,
  seedPartValue,
  type SeedPart,
  type SeedReveal,
} from './draw/seed.js';
export {
  asTranscript,
  pairsOf,
  verifyDraw,
  type DrawFault,
  type DrawTranscript,
  type DrawVerdict,
  type SeatChange,
} from './draw/transcript.js';
export {
  PACK_FILES,
  PACK_FORMAT,
  verifyPack,
  type PackFault,
  type PackManifest,
  type PackVerdict,
} from './diligence/pack.js';
