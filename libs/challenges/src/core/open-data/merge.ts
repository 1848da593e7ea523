import { canonical } from '@jihui/kernel';
import { isObject, objectsIn, within, type Json, type JsonObject } from './json.js';

/**
 * What a release says put upon what was said before, as OCDS merges releases into a record (1.1, “Merging”): objects member
 * by member, lists of things with an id by that id, anything else is replaced.
 */
export function merged(before: Json | undefined, after: Json): Json {
  if (isObject(before) && isObject(after)) return mergedObjects(before, after);
  if (haveIds(before) && haveIds(after)) return mergedLists(before, after);
  return after;
}

export function mergedObjects(before: JsonObject, after: JsonObject): JsonObject {
  const members = Object.entries(after).map(([name, value]) => [name, merged(before[name], value)] as const);
  return { ...before, ...Object.fromEntries(members) };
}

type Named = JsonObject & { readonly id: string };

const haveIds = (value: Json | undefined): value is readonly Named[] =>
  Array.isArray(value) && value.every((one: Json) => isObject(one) && typeof one['id'] === 'string');

function mergedLists(before: readonly Named[], after: readonly Named[]): readonly Json[] {
  const now = new Map(after.map((one) => [one.id, one]));
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.map((one) => merged(one, now.get(one.id) ?? one)),
    ...after.filter(({ id }) => !known.has(id)),
  ];
}

/**
 * The next release of a process: all that is public now, upon what was published before. An award that is not spoken of any
 * more was annulled, and is said to be.
 */
export function following(before: JsonObject | undefined, now: JsonObject): JsonObject {
  if (before === undefined) return now;
  const ids = new Set(objectsIn(now['awards']).map(({ id }) => id));
  const annulled = objectsIn(before['awards'])
    .filter(({ id }) => !ids.has(id ?? null))
    .map((award) => ({ ...award, status: 'cancelled' }));
  const awards = [...objectsIn(now['awards']), ...annulled];
  return mergedObjects(before, awards.length === 0 ? now : { ...now, awards });
}

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  canonical(one ?? null) === canonical(other ?? null);

/** Codes of `releaseTag.csv` for what a release tells anew; nothing where it tells nothing. */
export function tagsOf(before: JsonObject | undefined, after: JsonObject): readonly string[] {
  if (before !== undefined && isSame(before, after)) return [];
  const found = [
    ...planningTags(before, after),
    ...tenderTags(before, after),
    ...awardTags(objectsIn(before?.['awards']), objectsIn(after['awards'])),
    ...contractTags(objectsIn(before?.['contracts']), objectsIn(after['contracts'])),
  ];
  // What is left are the parties.
  return found.length === 0 ? ['tenderUpdate'] : [...new Set(found)];
}

function planningTags(before: JsonObject | undefined, after: JsonObject): readonly string[] {
  if (before?.['planning'] === undefined) return after['planning'] === undefined ? [] : ['planning'];
  return isSame(before['planning'], after['planning']) ? [] : ['planningUpdate'];
}

/** Bids have no tag of their own. */
function tenderTags(before: JsonObject | undefined, after: JsonObject): readonly string[] {
  if (before === undefined) return ['tender'];
  const [was, is] = [within(before, 'tender'), within(after, 'tender')];
  if (isSame(was, is) && isSame(before['bids'], after['bids'])) return [];
  if (was['status'] !== is['status'] && is['status'] === 'cancelled') return ['tenderCancellation'];
  return isSame(was['amendments'], is['amendments']) ? ['tenderUpdate'] : ['tenderAmendment'];
}

const earlier = (list: readonly JsonObject[], { id }: JsonObject): JsonObject | undefined =>
  list.find((one) => one['id'] === id);

function awardTags(before: readonly JsonObject[], after: readonly JsonObject[]): readonly string[] {
  return after.flatMap((award) => {
    const was = earlier(before, award);
    if (was === undefined) return ['award'];
    if (isSame(was, award)) return [];
    const ends = was['status'] !== award['status'] && award['status'] === 'cancelled';
    return [ends ? 'awardCancellation' : 'awardUpdate'];
  });
}

function contractTags(before: readonly JsonObject[], after: readonly JsonObject[]): readonly string[] {
  return after.flatMap((contract) => {
    const was = earlier(before, contract);
    return [
      ...(was === undefined ? ['contract'] : changeTags(was, contract)),
      ...implementationTags(was?.['implementation'], contract['implementation']),
    ];
  });
}

function changeTags(was: JsonObject, is: JsonObject): readonly string[] {
  const plain = (contract: JsonObject): JsonObject => ({ ...contract, implementation: null });
  if (isSame(plain(was), plain(is))) return [];
  if (was['status'] !== is['status'] && is['status'] === 'terminated') return ['contractTermination'];
  return isSame(was['amendments'], is['amendments']) ? ['contractUpdate'] : ['contractAmendment'];
}

const implementationTags = (was: Json | undefined, is: Json | undefined): readonly string[] =>
  is === undefined || isSame(was, is) ? [] : [was === undefined ? 'implementation' : 'implementationUpdate'];
