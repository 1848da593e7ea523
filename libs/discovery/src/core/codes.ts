import type { FieldReader } from '@jihui/kernel';

/** Codes among those that a table holds; an unknown one is named at its place. */
export function codesFrom(
  reader: FieldReader,
  path: string,
  label: string,
  sent: readonly string[] | null | undefined,
  known: (code: string) => boolean,
  items = 10,
): string[] {
  const codes = reader.texts(path, label, sent, { items, max: 20 });
  codes.forEach((code, index) => reader.codeOf(`${path}.${index}`, label, code, known));
  return codes;
}
