import { useEffect, useState, type RefObject } from 'react';
import type { Failure } from '../api/failure.js';
import { normalPath } from './Field.js';

/**
 * Of a refusal, what has a field in the form is said there, and the first such field takes the focus.
 * @returns what is left to be said for the form as a whole
 */
export function useRefusal(form: RefObject<HTMLElement | null>, failure: Failure | null): Failure | null {
  const [general, setGeneral] = useState<Failure | null>(null);
  useEffect(() => {
    const fieldOf = (path: string): HTMLElement | null =>
      form.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(normalPath(path))}"]`) ?? null;
    setGeneral(
      failure && { ...failure, violations: failure.violations.filter(({ path }) => !fieldOf(path)) },
    );
    const wrong = new Set(failure?.violations.map(({ path }) => fieldOf(path)));
    const fields = [...(form.current?.querySelectorAll<HTMLElement>('[data-path]') ?? [])];
    const first = fields.find((field) => wrong.has(field));
    first?.scrollIntoView({ block: 'center' });
    first?.querySelector<HTMLElement>('input,select,textarea,button')?.focus({ preventScroll: true });
  }, [form, failure]);
  return general;
}
