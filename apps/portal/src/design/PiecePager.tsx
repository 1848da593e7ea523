import { useState } from 'react';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { Button } from './Button.js';

/** Which piece of a list is shown where the address says nothing of it, as in a dialog. */
export interface Piece {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

export function usePieces(size: number): {
  readonly piece: Piece;
  readonly next: (endCursor: string) => void;
  readonly previous: (startCursor: string) => void;
} {
  const [piece, setPiece] = useState<Piece>({ first: size });
  return {
    piece,
    next: (after) => setPiece({ first: size, after }),
    previous: (before) => setPiece({ last: size, before }),
  };
}

/** Back and forth through a list in a dialog; nothing where all of it is shown. */
export function PiecePager({
  info,
  pieces,
}: {
  readonly info: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor?: string | null;
    readonly endCursor?: string | null;
  };
  readonly pieces: ReturnType<typeof usePieces>;
}) {
  const c = useWords(common);
  if (!info.hasNextPage && !info.hasPreviousPage) return null;
  return (
    <div className="spread">
      <Button
        size="small"
        disabled={!info.hasPreviousPage}
        onClick={() => pieces.previous(info.startCursor ?? '')}
      >
        {c.previous}
      </Button>
      <Button size="small" disabled={!info.hasNextPage} onClick={() => pieces.next(info.endCursor ?? '')}>
        {c.next}
      </Button>
    </div>
  );
}
