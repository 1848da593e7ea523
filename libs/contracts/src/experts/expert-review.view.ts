import { CONTRACT_CLASSES, CONTRACT_SUBCLASSES, TECH_FIELDS, type Actor } from '@jihui/kernel';
import { named } from '../contract.view.js';
import { classOf, type Contract, type Party } from '../core/contract.js';
import { expertReads, isAsked, seatMachine, seatOf, seatStateOf } from '../core/expert-seat.js';

const namesOf = (parties: readonly Pick<Party, 'name'>[]): readonly string[] =>
  parties.map(({ name }) => name);

/**
 * One contract as an expert of its panel sees it. Who the sides are is told at once, so that a stake can be declared;
 * everything else after the undertaking, and nothing of it once the panel has concluded.
 */
export function expertReviewView(actor: Actor, contract: Contract) {
  const expert = actor.kind === 'person' ? seatOf(contract, actor.personId) : undefined;
  if (expert === undefined) throw new Error('a review without a seat');
  const state = seatStateOf(expert);
  const readsPapers = expertReads(actor, contract);
  const { form } = contract;
  const withdrawn = state === 'RECUSED';
  return {
    id: expert.id,
    version: expert.version,
    contractId: contract.id,
    state,
    open: isAsked(contract),
    readsPapers,
    title: form.title,
    registryName: contract.registry?.name ?? '',
    acceptanceNumber: contract.acceptanceNumber,
    sellerNames: withdrawn ? [] : namesOf(form.sellers),
    buyerNames: withdrawn ? [] : namesOf(form.buyers),
    brokerNames: withdrawn ? [] : namesOf(form.brokers),
    expertName: expert.name,
    answerBy: expert.answerBy,
    papers: readsPapers
      ? {
          contractClass: classOf(form.subclass),
          className: named(CONTRACT_CLASSES, classOf(form.subclass)),
          subclass: form.subclass,
          subclassName: named(CONTRACT_SUBCLASSES, form.subclass),
          techField: form.content.techField,
          techFieldName: named(TECH_FIELDS, form.content.techField),
          summary: form.content.summary,
          signedOn: form.signedOn,
          total: form.money.total,
          technical: form.money.technical,
        }
      : null,
    undertakenOn: expert.undertakenOn,
    favourable: expert.favourable,
    opinion: expert.opinion,
    signedAt: expert.signedAt === null ? null : new Date(expert.signedAt),
    recusal: expert.recusal,
    availableActions: seatMachine
      .availableActions(actor, { contract, expert, accountName: null }, contract.updatedAt)
      .filter(({ action }) => action !== 'join' && action !== 'invite'),
  };
}
export type ExpertReviewView = ReturnType<typeof expertReviewView>;
