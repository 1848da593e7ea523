/** Mutations that weeks of a call's life must pass for: tried by trials-calls.e2e-spec.ts, and there alone. */
export const TRIED_APART: readonly string[] = [
  ...['proposeCustodianKey', 'proveCustodianKey', 'startBidUpload', 'handInBid', 'withdrawBid'],
  ...['beginBidOpening', 'releaseBidShares', 'declareCustodianLost'],
  ...['askReviewRecusals', 'drawReviewExperts', 'commitDrawSeed', 'revealDrawSeed', 'releaseDrawShare'],
  ...['declineReviewSeat', 'declareReviewerAbsent', 'acceptReviewSeat', 'recordReviewConflict'],
  ...['payReviewFees', 'liftReviewCreditEvent'],
  ...['startCallReview', 'voteOnTiedBids', 'deliberateCall', 'completeCallAward'],
  ...['redrawReviewExperts', 'recuseFromBid', 'advanceCallReview', 'failCall', 'relistCall'],
];

/** Mutations that time itself must make right: tried by trials-aftermath.e2e-spec.ts, and there alone. */
export const TRIED_LATER: readonly string[] = [
  ...['completeCallNotice', 'lapseProject', 'eliminateProject'],
  ...['registerProjectResult', 'reportProjectBenefit'],
];
