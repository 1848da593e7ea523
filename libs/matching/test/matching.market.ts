import type { PersonActor } from '@jihui/kernel';
import { anEnterprisePerson, aResearcher, organisationOf } from '@jihui/testing';
import { aNeed, aResult, aWorld, GANGUE, OTHER_RESULTS, type World } from './matching.factory.js';

export const LIST = `query ($needId: ID!, $first: Int) {
  matchesForNeed(needId: $needId, first: $first) {
    totalCount
    edges { node { id resultId score sharedTerms reasons cautions modelVersion parts { name value weight points note }
      manual { id version reason agency { id } availableActions { action enabled } }
      myFeedback { verdict reason } availableActions { action enabled reason } } }
  }
}`;
export interface Part {
  name: string;
  value: number;
  weight: number;
  points: number;
  note: string;
}
export interface MatchNode {
  resultId: string;
  score: number;
  sharedTerms: string[];
  reasons: string[];
  modelVersion: string;
  parts: Part[];
  manual: {
    id: string;
    version: number;
    reason: string;
    agency: { id: string };
    availableActions: unknown[];
  } | null;
  myFeedback: { verdict: string; reason: string } | null;
}
export interface MatchList {
  matchesForNeed: { totalCount: number; edges: { node: MatchNode }[] };
}
export interface Recommendations {
  recommendations: { totalCount: number; edges: { node: { result: { id: string }; parts: unknown[] } }[] };
}
export const FEEDBACK = `mutation ($input: MatchFeedbackInput!) {
  matchFeedback(input: $input) { match { id score myFeedback { verdict reason } } clientMutationId }
}`;
export const ADD = `mutation ($input: AddManualMatchInput!) { addManualMatch(input: $input) { match { manual { id version } } } }`;
export const WITHDRAW = `mutation ($input: WithdrawManualMatchInput!) { withdrawManualMatch(input: $input) { match { manual { id } } } }`;

/** A need and the result that fits it, with whom they belong to; `open` makes a world of them and of results that do not fit. */
export function aMarket() {
  const buyer = anEnterprisePerson();
  const seller = aResearcher();
  const need = aNeed({ ...GANGUE.need, ownerId: organisationOf(buyer) });
  const result = aResult({ ...GANGUE.result, ownerId: organisationOf(seller) });
  const open = async (): Promise<World> => {
    const world = await aWorld();
    for (const other of OTHER_RESULTS) await world.result(aResult(other));
    await world.need(need);
    await world.result(result);
    return world;
  };
  /** The need's list, or another's, as somebody sees it. */
  const listIn = async (
    world: World,
    actor: PersonActor = buyer,
    id: string = need.id,
  ): Promise<MatchNode[]> =>
    (await world.as(actor).query<MatchList>(LIST, { needId: id, first: 100 })).matchesForNeed.edges.map(
      (edge) => edge.node,
    );
  return { buyer, seller, need, result, open, listIn };
}
