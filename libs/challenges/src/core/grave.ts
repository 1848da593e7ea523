/** Without a custodian fewer shares open the bids. Asks for a recent proof of who one is. */
export const GRAVE = ['declareCustodianLost'] as const;
