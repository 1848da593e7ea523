import { useEffect, useState } from 'react';

/** Long enough that a word typed in Chinese is whole, short enough that one need not ask. */
export const REST_MS = 250;

/** What was typed, trimmed, once the typing has rested: what a search asks for while one types. */
export function useRested(typed: string): string {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return text;
}
