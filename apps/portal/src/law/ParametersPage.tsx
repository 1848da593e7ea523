import { Link } from 'react-router';
import { useQuery } from 'urql';
import { TablePage } from '../design/TablePage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { Two } from '../design/Two.js';
import { SubNav } from '../design/SubNav.js';
import { Day } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { ParametersDocument } from './documents.js';
import { ParameterValue, useLawParts } from './parts.js';
import { useParameterTitle } from './useParameterTitle.js';
import { lawDomains, lawWords } from './words.js';

const SORTS = ['NAME'] as const;

/** 法定参数: what holds today, since when, from which document, and what is to come. */
export function Component() {
  const t = useWords(lawWords);
  const titleOf = useParameterTitle();
  const domains = useWords(lawDomains);
  const parts = useLawParts();
  const state = useListState(SORTS);
  const [result, ask] = useQuery({
    query: ParametersDocument,
    variables: {
      ...state.paging,
      filter: { domain: state.among('domain', domains)[0] ?? null, text: state.text || null },
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <TablePage
      title={t.parameters}
      intro={t.parametersIntro}
      state={state}
      facets={[{ name: 'domain', label: t.domain, single: true, options: choicesFrom(domains) }]}
      searchPlaceholder={t.search}
      result={result}
      connection={result.data?.lawParameters}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      tabs={<SubNav items={parts} label={t.parts} />}
      keyOf={(parameter) => parameter.id}
      columns={[
        {
          key: 'title',
          title: t.columns.parameter,
          render: (parameter) => (
            <Two under={parameter.id} mono>
              <Link to={`/admin/parameters/${parameter.id}`}>{titleOf(parameter)}</Link>
            </Two>
          ),
        },
        {
          key: 'value',
          title: t.columns.value,
          render: (parameter) =>
            parameter.current ? (
              <strong>
                <ParameterValue parameter={parameter} value={parameter.current.value} />
              </strong>
            ) : (
              '—'
            ),
        },
        {
          key: 'since',
          title: t.columns.since,
          render: (parameter) => <Day on={parameter.current?.effectiveFrom} />,
        },
        {
          key: 'source',
          title: t.columns.source,
          render: (parameter) => <span className="quiet">{parameter.current?.source ?? '—'}</span>,
        },
        {
          key: 'coming',
          title: t.columns.coming,
          render: (parameter) => {
            const next = parameter.versions.filter(({ standing }) => standing === 'FUTURE').at(-1);
            if (!next) return '—';
            return (
              <Two under={<Day on={next.effectiveFrom} />}>
                <ParameterValue parameter={parameter} value={next.value} />
              </Two>
            );
          },
        },
      ]}
      empty={<Empty title={t.none} />}
    />
  );
}
