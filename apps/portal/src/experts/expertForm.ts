import type { StoredDraft } from '../design/draft.js';
import type { ExpertPageFragment, ExpertReaders, SaveExpertInput } from '../gql/graphql.js';

export type Content = SaveExpertInput['content'];
export type Readers = Readonly<
  Record<
    'position' | 'degree' | 'disciplines' | 'introduction' | 'achievements' | 'phone' | 'email' | 'outputs',
    ExpertReaders
  >
>;

/** The form as it is kept and saved. */
export interface ExpertFormContent {
  readonly organisationId: string | null;
  readonly visibility: ExpertReaders;
  readonly privacy: Readers;
  readonly content: Content;
}

/** As the server begins a profile: what one can be reached by is the bureau's. */
const DEFAULT_PRIVACY: Readers = {
  position: 'PUBLIC',
  degree: 'SIGNED_IN',
  disciplines: 'PUBLIC',
  introduction: 'PUBLIC',
  achievements: 'PUBLIC',
  phone: 'OFFICERS',
  email: 'OFFICERS',
  outputs: 'PUBLIC',
};

export const blankExpert = (organisationId: string | null, email: string): ExpertFormContent => ({
  organisationId,
  visibility: 'PUBLIC',
  privacy: DEFAULT_PRIVACY,
  content: { availability: 'OPEN', email },
});

const codes = (chosen: readonly { readonly code: string }[]): string[] => chosen.map(({ code }) => code);

export const storedExpert = (expert: ExpertPageFragment): StoredDraft<ExpertFormContent> => ({
  id: expert.id,
  version: expert.version,
  missing: expert.missing,
  content: {
    organisationId: expert.organisation?.id ?? null,
    visibility: expert.visibility,
    privacy: { ...DEFAULT_PRIVACY, ...withoutType(expert.privacy) },
    content: {
      title: expert.title,
      position: expert.position,
      degree: expert.degree,
      unitName: expert.organisation ? '' : expert.unitName,
      disciplines: codes(expert.disciplines),
      techFields: codes(expert.techFields),
      clusters: codes(expert.clusters),
      keywords: [...expert.keywords],
      introduction: expert.introduction,
      achievements: expert.achievements,
      modes: [...expert.modes],
      availability: expert.availability,
      availabilityNote: expert.availabilityNote,
      phone: expert.phone,
      email: expert.email,
    },
  },
});

/** The cache adds the type's name, which an input does not take. */
function withoutType(privacy: ExpertPageFragment['privacy']): Partial<Readers> {
  if (!privacy) return {};
  const { position, degree, disciplines, introduction, achievements, phone, email, outputs } = privacy;
  return { position, degree, disciplines, introduction, achievements, phone, email, outputs };
}
