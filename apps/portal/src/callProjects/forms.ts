import { useWords } from '../i18n/index.js';
import type { ActForm, Asked, AskedFiles, Entered } from './ActForm.js';
import { actWords } from './actWords.js';
import { textOf } from './entered.js';
import type { Project } from './ProjectParts.js';

type Run = Parameters<typeof ActForm>[0]['run'];
/** What an act asks for, and the command that it is. */
export interface Form {
  readonly asked: readonly Asked[];
  readonly files?: AskedFiles;
  readonly run: Run;
}

export const targetOf = ({ id, version }: Project) => ({ id, expectedVersion: version });
export const choices = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Measured values, one field an indicator. */
export const measuring = (project: Project): readonly Asked[] =>
  project.indicators.map(({ indicator: { code, name, unit } }) => ({
    ...{ name: `measured.${code}`, label: `${name}（${unit}）`, kind: 'text' as const, optional: true },
  }));
export const measurementsIn = (project: Project, entered: Entered) =>
  project.indicators.flatMap(({ indicator: { code } }) => {
    const value = textOf(entered, `measured.${code}`).trim();
    return value === '' ? [] : [{ code, value }];
  });

/** What files an act takes; the server says which acts do, and which cannot do without. */
export function useFiles(label: string, optional = false): AskedFiles {
  const { filesHint } = useWords(actWords);
  return { label, hint: filesHint, optional };
}

export function useReason(): readonly Asked[] {
  const t = useWords(actWords);
  return [{ name: 'reason', label: t.reason, hint: t.reasonHint, kind: 'area' }];
}
