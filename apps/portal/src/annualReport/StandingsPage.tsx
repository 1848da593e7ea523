import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useClockOffset } from '../api/city.js';
import { useViewer } from '../api/viewer.js';
import { DataTable } from '../design/DataTable.js';
import { Button } from '../design/Button.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import { Day, When } from '../design/Values.js';
import type { AnnualReportState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { AnnualReportStandingsDocument } from './documents.js';
import { Due } from './Due.js';
import { reportWords } from './words.js';

const SORTS = ['NAME'] as const;
const YEARS = 5;

export const reportTones: Readonly<Record<AnnualReportState, StatusTone>> = {
  DRAFT: 'rest',
  SUBMITTED: 'moving',
  RETURNED: 'attention',
  ACCEPTED: 'good',
};

/** 报送情况: who has reported and who has not; one's own organisation's report is opened from here. */
export function Component() {
  const t = useWords(reportWords);
  const { organisationsAs } = useViewer();
  const offset = useClockOffset();
  const state = useListState(SORTS);
  const lastYear = new Date(Date.now() + offset).getFullYear() - 1;
  const year = Number(state.values('year')[0] ?? 0) || lastYear;
  const [result, ask] = useQuery({
    query: AnnualReportStandingsDocument,
    variables: {
      ...state.paging,
      year,
      missing: state.values('missing').length > 0,
      text: state.text || null,
    },
    requestPolicy: 'cache-and-network',
  });
  const own = organisationsAs('TRANSFER_OFFICER').filter(({ kind }) =>
    ['UNIVERSITY', 'INSTITUTE'].includes(kind),
  );
  const mine = own.map(({ id, name }) => (
    <Button key={id} to={`/annual-reports/${id}/${year}`}>
      {own.length > 1 ? name : t.mine}
    </Button>
  ));
  return (
    <ListPage
      title={`${t.title} · ${year}`}
      intro={`${t.intro}（${t.article}）`}
      actions={mine.length > 0 && <>{mine}</>}
      state={state}
      searchPlaceholder={t.search}
      facets={[
        {
          name: 'year',
          label: t.year,
          single: true,
          fallback: String(lastYear),
          options: Array.from({ length: YEARS }, (_, back) => String(lastYear + 1 - back)).map((value) => ({
            value,
            label: value,
          })),
        },
        { name: 'missing', label: t.only, options: [{ value: 'yes', label: t.missing }] },
      ]}
      result={result}
      connection={result.data?.annualReportStandings}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ organisationId }) => organisationId}
      renderItems={(standings) => (
        <DataTable
          caption={t.title}
          rows={standings}
          keyOf={({ organisationId }) => organisationId}
          columns={[
            {
              key: 'unit',
              title: t.unit,
              render: ({ organisationId, organisationName }) => (
                <Link to={`/annual-reports/${organisationId}/${year}`}>{organisationName}</Link>
              ),
            },
            {
              key: 'state',
              title: t.state,
              render: ({ state: standing }) =>
                standing ? (
                  <StatusTag tone={reportTones[standing]}>{t.states[standing]}</StatusTag>
                ) : (
                  <span className="quiet">{t.notBegun}</span>
                ),
            },
            {
              key: 'due',
              title: t.dueOn,
              render: ({ dueOn, state: standing }) =>
                standing === 'SUBMITTED' || standing === 'ACCEPTED' ? <Day on={dueOn} /> : <Due on={dueOn} />,
            },
            { key: 'at', title: t.submittedAt, render: ({ submittedAt }) => <When at={submittedAt} /> },
          ]}
        />
      )}
      empty={
        <Empty title={t.none} icon="building" action={mine[0]}>
          {t.noneText}
        </Empty>
      }
    />
  );
}
