import { outcomeOfContract, outcomeOfDeal } from './outcome.js';

describe('what a deal says of its pair', () => {
  it('is nothing until both sides confirmed', () => {
    for (const state of ['LEAD', 'INTEREST']) expect(outcomeOfDeal(state, null)).toBeNull();
  });
  it('is interest while they talk, and a signature once there is one', () => {
    for (const state of ['CONFIRMED', 'NEGOTIATING', 'SIGNATURE_RECORDED'])
      expect(outcomeOfDeal(state, null)).toBe('ACCEPTED');
    for (const state of ['SIGNED', 'REGISTERED', 'CLOSED'])
      expect(outcomeOfDeal(state, 'ACCEPTED')).toBe('SIGNED');
  });
  it('is a refusal where it was dropped before both confirmed, and what was reached where later', () => {
    expect(outcomeOfDeal('ABANDONED', null)).toBe('REJECTED');
    expect(outcomeOfDeal('ABANDONED', 'ACCEPTED')).toBe('ACCEPTED');
  });
});

it('a contract speaks for its pair while its registration stands', () => {
  for (const state of ['REGISTERED', 'CHANGE_PENDING']) expect(outcomeOfContract(state)).toBe('CONTRACTED');
  for (const state of ['DRAFT', 'SUBMITTED', 'REVOKED', 'CANCELLED', 'WITHDRAWN'])
    expect(outcomeOfContract(state)).toBeNull();
});
