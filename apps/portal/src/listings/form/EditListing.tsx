import { useState, type ReactNode } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useClient, useQuery, type TypedDocumentNode } from 'urql';
import { findAction } from '../../api/actions.js';
import type { Command, Outcome } from '../../api/command.js';
import { useViewer } from '../../api/viewer.js';
import { useDraft, type Draft, type StoredDraft } from '../../design/draft.js';
import { Loaded } from '../../design/Loaded.js';
import { useToast } from '../../design/Toast.js';
import type { ListingActionInput, NeedHeadFragment, NeedPageFragment, Role } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { OwnerChoice } from './OwnerChoice.js';
import { formWords } from './words.js';

/** What the editor needs of a listing that stands already. */
type Standing = Pick<NeedPageFragment, 'id' | 'availableActions'>;
type Head = Pick<NeedHeadFragment, 'id' | 'version' | 'missing'>;

/** How listings of one kind are read: where their pages are, and by which document. */
export interface ReadForEditing<D, P> {
  readonly place: 'results' | 'needs';
  readonly document: TypedDocumentNode<D, { id: string }>;
  readonly listingIn: (data: D) => P | null | undefined;
}

/** Begins a listing in the name of an organisation, or goes on with the one that the address names. */
export function EditListing<D, P extends Standing>({
  of,
  title,
  intro,
  roles,
  children,
}: {
  of: ReadForEditing<D, P>;
  title: string;
  intro: string;
  /** The roles in which one writes for an organisation. */
  roles: readonly Role[];
  children: (standing: P | null, ownerId: string | null) => ReactNode;
}) {
  const { id = 'new' } = useParams();
  const { organisationsAs } = useViewer();
  const owners = organisationsAs(...roles).filter(
    (organisation) => organisation.kind !== 'BUREAU_CITY' && organisation.kind !== 'BUREAU_COUNTY',
  );
  const [owner, setOwner] = useState<string | null>(owners.length === 1 ? (owners[0]?.id ?? null) : null);
  // A draft that was begun here keeps its form when the address changes from `new` to its id.
  const [begun] = useState(id);
  // What is edited is read once: later answers of the cache must not replace what is being written.
  const [first, setFirst] = useState<P | null>(null);
  const [result, ask] = useQuery({
    query: of.document,
    variables: { id: begun },
    pause: begun === 'new' || first !== null,
    requestPolicy: 'network-only',
  });
  const found = result.data && of.listingIn(result.data);
  if (!first && found && !result.fetching) setFirst(found);
  if (begun === 'new')
    return owner === null ? (
      <OwnerChoice title={title} intro={intro} organisations={owners} onChoose={setOwner} />
    ) : (
      children(null, owner)
    );
  return (
    <Loaded
      page
      result={result}
      value={first ?? (found === null ? null : undefined)}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(standing) =>
        // Going back after handing in: there is nothing to write any more, and its page says why.
        findAction(standing.availableActions, 'edit')?.enabled ? (
          children(standing, null)
        ) : (
          <Navigate replace to={`/${of.place}/${standing.id}`} />
        )
      }
    </Loaded>
  );
}

/** The draft of a listing's form, which gets an address of its own with its first save. */
export function useListingDraft<D, P, F extends object>(
  of: ReadForEditing<D, P>,
  options: {
    readonly initial: StoredDraft<F> | null;
    readonly empty: F;
    readonly ownerId: string | null;
    readonly stored: (listing: P) => StoredDraft<F>;
    readonly save: (input: {
      id: string | null;
      expectedVersion: number | null;
      ownerId: string | null;
      content: F;
    }) => Promise<Outcome<Head>>;
  },
): Draft<F> {
  const client = useClient();
  const navigate = useNavigate();
  const { initial, empty, ownerId, stored } = options;
  return useDraft<F>({
    initial,
    empty,
    save: async ({ id, expectedVersion, content }) => {
      const outcome = await options.save({ id, expectedVersion, ownerId: id ? null : ownerId, content });
      if (!outcome.ok) return outcome;
      const head = outcome.data;
      if (!id) void navigate(`/listings/${of.place}/${head.id}/edit`, { replace: true });
      return { ok: true, data: { id: head.id, version: head.version, content, missing: head.missing ?? [] } };
    },
    load: async (id) => {
      const answer = await client.query(of.document, { id }, { requestPolicy: 'network-only' }).toPromise();
      const listing = answer.data && of.listingIn(answer.data);
      return listing ? stored(listing) : null;
    },
  });
}

/** Hands the saved draft in, says so and shows its page. */
export function useHandingIn(place: 'results' | 'needs', submit: Command<unknown, ListingActionInput>) {
  const t = useWords(formWords);
  const navigate = useNavigate();
  const toast = useToast();
  return async ({ id, version }: { id: string; version: number }): Promise<Outcome<unknown>> => {
    const outcome = await submit.run({ id, expectedVersion: version });
    if (outcome.ok) {
      toast(t.submitted);
      void navigate(`/${place}/${id}`);
    }
    return outcome;
  };
}
