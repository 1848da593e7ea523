import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { RadioButtons, TextInput, useFieldAttributes } from '../design/Field.js';
import { useRested } from '../design/useRested.js';
import type { OrganisationKind } from '../gql/graphql.js';
import { useWords, words } from '../i18n/index.js';
import css from './Deal.module.css';
import { useNameOf } from '../api/city.js';

const pickerWords = words(
  {
    placeholder: '输入名称的一部分',
    none: '没有找到已认证的单位，请换个说法',
    many: '还有更多，请输入更完整的名称',
    searching: '正在查找',
    found: '查找到的单位',
  },
  {
    placeholder: 'Part of its name',
    none: 'No approved organisation found; try other words',
    many: 'There are more; type more of the name',
    searching: 'Searching',
    found: 'Organisations found',
  },
);

const OrganisationsDocument = graphql(`
  query PickOrganisations($filter: OrganisationFilter) {
    organisations(filter: $filter, first: 8) {
      edges {
        cursor
        node {
          id
          name
          divisionCode
          divisionName
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Chooses an approved organisation by part of its name. The field's label goes to the search box. */
export function OrganisationPicker(props: {
  readonly value: string;
  readonly onChange: (id: string, name: string) => void;
  readonly kinds?: readonly OrganisationKind[];
  readonly exclude?: readonly string[];
}) {
  const t = useWords(pickerWords);
  const nameOf = useNameOf();
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const [{ data, fetching }] = useQuery({
    query: OrganisationsDocument,
    variables: {
      filter: { kinds: props.kinds && [...props.kinds], statuses: ['ACTIVE'], text: text || null },
    },
  });
  const attributes = useFieldAttributes();
  const found = (data?.organisations.edges ?? [])
    .map((edge) => edge.node)
    .filter((node) => !props.exclude?.includes(node.id));
  return (
    <div className="stack" style={{ gap: 6 }}>
      <TextInput
        {...attributes}
        type="search"
        value={typed}
        placeholder={t.placeholder}
        onChange={setTyped}
      />
      <div className={css['options']} role="group" aria-label={t.found} aria-busy={fetching}>
        <RadioButtons
          value={props.value}
          choices={found.map((node) => ({
            value: node.id,
            label: `${node.name}（${nameOf('divisions', node.divisionCode, node.divisionName)}）`,
          }))}
          onChange={(id) => props.onChange(id, found.find((node) => node.id === id)?.name ?? '')}
        />
        {found.length === 0 && <span className="quiet">{fetching ? t.searching : t.none}</span>}
        {data?.organisations.pageInfo.hasNextPage && <span className="quiet">{t.many}</span>}
      </div>
    </div>
  );
}
