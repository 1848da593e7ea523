import { useNameOf } from '../api/city.js';

interface Ground {
  readonly code: string;
  readonly name: string;
  readonly article?: string | null;
}

/** A ground of refusal in one line: its code, its name in the language of the page, and the article where one is given. */
export function useGroundLine(): (ground: Ground) => string {
  const nameOf = useNameOf();
  return ({ code, name, article }) => {
    const line = `${code} ${nameOf('refusalGrounds', code, name)}`;
    return article ? `${line}（${article}）` : line;
  };
}
