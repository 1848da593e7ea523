/**
 * Raised whenever documents are made of other lexemes or other fields than before: indexes made by other rules are made
 * anew when a worker starts.
 */
export const DOCUMENT_RULES = '2';

/** PostgreSQL's weights: A counts 1.0, B 0.4, C 0.2, D 0.1 in the rank. */
export type Weight = 'A' | 'B' | 'C' | 'D';

/** A text by which a document is found. */
export interface SearchField {
  readonly name: string;
  readonly weight: Weight;
  readonly text: string;
  /**
   * `name` is found by its pinyin and initials as well; `number` by any piece of it and by nothing else (several stand
   * apart by blanks). Everything else is words.
   */
  readonly kind?: 'name' | 'number';
}

/** What some people may find a document by. */
export interface SearchFace {
  /** Whoever holds one of these tokens finds the document by this face, unless an earlier face is for them too. */
  readonly visibleTo: readonly string[];
  readonly fields: readonly SearchField[];
}

/** A thing that is found. Whoever owns the thing makes its document; the engines know nothing else of it. */
export interface SearchDocument {
  /** What kind of thing: result, need … */
  readonly type: string;
  readonly id: string;
  /** The thing's version: an older one never replaces a newer one. */
  readonly version: number;
  /** False for what is kept and not shown: nobody finds it. */
  readonly listed: boolean;
  /** Its owner, by which many documents are changed at once; null for none. */
  readonly belongsTo: string | null;
  /** Values to filter by and to count, by name; a null is left out. */
  readonly values: Readonly<Record<string, string | readonly string[] | null>>;
  /** Whole numbers to sort by. */
  readonly sorts: Readonly<Record<string, number>>;
  /** The richest first: each viewer finds the document by the first face that is for them. */
  readonly faces: readonly SearchFace[];
}
