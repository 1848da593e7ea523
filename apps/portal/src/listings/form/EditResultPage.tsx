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
import type { ResultPageFragment } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { Price } from '../cards.js';
import { SubmitResultDocument } from '../result.documents.js';
import { ResultDocument } from '../result.fragment.js';
import { blankResult, resultContent, resultForm, type ResultForm } from './content.js';
import { OwnerChoice } from './OwnerChoice.js';
import { useResultSteps } from './resultSteps.js';
import { FormSummary } from './FormSummary.js';
import { listings } from '../words.js';
import { formWords } from './words.js';

const SaveResultDraftDocument = graphql(`
  mutation SaveResultDraft($input: SaveResultDraftInput!) {
    saveResultDraft(input: $input) {
      result {
        ...ResultHead
      }
      clientMutationId
    }
  }
`);

const stored = (result: ResultPageFragment): StoredDraft<ResultForm> => ({
  id: result.id,
  version: result.version,
  content: resultForm(result),
  missing: result.missing ?? [],
});

/** Writes a result, new or to be changed. */
export function EditResultPage() {
  const t = useWords(formWords);
  const { id = 'new' } = useParams();
  const { organisationsAs } = useViewer();
  const owners = organisationsAs('RESEARCHER', 'TRANSFER_OFFICER').filter(
    (organisation) => organisation.kind !== 'BUREAU_CITY' && organisation.kind !== 'BUREAU_COUNTY',
  );
  const [owner, setOwner] = useState<string | null>(owners.length === 1 ? (owners[0]?.id ?? null) : null);
  // A draft that was begun here keeps its form when the address changes from `new` to its id.
  const [begun] = useState(id);
  // What is edited is read once: later answers of the cache must not replace what is being written.
  const [first, setFirst] = useState<ResultPageFragment | null>(null);
  const [result, ask] = useQuery({
    query: ResultDocument,
    variables: { id: begun },
    pause: begun === 'new' || first !== null,
    requestPolicy: 'network-only',
  });
  const found = result.data?.result;
  if (!first && found && !result.fetching) setFirst(found);
  if (begun === 'new')
    return owner === null ? (
      <OwnerChoice title={t.newResult} intro={t.resultIntro} organisations={owners} onChoose={setOwner} />
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
          <Navigate replace to={`/results/${content.id}`} />
        )
      }
    </Loaded>
  );
}

function Editor({ initial, ownerId }: { initial: StoredDraft<ResultForm> | null; ownerId: string | null }) {
  const t = useWords(formWords);
  const l = useWords(listings);
  const client = useClient();
  const navigate = useNavigate();
  const toast = useToast();
  const save = useCommand(SaveResultDraftDocument);
  const submit = useCommand(SubmitResultDocument);
  const draft = useDraft<ResultForm>({
    initial,
    empty: blankResult,
    save: useCallback(
      async ({ id, expectedVersion, content }) => {
        const outcome = await save.run({
          id,
          expectedVersion,
          ownerId: id ? null : ownerId,
          content: resultContent(content),
        });
        if (!outcome.ok) return outcome;
        const head = outcome.data.saveResultDraft.result;
        if (!id) void navigate(`/listings/results/${head.id}/edit`, { replace: true });
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
          .query(ResultDocument, { id }, { requestPolicy: 'network-only' })
          .toPromise();
        return answer.data?.result ? stored(answer.data.result) : null;
      },
      [client],
    ),
  });
  return (
    <StepForm
      title={initial ? t.editResult : t.newResult}
      intro={t.resultIntro}
      steps={useResultSteps(draft)}
      draft={draft}
      summary={
        <FormSummary
          title={draft.content.title}
          keywords={draft.content.keywords}
          modes={draft.content.cooperationModes}
          priceLabel={l.price}
          price={<Price result={draft.content} />}
        />
      }
      submitLabel={t.submitResult}
      onSubmit={async ({ id, version }) => {
        const outcome = await submit.run({ id, expectedVersion: version });
        if (outcome.ok) {
          toast(t.submitted);
          void navigate(`/results/${id}`);
        }
        return outcome;
      }}
    />
  );
}

export { EditResultPage as Component };
