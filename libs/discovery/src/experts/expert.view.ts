import { DISCIPLINES, TECH_FIELDS, type Actor } from '@jihui/kernel';
import type { City } from '@jihui/platform';
import { isSelf } from '../core/experts/policy.js';
import type { ReadExpert } from '../store/expert-reads.store.js';

const named = (table: Readonly<Record<string, string>>, codes: readonly string[]) =>
  codes.map((code) => ({ code, name: table[code] ?? code }));
const organisation = (id: string | null) =>
  id === null ? null : { __typename: 'Organisation' as const, id };

/** A profile as the graph shows it; what the actor may not read never left the database. */
export function expertView({ expert, name, unitName, whole, hidden }: ReadExpert, actor: Actor, city: City) {
  const { content } = expert;
  const clusters = Object.fromEntries(city.clusters.map((cluster) => [cluster.code, cluster.name]));
  return {
    source: expert,
    whole,
    ...content,
    id: expert.id,
    version: expert.version,
    name,
    organisation: organisation(expert.organisationId),
    unitName: unitName ?? content.unitName,
    state: expert.state,
    stateSince: expert.stateSince,
    stateReason: whole ? expert.stateReason : null,
    stateNote: whole ? expert.stateNote : '',
    barredUntil: whole ? expert.barredUntil : null,
    visibility: expert.visibility,
    privacy: whole ? expert.privacy : null,
    hidden,
    disciplines: named(DISCIPLINES, content.disciplines),
    techFields: named(TECH_FIELDS, content.techFields),
    clusters: named(clusters, content.clusters),
    relations: whole
      ? expert.relations.map(({ organisationId, ...relation }) => ({
          ...relation,
          organisation: organisation(organisationId),
        }))
      : null,
    relationsDeclaredAt: whole ? expert.relationsDeclaredAt : null,
    admittedAt: expert.admittedAt,
    createdAt: expert.createdAt,
    updatedAt: expert.updatedAt,
    mine: isSelf(actor, expert),
  };
}
export type ExpertView = ReturnType<typeof expertView>;
