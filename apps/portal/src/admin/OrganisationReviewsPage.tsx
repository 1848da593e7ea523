import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useCity, useNameOf } from '../api/city.js';
import '../api/actions.js';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import { DataTable, type Column } from '../design/DataTable.js';
import { ListPage, type Facet } from '../design/ListPage.js';
import { useListState, type ListState } from '../design/listState.js';
import { Empty, Violations } from '../design/States.js';
import { Two } from '../design/Two.js';
import { SubNav } from '../design/SubNav.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom, organisationKinds } from '../listings/terms.js';
import type { AdminOrganisationsQuery } from '../gql/graphql.js';
import { adminWords } from './words.js';

const PendingDocument = graphql(`
  query PendingOrganisations(
    $filter: OrganisationFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    pendingOrganisations(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
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
          updatedAt
          warnings {
            ...ViolationFields
          }
        }
      }
    }
  }
`);

const SORTS = ['OLDEST'] as const;

/** What narrows a list of organisations besides its state: kind, place and search text. */
export function useOrganisationNarrowing(state: ListState) {
  const t = useWords(adminWords);
  const kinds = useWords(organisationKinds);
  const city = useCity();
  const chosen = state.among('kind', kinds);
  const facets: readonly Facet[] = [
    { name: 'kind', label: t.kind, options: choicesFrom(kinds) },
    {
      name: 'place',
      label: t.division,
      single: true,
      options: (city?.divisions ?? []).map(({ code, name }) => ({ value: code, label: name })),
    },
  ];
  return {
    facets,
    filter: {
      kinds: chosen.length > 0 ? chosen : null,
      divisionCode: state.values('place')[0] ?? null,
      text: state.text || null,
    },
  };
}

type OrganisationRow = Pick<
  AdminOrganisationsQuery['organisations']['edges'][number]['node'],
  'id' | 'name' | 'uscc' | 'kind' | 'divisionCode' | 'divisionName'
>;

export function useOrganisationParts() {
  const t = useWords(adminWords);
  return [
    { to: '/organisations/review', label: t.waiting },
    { to: '/admin/organisations', label: t.allOrganisations },
  ];
}

/** What every table says of an organisation: its name with its code, its kind and its place. */
export function useOrganisationColumns(): Column<OrganisationRow>[] {
  const t = useWords(adminWords);
  const nameOf = useNameOf();
  const kinds = useWords(organisationKinds);
  return [
    {
      key: 'name',
      title: t.columns.name,
      render: ({ id, name, uscc }) => (
        <Two under={uscc} mono>
          <Link to={`/organisations/${id}`}>{name}</Link>
        </Two>
      ),
    },
    { key: 'kind', title: t.columns.kind, render: ({ kind }) => kinds[kind] },
    {
      key: 'division',
      title: t.columns.division,
      render: ({ divisionCode, divisionName }) => nameOf('divisions', divisionCode, divisionName),
    },
  ];
}

/** 单位审核: organisations that wait for my bureau, the oldest first. */
export function Component() {
  const t = useWords(adminWords);
  const columns = useOrganisationColumns();
  const parts = useOrganisationParts();
  const state = useListState(SORTS);
  const narrowing = useOrganisationNarrowing(state);
  const [result, ask] = useQuery({
    query: PendingDocument,
    variables: { ...state.paging, filter: narrowing.filter },
    requestPolicy: 'cache-and-network',
  });
  return (
    <ListPage
      title={t.review}
      intro={t.reviewIntro}
      state={state}
      facets={narrowing.facets}
      searchPlaceholder={t.search}
      result={result}
      connection={result.data?.pendingOrganisations}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      tabs={<SubNav items={parts} label={t.parts} />}
      keyOf={(organisation) => organisation.id}
      renderItems={(organisations) => (
        <DataTable
          caption={t.waiting}
          rows={organisations}
          keyOf={(organisation) => organisation.id}
          columns={[
            ...columns,
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
