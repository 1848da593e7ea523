import { randomUUID } from 'node:crypto';
import {
  Db,
  pageArgs,
  Search,
  SearchIndex,
  sql,
  type SearchAnswer,
  type SearchDocument,
  type SearchRequest,
} from '@jihui/platform';
import { testApp, until, type TestApp } from '@jihui/testing';
import { Engines } from '../../src/search/engines.js';
import { sampleDomain } from '../sample-domain.js';

export const VISITOR = ['anyone'];
export const MEMBER = ['anyone', 'signed-in'];

export interface Given {
  readonly title: string;
  readonly keywords?: string;
  readonly summary?: string;
  readonly owner?: string;
  readonly numbers?: string;
  readonly values?: SearchDocument['values'];
  readonly sorts?: SearchDocument['sorts'];
  readonly version?: number;
  readonly id?: string;
  readonly type?: string;
  readonly belongsTo?: string;
  readonly listed?: boolean;
  /** What those who signed in find besides. */
  readonly secret?: string;
}

export const aDocument = (given: Given): SearchDocument => {
  const open: SearchDocument['faces'][number]['fields'] = [
    { name: 'title', weight: 'A', text: given.title },
    { name: 'keywords', weight: 'B', text: given.keywords ?? '' },
    { name: 'summary', weight: 'C', text: given.summary ?? '' },
    { name: 'owner', weight: 'D', text: given.owner ?? '', kind: 'name' },
    { name: 'code', weight: 'D', text: given.numbers ?? '', kind: 'number' },
  ];
  const secret = { name: 'text', weight: 'D', text: given.secret ?? '' } as const;
  return {
    type: given.type ?? 'thing',
    id: given.id ?? randomUUID(),
    version: given.version ?? 1,
    listed: given.listed ?? true,
    belongsTo: given.belongsTo ?? null,
    values: given.values ?? {},
    sorts: given.sorts ?? {},
    faces:
      given.secret === undefined
        ? [{ visibleTo: ['anyone'], fields: open }]
        : [
            { visibleTo: ['signed-in'], fields: [...open, secret] },
            { visibleTo: ['anyone'], fields: open },
          ],
  };
};

/** An application with documents of its own, and how it is asked. */
export class Finder {
  private constructor(
    readonly app: TestApp,
    private readonly engine: string,
  ) {}

  static async open(engine: string, settings: Record<string, string>): Promise<Finder> {
    const app = await testApp([sampleDomain()], { settings });
    // Another engine answers once its index was made.
    await until(async () => {
      app.get(Engines).lookAgain();
      return (await app.get(Engines).ask(({ name }) => Promise.resolve(name))) === engine;
    });
    return new Finder(app, engine);
  }

  get search(): Search {
    return this.app.get(Search);
  }

  async put(...documents: readonly SearchDocument[]): Promise<void> {
    await this.app.get(SearchIndex).put(documents);
    await this.app.settle();
  }

  /** Titles of what is found, in order. @throws Error when another engine than the one under test answered */
  async titles(text: string, request: Partial<SearchRequest> = {}, first = 100): Promise<string[]> {
    const { page } = await this.search.ask({ types: ['thing'], text, viewer: VISITOR, ...request });
    const { hits } = await page(pageArgs({ first }));
    await this.expectEngine();
    return this.titlesOf(hits.map(({ id }) => id));
  }

  async titlesOf(ids: readonly string[]): Promise<string[]> {
    const rows = await this.app.get(Db).query<{ id: string; title: string }>(sql`
      select id, fields -> 0 ->> 'text' as title from platform.search_text
      where face = 0 and ${sql.any(sql`id`, ids)}`);
    const titles = new Map(rows.map(({ id, title }) => [id, title]));
    return ids.map((id) => titles.get(id) ?? id);
  }

  async expectEngine(): Promise<void> {
    expect(await this.app.get(Engines).ask((engine) => Promise.resolve(engine.name))).toBe(this.engine);
  }
}

/** How the documents of one test are kept and asked for. */
export interface Contract {
  readonly finder: Finder;
  /** Each test looks among documents of its own. */
  readonly type: string;
  readonly put: (...given: readonly Given[]) => Promise<void>;
  readonly find: (text: string, request?: Partial<SearchRequest>) => Promise<string[]>;
  readonly ask: (text: string, request?: Partial<SearchRequest>) => Promise<SearchAnswer>;
}
