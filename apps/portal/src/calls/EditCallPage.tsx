import { useCallback, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useClient, useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { useCommand, type Outcome } from '../api/command.js';
import { useDraft, type StoredDraft } from '../design/draft.js';
import { Facts } from '../design/DetailPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice } from '../design/States.js';
import { StepForm, type Step } from '../design/StepForm.js';
import { useToast } from '../design/Toast.js';
import { Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { callActionWords } from './actionWords.js';
import { AskPart, IndicatorFields, MoneyPart, WhatPart } from './CallFormParts.js';
import { contentOf, formOf, storedOf, type CallForm } from './callForm.js';
import { SaveCallDocument, SubmitCallDocument } from './commands.js';
import { CallDocument, CallModesDocument } from './documents.js';
import { callFormWords } from './formWords.js';
import type { Call } from './terms.js';
import { callWords } from './words.js';

/** 填写需求: the demand while its owner writes it. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: CallDocument,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const call = result.data?.call;
  return (
    <div className={call ? undefined : 'wrap'}>
      <Loaded page result={result} value={call} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <OpenedCall key={found.id} call={found} />}
      </Loaded>
    </div>
  );
}

/** Going back after handing in, there is nothing to write any more: the call's page says where it stands. */
function OpenedCall({ call }: { readonly call: Call }) {
  const [isOpen] = useState(() => findAction(call.availableActions, 'edit')?.enabled === true);
  return isOpen ? <CallEditor call={call} /> : <Navigate replace to={`/calls/${call.id}`} />;
}

/** Saved by itself, checked at every save. */
function CallEditor({ call }: { call: Call }) {
  const t = useWords(callFormWords);
  const w = useWords(callWords);
  const a = useWords(callActionWords);
  const client = useClient();
  const toast = useToast();
  const navigate = useNavigate();
  const save = useCommand(SaveCallDocument);
  const submit = useCommand(SubmitCallDocument);
  const [rules] = useQuery({ query: CallModesDocument });
  const load = useCallback(
    async (id: string): Promise<StoredDraft<CallForm> | null> => {
      const answer = await client.query(CallDocument, { id }, { requestPolicy: 'network-only' }).toPromise();
      return answer.data?.call ? storedOf(answer.data.call) : null;
    },
    [client],
  );
  const draft = useDraft<CallForm>({
    initial: storedOf(call),
    empty: formOf(call),
    load,
    async save({ expectedVersion, content }): Promise<Outcome<StoredDraft<CallForm>>> {
      const outcome = await save.run({
        id: call.id,
        expectedVersion: expectedVersion ?? 0,
        mode: content.mode,
        content: contentOf(content),
      });
      if (!outcome.ok) return outcome;
      return { ok: true, data: storedOf(outcome.data.saveCall.call ?? call) };
    },
  });
  const part = { form: draft.content, patch: draft.patch };
  const steps: readonly Step[] = [
    {
      key: 'what',
      title: t.what,
      paths: ['mode', 'title', 'type', 'cluster', 'techField', 'background', 'work', 'secrecy', 'bottleneck'],
      render: () => <WhatPart {...part} />,
    },
    {
      key: 'indicators',
      title: t.indicatorsStep,
      paths: ['indicators', 'deliverables', 'acceptance', 'ipTerms', 'ipNote'],
      render: () => <IndicatorFields {...part} />,
    },
    {
      key: 'money',
      title: t.moneyStep,
      paths: ['months', 'funding', 'payment', 'revenue', 'rdCost', 'rdCostBefore', 'enterpriseKinds'],
      render: () => <MoneyPart {...part} numbers={rules.data?.callParameters ?? []} />,
    },
    {
      key: 'ask',
      title: t.askStep,
      paths: ['requirements', 'consortium', 'contact', 'phone', 'commitments'],
      render: () => <AskPart {...part} />,
    },
  ];
  return (
    <StepForm
      title={draft.content.title === '' ? w.start : draft.content.title}
      notices={
        <>
          <Notice>{t.basis}</Notice>
          {call.note && (
            <Notice tone="amber" icon="warn">
              <p className="prose">{call.note}</p>
            </Notice>
          )}
        </>
      }
      steps={steps}
      draft={draft}
      submitLabel={a.submit}
      onSubmit={async ({ id, version }) => {
        const outcome = await submit.run({ id, expectedVersion: version });
        if (outcome.ok) {
          toast(a.submitted);
          void navigate(`/calls/${id}`);
        }
        return outcome;
      }}
      summary={
        <Facts
          facts={[
            { label: w.number, value: <span className="num">{call.code}</span> },
            { label: w.total, value: <Money fen={draft.content.total} /> },
            { label: w.indicators, value: w.indicatorCount(draft.content.indicators.length) },
          ]}
        />
      }
    />
  );
}
