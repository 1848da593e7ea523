import { unzipSync, zipSync } from 'fflate';

export interface ZipPart {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Parts that are in memory already, as one archive in their order; what lies on disk is streamed by ZipStream.
 * @param at stands as the time of each, so that the same parts give the same bytes
 */
export function zipped(parts: readonly ZipPart[], at: Date): Buffer {
  const entries = Object.fromEntries(parts.map(({ path, bytes }) => [path, bytes]));
  return Buffer.from(zipSync(entries, { mtime: at }));
}

/** Most that an archive may say it holds, where nobody asks for more: what is unpacked lies in memory. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Parts of such an archive by their paths; undefined where it is none, or says that it holds more than `most` bytes. */
export function unzipped(
  archive: Uint8Array,
  most = MOST_BYTES,
): ReadonlyMap<string, Uint8Array> | undefined {
  let left = most;
  const filter = ({ originalSize }: { readonly originalSize: number }): boolean => {
    left -= originalSize;
    if (left < 0) throw new RangeError('too large');
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(archive, { filter })));
  } catch {
    return undefined;
  }
}
