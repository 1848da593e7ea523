import { Injectable } from '@nestjs/common';
import { Codes, DomainError, notFound } from '@jihui/kernel';
import { City, Config, pageArgs, type Connection, type PageArgs } from '@jihui/platform';
import type { JsonObject } from '../core/open-data/json.js';
import {
  packageOf,
  recordIn,
  recordRoute,
  releaseIn,
  releaseRoute,
  ROUTE,
  type Publisher,
} from '../core/open-data/packages.js';
import { OpenDataStore } from '../store/open-data.store.js';

/** A package and when the newest of its contents was published. */
export interface Package {
  readonly body: JsonObject;
  readonly at: Date;
}

/** What the address of a list may say. */
export interface Paging {
  readonly first?: string;
  readonly after?: string;
}

/** Open data as it is given out: packages of releases and of records. */
@Injectable()
export class OpenDataPackages {
  constructor(
    private readonly store: OpenDataStore,
    private readonly city: City,
    private readonly config: Config,
  ) {}

  /** What there is, and where. */
  index(): JsonObject {
    const { url, name, prefix } = this.publisher;
    const about = { title: `${this.city.name}揭榜制榜单开放数据`, standard: 'OCDS 1.1.5', publisher: name };
    return {
      ...{ ...about, ocidPrefix: prefix },
      records: `${url}${ROUTE}/records`,
      releases: `${url}${ROUTE}/releases`,
    };
  }

  /** Every release of a call, newest first. @throws DomainError NOT_FOUND where nothing is published, since a package is never empty */
  async releases(paging: Paging): Promise<Package> {
    const page = await this.store.releases(argsOf(paging));
    const found = page.edges.map(({ node }) => node);
    const [newest] = found;
    if (newest === undefined) throw notFound('开放数据');
    const contents = { releases: found.map((release) => releaseIn(this.publisher, release)) };
    return this.packed('releases', paging, page, newest.at, contents);
  }

  /** Every call's process, what was changed last first. */
  async records(paging: Paging): Promise<Package> {
    const page = await this.store.processes(argsOf(paging));
    const ids = page.edges.map(({ node }) => node);
    const histories = await this.store.histories(ids);
    const found = ids.flatMap((id) => [histories.get(id) ?? []]).filter((releases) => releases.length > 0);
    const newest = found[0]?.at(-1);
    if (newest === undefined) throw notFound('开放数据');
    const contents = { records: found.map((releases) => recordIn(this.publisher, releases, false)) };
    return this.packed('records', paging, page, newest.at, contents);
  }

  /** One process with all that was published of it. */
  async record(process: string): Promise<Package> {
    const releases = await this.store.of(process);
    const newest = releases.at(-1);
    if (newest === undefined) throw notFound('开放数据');
    const path = recordRoute(process);
    const contents = { records: [recordIn(this.publisher, releases, true)] };
    return { body: packageOf(this.publisher, path, newest.at, contents, null), at: newest.at };
  }

  async release(process: string, place: string): Promise<Package> {
    const found = /^[1-9]\d{0,8}$/.test(place) ? await this.store.one(process, Number(place)) : undefined;
    if (found === undefined) throw notFound('开放数据');
    const path = releaseRoute(found);
    const contents = { releases: [releaseIn(this.publisher, found)] };
    return { body: packageOf(this.publisher, path, found.at, contents, null), at: found.at };
  }

  private packed(
    name: string,
    { first, after }: Paging,
    { pageInfo }: Connection<unknown>,
    at: Date,
    contents: JsonObject,
  ): Package {
    const path = (cursor: string | null | undefined): string => {
      const asked = new URLSearchParams({
        ...(first === undefined ? {} : { first }),
        ...(cursor == null ? {} : { after: cursor }),
      }).toString();
      return `${ROUTE}/${name}${asked === '' ? '' : `?${asked}`}`;
    };
    const next = pageInfo.hasNextPage ? path(pageInfo.endCursor) : null;
    return { body: packageOf(this.publisher, path(after), at, contents, next), at };
  }

  private get publisher(): Publisher {
    const { ocidPrefix = `ocds-${this.city.code}`, license } = this.city.openData;
    const { publicUrl: url } = this.config;
    return { name: this.city.registry.authority, prefix: ocidPrefix, url, license };
  }
}

function argsOf({ first, after }: Paging): PageArgs {
  if (first !== undefined && !/^[1-9]\d{0,2}$/.test(first))
    throw new DomainError(Codes.INVALID_INPUT, '每页条数应为正整数');
  return pageArgs({ first: first === undefined ? null : Number(first), after: after ?? null });
}
