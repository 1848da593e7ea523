import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';

const NamedListingsDocument = graphql(`
  query NamedListings($text: String, $first: Int!, $ofResults: Boolean!, $ofNeeds: Boolean!) {
    results(text: $text, first: $first) @include(if: $ofResults) {
      edges {
        cursor
        node {
          id
          title
          ownerName
        }
      }
    }
    needs(text: $text, first: $first) @include(if: $ofNeeds) {
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
  const of = { ofResults: kind === 'result', ofNeeds: kind === 'need' };
  const [asked] = useQuery({
    query: NamedListingsDocument,
    variables: { text, first, ...of },
    pause: pause || !(of.ofResults || of.ofNeeds),
  });
  const found: readonly { node: Named }[] | undefined = (asked.data?.results ?? asked.data?.needs)?.edges;
  return { asked, found: found?.map(({ node }) => node) };
}

/** Choices of what was found, with whose each is. */
export const choicesOfNamed = (found: readonly Named[]) =>
  found.map(({ id, title, ownerName }) => ({
    value: id,
    label: ownerName ? `${title}（${ownerName}）` : title,
  }));
