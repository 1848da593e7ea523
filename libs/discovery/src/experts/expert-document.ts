import {
  ANYONE,
  areasOf,
  labelsField,
  ofBureau,
  ofOffice,
  ofPerson,
  SIGNED_IN,
  type City,
  type SearchDocument,
  type SearchFace,
  type SearchField,
} from '@jihui/platform';
import { FLEXIBLE_MODES, TIERS, type Expert, type PrivateField, type Tier } from '../core/experts/expert.js';

/** An expert with what others told of the person and the unit. */
export interface FindableExpert {
  readonly expert: Expert;
  readonly name: string;
  /** Of the unit on the platform. */
  readonly unitName: string | null;
}

export const EXPERT_TYPE = 'expert';

/** An expert as the bank finds them: each circle of readers by what it may read, and by nothing else. */
export function expertDocument({ expert, name, unitName }: FindableExpert, city: City): SearchDocument {
  const { content, state, organisationId } = expert;
  return {
    type: EXPERT_TYPE,
    id: expert.id,
    version: expert.version,
    listed: true,
    belongsTo: organisationId,
    values: {
      standing: String(state === 'ACTIVE'),
      states: state,
      scopes: areasOf(expert.scopeCode),
      unit: organisationId,
      techFields: content.techFields,
      clusters: content.clusters,
      modes: content.modes,
      availabilities: content.availability,
    },
    sorts: { newest: expert.admittedAt?.getTime() ?? 0, waiting: expert.stateSince.getTime() },
    faces: facesOf(expert, (tier) => [
      ...fieldsFor(tier, expert, name, unitName ?? content.unitName),
      labelsOf(content, city),
    ]),
  };
}

/** Who finds an expert by how much, as `visibleExperts` and `readWhole` tell it in SQL: the richest first. */
function facesOf(expert: Expert, fieldsOf: (tier: Tier) => readonly SearchField[]): SearchFace[] {
  const officers = areasOf(expert.scopeCode).map((place) => ofBureau('OFFICER', place));
  const whole = { visibleTo: [ofPerson(expert.personId), ...officers], fields: fieldsOf('OFFICERS') };
  if (expert.state !== 'ACTIVE') return [whole];
  const unit = expert.organisationId === null ? [] : [ofOffice(expert.organisationId)];
  const signedIn = [...(expert.visibility === 'OFFICERS' ? [] : [SIGNED_IN]), ...unit];
  return [
    whole,
    ...(signedIn.length === 0 ? [] : [{ visibleTo: signedIn, fields: fieldsOf('SIGNED_IN') }]),
    ...(expert.visibility === 'PUBLIC' ? [{ visibleTo: [ANYONE], fields: fieldsOf('PUBLIC') }] : []),
  ];
}

/** What lists of experts are filtered by, as pages call it. */
const labelsOf = ({ clusters, techFields, modes }: Expert['content'], city: City): SearchField =>
  labelsField(city, { clusters, techFields, names: modes.map((mode) => FLEXIBLE_MODES[mode]) });

function fieldsFor(tier: Tier, { content, privacy }: Expert, name: string, unit: string): SearchField[] {
  const open = (field: PrivateField): boolean => TIERS.indexOf(privacy[field]) <= TIERS.indexOf(tier);
  const kept = (field: PrivateField & keyof typeof content, weight: SearchField['weight']): SearchField[] =>
    open(field) ? [{ name: field, weight, text: String(content[field]) }] : [];
  return [
    { name: 'name', weight: 'A', text: name, kind: 'name' },
    { name: 'keywords', weight: 'B', text: content.keywords.join(' ') },
    { name: 'unit', weight: 'B', text: unit, kind: 'name' },
    { name: 'title', weight: 'D', text: content.title },
    ...kept('position', 'D'),
    ...kept('introduction', 'C'),
    ...kept('achievements', 'D'),
  ];
}
