import type { ExpertSnapshot } from '@jihui/events';
import { TIERS, type Expert, type PrivateField, type Tier } from '../core/experts/expert.js';
import type { Employment } from '../store/people.store.js';

/** What leaves this domain of an expert. Programs read it, never a page: relations are for computing recusal alone. */
export function expertSnapshot(
  expert: Expert,
  name: string,
  unitName: string,
  employments: readonly Employment[],
): ExpertSnapshot {
  const { content, privacy } = expert;
  const open = (field: PrivateField, tier: Tier): boolean =>
    TIERS.indexOf(privacy[field]) <= TIERS.indexOf(tier);
  return {
    id: expert.id,
    version: expert.version,
    personId: expert.personId,
    name,
    organisationId: expert.organisationId,
    unitName,
    scopeCode: expert.scopeCode,
    state: expert.state,
    reason: expert.stateReason,
    note: expert.stateNote,
    visibility: expert.visibility,
    title: content.title,
    disciplines: content.disciplines,
    techFields: content.techFields,
    clusters: content.clusters,
    keywords: content.keywords,
    introduction: open('introduction', 'SIGNED_IN') ? content.introduction : '',
    worksOpen: open('outputs', 'SIGNED_IN'),
    modes: content.modes,
    availability: content.availability,
    employments: employments.map(({ organisationId, knownFrom, endedOn }) => ({
      organisationId,
      knownFrom,
      endedOn,
    })),
    relations: expert.relations.map(({ note: _, ...relation }) => relation),
  };
}
