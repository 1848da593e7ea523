import { listen, type Attributes, type Listener } from './elements.js';
import type { Parts } from './parts.js';
import { Unreadable } from './unreadable.js';

/** The small parts: which sheets there are, where they lie, which formats are dates. */
const MAX_SMALL_PART = 16 * 1024 * 1024;

export interface Book {
  /** Name of the first sheet's part. */
  readonly sheet: string;
  readonly sharedStrings: string | null;
  /** Days are counted from 1904 (workbooks of old Macintoshes). */
  readonly from1904: boolean;
  /** Whether a cell of that style shows a day. */
  readonly isDate: (style: number) => boolean;
}

/** Elements of a small part in their order, each with those around it. */
async function elementsOf(
  parts: Parts,
  name: string,
  visit: (element: string, attributes: Attributes, around: readonly string[]) => void,
): Promise<void> {
  const around: string[] = [];
  let pieces = 0;
  const listener: Listener = {
    open: (element, attributes) => {
      visit(element, attributes, around);
      around.push(element);
      pieces += 1;
    },
    text: () => undefined,
    close: () => void around.pop(),
    get pieces() {
      return pieces;
    },
    done: false,
  };
  for await (const _ of listen(parts.read(name, MAX_SMALL_PART), listener));
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/**
 * The part that a target names, relative to the folder or absolute.
 * @throws Unreadable for what names nothing.
 */
function partAt(target: string, folder: string): string {
  try {
    return decodeURIComponent(new URL(target, `zip:/${folder}`).pathname.slice(1));
  } catch {
    throw new Unreadable();
  }
}

/** What a part refers to. */
async function relationsOf(parts: Parts, part: string): Promise<readonly Relation[]> {
  const folder = folderOf(part);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  if (!parts.has(name)) return relations;
  await elementsOf(parts, name, (element, { Id, Type, Target, TargetMode }) => {
    if (element !== 'Relationship' || TargetMode === 'External') return;
    relations.push({
      id: Id ?? '',
      kind: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1),
      target: partAt(Target ?? '', folder),
    });
  });
  return relations;
}

/** Date formats without a code of their own (ECMA-376, 18.8.30; 27–36 and 50–58 are those of East Asia). */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

const isBuiltInDate = (id: number): boolean => BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to);

/** Whether a format's code shows a day or a time: its letters outside of texts, colours and escapes. */
const showsDay = (code: string): boolean =>
  /[ymdhs]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replaceAll(/general/gi, ''));

async function dateStyles(parts: Parts, name: string | undefined): Promise<(style: number) => boolean> {
  const [formats, styles] = [new Map<number, boolean>(), [] as number[]];
  if (name !== undefined && parts.has(name))
    await elementsOf(parts, name, (element, attributes, around) => {
      if (element === 'numFmt' && around.at(-1) === 'numFmts')
        formats.set(Number(attributes['numFmtId']), showsDay(attributes['formatCode'] ?? ''));
      if (element === 'xf' && around.at(-1) === 'cellXfs') styles.push(Number(attributes['numFmtId'] ?? 0));
    });
  return (style) => {
    const format = styles[style];
    return format !== undefined && (formats.get(format) ?? isBuiltInDate(format));
  };
}

/** @throws Unreadable for a workbook without a sheet. */
export async function readBook(parts: Parts): Promise<Book> {
  const workbook =
    (await relationsOf(parts, '')).find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relations = await relationsOf(parts, workbook);
  const targetOf = (kind: string): string | undefined =>
    relations.find((relation) => relation.kind === kind)?.target;
  const sheets: string[] = [];
  let from1904 = false;
  await elementsOf(parts, workbook, (element, attributes) => {
    if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (element !== 'sheet') return;
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
    const found = relations.find((relation) => relation.id === id && relation.kind === 'worksheet');
    if (found !== undefined) sheets.push(found.target);
  });
  const [sheet] = sheets;
  if (sheet === undefined) throw new Unreadable();
  const sharedStrings = targetOf('sharedStrings');
  return {
    sheet,
    sharedStrings: sharedStrings !== undefined && parts.has(sharedStrings) ? sharedStrings : null,
    from1904,
    isDate: await dateStyles(parts, targetOf('styles')),
  };
}
