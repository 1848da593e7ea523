import { buttons, h, show } from './dom.js';
import type { Draft } from './draft.js';
import type { Fields } from './fields.js';

export type Row = Readonly<Record<string, string>>;

export interface RowWords {
  /** Names of the columns, in their order; the first is as wide as it can be. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns of numbers. */
  readonly numeric: readonly string[];
  readonly add: string;
  readonly remove: string;
}

/** Rows of a draft, written one by one. */
export interface RowTable {
  readonly element: HTMLElement;
  rows(): readonly Row[];
  put(rows: readonly Row[]): void;
}

/** @param name of the field, under which the draft keeps the rows; `told` hears of every change */
export function rowTable(
  draft: Draft,
  fields: Fields,
  name: string,
  words: RowWords,
  told: () => void = () => undefined,
): RowTable {
  const list = h('div', {});
  const columns = Object.keys(words.columns);
  const rows = (): readonly Row[] => JSON.parse(draft.get(name) || '[]') as Row[];
  const keep = (next: readonly Row[]): void => {
    draft.set(name, JSON.stringify(next));
    told();
  };
  const put = (next: readonly Row[]): void => {
    keep(next);
    draw();
  };
  const cell = (row: Row, at: number, column: string): HTMLInputElement => {
    const title = words.columns[column] ?? '';
    const input = h('input', {
      ...{ 'aria-label': `${title} ${at + 1}`, placeholder: title },
      ...(words.numeric.includes(column) ? { inputmode: 'decimal' } : {}),
    });
    input.value = row[column] ?? '';
    input.addEventListener('input', () =>
      keep(rows().map((one, place) => (place === at ? { ...one, [column]: input.value } : one))),
    );
    return input;
  };
  const add = h(
    'button',
    {
      type: 'button',
      onclick: () => put([...rows(), Object.fromEntries(columns.map((column) => [column, '']))]),
    },
    words.add,
  );
  const draw = (): void =>
    show(
      list,
      ...rows().map((row, at) =>
        h(
          'div',
          { class: columns.length > 2 ? 'row' : 'row two' },
          ...columns.map((column) => cell(row, at, column)),
          h(
            'button',
            {
              ...{ type: 'button', class: 'plain', 'aria-label': `${words.remove} ${at + 1}` },
              onclick: () => put(rows().filter((_, place) => place !== at)),
            },
            words.remove,
          ),
        ),
      ),
    );
  draw();
  return { element: h('div', {}, list, buttons(add), fields.faultOf(name, add)), rows, put };
}
