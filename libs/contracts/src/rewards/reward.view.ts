import { addYears, type Actor, type LegalDay } from '@jihui/kernel';
import { rewardSightOf, type RewardSight } from '../core/rewards/perform.js';
import { netOf, paidByLine, sumOf, type Reward } from '../core/rewards/reward.js';
import { minimumsOf, titleOf, type RewardCase } from '../core/rewards/rules.js';

const BASIS_POINTS = 10_000n;

/** To the nearest 1/100 of a percent; null while there is no net income. */
function shareOfNet(reward: Reward): number | null {
  const net = netOf(reward);
  return net <= 0 ? null : Number((BigInt(reward.total) * BASIS_POINTS + BigInt(net) / 2n) / BigInt(net));
}

/** Who reads the whole plan line by line: the office, and everybody of the unit during the 公示. */
const seesAll = (sight: RewardSight): boolean => sight === 'OFFICE' || sight === 'COLLEAGUE';

/** A reward as one viewer may see it: what the sight does not cover is null, empty or left out. */
export function rewardView(actor: Actor, subject: RewardCase) {
  const { reward, contract, payments, parameters } = subject;
  const sight = rewardSightOf(actor, subject);
  const paid = paidByLine(payments);
  const self = actor.kind === 'person' ? actor.personId : null;
  const isMine = (personId: string | null): boolean => personId !== null && personId === self;
  const paysSeen = sight === 'OFFICE' || sight === 'PERSON';
  const people = reward.people
    .map((person, index) => ({
      ...person,
      personId: sight === 'OFFICE' ? person.personId : null,
      line: index + 1,
      paid: paysSeen ? (paid.get(index + 1) ?? 0) : null,
      mine: isMine(person.personId),
    }))
    .filter(({ mine }) => seesAll(sight) || (sight === 'PERSON' && mine));
  const lines = new Set(people.map(({ line }) => line));
  const least = minimumsOf(subject);
  return {
    __typename: 'Reward' as const,
    /** The whole, for the fields that are resolved apart. */
    subject,
    sight,
    id: reward.id,
    version: reward.version,
    state: reward.state,
    mode: reward.mode,
    title: titleOf(subject),
    registrationNumber: contract?.registrationNumber ?? null,
    organisationId: reward.organisationId,
    organisationName: subject.unitName,
    producedOn: reward.producedOn,
    receivedOn: reward.receivedOn,
    income: reward.income,
    cost: reward.cost,
    taxes: reward.taxes,
    net: netOf(reward),
    total: reward.total,
    shareBasisPoints: shareOfNet(reward),
    leastTotal: least.total,
    leastMain: least.main,
    mainTotal: sumOf(reward.people, 'MAIN'),
    staffTotal: sumOf(reward.people, 'TRANSFER_STAFF'),
    personCount: reward.people.length,
    basis: sight === 'BUREAU' ? null : reward.basis,
    people,
    channel: reward.channel === '' ? null : reward.channel,
    round: reward.round,
    disclosedFrom: reward.disclosedFrom,
    disclosedUntil: reward.disclosedUntil,
    confirmedOn: reward.confirmedOn,
    paid: [...paid].reduce(
      (sum, [line, amount]) => (sight !== 'PERSON' || lines.has(line) ? sum + amount : sum),
      0,
    ),
    payments: paysSeen ? payments.filter(({ line }) => lines.has(line)) : [],
    payBy: reward.mode === 'OWN_USE' ? null : payByOf(reward.receivedOn, parameters.paymentYears),
    createdAt: reward.createdAt,
    updatedAt: reward.updatedAt,
  };
}
export type RewardView = ReturnType<typeof rewardView>;

const payByOf = (receivedOn: LegalDay | null, years: number): LegalDay | null =>
  receivedOn === null ? null : addYears(receivedOn, years);
