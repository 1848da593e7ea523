import type { StoredDraft } from '../design/draft.js';
import type { BrokerPageFragment, SaveBrokerInput } from '../gql/graphql.js';

export type Content = SaveBrokerInput['content'];

/** The form as it is kept and saved. */
export interface BrokerFormContent {
  readonly organisationId: string;
  readonly content: Content;
}

const codes = (chosen: readonly { readonly code: string }[]): string[] => chosen.map(({ code }) => code);

export const storedBroker = (broker: BrokerPageFragment): StoredDraft<BrokerFormContent> => ({
  id: broker.id,
  version: broker.version,
  missing: broker.missing,
  content: {
    organisationId: broker.organisation.id,
    content: {
      position: broker.position,
      partTime: broker.partTime,
      services: [...broker.services],
      techFields: codes(broker.techFields),
      clusters: codes(broker.clusters),
      divisions: codes(broker.divisions),
      introduction: broker.introduction,
      phone: broker.phone,
      email: broker.email,
    },
  },
});
