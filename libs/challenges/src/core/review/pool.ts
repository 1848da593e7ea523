import type { LegalDay } from '@jihui/kernel';
import type { Candidate, DrawCriteria, Fits } from '@jihui/proofs';
import { hitsOf, type Hit, type RecusalRule } from '../conflicts/conflicts.js';
import type {
  BidParties,
  Facts,
  KinshipKind,
  Owner,
  Part,
  SharedWork,
  Tie,
  TieKind,
} from '../conflicts/facts.js';
import { nameKey } from '../qualification/contents.js';
import { gradeOf, panelsFor, type CreditKind, type CreditRules } from './credit.js';
import { fitOf } from './fit.js';
import type { Speciality, Stratum } from './panel.js';

/** An expert of the bank with the facts that recusal is computed from. */
export interface PoolExpert {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly unitName: string;
  /** Of the expert's unit, where the platform knows it. */
  readonly divisionCode: string | null;
  readonly unitKind: string | null;
  /** GB/T 13745 first-level codes. */
  readonly disciplines: readonly string[];
  readonly techFields: readonly string[];
  readonly clusters: readonly string[];
  readonly keywords: readonly string[];
  readonly employments: readonly {
    readonly organisationId: string;
    readonly knownFrom: LegalDay;
    readonly endedOn: LegalDay | null;
  }[];
  readonly relations: readonly DeclaredRelation[];
  /** Panels of the last twelve months. */
  readonly panels: number;
}

/** 回避关系 as the expert declared it (kinds of the expert bank). */
export interface DeclaredRelation {
  readonly id: string;
  readonly kind: string;
  readonly organisationId: string | null;
  readonly organisationName: string;
  readonly personName: string;
  readonly from: LegalDay | null;
  readonly to: LegalDay | null;
  /** Everybody who shares a work. */
  readonly people?: readonly { readonly name: string }[];
}

/** Somebody of an organisation that has a part in the call. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
}

export interface PoolParty {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly people: readonly Somebody[];
}

export interface PoolBid extends PoolParty {
  readonly id: string;
  readonly commitment: string;
  /** What it says of its way to the indicators. */
  readonly text: string;
  /** Names of the consortium's members. */
  readonly members: readonly string[];
  /** 团队与条件 as it was written: who is named there is of the team. */
  readonly team: string;
  /** Experts whom the bidder asked to keep out, by their ids in the bank. */
  readonly named: readonly string[];
}

/** A patent of the register: who is named as inventor beside an expert shares a work. */
export interface PoolPatent {
  readonly id: string;
  readonly inventors: readonly string[];
  readonly filedOn: LegalDay;
}

export interface PoolCase {
  readonly day: LegalDay;
  readonly owner: PoolParty;
  readonly bids: readonly PoolBid[];
  readonly patents: readonly PoolPatent[];
  /** Officers, custodians, who is responsible or supervises: they judge nothing here. */
  readonly handling: ReadonlySet<string>;
  /** 失信禁入的人员, by {@link personKey}; left out where nobody is. */
  readonly banned?: ReadonlySet<string>;
  /** 评审信用: kinds of the events of each that count today; left out where nobody has any. */
  readonly credit?: ReadonlyMap<string, readonly CreditKind[]>;
  /** Who objected in this call. */
  readonly objectors: ReadonlySet<string>;
  /** The division whose city the call is of: whoever works elsewhere is from outside. */
  readonly divisionCode: string;
  readonly techField: string | null;
  readonly cluster: string | null;
  /** Each member judges some of the bids: a tie to one bid keeps from that one. */
  readonly apart: boolean;
}

export interface PoolRule extends RecusalRule, CreditRules {
  readonly panelsPerYear: number;
}

/** Why an expert may not be drawn. */
export type Reason = Hit['kind'] | 'ROTATION' | 'HANDLES_CALL' | 'BANNED' | 'CREDIT';

