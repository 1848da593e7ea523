import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { failureOf } from '../api/failure.js';
import { useTitle } from '../api/title.js';
import { Crumbs, Section } from '../design/DetailPage.js';
import { ErrorsProvider } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { Progress } from '../design/Progress.js';
import { Empty, Refusal } from '../design/States.js';
import type { CallRehearsalQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { CallRehearsalDocument } from './rehearsalDocuments.js';
import { assumptionsOf, NOTHING_ASSUMED, type AssumptionsForm } from './rehearsalForm.js';
import { AssumptionsPart, CalendarPart, FaultsPart } from './RehearsalParts.js';
import { rehearsalWords } from './rehearsalWords.js';
import { callWords } from './words.js';

/** 预演: what would become of the call, and what is wrong with it, before anybody reads it. */
export function Component() {
  const { id = '' } = useParams();
  const [assumed, setAssumed] = useState(() => assumptionsOf(NOTHING_ASSUMED));
  const [result, ask] = useQuery({
    query: CallRehearsalDocument,
    variables: { id, assuming: assumed },
    requestPolicy: 'network-only',
  });
  // What was shown stays while it is rehearsed anew, and where what is assumed was refused.
  const [shown, setShown] = useState(result.data);
  if (result.error === undefined && result.data !== undefined && result.data !== shown) setShown(result.data);
  const value = shown ?? (result.data === undefined ? undefined : null);
  return (
    <div className="wrap">
      <Loaded page result={result} value={value} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(found) => <Rehearsal key={id} found={found} result={result} onAssume={setAssumed} />}
      </Loaded>
    </div>
  );
}

function Rehearsal({
  found: { call, callRehearsal: report },
  result,
  onAssume,
}: {
  found: CallRehearsalQuery;
  result: { readonly fetching: boolean; readonly error?: Parameters<typeof failureOf>[0] };
  onAssume: (assumed: ReturnType<typeof assumptionsOf>) => void;
}) {
  const t = useWords(rehearsalWords);
  const w = useWords(callWords);
  const [form, setForm] = useState<AssumptionsForm>(NOTHING_ASSUMED);
  const title = call?.title || w.untitled;
  useTitle(`${t.title} · ${title}`);
  const failure = result.error ? failureOf(result.error) : null;
  const ofSchedule = (report?.faults ?? [])
    .filter(({ place }) => place === 'SCHEDULE')
    .map(({ violation }) => violation);
  return (
    <ErrorsProvider value={[...(failure?.violations ?? []), ...ofSchedule]}>
      <Crumbs
        crumbs={[
          { label: w.desk, to: '/calls/desk' },
          { label: title, to: `/calls/${call?.id ?? ''}` },
        ]}
      />
      <Heading title={t.title} intro={t.intro} />
      {result.fetching && <Progress label={t.running} done={0} of={null} />}
      {call && report ? (
        <>
          <Section title={t.faults} id="faults">
            <FaultsPart call={call} faults={report.faults} />
          </Section>
          <CalendarPart runs={report.runs} />
          <AssumptionsPart
            form={form}
            onChange={setForm}
            busy={result.fetching}
            onSend={() => onAssume(assumptionsOf(form))}
          >
            <Refusal failure={failure} />
          </AssumptionsPart>
        </>
      ) : (
        <Empty title={t.none}>{t.noneText}</Empty>
      )}
    </ErrorsProvider>
  );
}
