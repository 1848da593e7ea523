import { lazy, Suspense, useEffect, useState } from 'react';
import { onProofAsked } from '../api/proof.js';
import { useViewer } from '../api/viewer.js';

const Reauthenticate = lazy(() =>
  import('./Reauthenticate.js').then((module) => ({ default: module.Reauthenticate })),
);

/** Lets a person prove to be themselves where they are, and the act that asked for it goes on. */
export function ProofAsked() {
  const { viewer } = useViewer();
  const [answer, setAnswer] = useState<((proven: boolean) => void) | null>(null);
  useEffect(() => {
    if (!viewer) return undefined;
    onProofAsked(() => new Promise((resolve) => setAnswer(() => resolve)));
    return () => onProofAsked(null);
  }, [viewer]);
  if (!viewer || !answer) return null;
  return (
    <Suspense>
      <Reauthenticate
        onDone={(proven) => {
          setAnswer(null);
          answer(proven);
        }}
      />
    </Suspense>
  );
}
