import { openCast, type Cast } from './trial-cast.js';
import { tryPanels } from './trial-panels.js';
import { trySecondRounds } from './trial-second-rounds.js';
import { trySealedBids } from './trial-sealed.js';
import { TRIED_APART } from './trials-apart.js';

let cast: Cast;
let close: (() => Promise<void>) | undefined;

beforeAll(async () => {
  ({ cast, close } = await openCast());
}, 180_000);
afterAll(() => close?.());

/** What weeks must pass for, as trials.e2e-spec.ts tries what comes before: sealed bids, the draw, seats, votes, the award. */
describe('each mutation', () => {
  it('of sealed bids and their opening', () => trySealedBids(cast), 600_000);
  it('of the draw, the panel and the award', () => tryPanels(cast), 600_000);
  it(
    'of a panel that is drawn again, its two stages, and a call that fails',
    () => trySecondRounds(cast),
    600_000,
  );

  it('that trials.e2e-spec.ts leaves to this one is among them', () => {
    expect([...cast.trials.tried].sort()).toEqual([...TRIED_APART].sort());
  });
});
