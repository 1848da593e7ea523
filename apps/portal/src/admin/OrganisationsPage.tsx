import { useQuery } from 'urql';
import { organisationStatuses, organisationTones } from '../account/terms.js';
import { graphql } from '../api/graphql.js';
import { TablePage } from '../design/TablePage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { SubNav } from '../design/SubNav.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import {
  useOrganisationColumns,
  useOrganisationNarrowing,
  useOrganisationParts,
} from './OrganisationReviewsPage.js';
import { adminWords } from './words.js';
import '../api/page.js';

const OrganisationsDocument = graphql(`
  query AdminOrganisations(
    $filter: OrganisationFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    organisations(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          name
          kind
          uscc
          divisionCode
          divisionName
          status
          updatedAt
        }
      }
    }
  }
`);

const SORTS = ['NAME'] as const;

/** 全部单位 that the officer may see; each page of an organisation offers what can be done. */
export function Component() {
  const t = useWords(adminWords);
  const columns = useOrganisationColumns();
  const statuses = useWords(organisationStatuses);
  const parts = useOrganisationParts();
  const state = useListState(SORTS);
  const narrowing = useOrganisationNarrowing(state);
  const chosenStatuses = state.among('status', statuses);
  const [result, ask] = useQuery({
    query: OrganisationsDocument,
    variables: {
      ...state.paging,
      filter: { ...narrowing.filter, statuses: chosenStatuses.length > 0 ? chosenStatuses : null },
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <TablePage
      title={t.allOrganisations}
      intro={t.organisationsIntro}
      state={state}
      facets={[{ name: 'status', label: t.status, options: choicesFrom(statuses) }, ...narrowing.facets]}
      searchPlaceholder={t.search}
      result={result}
      connection={result.data?.organisations}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      tabs={<SubNav items={parts} label={t.parts} />}
      keyOf={(organisation) => organisation.id}
      columns={[
        ...columns,
        {
          key: 'status',
          title: t.columns.status,
          render: (organisation) => (
            <StatusTag tone={organisationTones[organisation.status]}>
              {statuses[organisation.status]}
            </StatusTag>
          ),
        },
        {
          key: 'changed',
          title: t.columns.changed,
          render: (organisation) => <When at={organisation.updatedAt} />,
        },
      ]}
      empty={<Empty title={t.noOrganisations} />}
    />
  );
}
