import { filled, isObject, type Json, type JsonObject } from './json.js';
import { EXTENSIONS } from './release.js';

/** What stands before every release and package of one city. */
export interface Publisher {
  readonly name: string;
  /** The prefix of its OCIDs. */
  readonly prefix: string;
  /** Address of the platform, without a slash at its end. */
  readonly url: string;
  readonly license: string | undefined;
}

/** A release as it is kept: without what depends on where it is given out, its ocid and its addresses. */
export interface KeptRelease {
  readonly process: string;
  /** 1 for the first of its process. */
  readonly place: number;
  readonly at: Date;
  readonly tags: readonly string[];
  readonly body: JsonObject;
}

export const ROUTE = '/open-data/ocds';
export const recordRoute = (process: string): string => `${ROUTE}/records/${process}`;
const EXTENSION = (name: string): string =>
  `https://raw.githubusercontent.com/open-contracting-extensions/${name}/master/extension.json`;

export const ocidOf = ({ prefix }: Publisher, process: string): string => `${prefix}-${process}`;
const idOf = (publisher: Publisher, { process, place }: KeptRelease): string =>
  `${ocidOf(publisher, process)}-${place}`;
export const releaseRoute = ({ process, place }: Pick<KeptRelease, 'process' | 'place'>): string =>
  `${ROUTE}/releases/${process}/${place}`;

/** Addresses of this platform, which are kept without it, completed. */
function withAddresses(value: Json, url: string): Json {
  if (Array.isArray(value)) return value.map((one: Json) => withAddresses(one, url));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'url' && typeof member === 'string' && member.startsWith('/')
        ? `${url}${member}`
        : withAddresses(member, url),
    ]),
  );
}

export function releaseIn(publisher: Publisher, release: KeptRelease): JsonObject {
  const { process, at, tags, body } = release;
  const head = { ocid: ocidOf(publisher, process), id: idOf(publisher, release), date: at.toISOString() };
  return {
    ...{ ...head, tag: [...tags] },
    ...related(publisher, process),
    ...(withAddresses(body, publisher.url) as JsonObject),
  };
}

/** A second round (二次发榜) follows a process that came to nothing. */
function related(publisher: Publisher, process: string): JsonObject {
  const [, code, round] = /^(.*)-R(\d+)$/.exec(process) ?? [];
  if (code === undefined) return {};
  const identifier = ocidOf(publisher, round === '2' ? code : `${code}-R${Number(round) - 1}`);
  const before = { id: '1', relationship: ['unsuccessfulProcess'], scheme: 'ocid', identifier };
  return { relatedProcesses: [before] };
}

/**
 * The record of a process: its releases, oldest first, and what they come to. Every release holds all that was public, so that
 * the newest is what merging them gives.
 * @param whole whether the releases stand in it, or only where each is
 */
export function recordIn(publisher: Publisher, releases: readonly KeptRelease[], whole: boolean): JsonObject {
  const [newest] = releases.slice(-1);
  if (newest === undefined) throw new Error('a record without a release');
  const compiled = releaseIn(publisher, newest);
  const linked = (release: KeptRelease): JsonObject => ({
    url: `${publisher.url}${releaseRoute(release)}#${idOf(publisher, release)}`,
    date: release.at.toISOString(),
    tag: [...release.tags],
  });
  return {
    ocid: ocidOf(publisher, newest.process),
    releases: releases.map((release) => (whole ? releaseIn(publisher, release) : linked(release))),
    compiledRelease: {
      ...compiled,
      id: `${compiled['ocid'] as string}-compiled-${newest.place}`,
      tag: ['compiled'],
    },
  };
}

/** @param at when the newest of its contents was published: a package says the same until something new is in it */
export function packageOf(
  publisher: Publisher,
  path: string,
  at: Date,
  contents: JsonObject,
  next: string | null,
): JsonObject {
  const { name, url, license } = publisher;
  return filled({
    ...{ uri: `${url}${path}`, version: '1.1', extensions: EXTENSIONS.map(EXTENSION) },
    ...{ publishedDate: at.toISOString(), publisher: { name, uri: url }, license },
    ...contents,
    links: next === null ? {} : { next: `${url}${next}` },
  });
}
