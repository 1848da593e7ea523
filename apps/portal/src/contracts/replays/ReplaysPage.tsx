import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useCommand } from '../../api/command.js';
import { Button } from '../../design/Button.js';
import { DataTable } from '../../design/DataTable.js';
import { DateInput } from '../../design/DateInput.js';
import { ErrorsProvider, Field, SelectInput } from '../../design/Field.js';
import { ListPage } from '../../design/ListPage.js';
import { useListState } from '../../design/listState.js';
import { Empty, Notice, Refusal } from '../../design/States.js';
import { StatusTag, type StatusTone } from '../../design/StatusTag.js';
import { useFresh } from '../../design/useFresh.js';
import { When } from '../../design/Values.js';
import type { RuleReplayState } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { ReplayRulesDocument, RuleReplaysDocument, RuleSetsDocument } from './documents.js';
import { replayWords } from './replayWords.js';

const SORTS = ['NEWEST'] as const;
export const replayTones: Readonly<Record<RuleReplayState, StatusTone>> = {
  WAITING: 'rest',
  RUNNING: 'moving',
  DONE: 'good',
  FAILED: 'refused',
};

/** Chooses a set and starts; the run's own page then shows how far it is. */
function Start() {
  const t = useWords(replayWords);
  const navigate = useNavigate();
  const [sets] = useQuery({ query: RuleSetsDocument });
  const [picked, setPicked] = useState<string | null>(null);
  const [since, setSince] = useState<string | null>(null);
  const start = useCommand(ReplayRulesDocument);
  const choices = (sets.data?.ruleSets ?? []).map(({ id, name }) => ({
    value: id,
    label: `${id} ${name}`,
  }));
  const ruleSet = picked ?? choices[0]?.value ?? '';
  const run = async (): Promise<void> => {
    const outcome = await start.run({ ruleSet, since });
    if (outcome.ok) void navigate(`/registration/replays/${outcome.data.replayRules.ruleReplay.id}`);
  };
  return (
    <Notice>
      <ErrorsProvider value={start.failure?.violations ?? []}>
        <div className="stack">
          <Field label={t.ruleSet} path="ruleSet" required>
            <SelectInput value={ruleSet} onChange={setPicked} choices={choices} />
          </Field>
          <Field label={t.since} path="since" hint={t.sinceHint} optional>
            <DateInput value={since} onChange={setSince} />
          </Field>
          <div>
            <Button tone="primary" busy={start.busy} disabled={ruleSet === ''} onClick={() => void run()}>
              {t.start}
            </Button>
          </div>
          <Refusal failure={start.failure} />
        </div>
      </ErrorsProvider>
    </Notice>
  );
}

/** 规则回放: a new one, and the history of runs. */
export function Component() {
  const t = useWords(replayWords);
  const state = useListState(SORTS);
  const [result, ask] = useQuery({
    query: RuleReplaysDocument,
    variables: state.paging,
    requestPolicy: 'cache-and-network',
  });
  useFresh(ask);
  return (
    <ListPage
      title={t.replays}
      intro={t.intro}
      tabs={<RegistrationNav />}
      state={state}
      notice={<Start />}
      result={result}
      connection={result.data?.ruleReplays}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ id }) => id}
      renderItems={(runs) => (
        <DataTable
          caption={t.history}
          rows={runs}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'set',
              title: t.ruleSet,
              render: ({ id, ruleSet, since }) => (
                <>
                  <Link to={`/registration/replays/${id}`}>{ruleSet}</Link>
                  <br />
                  <small className="quiet">{t.scope(since ?? null)}</small>
                </>
              ),
            },
            {
              key: 'state',
              title: t.state,
              render: (run) => <StatusTag tone={replayTones[run.state]}>{t.states[run.state]}</StatusTag>,
            },
            {
              key: 'looked',
              title: t.looked,
              right: true,
              render: ({ looked, total }) => (
                <span className="num">
                  {looked} / {total}
                </span>
              ),
            },
            {
              key: 'different',
              title: t.different,
              right: true,
              render: ({ different }) => <span className="num">{different}</span>,
            },
            { key: 'by', title: t.by, render: ({ requestedByName }) => requestedByName },
            { key: 'at', title: t.at, render: ({ requestedAt }) => <When at={requestedAt} /> },
          ]}
        />
      )}
      empty={<Empty title={t.none}>{t.noneText}</Empty>}
    />
  );
}
