import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import type { Outcome } from '../api/command.js';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { ActForm } from '../callProjects/ActForm.js';
import { textOf } from '../callProjects/entered.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Two } from '../design/Two.js';
import { Day } from '../design/Values.js';
import type { CallBansQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { CallBansDocument, LiftCallBanDocument } from './documents.js';
import { banWords } from './words.js';

type Ban = CallBansQuery['callBans']['edges'][number]['node'];
const SORTS = ['NEWEST'] as const;
const CAN = { enabled: true, reason: null, violations: [] };
const NO_FILES = { projectId: '', action: '' };

/** The bureau's form brings a calendar along, which nobody else loads. */
const ImposeDialog = lazy(() =>
  import('./ImposeDialog.js').then((module) => ({ default: module.ImposeDialog })),
);

/** 失信禁入: whom the city keeps out of calls, for how long and why. */
export function Component() {
  const t = useWords(banWords);
  const { may } = useViewer();
  const state = useListState(SORTS);
  const [imposing, setImposing] = useState(false);
  const [which] = state.values('which');
  const [result, ask] = useQuery({
    query: CallBansDocument,
    variables: {
      ...state.paging,
      filter: { inForce: which === undefined ? null : which === 'inForce', text: state.text || null },
    },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <>
      <ListPage
        title={t.title}
        intro={t.intro}
        actions={
          may('REVIEW_LISTING') && (
            <Button tone="primary" icon="plus" onClick={() => setImposing(true)}>
              {t.impose}
            </Button>
          )
        }
        state={state}
        searchPlaceholder={t.search}
        facets={[
          {
            ...{ name: 'which', label: t.which, single: true },
            options: [
              { value: 'inForce', label: t.inForce },
              { value: 'over', label: t.over },
            ],
          },
        ]}
        result={result}
        connection={result.data?.callBans}
        onRetry={again}
        keyOf={({ id }) => id}
        renderItems={(bans) => <Bans bans={bans} onDone={again} />}
        empty={
          <Empty title={t.none} icon="shield">
            {t.noneText}
          </Empty>
        }
      />
      {imposing && (
        <Suspense>
          <ImposeDialog onClose={() => setImposing(false)} onDone={again} />
        </Suspense>
      )}
    </>
  );
}

/** Tells the list once it is done. */
const then = async (done: Promise<Outcome<unknown>>, onDone: () => void): Promise<Outcome<unknown>> => {
  const outcome = await done;
  if (outcome.ok) onDone();
  return outcome;
};

function Bans({ bans, onDone }: { readonly bans: readonly Ban[]; readonly onDone: () => void }) {
  const t = useWords(banWords);
  return (
    <DataTable
      caption={t.title}
      rows={bans}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'subject',
          title: t.subject,
          render: ({ organisationName, personName, personUnit }) =>
            personName === '' ? (organisationName ?? '') : <Two under={personUnit}>{personName}</Two>,
        },
        {
          ...{ key: 'level', title: t.level },
          render: ({ level }) => <span className="nowrap">{t.levels[level]}</span>,
        },
        {
          key: 'term',
          title: t.term,
          render: ({ fromDay, untilDay }) => (
            <>
              <Day on={fromDay} /> – {untilDay == null ? t.forGood : <Day on={untilDay} />}
            </>
          ),
        },
        {
          key: 'ground',
          title: t.ground,
          render: (ban) => (
            <>
              {ban.reason} <span className="quiet">{ban.document}</span>
              {ban.liftReason !== '' && (
                <div className="quiet">
                  {ban.liftReason} {ban.liftDocument}
                </div>
              )}
              {ban.mayLift && <Lift ban={ban} onDone={onDone} />}
            </>
          ),
        },
        {
          key: 'state',
          title: t.state,
          render: ({ inForce, liftedOn }) => (
            <StatusTag tone={inForce ? 'refused' : 'ended'}>
              {inForce ? t.inForce : liftedOn == null ? t.expired : t.lifted(liftedOn)}
            </StatusTag>
          ),
        },
      ]}
    />
  );
}

function Lift({ ban, onDone }: { readonly ban: Ban; readonly onDone: () => void }) {
  const t = useWords(banWords);
  const lift = useCommand(LiftCallBanDocument);
  return (
    <ActForm
      name={`ban/${ban.id}`}
      subject={NO_FILES}
      label={t.lift}
      action={{ ...CAN, action: 'lift' }}
      asked={[
        { name: 'document', label: t.liftDocument, kind: 'text' },
        { name: 'reason', label: t.liftReason, hint: t.reasonHint, kind: 'area' },
      ]}
      run={(entered) =>
        then(
          lift.run({
            ...{ id: ban.id, expectedVersion: ban.version },
            ...{ document: textOf(entered, 'document'), reason: textOf(entered, 'reason') },
          }),
          onDone,
        )
      }
    />
  );
}
