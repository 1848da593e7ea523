import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { classes } from '../design/classes.js';
import { useRested } from '../design/useRested.js';
import type { SuggestQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import type { Kind } from './kinds.js';
import css from './Suggest.module.css';
import { commonSearch } from './words.js';

/** The first of each list, each under its own visibility. */
const SuggestDocument = graphql(`
  query Suggest($text: String!) {
    results(text: $text, first: 3) {
      edges {
        node {
          id
          title
        }
      }
    }
    needs(text: $text, first: 3) {
      edges {
        node {
          id
          title
        }
      }
    }
    experts(filter: { text: $text }, first: 3) {
      edges {
        node {
          id
          name
          unitName
        }
      }
    }
    patents(filter: { text: $text }, first: 3) {
      edges {
        node {
          id
          title
          displayNumber
        }
      }
    }
    brokers(filter: { text: $text }, first: 3) {
      edges {
        node {
          id
          name
          organisationName
        }
      }
    }
    agencies(filter: { text: $text }, first: 3) {
      edges {
        node {
          id
          name
        }
      }
    }
    organisations(filter: { text: $text }, first: 3) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

interface Option {
  readonly address: string;
  readonly title: string;
  readonly about?: string;
}
interface Group {
  readonly kind: Kind;
  readonly options: readonly Option[];
}

const groupsOf = (data: SuggestQuery): Group[] => {
  const groups: Group[] = [
    {
      kind: 'result',
      options: data.results.edges.map(({ node: { id, title } }) => ({ address: `/results/${id}`, title })),
    },
    {
      kind: 'need',
      options: data.needs.edges.map(({ node: { id, title } }) => ({ address: `/needs/${id}`, title })),
    },
    {
      kind: 'expert',
      options: data.experts.edges.map(({ node: { id, name, unitName } }) => ({
        ...{ address: `/experts/${id}`, title: name, about: unitName },
      })),
    },
    {
      kind: 'patent',
      options: data.patents.edges.map(({ node: { id, title, displayNumber } }) => ({
        ...{ address: `/patents/${id}`, title, about: displayNumber },
      })),
    },
    {
      kind: 'broker',
      options: data.brokers.edges.map(({ node: { id, name, organisationName } }) => ({
        ...{ address: `/brokers/${id}`, title: name, about: organisationName },
      })),
    },
    {
      kind: 'agency',
      options: data.agencies.edges.map(({ node: { id, name } }) => ({
        ...{ address: `/agencies/${id}`, title: name },
      })),
    },
    {
      kind: 'organisation',
      options: data.organisations.edges.map(({ node: { id, name } }) => ({
        ...{ address: `/organisations/${id}`, title: name },
      })),
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
};

/** What bears the words that are being typed, grouped by kind. */
export function Suggestions({
  id,
  typed,
  chosen,
  onFound,
  onChoose,
}: {
  readonly id: string;
  readonly typed: string;
  /** Which of all options is chosen by the keys; -1 for none. */
  readonly chosen: number;
  readonly onFound: (addresses: readonly string[]) => void;
  readonly onChoose: (address: string) => void;
}) {
  const t = useWords(commonSearch);
  const text = useRested(typed);
  const [{ data, fetching }] = useQuery({ query: SuggestDocument, variables: { text }, pause: text === '' });
  const groups = useMemo(() => (data && text !== '' ? groupsOf(data) : []), [data, text]);
  useEffect(() => {
    onFound(groups.flatMap(({ options }) => options.map(({ address }) => address)));
    return () => onFound([]);
  }, [groups, onFound]);
  const count = groups.reduce((total, { options }) => total + options.length, 0);
  let index = -1;
  return (
    <div className={css['panel']} aria-busy={fetching}>
      <span className="vh" role="status">
        {text !== '' && !fetching && t.suggested(count)}
      </span>
      <div id={id} role="listbox" aria-label={t.suggestions} className={css['list']}>
        {groups.map(({ kind, options }) => (
          <div key={kind} role="group" aria-label={t[kind]}>
            <div className={css['kind']} aria-hidden="true">
              {t[kind]}
            </div>
            {options.map(({ address, title, about }) => {
              index += 1;
              return (
                <div
                  key={address}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === chosen}
                  className={classes(css['option'], index === chosen && css['chosen'])}
                  // The field keeps the focus, or it would close the list before the click.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(address)}
                >
                  <span className={css['title']}>{title}</span>
                  {about && <span className="quiet">{about}</span>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {count === 0 && text !== '' && !fetching && <p className={css['none']}>{t.noneSuggested}</p>}
    </div>
  );
}
