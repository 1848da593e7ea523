import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useToday } from '../api/city.js';
import { Figure, Figures } from '../design/Figure.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { useMoneyText } from '../design/Values.js';
import type { AgencySupportsQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { IntermediaryTabs } from '../register/IntermediaryTabs.js';
import { AgencySupportsDocument } from './supportDocuments.js';
import { SupportTable } from './SupportTable.js';
import { supportKinds, supportWords } from './supportWords.js';

const SORTS = ['NEWEST'] as const;
/** Years that can be chosen; an earlier one is found by its document. */
const YEARS = 6;

/** 扶持记录: what agencies received, with number and sum by kind. */
export function SupportsPage() {
  const t = useWords(supportWords);
  const kinds = useWords(supportKinds);
  const state = useListState(SORTS);
  const thisYear = Number(useToday().slice(0, 4));
  const chosen = state.among('kind', kinds);
  const [year] = state.values('year').filter((value) => /^\d{4}$/.test(value));
  const [result, ask] = useQuery({
    query: AgencySupportsDocument,
    variables: {
      ...state.paging,
      filter: {
        text: state.text || null,
        kinds: chosen.length > 0 ? chosen : null,
        year: year === undefined ? null : Number(year),
      },
    },
  });
  const connection = result.data?.agencySupports;
  const years = Array.from({ length: YEARS }, (_, ago) => String(thisYear - ago));
  return (
    <ListPage
      tabs={<IntermediaryTabs whole={false} />}
      title={t.title}
      intro={t.intro}
      state={state}
      facets={[
        {
          name: 'kind',
          label: t.kindOf,
          options: Object.entries(kinds).map(([value, label]) => ({ value, label })),
        },
        {
          name: 'year',
          label: t.year,
          single: true,
          options: years.map((value) => ({ value, label: value })),
        },
      ]}
      searchPlaceholder={t.search}
      result={result}
      connection={connection}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      notice={connection && connection.totalCount > 0 && <Totals totals={connection.totals} />}
      renderItems={(rows) => (
        <SupportTable
          rows={rows}
          first={{
            key: 'agency',
            title: t.agency,
            render: ({ agency }) => <Link to={`/agencies/${agency.id}#supports`}>{agency.name}</Link>,
          }}
        />
      )}
      keyOf={({ support }) => support.id}
      empty={<Empty title={t.noneTitle}>{t.noneText}</Empty>}
    />
  );
}

function Totals({ totals }: { readonly totals: AgencySupportsQuery['agencySupports']['totals'] }) {
  const t = useWords(supportWords);
  const kinds = useWords(supportKinds);
  const money = useMoneyText();
  return (
    <Figures>
      {totals.map(({ kind, count, agencies, amount }) => (
        <Figure
          key={kind}
          label={kinds[kind]}
          value={count}
          unit={t.pieces}
          note={amount > 0 ? t.sum(money(amount), agencies) : count > 0 ? t.given(agencies) : undefined}
        />
      ))}
    </Figures>
  );
}

export { SupportsPage as Component };
