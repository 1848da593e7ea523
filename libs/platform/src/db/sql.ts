/** A piece of SQL with its parameters apart: pieces compose, and no value ever becomes text. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly unknown[],
    readonly isPrepared = false,
  ) {}

  /**
   * Parsed once a connection, and planned once where one plan is as good for any values: for statements that are asked
   * often and of whose texts there are few.
   */
  prepared(): Sql {
    return new Sql(this.strings, this.values, true);
  }

  /** The statement as the driver takes it: `$1`, `$2` … in order. */
  toQuery(): { text: string; values: unknown[] } {
    const values: unknown[] = [];
    const text = render(this, values);
    return { text, values };
  }
}

function render(piece: Sql, values: unknown[]): string {
  let text = piece.strings[0] ?? '';
  piece.values.forEach((value, index) => {
    if (value instanceof Sql) text += render(value, values);
    else {
      if (value === undefined) throw new Error(`undefined in SQL near: ${text.slice(-60)}`);
      values.push(value);
      text += `$${values.length}`;
    }
    text += piece.strings[index + 1] ?? '';
  });
  return text;
}

/** The tag: sql`select … where id = ${id} and ${condition}`. */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  return new Sql(strings, values);
}

/** Verbatim SQL, for constants of the code only, never for anything that came from outside. */
export const raw = (text: string): Sql => new Sql([text], []);

/** Pieces with a separator between; nothing at all for an empty list. */
export function join(pieces: readonly Sql[], separator: Sql = raw(', ')): Sql {
  const parts = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [separator, piece]));
  return new Sql(
    Array.from({ length: parts.length + 1 }, () => ''),
    parts,
  );
}

/** All conditions together; `true` when there are none. */
export const and = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? raw('true')
    : join(
        conditions.map((condition) => sql`(${condition})`),
        raw(' and '),
      );

/** Any of the conditions, in brackets of its own so that it stands beside an `and`; `false` when there are none. */
export const or = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? raw('false')
    : sql`(${join(
        conditions.map((condition) => sql`(${condition})`),
        raw(' or '),
      )})`;

/** `column = ANY(values)`: the statement does not grow with the list. */
sql.any = (column: Sql, values: readonly string[]): Sql => sql`${column} = any(${[...values]})`;

/** A pattern for LIKE that finds the text anywhere: nothing in what people type is a wildcard. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
