import { useCallback, useRef, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useClient, useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import type { Failure, Violation } from '../api/failure.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { useDraft, type StoredDraft } from '../design/draft.js';
import { DraftTrouble, SavedAt } from '../design/DraftState.js';
import { ErrorsProvider } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Refusal } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useRefusal } from '../design/useRefusal.js';
import type { ExpertPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { SaveExpertDocument } from './commands.js';
import { MyExpertDocument } from './documents.js';
import { blankExpert, storedExpert, type ExpertFormContent } from './expertForm.js';
import { ExpertFields } from './ExpertFields.js';
import { expertFormWords } from './formWords.js';
import css from '../patents/EditPatent.module.css';
import { expertStates, expertTones } from './terms.js';

/** One's own profile: begun with the first word, saved by itself, looked over and handed in on its page. */
export function MyExpertPage() {
  // What is edited is read once: later answers of the cache must not replace what is being written.
  const [first, setFirst] = useState<{ readonly expert: ExpertPageFragment | null } | null>(null);
  const [result, ask] = useQuery({
    query: MyExpertDocument,
    pause: first !== null,
    requestPolicy: 'network-only',
  });
  if (!first && result.data && !result.fetching) setFirst({ expert: result.data.myExpert ?? null });
  return (
    <Loaded
      page
      result={result}
      value={first ?? undefined}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {({ expert }) =>
        expert && !findAction(expert.availableActions, 'edit') ? (
          <Navigate replace to={`/experts/${expert.id}`} />
        ) : (
          <Editor expert={expert} />
        )
      }
    </Loaded>
  );
}

function Editor({ expert }: { readonly expert: ExpertPageFragment | null }) {
  const t = useWords(expertFormWords);
  const states = useWords(expertStates);
  const client = useClient();
  const navigate = useNavigate();
  const { viewer } = useViewer();
  const units = (viewer?.memberships ?? [])
    .filter(({ state, organisation }) => state === 'ACTIVE' && organisation?.status === 'ACTIVE')
    .flatMap(({ organisation }) => organisation ?? []);
  const save = useCommand(SaveExpertDocument);
  const lacking = useRef<readonly Violation[]>(expert?.missing ?? []);
  const draft = useDraft<ExpertFormContent>({
    initial: expert === null ? null : storedExpert(expert),
    empty: blankExpert(units[0]?.id ?? null, viewer?.person.email ?? ''),
    save: useCallback(
      async ({ id, expectedVersion, content }) => {
        const outcome = await save.run({ id, expectedVersion, ...content });
        if (!outcome.ok) return outcome;
        const { id: savedId, version, missing } = outcome.data.saveExpert.expert;
        lacking.current = missing;
        return { ok: true, data: { id: savedId, version, content, missing } };
      },
      [save],
    ),
    load: useCallback(async (): Promise<StoredDraft<ExpertFormContent> | null> => {
      const answer = await client.query(MyExpertDocument, {}, { requestPolicy: 'network-only' }).toPromise();
      return answer.data?.myExpert ? storedExpert(answer.data.myExpert) : null;
    }, [client]),
  });
  // What was missing when one asked to go on takes the focus once; what is still missing is told as one writes.
  const [refused, setRefused] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const general = useRefusal(form, refused);
  const told =
    draft.state === 'failed' ? (draft.failure?.violations ?? []) : refused === null ? [] : draft.missing;
  const proceed = async (): Promise<void> => {
    const saved = await draft.flush();
    if (saved === null) return;
    if (lacking.current.length === 0) void navigate(`/experts/${saved.id}`);
    else setRefused({ code: 'INVALID_INPUT', message: t.missingFirst, violations: lacking.current });
  };
  return (
    <div className="wrap">
      <form
        ref={form}
        className={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void proceed();
        }}
      >
        <Heading
          title={t.title}
          intro={t.intro}
          actions={expert && <StatusTag tone={expertTones[expert.state]}>{states[expert.state]}</StatusTag>}
        />
        <ErrorsProvider value={told}>
          <ExpertFields
            form={draft.content}
            units={units}
            fixedUnit={expert?.state === 'ACTIVE'}
            onChange={draft.patch}
          />
        </ErrorsProvider>
        <DraftTrouble draft={draft} />
        <Refusal failure={general} />
        <div className={css['foot']}>
          <SavedAt draft={draft} />
          <Button type="submit" tone="primary">
            {expert?.state === 'ACTIVE' ? t.preview : t.next}
          </Button>
        </div>
      </form>
    </div>
  );
}

export { MyExpertPage as Component };
