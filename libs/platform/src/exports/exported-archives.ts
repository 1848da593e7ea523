import { createReadStream, type ReadStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { isUuid } from '../db/identifiers.js';
import type { OrganisationManifest } from './organisation-export.js';
import { intoArchive, PARTIAL, type ExportedPart, type Sink } from './sinks.js';

/** @param id an export's. @param attempt which of the tries to make it */
export const archiveName = (id: string, attempt: number): string => `${id}.${attempt}`;

/** Archives of organisations' exports on the disk that all processes share; no backup holds them. */
@Injectable()
export class ExportedArchives {
  constructor(private readonly config: Config) {}

  /**
   * Writes an archive that stands under its name once it is whole.
   * @param name as {@link archiveName} makes it: an attempt that goes on though it was given up spoils no other
   */
  async write(
    name: string,
    at: Date,
    write: (sink: Sink) => Promise<OrganisationManifest>,
  ): Promise<{ readonly manifest: OrganisationManifest } & Omit<ExportedPart, 'path'>> {
    const part = `${this.pathOf(name)}${PARTIAL}`;
    try {
      const { written, sha256, bytes } = await intoArchive(part, at, write);
      await rename(part, this.pathOf(name));
      return { manifest: written, sha256, bytes };
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** The bytes; undefined where they are not there. */
  async open(name: string): Promise<ReadStream | undefined> {
    const found = await stat(this.pathOf(name)).catch(() => undefined);
    return found === undefined ? undefined : createReadStream(this.pathOf(name));
  }

  /** Removes what belongs to no export. @param kept names of whatever does, asked once it is known what there is */
  async sweep(kept: () => Promise<ReadonlySet<string>>): Promise<void> {
    const found = await readdir(this.root).catch(() => []);
    if (found.length === 0) return;
    const names = await kept();
    for (const file of found)
      if (!names.has(file.replace(PARTIAL, ''))) await rm(join(this.root, file), { force: true });
  }

  private pathOf(name: string): string {
    if (!isUuid(name.split('.')[0] ?? '') || !/^[0-9a-f-]+\.\d+$/.test(name))
      throw new Error('not an archive');
    return join(this.root, name);
  }

  private get root(): string {
    return join(this.config.dataDir, 'exports');
  }
}