/** An expert of the pool, and each reason with its evidence, which the supervisor alone reads. */
export interface PoolEntry extends Candidate {
  readonly expertId: string;
  readonly reasons: readonly Reason[];
  readonly evidence: readonly Hit[];
  /** How near each bid is to the expert's field, in the order of the case; null where the expert may not judge it. */
  readonly fits: Fits;
}

/** A person by name and unit, however they are typed. */
export const personKey = (name: string, unit: string): string => `${nameKey(name)} ${nameKey(unit)}`;

const byName = (name: string): string => `name:${name}`;
const tokensOf = ({ organisationId, organisationName }: PoolParty): readonly string[] => [
  organisationId,
  byName(organisationName),
];

/** GB/T 13745: 经济学、管理学. */
const FINANCE: readonly string[] = ['790', '630'];

/** Each expert has one speciality: money first, then practice, then the field. */
export function specialityOf({ disciplines, unitKind }: PoolExpert): Speciality {
  if (disciplines.some((code) => FINANCE.includes(code))) return 'FINANCE';
  return unitKind === 'ENTERPRISE' ? 'INDUSTRY' : 'TECHNICAL';
}

const isOutside = ({ divisionCode }: PoolExpert, city: string): boolean =>
  divisionCode !== null && divisionCode.slice(0, 4) !== city.slice(0, 4);

/** The stratum from which an expert is drawn; none where the panel has no seat for one of this kind. */
export function stratumOf(expert: PoolExpert, city: string, strata: readonly Stratum[]): string | undefined {
  const speciality = specialityOf(expert);
  const own = strata.filter((stratum) => stratum.speciality === speciality);
  const outside = isOutside(expert, city);
  return (own.find((stratum) => stratum.outside && outside) ?? own.find((stratum) => !stratum.outside))?.code;
}

export const criteriaOf = (
  strata: readonly Stratum[],
  perUnit: number,
  replacements: number,
  bids: readonly Pick<PoolBid, 'commitment'>[],
): DrawCriteria => ({
  rule: 'jihui-draw/1',
  strata: strata.map(({ code, seats }) => ({ code, seats })),
  perUnit,
  replacements,
  allotment: {
    rule: 'jihui-allotment/1',
    bids: bids.map(({ commitment }) => commitment),
    judges: strata.map(({ code, judges }) => ({ code, judges })),
  },
});

/** Ties that keep from all bids of the call: whoever works for one bidder judges none of its rivals. */
const OF_THE_CALL: readonly Hit['kind'][] = ['SAME_UNIT', 'IS_BIDDER'];

/** What of the hits keeps from the draw: all of them where every member judges every bid, else those that leave no bid. */
function closing(evidence: readonly Hit[], { apart, bids }: PoolCase): readonly Hit[] {
  const whole = evidence.filter(({ bid, kind }) => !apart || bid === null || OF_THE_CALL.includes(kind));
  const closed = new Set(evidence.map(({ bid }) => bid));
  return whole.length === 0 && bids.length > 0 && bids.every(({ id }) => closed.has(id)) ? evidence : whole;
}

/** Bids from which alone a hit keeps, by their ids; of who may not be drawn there is nothing to say. */
export const closedTo = ({
  reasons,
  evidence,
}: {
  readonly reasons: readonly string[];
  readonly evidence: readonly Hit[];
}): readonly string[] => (reasons.length > 0 ? [] : [...new Set(evidence.flatMap(({ bid }) => bid ?? []))]);

