import { listen, type Attributes, type Listener } from './elements.js';
import { unescaped } from './escapes.js';
import { tooLarge } from './unreadable.js';

/** How many there may be, and of how many characters together: they stay in memory while the rows are read. */
const MOST = { texts: 5_000_000, characters: 100_000_000 } as const;

/** Texts that cells name by their index. Readings by sound (rPh, of Japanese) are no part of a text. */
class SharedStrings implements Listener {
  readonly texts: string[] = [];
  readonly done = false;
  private pending: string[] = [];
  private characters = 0;
  private inText = false;
  private inPhonetic = false;

  constructor(private readonly most: { readonly texts: number; readonly characters: number }) {}

  get pieces(): number {
    return this.texts.length;
  }

  open(name: string, _attributes: Attributes): void {
    if (name === 'rPh') this.inPhonetic = true;
    else if (name === 't') this.inText = !this.inPhonetic;
  }

  text(text: string): void {
    if (this.inText) this.pending.push(text);
  }

  close(name: string): void {
    if (name === 'rPh') this.inPhonetic = false;
    else if (name === 't') this.inText = false;
    else if (name === 'si') this.keep();
  }

  private keep(): void {
    const text = unescaped(this.pending.join(''));
    this.pending = [];
    this.characters += text.length;
    if (this.characters > this.most.characters || this.texts.length >= this.most.texts) throw tooLarge();
    this.texts.push(text);
  }
}

/** @throws Unreadable when they are more than memory should hold. */
export async function readSharedStrings(
  bytes: AsyncIterable<Buffer>,
  most: { readonly texts: number; readonly characters: number } = MOST,
): Promise<readonly string[]> {
  const listener = new SharedStrings(most);
  for await (const _ of listen(bytes, listener));
  return listener.texts;
}
