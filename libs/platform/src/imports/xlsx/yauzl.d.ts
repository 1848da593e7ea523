/** What is used of yauzl, which brings no types. */
declare module 'yauzl' {
  import type { EventEmitter } from 'node:events';
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    isEncrypted(): boolean;
  }
  export interface ZipFile extends EventEmitter {
    readEntry(): void;
    openReadStream(entry: Entry, callback: (error: Error | null, stream: Readable) => void): void;
    close(): void;
  }
  interface Options {
    readonly lazyEntries: boolean;
    readonly autoClose: boolean;
    readonly validateEntrySizes: boolean;
  }
  const yauzl: {
    readonly open: (
      path: string,
      options: Options,
      callback: (error: Error | null, zip: ZipFile) => void,
    ) => void;
  };
  export default yauzl;
}
