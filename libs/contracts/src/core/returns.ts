import type { Violation } from '@jihui/kernel';
import type { ContractForm, Deficiency } from './contract.js';
import { ContractCodes } from './errors.js';

/** What an earlier return for correction told, and what its reviewer had on the table. */
export interface EarlierReturn {
  readonly at: Date;
  readonly deficiencies: readonly Deficiency[];
  /** As it was then; null for returns from before it was kept. */
  readonly form: ContractForm | null;
}

/** A file as it is on the table now. */
interface PresentFile {
  readonly kind: string;
  readonly createdAt: Date;
}

const valueAt = (form: ContractForm, path: string): string =>
  JSON.stringify(
    path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], form) ??
      null,
  );

/** Whether what the path names has come or changed since that return. */
function isNewSince(
  path: string,
  form: ContractForm,
  files: readonly PresentFile[],
  earlier: EarlierReturn,
): boolean {
  if (path === '') return false;
  if (path === 'files' || path.startsWith('files.')) {
    const kind = path.split('.')[1];
    return files.some((file) => file.createdAt > earlier.at && (kind === undefined || file.kind === kind));
  }
  // What stood there then is not known: nobody is blamed for it.
  return earlier.form === null || valueAt(form, path) !== valueAt(earlier.form, path);
}

const toldIn = ({ path, message }: Deficiency, earlier: EarlierReturn): boolean =>
  earlier.deficiencies.some((told) => (path === '' ? told.message === message : told.path === path));

/**
 * 一次性告知: what is asked for again must have been told before, or be about something that has come or
 * changed since; whatever could have been seen the first time carries the reason why it was not told.
 */
export function lateViolations(
  deficiencies: readonly Deficiency[],
  form: ContractForm,
  files: readonly PresentFile[],
  earlier: readonly EarlierReturn[],
): readonly Violation[] {
  const first = earlier[0];
  if (first === undefined) return [];
  return deficiencies.flatMap((deficiency, index) => {
    const told = earlier.some((one) => toldIn(deficiency, one));
    if (told || isNewSince(deficiency.path, form, files, first) || (deficiency.lateReason ?? '') !== '')
      return [];
    return [
      {
        path: `deficiencies.${index}.lateReason`,
        code: ContractCodes.LATE_DEFICIENCY,
        message: '该事项首次审查时已可发现而未一次告知，请写明原因',
      },
    ];
  });
}
