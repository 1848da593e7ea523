import { useEffect, useState } from 'react';
import type { Violation } from '../api/failure.js';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { useTitle } from '../api/title.js';
import { Button } from '../design/Button.js';
import { Crumbs } from '../design/DetailPage.js';
import { ErrorsProvider } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Notice, Refusal, Violations } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { callActionWords } from './actionWords.js';
import { PlanCallDocument } from './commands.js';
import { CallDocument, CallModesDocument } from './documents.js';
import { CriteriaPart, CustodiansPart, ModePart, PeoplePart } from './PlanParts.js';
import { planInputOf, planFormOf, type PlanForm } from './planForm.js';
import { planWords } from './planWords.js';
import type { Call } from './terms.js';
import { callWords } from './words.js';

/** 榜单安排: what the bureau lays down before it is approved. */
export function Component() {
  const { id = '' } = useParams();
  const [result, ask] = useQuery({ query: CallDocument, variables: { id }, requestPolicy: 'network-only' });
  const call = result.data?.call;
  return (
    <div className="wrap">
      <Loaded page result={result} value={call} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <Plan key={found.id} call={found} />}
      </Loaded>
    </div>
  );
}

function Plan({ call }: { call: Call }) {
  const t = useWords(planWords);
  const w = useWords(callWords);
  const r = useWords(callActionWords);
  useTitle(`${w.plan} · ${call.title}`);
  const toast = useToast();
  const navigate = useNavigate();
  const save = useCommand(PlanCallDocument);
  const found = useFound();
  const [rules] = useQuery({ query: CallModesDocument });
  const [form, setForm] = useState<PlanForm>(() => planFormOf(call));
  const patch = (change: Partial<PlanForm>): void => setForm((before) => ({ ...before, ...change }));
  const mode = rules.data?.callModes.find((rule) => rule.mode === form.mode);
  const part = { form, patch };
  const send = async (): Promise<void> => {
    const outcome = await save.run({
      id: call.id,
      expectedVersion: call.version,
      ...planInputOf(form),
    });
    if (!outcome.ok) return;
    const left = outcome.data.planCall.call?.missing ?? [];
    toast(left.length === 0 ? t.saved : t.savedIncomplete(left.length));
    if (left.length === 0) void navigate(`/calls/${call.id}`);
  };
  return (
    <ErrorsProvider value={save.failure?.violations ?? found}>
      <Crumbs
        crumbs={[
          { label: w.desk, to: '/calls/desk' },
          { label: call.title, to: `/calls/${call.id}` },
        ]}
      />
      <Heading title={w.plan} intro={t.intro} />
      {call.missing.length > 0 && (
        <Notice tone="amber" icon="warn">
          <strong>{t.missing}</strong>
          <Violations violations={call.missing} />
        </Notice>
      )}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ModePart {...part} rule={mode} callId={call.id} />
        <CriteriaPart {...part} />
        <CustodiansPart {...part} />
        <PeoplePart {...part} />
        <Refusal failure={save.failure} />
        <div className="row">
          <Button tone="primary" type="submit" busy={save.busy}>
            {t.save}
          </Button>
          <Button to={`/calls/${call.id}/rehearsal`}>{r.rehearse}</Button>
          <Button to={`/calls/${call.id}`}>{t.back}</Button>
        </div>
      </form>
    </ErrorsProvider>
  );
}

const NOTHING: readonly Violation[] = [];

/** What the rehearsal found and led here for: it stands at its field, which is scrolled to. */
function useFound(): readonly Violation[] {
  const { state } = useLocation() as {
    readonly state: { readonly violations?: readonly Violation[] } | null;
  };
  const found = state?.violations ?? NOTHING;
  const path = found[0]?.path;
  useEffect(() => {
    if (path === undefined || path === '') return;
    const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
  }, [path]);
  return found;
}
