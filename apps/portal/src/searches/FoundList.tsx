import type { ReactNode } from 'react';
import { ListPage, type ListPageProps, type Page } from '../design/ListPage.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { listings } from '../listings/words.js';
import { searchAddress, type Kind } from '../search/kinds.js';
import { AboutSearch, breadthIn, type Breadth, type Highlights } from './Found.js';

/** A page of what was found, with what the search says of itself. */
export interface FoundPage<N> extends Page<N>, Breadth {
  readonly edges: readonly {
    readonly node: N;
    readonly cursor: string;
    readonly highlights: Highlights;
  }[];
  readonly suggestion?: string | null;
}

/** A list in which words are looked for: at its own address, or below the one search box, which has heading and box. */
export function FoundList<N extends { readonly id: string }>({
  kind,
  place,
  searched,
  connection,
  tabs,
  searchPlaceholder,
  renderItem,
  empty,
  ...list
}: Omit<ListPageProps<N>, 'connection' | 'renderItem' | 'keyOf' | 'empty' | 'notice' | 'embedded'> & {
  readonly kind: Kind;
  /** Its own address. */
  readonly place: string;
  readonly searched: boolean;
  readonly connection: FoundPage<N> | undefined;
  readonly renderItem: (node: N, highlights: Highlights | undefined) => ReactNode;
  readonly empty: { readonly title: string; readonly text: string };
}) {
  const l = useWords(listings);
  const marks = new Map(connection?.edges.map(({ node, highlights }) => [node.id, highlights]));
  return (
    <ListPage
      {...list}
      embedded={searched}
      tabs={!searched && tabs}
      searchPlaceholder={searched ? undefined : searchPlaceholder}
      connection={connection}
      notice={
        <AboutSearch
          breadth={connection && breadthIn(connection, l)}
          suggestion={connection?.suggestion}
          addressOf={(meant) =>
            searched ? searchAddress(meant, kind) : `${place}?${new URLSearchParams({ q: meant }).toString()}`
          }
        />
      }
      renderItem={(node) => renderItem(node, marks.get(node.id))}
      keyOf={(node) => node.id}
      empty={<Empty title={empty.title}>{empty.text}</Empty>}
    />
  );
}
