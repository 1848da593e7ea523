import type { ReactNode } from 'react';
import { classes } from './classes.js';
import css from './DataTable.module.css';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: R, index: number) => ReactNode;
  readonly right?: boolean;
  readonly width?: string;
}

/**
 * A table whose rows become cards on a narrow screen. For a few dozen rows; longer ones are paged by
 * the server. A caption of plain text is for screen readers: a heading says it to the eye.
 */
export function DataTable<R>({
  rows,
  columns,
  keyOf,
  caption,
}: {
  rows: readonly R[];
  columns: readonly Column<R>[];
  keyOf: (row: R, index: number) => string;
  caption?: ReactNode;
}) {
  return (
    <div
      className={css['scroll']}
      tabIndex={0}
      role="group"
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table className={css['table']} role="table">
        {caption && <caption className={typeof caption === 'string' ? 'vh' : undefined}>{caption}</caption>}
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={column.right ? css['right'] : undefined}
                style={{ width: column.width }}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)} role="row">
              {columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  data-label={column.title}
                  className={classes(column.right && css['right'])}
                >
                  <span>{column.render(row, index)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