/** The pool: every expert for whom there is a seat, with what keeps each from being drawn. */
export function poolOf(
  experts: readonly PoolExpert[],
  of: PoolCase,
  strata: readonly Stratum[],
  rule: PoolRule,
): readonly PoolEntry[] {
  const facts = factsOf(experts, of);
  const names = namesIn(experts, of);
  const owner: Owner = {
    organisation: of.owner.organisationId,
    people: peopleTokens(of.owner.people),
  };
  const bids = of.bids.map((bid) => partiesOf(bid, experts, names));
  return experts.flatMap((expert): PoolEntry[] => {
    const stratum = stratumOf(expert, of.divisionCode, strata);
    if (stratum === undefined) return [];
    const evidence = hitsOf({ expert: expert.personId, day: of.day, owner, bids }, facts, rule);
    const reasons = new Set<Reason>(closing(evidence, of).map(({ kind }) => kind));
    const grade = gradeOf(of.credit?.get(expert.personId) ?? [], rule);
    if (grade === 'C') reasons.add('CREDIT');
    if (expert.panels >= panelsFor(grade, rule.panelsPerYear)) reasons.add('ROTATION');
    if (of.handling.has(expert.personId)) reasons.add('HANDLES_CALL');
    if (of.banned?.has(personKey(expert.name, expert.unitName)) === true) reasons.add('BANNED');
    const closed = new Set(evidence.map(({ bid }) => bid));
    return [
      {
        ...{ person: expert.personId, expertId: expert.id, stratum, evidence },
        unit: expert.organisationId ?? byName(expert.unitName),
        reasons: [...reasons].sort(),
        fits: of.bids.map(({ id, text }) =>
          closed.has(id) || closed.has(null) ? null : fitOf(expert, { ...of, text }),
        ),
      },
    ];
  });
}

const peopleTokens = (people: readonly Somebody[]): readonly string[] =>
  people.flatMap(({ id, name }) => [id, byName(name)]);

/** People whom a declared relation names. */
const namedBy = ({ personName, people = [] }: DeclaredRelation): readonly string[] =>
  [personName, ...people.map(({ name }) => name)].filter((name) => name !== '');

/** Names that any fact knows: only these are looked for in what bids wrote. */
const namesIn = (experts: readonly PoolExpert[], { patents }: PoolCase): ReadonlySet<string> =>
  new Set(
    [
      ...experts.flatMap(({ relations }) => relations.flatMap(namedBy)),
      ...patents.flatMap(({ inventors }) => inventors),
    ].filter((name) => name.length > 1),
  );

function partiesOf(bid: PoolBid, experts: readonly PoolExpert[], names: ReadonlySet<string>): BidParties {
  const team = [
    ...peopleTokens(bid.people),
    ...experts.filter(({ name }) => bid.team.includes(name)).map(({ personId }) => personId),
    ...[...names].filter((name) => bid.team.includes(name)).map(byName),
  ];
  return {
    bid: bid.id,
    organisations: [...tokensOf(bid), ...bid.members.map(byName)],
    team,
    namedRecusals: experts.filter(({ id }) => bid.named.includes(id)).map(({ personId }) => personId),
  };
}

function factsOf(experts: readonly PoolExpert[], of: PoolCase): Facts {
  const parties = [of.owner, ...of.bids];
  return {
    ties: experts.flatMap(tiesOf),
    relations: experts.flatMap(({ personId, relations }) =>
      relations.flatMap(({ id, kind, personName }) => {
        const kin = KINSHIP[kind];
        return kin === undefined || personName === ''
          ? []
          : [{ persons: [personId, byName(personName)] as const, kind: kin, source: `relation:${id}` }];
      }),
    ),
    works: [
      ...experts.flatMap((expert) => declaredWorks(expert, of.day)),
      ...patentWorks(experts, of.patents),
    ],
    // An organisation and its name are one.
    affiliations: parties.map((party) => ({
      organisations: [party.organisationId, byName(party.organisationName)] as const,
      source: party.organisationId,
    })),
    parts: experts.flatMap((expert) => partsOf(expert, of)),
  };
}

