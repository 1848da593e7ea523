import fc from 'fast-check';
import type { Actor } from '@jihui/kernel';
import { aRating, NOW, ROLES } from '../../../test/examples.js';
import { differences, expectSameWords, matrixOf } from '../../../test/matrix.js';
import {
  ASPECT_NAMES,
  ratingFaults,
  ratingFrom,
  ratingMachine,
  RATING_ACTIONS,
  type Scores,
} from './rating.js';

describe('a rating’s matrix', () => {
  const matrix = matrixOf('rating');

  it('names the same states and actions as the code', () => {
    expectSameWords(matrix, ratingMachine.lifecycle);
    expect([...ratingMachine.lifecycle.actions].sort()).toEqual([...RATING_ACTIONS].sort());
  });

  it('allows and refuses exactly what the expectation says, for every role', () =>
    expect(differences(matrix, ratingMachine, (state) => aRating({ state }), ROLES)).toEqual([]));

  it('lets no officer decide on what is of themselves or what they said', () => {
    const officer = ROLES['CITY_OFFICER'] as Actor;
    for (const own of [{ personId: 'city' }, { ratedBy: 'city' }])
      expect(() => ratingMachine.permit(aRating(own), 'hide', officer)).toThrow('不能为本人办理');
  });
});

describe('a rating', () => {
  it('is answered once', () => {
    const self = ROLES['RESEARCHER'] as Actor;
    expect(ratingMachine.perform(aRating(), 'answer', self, NOW)).toBe('SHOWN');
    expect(() => ratingMachine.perform(aRating({ answer: '谢谢' }), 'answer', self, NOW)).toThrow(
      '只能答复一次',
    );
  });

  it('takes whole scores from 1 to 5 and names every other', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 8 }), { minLength: 4, maxLength: 4 }), (given) => {
        const scores = Object.fromEntries(
          ASPECT_NAMES.map((aspect, index) => [aspect, given[index]]),
        ) as unknown as Scores;
        const wrong = ASPECT_NAMES.filter((aspect) => scores[aspect] < 1 || scores[aspect] > 5);
        expect(ratingFrom({ scores }).violations.found.map(({ path }) => path)).toEqual(
          wrong.map((aspect) => `scores.${aspect}`),
        );
      }),
    ));

  it('is of a concluded deal’s broker, and of nobody’s own', () => {
    const deal = { concluded: true, agencyId: 'agency', raterId: 'seller' };
    const codes = (change: object, agency = 'agency') =>
      ratingFaults({ ...deal, ...change }, agency).found.map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ concluded: false, agencyId: null })).toEqual(['RATING.NOT_CONCLUDED']);
    expect(codes({ agencyId: null })).toEqual(['RATING.NOT_THEIR_BROKER']);
    expect(codes({ agencyId: 'seller' })).toEqual(['RATING.OWN_BROKER']);
    expect(codes({}, 'seller')).toEqual(['RATING.OWN_BROKER']);
  });
});
