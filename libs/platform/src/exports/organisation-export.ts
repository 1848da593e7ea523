import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, parse, type GraphQLSchema } from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import type { Domain } from '../domain.js';
import { GraphContext } from '../graph/context.js';
import { questionOf, type HoldingList } from './holdings.js';

/** The schema that an application of the graph serves. */
export const schemaOf = (app: INestApplicationContext): GraphQLSchema =>
  app.get(GraphQLSchemaHost, { strict: false }).schema;

const asReader = (reader: Actor): GraphContext =>
  new GraphContext(reader, {} as FastifyRequest, {} as FastifyReply);

/** Asks as somebody, without the bounds of a request. @throws the first error of the answer */
export async function askedAs<T>(
  schema: GraphQLSchema,
  reader: Actor,
  document: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<T> {
  const contextValue = asReader(reader);
  const { data, errors } = await execute({ schema, document: parse(document), variableValues, contextValue });
  if (errors?.[0] !== undefined) throw errors[0];
  return data as T;
}

/** Whose export it is, and how it is read. */
export interface OrganisationSource {
  readonly schema: GraphQLSchema;
  readonly domains: readonly Pick<Domain, 'name' | 'holdings'>[];
  readonly organisation: { readonly id: string; readonly name: string };
  /** An administrator of the organisation: what that one may read is what is given out. */
  readonly reader: Actor;
  /** A file by its address, as the reader gets it; undefined where the reader does not. */
  readonly download: (url: string) => Promise<Buffer | undefined>;
}

export interface ExportedPart {
  /** Below the folder. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}
export interface ExportedList extends ExportedPart {
  readonly domain: string;
  readonly title: string;
  readonly rows: number;
}
export interface ExportedFile extends ExportedPart {
  /** As the rows name it. */
  readonly url: string;
}

/** `manifest.json` of an export. */
export interface OrganisationManifest {
  readonly format: 'jihui.organisation/1';
  readonly organisation: { readonly id: string; readonly name: string };
  readonly exportedAt: string;
  readonly lists: readonly ExportedList[];
  readonly files: readonly ExportedFile[];
  /** Fields and files that the reader was refused, with the code of the refusal. */
  readonly unreadable: readonly { readonly where: string; readonly code: string }[];
}

type Row = Readonly<Record<string, unknown>>;

/** Whatever is a string of a row that begins so leads to a file. */
const FILE = '/files/';
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Writes everything that an organisation owns or is party to into a folder that appears once it is whole: a file of lines of
 * JSON for each list of each domain, in the shape of the public schema, the files that they name, and a manifest.
 * @param tell of each list, once it is written
 */
export async function exportOrganisation(
  source: OrganisationSource,
  folder: string,
  at: Date,
  tell: (list: ExportedList) => void = () => undefined,
): Promise<OrganisationManifest> {
  const part = `${folder}.partial`;
  await rm(part, { recursive: true, force: true });
  const writer = new Writer(source, part);
  for (const { name, holdings } of source.domains)
    for (const list of holdings ?? []) {
      const written = await writer.list(name, list);
      if (written !== undefined) tell(written);
    }
  await writer.files();
  const manifest: OrganisationManifest = {
    format: 'jihui.organisation/1',
    organisation: source.organisation,
    exportedAt: at.toISOString(),
    lists: writer.lists,
    files: writer.written,
    unreadable: writer.unreadable,
  };
  await writeFile(join(part, 'manifest.json'), JSON.stringify(manifest, null, 2));
  await rename(part, folder);
  return manifest;
}

class Writer {
  readonly lists: ExportedList[] = [];
  readonly written: ExportedFile[] = [];
  readonly unreadable: { readonly where: string; readonly code: string }[] = [];
  /** Ids of the rows of each list, for those that hang on them. */
  private readonly ids = new Map<string, readonly string[]>();
  private readonly urls = new Set<string>();

  constructor(
    private readonly source: OrganisationSource,
    private readonly folder: string,
  ) {}

  /** @returns nothing of a list that is not the organisation's */
  async list(domain: string, list: HoldingList): Promise<ExportedList | undefined> {
    const parents = list.of === undefined ? [undefined] : (this.ids.get(list.of) ?? []);
    const rows: Row[] = [];
    for (const parent of parents) for await (const row of this.rowsOf(list, parent)) rows.push(row);
    this.ids.set(
      list.name,
      rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
    );
    if (list.isStep === true) return undefined;
    this.note(rows);
    const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const written = await this.write(`${domain}/${list.name}.jsonl`, bytes);
    const told = { ...written, domain, title: list.title, rows: rows.length };
    this.lists.push(told);
    return told;
  }

  /** Each file that a row names, once. */
  async files(): Promise<void> {
    for (const url of [...this.urls].sort()) {
      const bytes = await this.source.download(url);
      if (bytes === undefined) this.unreadable.push({ where: url, code: 'NOT_FOUND' });
      else this.written.push({ ...(await this.write(pathOf(url), bytes)), url });
    }
  }

  private async *rowsOf(list: HoldingList, parent: string | undefined): AsyncGenerator<Row> {
    const { document, root, isPaged } = questionOf(this.source.schema, list);
    const parsed = parse(document);
    let after: string | null = null;
    do {
      const variableValues = { organisation: this.source.organisation.id, parent, after };
      const { data, errors } = await execute({
        schema: this.source.schema,
        document: parsed,
        variableValues,
        // Each page with loaders of its own: memory does not grow with the list.
        contextValue: asReader(this.source.reader),
      });
      for (const { path, extensions } of errors ?? [])
        this.unreadable.push({
          where: `${list.name}: ${(path ?? []).filter((step) => typeof step === 'string').join('.')}`,
          code: (extensions as { readonly code?: string }).code ?? 'UNKNOWN',
        });
      const found = data?.[root] as Page | Row | Row[] | null | undefined;
      if (!isPaged) {
        for (const row of [found ?? []].flat()) yield { ...(row as Row), ...parentOf(parent) };
        return;
      }
      const page = found as Page | null | undefined;
      for (const { node } of page?.edges ?? []) yield { ...node, ...parentOf(parent) };
      after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
    } while (after !== null);
  }

  private note(value: unknown): void {
    if (typeof value === 'string' && value.startsWith(FILE)) this.urls.add(value);
    if (typeof value !== 'object' || value === null) return;
    for (const inner of Object.values(value)) this.note(inner);
  }

  private async write(path: string, bytes: Buffer): Promise<ExportedPart> {
    const place = join(this.folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
    return { path, sha256: sha256(bytes), bytes: bytes.length };
  }
}

interface Page {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Which row of another list it belongs to. */
const parentOf = (parent: string | undefined): Row => (parent === undefined ? {} : { ofId: parent });

/** One name below the file's domain, so that no address is a folder of another's; nothing leads out of the folder. */
function pathOf(url: string): string {
  const [domain = '', ...rest] = url
    .slice(FILE.length)
    .split(/[/?&=]/)
    .map((piece) => piece.replace(/[^\w.-]/g, '_').replace(/^\.+/, '_'));
  return `files/${domain}/${rest.join('~')}`;
}
