import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import '../../api/page.js';
import { TablePage } from '../../design/TablePage.js';
import { useListState } from '../../design/listState.js';
import { Empty } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Two } from '../../design/Two.js';
import { Day } from '../../design/Values.js';
import type { HandlingCasesFilter } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { contractLabels, contractTones, useClassName } from '../labels.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { contractWords } from '../words.js';
import { FIGURE_FIELDS } from './cases.js';
import { workloadWords } from './workloadWords.js';

const CasesDocument = graphql(`
  query HandlingCases(
    $filter: HandlingCasesFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    handlingCases(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          state
          title
          contractClass
          sellers {
            name
          }
          acceptanceNumber
          registrationNumber
          dueOn
          registeredOn
        }
      }
    }
  }
`);
const SORTS = ['NEWEST'] as const;

/** The filter that the address holds; a value of no such kind is refused by the server. */
function filterOf(params: URLSearchParams): HandlingCasesFilter {
  const given = FIGURE_FIELDS.flatMap((field) => {
    const value = params.get(field);
    return value === null ? [] : [[field, field === 'overdue' ? value === 'true' : value] as const];
  });
  return Object.fromEntries(given);
}

/** The contracts behind a figure of workload or times. */
export function Component() {
  const t = useWords(workloadWords);
  const c = useWords(contractWords);
  const labels = useWords(contractLabels);
  const classOf = useClassName();
  const [params] = useSearchParams();
  const state = useListState(SORTS);
  const filter = filterOf(params);
  const [result, ask] = useQuery({ query: CasesDocument, variables: { ...state.paging, filter } });
  return (
    <TablePage
      title={t.cases}
      intro={[t.casesIntro, filter.month, filter.decidedIn && t.decidedIn(filter.decidedIn)]
        .filter(Boolean)
        .join(' ')}
      state={state}
      facets={[
        { name: 'step', label: t.step, single: true, options: choicesFrom(t.steps) },
        { name: 'contractClass', label: t.class, single: true, options: choicesFrom(labels.class) },
        { name: 'colour', label: t.due, single: true, options: choicesFrom(t.colours) },
        { name: 'overdue', label: t.state, options: [{ value: 'true', label: t.overdue }] },
      ]}
      tabs={<RegistrationNav />}
      result={result}
      connection={result.data?.handlingCases}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={(contract) => contract.id}
      columns={[
        {
          key: 'title',
          title: t.title,
          render: (contract) => (
            <Two under={contract.registrationNumber ?? contract.acceptanceNumber} mono>
              <Link to={`/contracts/${contract.id}`}>{contract.title || c.untitled}</Link>
            </Two>
          ),
        },
        { key: 'class', title: t.class, render: classOf },
        { key: 'seller', title: t.parties, render: (contract) => contract.sellers[0]?.name ?? '—' },
        {
          key: 'state',
          title: t.state,
          render: (contract) => (
            <StatusTag tone={contractTones[contract.state]}>{labels.state[contract.state]}</StatusTag>
          ),
        },
        { key: 'due', title: t.due, render: (contract) => <Day on={contract.dueOn} /> },
        {
          key: 'registered',
          title: t.registeredOn,
          render: (contract) => <Day on={contract.registeredOn} />,
        },
      ]}
      empty={<Empty title={t.noCases} />}
    />
  );
}
