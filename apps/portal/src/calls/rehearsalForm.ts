import type { CallRehearsalInput } from '../gql/graphql.js';

export interface MilestoneLine {
  readonly name: string;
  /** As it is typed. */
  readonly month: string;
}
export interface InstalmentLine {
  /** Percent, as it is typed. */
  readonly ratio: string;
  /** Its milestone's place from 1; empty for what is paid on signing. */
  readonly milestone: string;
}

/** What the officer assumes, as the form holds it. */
export interface AssumptionsForm {
  readonly noticeFrom: string | null;
  readonly opensOn: string | null;
  readonly milestones: readonly MilestoneLine[];
  readonly instalments: readonly InstalmentLine[];
}

export const NOTHING_ASSUMED: AssumptionsForm = {
  noticeFrom: null,
  opensOn: null,
  milestones: [],
  instalments: [],
};

/** A number as typed, or one that no rule takes: the server says what is wrong with it. */
const whole = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0);
const basisPoints = (text: string): number =>
  /^\d{1,3}(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * 100) : 0;

/** A list that is empty is not said: then the server assumes the usual. */
export const assumptionsOf = ({
  noticeFrom,
  opensOn,
  milestones,
  instalments,
}: AssumptionsForm): CallRehearsalInput => ({
  noticeFrom,
  opensOn,
  milestones:
    milestones.length === 0 ? null : milestones.map(({ name, month }) => ({ name, month: whole(month) })),
  instalments:
    instalments.length === 0
      ? null
      : instalments.map(({ ratio, milestone }) => ({
          ratio: basisPoints(ratio),
          milestone: milestone === '' ? null : whole(milestone) - 1,
        })),
});
