import type { INestApplicationContext } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '@jihui/kernel';
import type { Domain } from '../domain.js';
import { GraphContext } from '../graph/context.js';
import { questionOf, type HoldingList } from './holdings.js';
import type { ExportedPart, Sink } from './sinks.js';

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
  readonly download: (url: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
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

/** How far an export has come. */
export interface ExportProgress {
  readonly lists: number;
  readonly listsInAll: number;
  readonly files: number;
  /** Known once the last list is written. */
  readonly filesInAll: number;
  readonly rows: number;
}

/** Told of what an export has done; what it throws breaks the export off. */
export interface Listener {
  readonly wrote?: (list: ExportedList) => void;
  readonly progress?: (progress: ExportProgress) => Promise<void>;
}

type Row = Readonly<Record<string, unknown>>;
/** Of a row on which others hang: a year is one too. */
type Id = string | number;

/** Whatever is a string of a row that begins so leads to a file. */
const FILE = '/files/';

/**
 * Writes everything that an organisation owns or is party to: a file of lines of JSON for each list of each domain, in the
 * shape of the public schema, the files that they name, and a manifest, which is the last.
 */
export async function exportOrganisation(
  source: OrganisationSource,
  sink: Sink,
  at: Date,
  listener: Listener = {},
): Promise<OrganisationManifest> {
  const writer = new Writer(source, sink, listener);
  await writer.all();
  const manifest: OrganisationManifest = {
    format: 'jihui.organisation/1',
    organisation: source.organisation,
    exportedAt: at.toISOString(),
    lists: writer.lists,
    files: writer.written,
    unreadable: writer.unreadable,
  };
  await sink.add('manifest.json', [Buffer.from(JSON.stringify(manifest, null, 2))]);
  return manifest;
}

class Writer {
  readonly lists: ExportedList[] = [];
  readonly written: ExportedFile[] = [];
  readonly unreadable: { readonly where: string; readonly code: string }[] = [];
  private readonly asked: readonly (readonly [domain: string, list: HoldingList])[];
  /** Ids of the rows of each list on which another hangs. */
  private readonly ids: ReadonlyMap<string, Id[]>;
  private readonly urls = new Set<string>();
  private listsDone = 0;
  private filesDone = 0;
  private rows = 0;

  constructor(
    private readonly source: OrganisationSource,
    private readonly sink: Sink,
    private readonly listener: Listener,
  ) {
    this.asked = source.domains.flatMap(({ name, holdings }) =>
      (holdings ?? []).map((list) => [name, list] as const),
    );
    this.ids = new Map(this.asked.flatMap(([, { of }]) => (of === undefined ? [] : [[of, []]])));
  }

  async all(): Promise<void> {
    for (const [domain, list] of this.asked) {
      await (list.isStep === true ? this.step(list) : this.list(domain, list));
      this.listsDone += 1;
      await this.tell();
    }
    // Each file that a row names, once.
    for (const url of [...this.urls].sort()) {
      await this.file(url);
      this.filesDone += 1;
      await this.tell();
    }
  }

  private async step(list: HoldingList): Promise<void> {
    for await (const page of this.pagesOf(list)) this.keepIds(list, page);
  }

  private async list(domain: string, list: HoldingList): Promise<void> {
    const before = this.rows;
    const written = await this.sink.add(`${domain}/${list.name}.jsonl`, this.linesOf(list));
    const told = { ...written, domain, title: list.title, rows: this.rows - before };
    this.lists.push(told);
    this.listener.wrote?.(told);
  }

  private async file(url: string): Promise<void> {
    const bytes = await this.source.download(url);
    if (bytes === undefined) this.unreadable.push({ where: url, code: 'NOT_FOUND' });
    else this.written.push({ ...(await this.sink.add(pathOf(url), bytes)), url });
  }

  /** A page at a time, as fast as it is written. */
  private async *linesOf(list: HoldingList): AsyncGenerator<Buffer, void, undefined> {
    for await (const page of this.pagesOf(list)) {
      if (page.length === 0) continue;
      this.keepIds(list, page);
      this.note(page);
      this.rows += page.length;
      await this.tell();
      yield Buffer.from(page.map((row) => `${JSON.stringify(row)}\n`).join(''));
    }
  }

  private async *pagesOf(list: HoldingList): AsyncGenerator<readonly Row[], void, undefined> {
    const parents = list.of === undefined ? [undefined] : (this.ids.get(list.of) ?? []);
    const question = questionOf(this.source.schema, list);
    const asked = { ...question, parsed: parse(question.document), list };
    for (const parent of parents) yield* this.pagesUnder(asked, parent);
  }

  private async *pagesUnder(
    { root, isPaged, parsed, list: { name, inside } }: Asked,
    parent: Id | undefined,
  ): AsyncGenerator<readonly Row[], void, undefined> {
    const belongs = parentOf(parent);
    let after: string | null = null;
    do {
      const found: unknown = (await this.answer(parsed, name, { parent, after }))?.[root];
      if (!isPaged) {
        yield rowsOf(found, inside).map((row) => ({ ...row, ...belongs }));
        return;
      }
      const page = found as Page | null | undefined;
      yield (page?.edges ?? []).map(({ node }) => ({ ...node, ...belongs }));
      after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
    } while (after !== null);
  }

  private async answer(
    document: DocumentNode,
    name: string,
    place: { readonly parent: Id | undefined; readonly after: string | null },
  ): Promise<Row | null | undefined> {
    const { data, errors } = await execute({
      schema: this.source.schema,
      document,
      variableValues: { organisation: this.source.organisation.id, ...place },
      // Each page with loaders of its own: memory does not grow with the list.
      contextValue: asReader(this.source.reader),
    });
    for (const { path, extensions } of errors ?? [])
      this.unreadable.push({
        where: `${name}: ${(path ?? []).filter((step) => typeof step === 'string').join('.')}`,
        code: (extensions as { readonly code?: string }).code ?? 'UNKNOWN',
      });
    return data;
  }

  private keepIds({ name }: HoldingList, page: readonly Row[]): void {
    const kept = this.ids.get(name);
    for (const { id } of page) if (typeof id === 'string' || typeof id === 'number') kept?.push(id);
  }

  private note(value: unknown): void {
    if (typeof value === 'string' && value.startsWith(FILE)) this.urls.add(value);
    if (typeof value !== 'object' || value === null) return;
    for (const inner of Object.values(value)) this.note(inner);
  }

  private async tell(): Promise<void> {
    await this.listener.progress?.({
      lists: this.listsDone,
      listsInAll: this.asked.length,
      files: this.filesDone,
      filesInAll: this.urls.size,
      rows: this.rows,
    });
  }
}

interface Asked {
  readonly root: string;
  readonly isPaged: boolean;
  readonly parsed: DocumentNode;
  readonly list: HoldingList;
}

interface Page {
  readonly edges: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The rows of an answer that comes whole; a plain value is a row with that id. */
function rowsOf(found: unknown, inside: string | undefined): readonly Row[] {
  const held = inside === undefined ? found : (found as Row | null | undefined)?.[inside];
  return [held ?? []]
    .flat()
    .map((value: unknown) => (typeof value === 'object' ? (value as Row) : { id: value }));
}

/** Which row of another list it belongs to. */
const parentOf = (parent: Id | undefined): Row => (parent === undefined ? {} : { ofId: parent });

/** One name below the file's domain, so that no address is a folder of another's; nothing leads out of the folder. */
function pathOf(url: string): string {
  const [domain = '', ...rest] = url
    .slice(FILE.length)
    .split(/[/?&=]/)
    .map((piece) => piece.replace(/[^\w.-]/g, '_').replace(/^\.+/, '_'));
  return `files/${domain}/${rest.join('~')}`;
}
