/** Where the files of one deal are sent: POST /files/deals tells by `dealId` what they belong to. */
export const uploadTo = (dealId: string): string => `deals?dealId=${encodeURIComponent(dealId)}`;
