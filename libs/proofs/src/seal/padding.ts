/**
 * The length that a text of this length is padded to before it is sealed, so that the size of what is sealed tells
 * little of what is inside: Padmé (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and
 * Communication with PURBs", 2019, section 4): at most 12 % more, and only O(log log length) bits are told.
 * @param length in bytes, at least 0
 */
export function paddedLength(length: number): number {
  if (length < 2) return length;
  const exponent = Math.floor(Math.log2(length));
  const bits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - bits);
  return Math.ceil(length / step) * step;
}
