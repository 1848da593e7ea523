import {
  act,
  cleanText,
  defineLifecycle,
  isOfficerFor,
  say,
  Violations,
  type Check,
  type Rule,
} from '@jihui/kernel';
import { RatingCodes } from '../errors.js';
import { verdict } from '../relation.js';

export const ASPECTS = {
  EXPERTISE: '专业能力',
  TIMELINESS: '响应与时效',
  HONESTY: '诚信与保密',
  OUTCOME: '促成效果',
} as const;
/** What a counterparty rates a broker by. */
export type Aspect = keyof typeof ASPECTS;
export const ASPECT_NAMES = Object.keys(ASPECTS) as readonly Aspect[];

/** 1 (worst) to 5 (best) of each aspect. */
export type Scores = { readonly [aspect in Aspect]: number };

export type RatingState = 'SHOWN' | 'HIDDEN';

/** 评价 of a broker by a side of a concluded deal (reference D3 评价, D4). */
export interface Rating {
  readonly id: string;
  readonly version: number;
  readonly state: RatingState;
  readonly brokerId: string;
  /** The broker's person. */
  readonly personId: string;
  /** The agency for which the broker acted in the deal. */
  readonly organisationId: string;
  /** Division of the bureau in charge of the broker. */
  readonly scopeCode: string;
  readonly dealId: string;
  /** The side that rates, and who rated for it. */
  readonly raterId: string;
  readonly ratedBy: string;
  readonly scores: Scores;
  readonly text: string;
  /** '' while there is none: it is given once. */
  readonly answer: string;
  readonly answeredAt: Date | null;
  /** Why the bureau hid it; '' while it is shown. */
  readonly hiddenReason: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const RATING_ACTIONS = ['answer', 'hide', 'show'] as const;
export type RatingAction = (typeof RATING_ACTIONS)[number];

export const ratingLifecycle = defineLifecycle<RatingState, RatingAction>({
  name: 'Rating',
  initial: 'SHOWN',
  table: {
    SHOWN: { answer: 'SHOWN', hide: 'HIDDEN' },
    HIDDEN: { show: 'SHOWN' },
  },
});

const byBroker: Check<Rating> = (actor, { personId }) =>
  verdict(actor.kind === 'person' && actor.personId === personId, '只有被评价的经纪人本人可以答复');
/** The bureau in charge; neither the broker nor who rated decides. */
const byBureau: Check<Rating> = (actor, { scopeCode, personId, ratedBy }) =>
  verdict(
    isOfficerFor(actor, scopeCode, 'OFFICER') &&
      actor.kind === 'person' &&
      actor.personId !== personId &&
      actor.personId !== ratedBy,
    '只有所在市、县科技部门的工作人员可以这样做，且不能为本人办理',
  );
const answeredOnce: Rule<Rating> = ({ answer }) =>
  new Violations().when(answer !== '', '', RatingCodes.ANSWERED, '已经答复过，每条评价只能答复一次').found;

/** Where an action on a rating is decided. */
export const ratingMachine = act({
  lifecycle: ratingLifecycle,
  stateOf: (rating: Rating) => rating.state,
  rules: { answer: [answeredOnce], hide: [], show: [] },
  policy: { answer: byBroker, hide: byBureau, show: byBureau },
});

/** What is known of the deal in which somebody rates a broker. */
export interface Ratable {
  /** Both sides confirmed the signature. */
  readonly concluded: boolean;
  /** The agency for which the broker acted in the deal to its end; null where they did not. */
  readonly agencyId: string | null;
  /** The side that the actor speaks for. */
  readonly raterId: string;
}

/** What stands in the way of rating at all. */
export const ratingFaults = (deal: Ratable, brokersAgency: string): Violations =>
  new Violations()
    .when(!deal.concluded, 'dealId', RatingCodes.NOT_CONCLUDED, '对接签署后才能评价经纪人')
    .when(
      deal.concluded && deal.agencyId === null,
      'brokerId',
      RatingCodes.NOT_THEIR_BROKER,
      '该经纪人没有经办这个对接',
    )
    .when(
      deal.agencyId === deal.raterId || brokersAgency === deal.raterId,
      'brokerId',
      RatingCodes.OWN_BROKER,
      '不能评价本单位的经纪人',
    );

/** What a rating's form says, with what is wrong in it. */
export function ratingFrom(form: { readonly scores: Scores; readonly text?: string | null }) {
  const text = cleanText(form.text ?? '');
  const violations = new Violations().optionalText('text', '评价说明', text, 1_000);
  const scores = Object.fromEntries(ASPECT_NAMES.map((aspect) => [aspect, form.scores[aspect]])) as Scores;
  for (const aspect of ASPECT_NAMES)
    violations.when(
      !Number.isInteger(scores[aspect]) || scores[aspect] < 1 || scores[aspect] > 5,
      `scores.${aspect}`,
      RatingCodes.SCORE,
      say`${ASPECTS[aspect]}应在 1 到 5 分之间`,
    );
  return { scores, text, violations };
}
