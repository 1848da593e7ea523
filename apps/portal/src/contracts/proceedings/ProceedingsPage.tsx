import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import '../../api/page.js';
import { TablePage } from '../../design/TablePage.js';
import { useListState } from '../../design/listState.js';
import { Empty } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Two } from '../../design/Two.js';
import { useFresh } from '../../design/useFresh.js';
import { Day } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { contractLabels } from '../labels.js';
import { DeadlineTag } from '../review/DeadlineTag.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { proceedingTones, proceedingWords } from './words.js';

const DeskDocument = graphql(`
  query ContractProceedings(
    $kinds: [ContractProceedingKind!]
    $decided: Boolean
    $colours: [DeadlineColour!]
    $text: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    contractProceedings(
      kinds: $kinds
      decided: $decided
      colours: $colours
      text: $text
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          kind
          state
          openerName
          openedOn
          defendUntil
          decidedOn
          deadline {
            dueOn
            workingDaysLeft
            colour
          }
          examination {
            examinerName
          }
          contract {
            id
            title
            registrationNumber
          }
        }
      }
    }
  }
`);

const SORTS = ['DUE'] as const;
const DECIDED = 'decided';

/** 登记后事项: what lies on the registrars' desk after registration, and what was decided. */
export function Component() {
  const t = useWords(proceedingWords);
  const labels = useWords(contractLabels);
  const state = useListState(SORTS);
  const kinds = state.among('kind', t.kind);
  const colours = state.among('deadline', labels.colour);
  const decided = state.values('progress')[0] === DECIDED;
  const [result, ask] = useQuery({
    query: DeskDocument,
    variables: {
      ...state.paging,
      kinds: kinds.length > 0 ? kinds : null,
      colours: colours.length > 0 && !decided ? colours : null,
      decided,
      text: state.text || null,
    },
  });
  useFresh(ask);
  return (
    <TablePage
      title={t.desk}
      intro={t.deskIntro}
      tabs={<RegistrationNav />}
      state={state}
      searchPlaceholder={t.search}
      facets={[
        { name: 'progress', label: t.progress, options: [{ value: DECIDED, label: t.decided }] },
        { name: 'kind', label: t.kindFacet, options: choicesFrom(t.kind) },
        ...(decided
          ? []
          : [{ name: 'deadline', label: t.deadlineFacet, options: choicesFrom(labels.colour) }]),
      ]}
      result={result}
      connection={result.data?.contractProceedings}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'contract',
          title: t.project,
          render: (row) => (
            <Two under={row.contract.registrationNumber} mono>
              <Link to={`/proceedings/${row.id}`}>
                {t.kind[row.kind]} · {row.contract.title}
              </Link>
            </Two>
          ),
        },
        { key: 'opener', title: t.opener, render: (row) => row.openerName },
        { key: 'openedOn', title: t.openedOn, render: (row) => <Day on={row.openedOn} /> },
        {
          key: 'state',
          title: t.progress,
          render: (row) => <StatusTag tone={proceedingTones[row.state]}>{t.state[row.state]}</StatusTag>,
        },
        {
          key: 'due',
          title: decided ? t.decidedOn : t.due,
          render: (row) =>
            row.deadline ? <DeadlineTag deadline={row.deadline} /> : <Day on={row.decidedOn} />,
        },
        {
          key: 'examiner',
          title: t.examination,
          render: (row) =>
            row.examination?.examinerName ??
            (row.defendUntil ? (
              <span>
                {t.defendUntil} <Day on={row.defendUntil} />
              </span>
            ) : (
              '—'
            )),
        },
      ]}
      empty={<Empty title={t.deskEmpty}>{t.deskEmptyText}</Empty>}
    />
  );
}
