import { splitFen, sumFen, type Fen } from '@jihui/kernel';
import type { ProjectState } from '../projects/lifecycle.js';
import type { Project } from '../projects/project.js';
import { balanceOf } from './ledger.js';
import type { Funding } from './plan.js';

/** What the rule of the race looks at in a racer. */
export type Racer = Pick<Project, 'id' | 'state' | 'approved' | 'ownerDue' | 'entries' | 'ownerPayments'>;

/** What a racer gets of the money that others left. */
export interface Share {
  readonly id: string;
  readonly fiscal: Fen;
  readonly owner: Fen;
}

/** Who still may be paid, and so may be given more. */
const STAYING: ReadonlySet<ProjectState> = new Set([
  'AWARDED',
  'RUNNING',
  'ACCEPTANCE',
  'RECTIFYING',
  'ACCEPTED',
]);
/** Whose accounts are closed: they keep what they got. A project that was ended by force holds its money until it is settled. */
const CLOSED: ReadonlySet<ProjectState> = new Set(['ELIMINATED', 'SETTLED']);

/** What a racer holds of the treasury's money and of the owner's. */
function heldBy({ state, approved, ownerDue, entries, ownerPayments }: Racer): Omit<Share, 'id'> {
  if (state === 'LAPSED') return { fiscal: 0, owner: 0 };
  if (!CLOSED.has(state)) return { fiscal: approved, owner: ownerDue };
  return { fiscal: balanceOf(entries).paid, owner: sumFen(ownerPayments.map(({ amount }) => amount)) };
}

/**
 * 赛马 (reference B6): who leaves keeps what was spent, and the rest of the treasury's money and of the owner's goes in
 * equal parts to those who stay, to the 分. Nothing where nobody stays or nothing is left.
 */
export function sharesOf({ city, county, owner }: Funding, racers: readonly Racer[]): readonly Share[] {
  const staying = racers.filter(({ state }) => STAYING.has(state));
  const held = racers.map(heldBy);
  const parts = (all: Fen, of: 'fiscal' | 'owner'): readonly Fen[] => {
    const rest = all - sumFen(held.map((one) => one[of]));
    return rest > 0 && staying.length > 0
      ? splitFen(
          rest,
          staying.map(() => 1),
        )
      : [];
  };
  const [fiscal, owners] = [parts(city + county, 'fiscal'), parts(owner, 'owner')];
  return staying
    .map(({ id }, at) => ({ id, fiscal: fiscal[at] ?? 0, owner: owners[at] ?? 0 }))
    .filter((share) => share.fiscal > 0 || share.owner > 0);
}

/**
 * 首期等额 (reference B6): the first instalment of a race is the same for all, as near as ratios of a hundredth of a
 * percent and whole 分 come to it.
 * @returns the sum that another racer's task book names, where this one differs
 */
export function otherStart(
  first: Fen,
  approved: Fen,
  others: readonly Pick<Project, 'state' | 'instalments'>[],
): Fen | undefined {
  return others
    .filter(({ state }) => state !== 'LAPSED')
    .flatMap(({ instalments }) => instalments[0]?.amount ?? [])
    .find((amount) => Math.abs(amount - first) * 10_000 > Math.max(approved, 10_000));
}
