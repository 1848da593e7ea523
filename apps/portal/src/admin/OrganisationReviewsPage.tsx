import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { DataTable } from '../design/DataTable.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty, Violations } from '../design/States.js';
import { SubNav } from '../design/SubNav.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { organisationKinds } from '../listings/terms.js';
import css from './Admin.module.css';
import { adminWords } from './words.js';

const PendingDocument = graphql(`
  query PendingOrganisations($first: Int, $after: String, $last: Int, $before: String) {
    pendingOrganisations(first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        cursor
        node {
          id
          name
          kind
          uscc
          divisionName
          updatedAt
          warnings {
            path
            code
            message
            article
          }
        }
      }
    }
  }
`);

const SORTS = ['OLDEST'] as const;

export function useOrganisationParts() {
  const t = useWords(adminWords);
  return [
    { to: '/organisations/review', label: t.waiting },
    { to: '/admin/organisations', label: t.allOrganisations },
  ];
}

/** 单位审核: organisations that wait for my bureau, the oldest first. */
export function Component() {
  const t = useWords(adminWords);
  const kinds = useWords(organisationKinds);
  const parts = useOrganisationParts();
  const state = useListState(SORTS);
  const [result, ask] = useQuery({
    query: PendingDocument,
    variables: state.paging,
    requestPolicy: 'cache-and-network',
  });
  return (
    <ListPage
      title={t.review}
      intro={t.reviewIntro}
      state={state}
      result={result}
      connection={result.data?.pendingOrganisations}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      tabs={<SubNav items={parts} label={t.parts} />}
      keyOf={(organisation) => organisation.id}
      renderItem={() => null}
      renderItems={(organisations) => (
        <DataTable
          caption={t.waiting}
          rows={organisations}
          keyOf={(organisation) => organisation.id}
          columns={[
            {
              key: 'name',
              title: t.columns.name,
              render: (organisation) => (
                <span className={css['two']}>
                  <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link>
                  <small className="mono">{organisation.uscc}</small>
                </span>
              ),
            },
            { key: 'kind', title: t.columns.kind, render: (organisation) => kinds[organisation.kind] },
            {
              key: 'division',
              title: t.columns.division,
              render: (organisation) => organisation.divisionName,
            },
            {
              key: 'warnings',
              title: t.warnings,
              render: (organisation) =>
                organisation.warnings.length > 0 ? <Violations violations={organisation.warnings} /> : '—',
            },
            {
              key: 'waiting',
              title: t.columns.waiting,
              render: (organisation) => <When at={organisation.updatedAt} />,
            },
          ]}
        />
      )}
      empty={
        <Empty title={t.none} icon="checkCircle">
          {t.noneText}
        </Empty>
      }
    />
  );
}
