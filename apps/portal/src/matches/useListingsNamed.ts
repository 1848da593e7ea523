import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';

const NamedResultsDocument = graphql(`
  query NamedResults($text: String, $first: Int!) {
    results(text: $text, first: $first) {
      edges {
        cursor
        node {
          id
          title
          ownerName
        }
      }
    }
  }
`);
const NamedNeedsDocument = graphql(`
  query NamedNeeds($text: String, $first: Int!) {
    needs(text: $text, first: $first) {
      edges {
        cursor
        node {
          id
          title
          ownerName
        }
      }
    }
  }
`);

/** Something that was looked for by words, and whose it is. */
export interface Named {
  readonly id: string;
  readonly title: string;
  readonly ownerName?: string | null;
}

/** Results or needs that are found by words, to choose one of them; of anything else nothing is asked. */
export function useListingsNamed(kind: string, text: string | null, first: number, pause = false) {
  const [results] = useQuery({
    query: NamedResultsDocument,
    variables: { text, first },
    pause: pause || kind !== 'result',
  });
  const [needs] = useQuery({
    query: NamedNeedsDocument,
    variables: { text, first },
    pause: pause || kind !== 'need',
  });
  const found: readonly { node: Named }[] | undefined =
    kind === 'result' ? results.data?.results.edges : needs.data?.needs.edges;
  return { asked: kind === 'result' ? results : needs, found: found?.map(({ node }) => node) };
}

/** Choices of what was found, with whose each is. */
export const choicesOfNamed = (found: readonly Named[]) =>
  found.map(({ id, title, ownerName }) => ({
    value: id,
    label: ownerName ? `${title}（${ownerName}）` : title,
  }));
