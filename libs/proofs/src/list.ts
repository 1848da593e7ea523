/**
 * The entry that must be there.
 * @throws RangeError where it is not: a defect of ours, never a fault of what is checked
 */
export function at<T>(list: readonly T[], place: number): T {
  const entry = list[place];
  if (entry === undefined) throw new RangeError(`nothing at ${place}`);
  return entry;
}

/**
 * The value of a key that must be there.
 * @throws RangeError where it is not
 */
export function of<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`nothing for ${String(key)}`);
  return value;
}
