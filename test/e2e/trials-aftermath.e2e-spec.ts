import { tryAftermath } from './trial-aftermath.js';
import { openCast, type Cast } from './trial-cast.js';
import { TRIED_LATER } from './trials-apart.js';

let cast: Cast;
let close: (() => Promise<void>) | undefined;

beforeAll(async () => {
  ({ cast, close } = await openCast());
}, 180_000);
afterAll(() => close?.());

/** What weeks or years must pass for, in a city of its own: to the others' calls and bids so much time would be the end. */
describe('each mutation', () => {
  it(
    'of a notice that is over, of racers who leave, and of what follows an acceptance',
    () => tryAftermath(cast),
    600_000,
  );

  it('that trials.e2e-spec.ts leaves to this one is among them', () => {
    expect([...cast.trials.tried].sort()).toEqual([...TRIED_LATER].sort());
  });
});
