import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import '../../api/page.js';
import { TablePage } from '../../design/TablePage.js';
import { useListState } from '../../design/listState.js';
import { Empty } from '../../design/States.js';
import { When } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { ratingWords } from './ratingWords.js';

const RowsDocument = graphql(`
  query RatingRows($filter: RatingFilter, $first: Int, $after: String, $last: Int, $before: String) {
    ratingRows(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          score
          comment
          at
          contract {
            id
            title
            registry {
              name
            }
          }
        }
      }
    }
  }
`);
const SORTS = ['NEWEST'] as const;

/** The ratings behind a figure. */
export function Component() {
  const t = useWords(ratingWords);
  const [params] = useSearchParams();
  const state = useListState(SORTS);
  const score = Number(params.get('score')) || null;
  const satisfied = params.get('satisfied');
  const filter = {
    month: params.get('month'),
    registryDivision: params.get('registryDivision'),
    score,
    satisfied: satisfied === null ? null : satisfied === 'true',
  };
  const [result, ask] = useQuery({ query: RowsDocument, variables: { ...state.paging, filter } });
  const said = satisfied !== null && (filter.satisfied ? t.levelsFrom : t.unsatisfied);
  return (
    <TablePage
      title={t.rows}
      intro={[t.rowsIntro, filter.month, said].filter(Boolean).join(' ')}
      state={state}
      facets={[
        {
          name: 'score',
          label: t.score,
          single: true,
          options: t.levels.map((label, index) => ({ value: String(index + 1), label })),
        },
      ]}
      tabs={<RegistrationNav />}
      result={result}
      connection={result.data?.ratingRows}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ contract, at }) => `${contract.id}/${at}`}
      columns={[
        {
          key: 'project',
          title: t.project,
          render: ({ contract }) => <Link to={`/contracts/${contract.id}`}>{contract.title}</Link>,
        },
        { key: 'office', title: t.office, render: ({ contract }) => contract.registry?.name ?? '—' },
        { key: 'score', title: t.score, render: (row) => t.levels[row.score - 1] },
        { key: 'comment', title: t.comment, render: ({ comment }) => comment || '—' },
        { key: 'at', title: t.at, render: ({ at }) => <When at={at} /> },
      ]}
      empty={<Empty title={t.noRows} />}
    />
  );
}
