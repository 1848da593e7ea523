import { at } from '../list.js';
import { tagged, type Bytes } from '../bytes.js';

/** A binary hash tree over 2^depth leaves, in levels: the leaves first, the root last. */
export type Levels = readonly (readonly Bytes[])[];

const parent = (left: Bytes, right: Bytes): Bytes => tagged('jihui/log-node/1', left, right);

/** @param leaves as many as a power of two */
export function levelsOf(leaves: readonly Bytes[]): Levels {
  const levels: (readonly Bytes[])[] = [leaves];
  for (let level = leaves; level.length > 1;) {
    const next: Bytes[] = [];
    for (let left = 0; left < level.length; left += 2)
      next.push(parent(at(level, left), at(level, left + 1)));
    levels.push(next);
    level = next;
  }
  return levels;
}

export const rootOf = (levels: Levels): Bytes => at(at(levels, levels.length - 1), 0);

/** What a leaf needs beside itself to come to the root, from below. */
export const siblingsOf = (levels: Levels, slot: number): readonly Bytes[] =>
  levels.slice(0, -1).map((level, height) => at(level, (slot >> height) ^ 1));

/** The root that a leaf at this slot leads to with these siblings. */
export const rootFrom = (leaf: Bytes, slot: number, siblings: readonly Bytes[]): Bytes =>
  siblings.reduce(
    (hash, sibling, height) => ((slot >> height) & 1 ? parent(sibling, hash) : parent(hash, sibling)),
    leaf,
  );
