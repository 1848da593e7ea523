import { useCallback, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { findAction } from '../../api/actions.js';
import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import { useDraft, type StoredDraft } from '../../design/draft.js';
import { Loaded } from '../../design/Loaded.js';
import { StepForm } from '../../design/StepForm.js';
import { useToast } from '../../design/Toast.js';
import { MoneyRange } from '../../design/Values.js';
import type { NeedPageFragment } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { SubmitNeedDocument } from '../need.documents.js';
import { NeedDocument } from '../need.fragment.js';
import { blankNeed, needContent, needForm, type NeedForm } from './content.js';
import { OwnerChoice } from './OwnerChoice.js';
import { useNeedSteps } from './needSteps.js';
import { FormSummary } from './FormSummary.js';
import { listings } from '../words.js';
import { formWords } from './words.js';

const SaveNeedDraftDocument = graphql(`
  mutation SaveNeedDraft($input: SaveNeedDraftInput!) {
    saveNeedDraft(input: $input) {
      need {
        ...NeedHead
      }
      clientMutationId
    }
  }
`);

const stored = (need: NeedPageFragment): StoredDraft<NeedForm> => ({
  id: need.id,
  version: need.version,
  content: needForm(need),
  missing: need.missing ?? [],
});

/** Writes a need, new or to be changed. */
export function EditNeedPage() {
  const t = useWords(formWords);
  const { id = 'new' } = useParams();
  const { organisationsAs } = useViewer();
  const owners = organisationsAs('TRANSFER_OFFICER').filter(
    (organisation) => organisation.kind !== 'BUREAU_CITY' && organisation.kind !== 'BUREAU_COUNTY',
  );
  const [owner, setOwner] = useState<string | null>(owners.length === 1 ? (owners[0]?.id ?? null) : null);
  // A draft that was begun here keeps its form when the address changes from `new` to its id.
  const [begun] = useState(id);
  // What is edited is read once: later answers of the cache must not replace what is being written.
  const [first, setFirst] = useState<NeedPageFragment | null>(null);
  const [result, ask] = useQuery({
    query: NeedDocument,
    variables: { id: begun },
    pause: begun === 'new' || first !== null,
    requestPolicy: 'network-only',
  });
  const found = result.data?.need;
  if (!first && found && !result.fetching) setFirst(found);
  if (begun === 'new')
    return owner === null ? (
      <OwnerChoice title={t.newNeed} intro={t.needIntro} organisations={owners} onChoose={setOwner} />
    ) : (
      <Editor initial={null} ownerId={owner} />
    );
  return (
    <Loaded
      page
      result={result}
      value={first ?? (found === null ? null : undefined)}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(content) =>
        // Going back after handing in: there is nothing to write any more, and its page says why.
        findAction(content.availableActions, 'edit')?.enabled ? (
          <Editor initial={stored(content)} ownerId={null} />
        ) : (
          <Navigate replace to={`/needs/${content.id}`} />
        )
      }
    </Loaded>
  );
}

function Editor({ initial, ownerId }: { initial: StoredDraft<NeedForm> | null; ownerId: string | null }) {
  const t = useWords(formWords);
  const l = useWords(listings);
  const client = useClient();
  const navigate = useNavigate();
  const toast = useToast();
  const save = useCommand(SaveNeedDraftDocument);
  const submit = useCommand(SubmitNeedDocument);
  const draft = useDraft<NeedForm>({
    initial,
    empty: blankNeed,
    save: useCallback(
      async ({ id, expectedVersion, content }) => {
        const outcome = await save.run({
          id,
          expectedVersion,
          ownerId: id ? null : ownerId,
          content: needContent(content),
        });
        if (!outcome.ok) return outcome;
        const head = outcome.data.saveNeedDraft.need;
        if (!id) void navigate(`/listings/needs/${head.id}/edit`, { replace: true });
        return {
          ok: true,
          data: { id: head.id, version: head.version, content, missing: head.missing ?? [] },
        };
      },
      [save, ownerId, navigate],
    ),
    load: useCallback(
      async (id: string) => {
        const answer = await client
          .query(NeedDocument, { id }, { requestPolicy: 'network-only' })
          .toPromise();
        return answer.data?.need ? stored(answer.data.need) : null;
      },
      [client],
    ),
  });
  return (
    <StepForm
      title={initial ? t.editNeed : t.newNeed}
      intro={t.needIntro}
      steps={useNeedSteps(draft)}
      draft={draft}
      summary={
        <FormSummary
          title={draft.content.title}
          keywords={draft.content.keywords}
          modes={draft.content.cooperationModes}
          priceLabel={l.budget}
          price={
            draft.content.budgetNegotiable || draft.content.budgetMin || draft.content.budgetMax ? (
              <MoneyRange min={draft.content.budgetMin} max={draft.content.budgetMax} />
            ) : null
          }
        />
      }
      submitLabel={t.submitNeed}
      onSubmit={async ({ id, version }) => {
        const outcome = await submit.run({ id, expectedVersion: version });
        if (outcome.ok) {
          toast(t.submitted);
          void navigate(`/needs/${id}`);
        }
        return outcome;
      }}
    />
  );
}

export { EditNeedPage as Component };
