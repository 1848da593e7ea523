import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import { Facts, type Fact } from '../design/DetailPage.js';
import { Field, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import { InlineActions } from '../design/InlineActions.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { SubNav } from '../design/SubNav.js';
import { Day, When } from '../design/Values.js';
import type { BypassAlertsQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { CloseBypassAlertDocument } from './brokerCommands.js';
import { brokerWords } from './brokerWords.js';
import css from './Deal.module.css';
import { useDealParts } from './DealsPage.js';
import './documents.js';
import { IntroductionProof } from './IntroductionProof.js';
import { dealWords } from './words.js';

const AlertsDocument = graphql(`
  query BypassAlerts(
    $states: [BypassAlertState!]
    $text: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    bypassAlerts(states: $states, text: $text, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          version
          state
          brokerName
          sellerName
          buyerName
          registrationNumber
          registeredOn
          windowMonths
          raisedAt
          conclusion
          introduction {
            ...IntroductionFields
          }
          availableActions {
            ...ActionFields
          }
        }
      }
    }
  }
`);

type Alert = BypassAlertsQuery['bypassAlerts']['edges'][number]['node'];
const SORTS = ['NEWEST'] as const;

function CloseForm({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const t = useWords(brokerWords);
  const close = useCommand(CloseBypassAlertDocument);
  const [conclusion, setConclusion] = useKept(`close/${alert.id}`, 'conclusion', '');
  return (
    <FormDialog
      kept={`close/${alert.id}`}
      title={t.close}
      done={t.done}
      onClose={onClose}
      onSubmit={() => close.run({ id: alert.id, expectedVersion: alert.version, conclusion })}
    >
      <Field label={t.conclusion} path="conclusion" required>
        <TextArea value={conclusion} max={2000} onChange={setConclusion} autoFocus />
      </Field>
    </FormDialog>
  );
}

function AlertCard({ alert, onDecide }: { alert: Alert; onDecide: () => void }) {
  const t = useWords(brokerWords);
  const facts: Fact[] = [
    {
      label: t.registered,
      value: (
        <>
          <span className="mono">{alert.registrationNumber}</span> · <Day on={alert.registeredOn} />
        </>
      ),
    },
    { label: t.agency, value: alert.brokerName },
    { label: t.raised, value: <When at={alert.raisedAt} /> },
    { label: t.bypass, value: t.window(alert.windowMonths) },
  ];
  if (alert.conclusion) facts.push({ label: t.conclusion, value: alert.conclusion });
  return (
    <article className={css['card']}>
      <div className="spread">
        <h2 className={css['cardTitle']}>{t.between(alert.sellerName, alert.buyerName)}</h2>
        <StatusTag tone={alert.state === 'OPEN' ? 'attention' : 'ended'}>
          {alert.state === 'OPEN' ? t.open : t.closed}
        </StatusTag>
      </div>
      <Facts facts={facts} />
      <IntroductionProof introduction={alert.introduction} />
      <InlineActions
        available={alert.availableActions}
        specs={{ closeBypassAlert: { label: t.close, tone: 'primary', open: onDecide } }}
      />
    </article>
  );
}

/** 绕单提醒: contracts registered between introduced parties without their broker. */
export function Component() {
  const t = useWords(brokerWords);
  const d = useWords(dealWords);
  const parts = useDealParts();
  const state = useListState(SORTS);
  const [deciding, setDeciding] = useState<Alert | null>(null);
  const states = state.among('state', { OPEN: '', CLOSED: '' });
  const [result, ask] = useQuery({
    query: AlertsDocument,
    variables: { ...state.paging, states: states.length > 0 ? states : null, text: state.text || null },
  });
  return (
    <>
      <ListPage
        title={t.bypass}
        intro={t.bypassIntro}
        state={state}
        facets={[
          {
            name: 'state',
            label: t.state,
            options: [
              { value: 'OPEN', label: t.open },
              { value: 'CLOSED', label: t.closed },
            ],
          },
        ]}
        searchPlaceholder={t.searchBypass}
        result={result}
        connection={result.data?.bypassAlerts}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
        tabs={<SubNav items={parts} label={d.deals} />}
        keyOf={(alert) => alert.id}
        renderItem={(alert) => <AlertCard alert={alert} onDecide={() => setDeciding(alert)} />}
        empty={<Empty title={t.bypassEmpty}>{t.bypassEmptyText}</Empty>}
      />
      {deciding && <CloseForm alert={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}
