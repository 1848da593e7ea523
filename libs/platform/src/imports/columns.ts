/** The names by which each field may stand at the head of a column, or as a key of an object. */
export type ColumnNames<K extends string> = { readonly [key in K]?: readonly string[] };

const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_:-]+/g, '');
const withoutNote = (header: string): string => header.replace(/[(（].*?[)）]/g, '');

/** Finds a file's columns: blanks, asterisks, case and notes in brackets do not matter. */
export class Columns<K extends string> {
  private readonly keys = new Map<string, K>();
  private readonly found = new Map<K, string>();

  constructor(names: ColumnNames<K>) {
    for (const [key, headers] of Object.entries(names) as [K, readonly string[]][])
      for (const header of [key, ...headers]) this.keys.set(plain(header), key);
  }

  keyOf(header: string): K | undefined {
    return this.keys.get(plain(header)) ?? this.keys.get(plain(withoutNote(header)));
  }

  /** The row's values by field. A column of no known field is left out. */
  read(cells: Readonly<Record<string, unknown>>): { readonly [key in K]?: unknown } {
    const values: { [key in K]?: unknown } = {};
    for (const [header, value] of Object.entries(cells)) {
      const key = this.keyOf(header);
      if (key === undefined) continue;
      values[key] = value;
      this.found.set(key, header);
    }
    return values;
  }

  /** What the file calls the field, for the report. */
  headerOf(key: string): string {
    return this.found.get(key as K) ?? key;
  }
}
