import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { tooLarge, Unreadable } from './unreadable.js';

/** Bytes between two steps of progress, e.g. two rows: Excel's own cells end at 32,767 characters. */
const MAX_PIECE = 8 * 1024 * 1024;
/** Bytes handed to the parser at once, so that the bound above is looked at often. */
const SLICE = 64 * 1024;

/** Elements inside each other, each of which the parser remembers: a workbook has a dozen. */
const MAX_DEPTH = 100;

export type Attributes = Readonly<Record<string, string>>;

/** Listens to the elements of a part by their local names, whatever prefix the writing program took. */
export interface Listener {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  /** How many pieces (rows, texts) were read: as long as it grows, memory does not. */
  readonly pieces: number;
  /** Whether nothing that follows matters. */
  readonly done: boolean;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Entities are the five of XML: saxes expands no other, and reads nothing outside. */
function parserFor(listener: Listener): SaxesParser {
  const parser = new SaxesParser({ fragment: false });
  parser.on('error', () => {
    throw new Unreadable();
  });
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw tooLarge();
    listener.open(local(name), attributes as Attributes);
  });
  parser.on('text', (text) => listener.text(text));
  parser.on('cdata', (text) => listener.text(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    listener.close(local(name));
  });
  return parser;
}

/**
 * Feeds a part to its listener; yields after each slice, so that what was read can be handed on.
 * @throws Unreadable for what is no XML, and where one piece is longer than any that a table has.
 */
export async function* listen(bytes: AsyncIterable<Buffer>, listener: Listener): AsyncGenerator<void> {
  const parser = parserFor(listener);
  const decoder = new StringDecoder('utf8');
  let [pieces, sincePiece] = [0, 0];
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += SLICE) {
      const slice = chunk.subarray(at, at + SLICE);
      parser.write(decoder.write(slice));
      sincePiece = listener.pieces > pieces ? 0 : sincePiece + slice.length;
      pieces = listener.pieces;
      if (sincePiece > MAX_PIECE) throw tooLarge();
      yield;
      if (listener.done) return;
    }
  parser.close();
}
