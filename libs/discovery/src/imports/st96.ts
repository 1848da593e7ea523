import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DomainError } from '@jihui/kernel';
import type { AnyRow } from '@jihui/platform';
import { PatentCodes } from '../core/errors.js';
import { St96Record } from './st96-record.js';

/** Elements that hold one patent, by their local names; the outermost of them is the record. */
const RECORDS: ReadonlySet<string> = new Set([
  'PatentDocument',
  'PatentPublication',
  'PatentApplicationPublication',
  'PatentGrantPublication',
  'PatentRecord',
  'PatentData',
  'ApplicationBody',
  'BibliographicData',
]);
const MAX_DEPTH = 64;
/** Longest piece of a file without an element or a text: a name or an attribute without an end. */
const MAX_TOKEN = 1_000_000;
/** Bytes handed to the parser at once, so that the bound above is looked at often. */
const SLICE = 65_536;

const unreadable = (message: string): DomainError => new DomainError('IMPORT.UNREADABLE', message);

/**
 * Patents of an XML file in the manner of WIPO ST.96, one at a time, with the columns that a table would have: memory does
 * not grow with the file. The row is the record's place in the file, the first being 1. Elements count by their local names,
 * whatever their prefix, since offices differ in version and namespace.
 *
 * A file with a document type is refused: nothing outside is ever read and no entity is ever expanded. Depth, length of a
 * token and length of a record are bounded. Where the file is broken, the records before are read and the place is told.
 * @throws DomainError IMPORT.UNREADABLE for what is no XML in UTF-8 or has a document type, PATENT.NO_COLUMNS without a record
 */
export async function* readSt96(source: Readable): AsyncGenerator<AnyRow> {
  const reading = new Reading();
  try {
    for await (const chunk of source) {
      const bytes = chunk as Buffer;
      for (let at = 0; at < bytes.length && reading.broken === null; at += SLICE)
        reading.feed(bytes.subarray(at, at + SLICE));
      yield* reading.taken();
      if (reading.broken !== null) break;
    }
    reading.end();
    yield* reading.taken();
    if (reading.broken !== null) yield reading.broken;
    else if (reading.count === 0)
      throw new DomainError(
        PatentCodes.NO_COLUMNS,
        '没有认出任何专利：应为 WIPO ST.96 格式，每件专利在 PatentDocument、PatentPublication 或 BibliographicData 元素中',
      );
  } finally {
    source.destroy();
  }
}

/** The state of one file on its way in. */
class Reading {
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private rows: AnyRow[] = [];
  private depth = 0;
  private record: St96Record | null = null;
  /** Depth at which the present record began. */
  private recordDepth = 0;
  private lastEvent = 0;
  count = 0;
  broken: AnyRow | null = null;

  constructor() {
    const { parser } = this;
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('doctype', () => {
      throw unreadable('文件含有文档类型声明（DOCTYPE），出于安全考虑不予读取，请去掉后再导入');
    });
    parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
      if (!/^utf-?8$/i.test(encoding)) throw unreadable('文件不是 UTF-8 编码，请另存为 UTF-8 再导入');
    });
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', () => this.close());
    parser.on('text', (text) => this.text(text));
    parser.on('cdata', (text) => this.text(text));
  }

  /** @throws DomainError IMPORT.UNREADABLE for the file as a whole */
  feed(bytes: Uint8Array): void {
    this.attempt(() => {
      this.parser.write(this.decoder.decode(bytes, { stream: true }));
      if (this.parser.position - this.lastEvent > MAX_TOKEN) throw new Error('一个标签、属性或声明过长');
    });
  }

  end(): void {
    if (this.broken === null)
      this.attempt(() => {
        this.parser.write(this.decoder.decode());
        this.parser.close();
      });
  }

  *taken(): Generator<AnyRow> {
    const { rows } = this;
    this.rows = [];
    yield* rows;
  }

  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof DomainError) throw error;
      const { line, column } = this.parser;
      const { code, message } = error as NodeJS.ErrnoException;
      const reason = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? '不是 UTF-8 编码' : message;
      this.broken = {
        row: this.count + 1,
        raw: '',
        problem: `XML 在第 ${line} 行第 ${column} 列有误（${reason.slice(0, 200)}），从这里起的内容无法读取`,
      };
    }
  }

  private open({ local, attributes }: SaxesTagNS): void {
    this.lastEvent = this.parser.position;
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new Error(`元素嵌套超过 ${MAX_DEPTH} 层`);
    if (this.record === null && RECORDS.has(local)) {
      this.record = new St96Record();
      this.recordDepth = this.depth;
    }
    const language = Object.values(attributes).find(
      (one) => one.local === 'languageCode' || one.local === 'lang',
    );
    this.record?.open(local, language?.value ?? '');
  }

  private close(): void {
    this.lastEvent = this.parser.position;
    this.record?.close();
    if (this.record !== null && this.depth === this.recordDepth) {
      this.count += 1;
      this.rows.push(this.record.row(this.count));
      this.record = null;
    }
    this.depth -= 1;
  }

  private text(text: string): void {
    this.lastEvent = this.parser.position;
    this.record?.text(text);
  }
}
