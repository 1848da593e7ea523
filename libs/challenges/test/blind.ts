import type { World } from './calls.world.js';
import { SAVE, type Expert, type SeatNode } from './reviews.world.js';

interface PublishedBid {
  readonly bidId: string;
  readonly commitment: string;
  readonly organisationId: string;
}

/** What a judge is told leads to nothing that was published at the opening, and what was published leads to no bid before a judge. */
export async function expectBlind(
  world: World,
  of: string,
  { expert, seat }: { expert: Expert; seat: SeatNode },
): Promise<void> {
  const { callOpening } = await world
    .as(expert.actor)
    .query<{ callOpening: { bids: readonly PublishedBid[] } }>(
      'query ($of: ID!) { callOpening(callId: $of) { bids { bidId commitment organisationId } } }',
      { of },
    );
  const told = JSON.stringify(seat);
  const { body } = await world.client().get(`/files/challenges/openings/${of}`);
  for (const { bidId, commitment, organisationId } of callOpening.bids) {
    for (const known of [bidId, commitment, organisationId]) expect(told).not.toContain(known);
    const point = { code: seat.criteria[0]!.code, points: 100 };
    await world
      .as(expert.actor)
      .mutate(SAVE, { input: { seatId: seat.id, bidId, points: [point], comment: '' } })
      .expectCode('NOT_FOUND');
    const file = await world.as(expert.actor).get(`/files/challenges/reviews/${seat.id}/${bidId}/0`);
    expect(file.status).toBe(404);
  }
  for (const { bidId } of seat.bids) {
    expect(JSON.stringify(body)).not.toContain(bidId);
    expect(callOpening.bids.map((one) => one.bidId)).not.toContain(bidId);
  }
}
