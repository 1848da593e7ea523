import { addYears, type LegalDay } from '@jihui/kernel';
import type { BidParties, Facts, KinshipKind, Owner, SharedWork, Tie, TieKind } from './facts.js';

/** Periods of the recusal rules; parameters with their source (reference B7). */
export interface RecusalRule {
  /** Years after which a former employment no longer binds. */
  readonly formerUnitYears: number;
  /** Years for which offices, shares and consultancies of the past bind. */
  readonly formerTieYears: number;
  /** Years for which a shared work binds. */
  readonly sharedWorkYears: number;
  /** Most experts an applicant may ask to be kept out. */
  readonly namedAtMost: number;
}

export type HitKind =
  | 'SAME_UNIT'
  | 'FORMER_UNIT'
  | TieKind
  | KinshipKind
  | SharedWork['kind']
  | 'PREPARED_DEMAND'
  | 'PREPARED_BID'
  | 'OBJECTED_AGAINST'
  | 'IS_BIDDER'
  | 'NAMED_BY_APPLICANT';

/** Why an expert may not judge: the rule, with whom, and the record that shows it. */
export interface Hit {
  readonly kind: HitKind;
  /** The bid it concerns; null where it keeps the expert from the whole call. */
  readonly bid: string | null;
  /** The person or organisation on the other side. */
  readonly with: string;
  readonly source: string;
}

/** One expert's conflicts. `day` is the day of the review; facts of later days bind as well. */
export interface Question {
  readonly expert: string;
  readonly day: LegalDay;
  readonly owner: Owner;
  readonly bids: readonly BidParties[];
}

/**
 * Every hit of the recusal rules (回避) of an expert for a call. Of one who bids for the call, or has a tie to its owner
 * or prepared the demand, the whole call is closed; of other ties the bids they concern.
 */
export function hitsOf(question: Question, facts: Facts, rule: RecusalRule): readonly Hit[] {
  const { owner, bids } = question;
  const world = indexed(facts);
  const ofOwner = partyHits(question, world, rule, null, [owner.organisation], owner.people);
  const ofBids = bids.flatMap((bid) => [
    ...partyHits(question, world, rule, bid.bid, bid.organisations, bid.team),
    ...namedHits(question, bid, rule),
    ...teamHits(question, bid),
  ]);
  return [...ofOwner, ...ofBids, ...partHits(question, facts)];
}

/** The bids that an expert may judge; none where a hit closes the call. */
export function judgeable(question: Question, hits: readonly Hit[]): readonly string[] {
  if (hits.some(({ bid }) => bid === null)) return [];
  const closed = new Set(hits.map(({ bid }) => bid));
  return question.bids.map(({ bid }) => bid).filter((bid) => !closed.has(bid));
}

interface World {
  readonly tiesOf: ReadonlyMap<string, readonly Tie[]>;
  readonly units: Units;
  readonly facts: Facts;
}

function indexed(facts: Facts): World {
  const tiesOf = new Map<string, Tie[]>();
  for (const tie of facts.ties) tiesOf.set(tie.person, [...(tiesOf.get(tie.person) ?? []), tie]);
  return { tiesOf, units: new Units(facts), facts };
}

/** Organisations of one system, by following affiliations in both directions to their end. */
class Units {
  private readonly near = new Map<string, Set<string>>();

  constructor({ affiliations }: Facts) {
    for (const {
      organisations: [a, b],
    } of affiliations) {
      this.link(a, b);
      this.link(b, a);
    }
  }

  private link(from: string, to: string): void {
    this.near.set(from, (this.near.get(from) ?? new Set()).add(to));
  }

  /** The organisation and every other of its system. */
  of(organisation: string): ReadonlySet<string> {
    const found = new Set([organisation]);
    for (const one of found) for (const next of this.near.get(one) ?? []) found.add(next);
    return found;
  }
}

/** Hits from ties, relations and works with the organisations and persons of one side. */
function partyHits(
  question: Question,
  world: World,
  rule: RecusalRule,
  bid: string | null,
  organisations: readonly string[],
  people: readonly string[],
): readonly Hit[] {
  const systems = new Set(organisations.flatMap((one) => [...world.units.of(one)]));
  const others = new Set(people);
  return [
    ...tieHits(question, world, rule, bid, systems),
    ...relationHits(question, world.facts, bid, others),
    ...workHits(question, world.facts, rule, bid, others),
  ];
}

function tieHits(
  question: Question,
  world: World,
  rule: RecusalRule,
  bid: string | null,
  systems: ReadonlySet<string>,
): readonly Hit[] {
  return (world.tiesOf.get(question.expert) ?? [])
    .filter(({ organisation }) => systems.has(organisation))
    .flatMap((tie): Hit[] => {
      const kind = bindingKind(tie, question.day, rule);
      return kind === null ? [] : [{ kind, bid, with: tie.organisation, source: tie.source }];
    });
}

/** What the tie is on that day: nothing any more, where it ended longer ago than the rule says. */
function bindingKind(tie: Tie, day: LegalDay, rule: RecusalRule): HitKind | null {
  const lasts = tie.until === null || tie.until >= day;
  if (tie.kind === 'EMPLOYED') {
    if (lasts) return 'SAME_UNIT';
    return stillBinds(tie.until, day, rule.formerUnitYears) ? 'FORMER_UNIT' : null;
  }
  return lasts || stillBinds(tie.until, day, rule.formerTieYears) ? tie.kind : null;
}

/** A period of years from that day is not over: its last day still binds. */
const stillBinds = (from: LegalDay | null, day: LegalDay, years: number): boolean =>
  from === null || addYears(from, years) >= day;

function relationHits(
  { expert }: Question,
  { relations }: Facts,
  bid: string | null,
  others: ReadonlySet<string>,
): readonly Hit[] {
  return relations.flatMap(({ persons, kind, source }): Hit[] => {
    const other = otherOf(persons, expert);
    return other !== undefined && others.has(other) ? [{ kind, bid, with: other, source }] : [];
  });
}

const otherOf = ([a, b]: readonly [string, string], person: string): string | undefined =>
  a === person ? b : b === person ? a : undefined;

function workHits(
  { expert, day }: Question,
  { works }: Facts,
  rule: RecusalRule,
  bid: string | null,
  others: ReadonlySet<string>,
): readonly Hit[] {
  return works
    .filter((work) => work.persons.includes(expert) && stillBinds(work.day, day, rule.sharedWorkYears))
    .flatMap(({ kind, persons, source }) =>
      persons
        .filter((person) => person !== expert && others.has(person))
        .map((person): Hit => ({ kind, bid, with: person, source })),
    );
}

/** Who is of a bid's own team judges no bid of the call. */
const teamHits = ({ expert }: Question, { bid, team }: BidParties): readonly Hit[] =>
  team.includes(expert) ? [{ kind: 'IS_BIDDER', bid: null, with: bid, source: bid }] : [];

/** Only the first so many names of an applicant count: asking for more keeps nobody else out. */
const namedHits = ({ expert }: Question, bid: BidParties, rule: RecusalRule): readonly Hit[] =>
  bid.namedRecusals.slice(0, rule.namedAtMost).includes(expert)
    ? [{ kind: 'NAMED_BY_APPLICANT', bid: bid.bid, with: bid.bid, source: bid.bid }]
    : [];

const partHits = ({ expert }: Question, { parts }: Facts): readonly Hit[] =>
  parts
    .filter(({ person }) => person === expert)
    .map(({ kind, bid, source }) => ({
      kind,
      bid: kind === 'PREPARED_DEMAND' ? null : bid,
      with: bid ?? source,
      source,
    }));