const TIES: Readonly<Record<string, TieKind>> = {
  EMPLOYMENT: 'EMPLOYED',
  FORMER_EMPLOYMENT: 'EMPLOYED',
  SHAREHOLDING: 'SHAREHOLDER',
  DIRECTORSHIP: 'DIRECTOR',
  CONSULTING: 'CONSULTANT',
  ECONOMIC_INTEREST: 'ECONOMIC_INTEREST',
  // Kin, teacher or co-author of somebody who stands for an organisation: an interest in it.
  ...Object.fromEntries(
    ['SPOUSE', 'KIN', 'IN_LAW', 'SUPERVISION', 'COAUTHOR', 'CO_PROJECT', 'CO_PATENT'].map((kind) => [
      kind,
      'ECONOMIC_INTEREST' as const,
    ]),
  ),
};
const KINSHIP: Readonly<Record<string, KinshipKind>> = {
  SPOUSE: 'KIN',
  KIN: 'KIN',
  IN_LAW: 'KIN',
  SUPERVISION: 'SUPERVISION',
};
const WORKS: Readonly<Record<string, SharedWork['kind']>> = {
  COAUTHOR: 'CO_AUTHOR',
  CO_PROJECT: 'CO_INVESTIGATOR',
  CO_PATENT: 'CO_OWNER',
};

function tiesOf({
  personId: person,
  organisationId,
  unitName,
  employments,
  relations,
}: PoolExpert): readonly Tie[] {
  const employed = (organisation: string): Tie => ({
    ...{ person, organisation, kind: 'EMPLOYED', from: null, until: null, source: 'expert' },
  });
  return [
    ...(organisationId === null ? [] : [employed(organisationId)]),
    ...(unitName === '' ? [] : [employed(byName(unitName))]),
    ...employments.map((one): Tie => ({
      ...{ person, organisation: one.organisationId, kind: 'EMPLOYED', source: 'employment' },
      ...{ from: one.knownFrom, until: one.endedOn },
    })),
    ...relations.flatMap(({ id, kind, organisationId: known, organisationName, from, to }): Tie[] => {
      const tie = TIES[kind];
      if (tie === undefined) return [];
      const organisations = [
        ...(known === null ? [] : [known]),
        ...(organisationName === '' ? [] : [byName(organisationName)]),
      ];
      return organisations.map((organisation) => ({
        ...{ person, organisation, kind: tie, from, until: to, source: `relation:${id}` },
      }));
    }),
  ];
}

const declaredWorks = ({ personId, relations }: PoolExpert, day: LegalDay): readonly SharedWork[] =>
  relations.flatMap((relation) => {
    const { id, kind, to, from } = relation;
    const work = WORKS[kind];
    const others = namedBy(relation);
    return work === undefined || others.length === 0
      ? []
      : [
          {
            ...{ kind: work, persons: [personId, ...others.map(byName)], source: `relation:${id}` },
            day: to ?? from ?? day,
          },
        ];
  });

const patentWorks = (experts: readonly PoolExpert[], patents: readonly PoolPatent[]): readonly SharedWork[] =>
  patents.flatMap(({ id, inventors, filedOn }) =>
    experts
      .filter(({ name }) => inventors.includes(name))
      .map(({ name, personId }) => ({
        ...{ kind: 'CO_OWNER' as const, day: filedOn, source: `patent:${id}` },
        persons: [personId, ...inventors.filter((one) => one !== name).map(byName)],
      })),
  );

function partsOf(
  { personId: person, relations }: PoolExpert,
  { owner, bids, objectors }: PoolCase,
): readonly Part[] {
  const prepared = relations
    .filter(({ kind }) => kind === 'PREPARED')
    .flatMap(({ id, organisationId, organisationName }): Part[] => {
      const of = (party: PoolParty): boolean =>
        party.organisationId === organisationId || party.organisationName === organisationName;
      const source = `relation:${id}`;
      return [
        ...(of(owner) ? [{ person, kind: 'PREPARED_DEMAND' as const, bid: null, source }] : []),
        ...bids.filter(of).map((bid) => ({ person, kind: 'PREPARED_BID' as const, bid: bid.id, source })),
      ];
    });
  const objected: readonly Part[] = objectors.has(person)
    ? [{ person, kind: 'OBJECTED_AGAINST', bid: null, source: 'objection' }]
    : [];
  return [...prepared, ...objected];
}
