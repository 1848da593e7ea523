import { DataTable, type Column } from './DataTable.js';
import { ListPage, type ListPageProps } from './ListPage.js';

/** The portal's one list as a table: a row a thing. */
export function TablePage<N>({
  columns,
  ...list
}: Omit<ListPageProps<N>, 'renderItem' | 'renderItems'> & { readonly columns: readonly Column<N>[] }) {
  return (
    <ListPage
      {...list}
      renderItems={(rows) => (
        <DataTable caption={list.title} rows={rows} keyOf={list.keyOf} columns={columns} />
      )}
    />
  );
}
