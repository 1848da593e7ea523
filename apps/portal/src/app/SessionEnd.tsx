import { lazy, Suspense, useEffect, useState } from 'react';
import { onSessionEnd } from '../api/sessionEnd.js';
import { useViewer } from '../api/viewer.js';

const SignInAgain = lazy(() =>
  import('./SignInAgain.js').then((module) => ({ default: module.SignInAgain })),
);

/** Lets a person whose session has ended sign in again where they are: the page and its open form stay as they were. */
export function SessionEnd() {
  const { viewer } = useViewer();
  const [answer, setAnswer] = useState<((signedIn: boolean) => void) | null>(null);
  useEffect(() => {
    if (!viewer) return undefined;
    onSessionEnd(() => new Promise((resolve) => setAnswer(() => resolve)));
    return () => onSessionEnd(null);
  }, [viewer]);
  if (!viewer || !answer) return null;
  return (
    <Suspense>
      <SignInAgain
        viewer={viewer}
        onDone={(signedIn) => {
          setAnswer(null);
          // Who does not want to is not asked at every request; the next page asks for it.
          if (!signedIn) onSessionEnd(null);
          answer(signedIn);
        }}
      />
    </Suspense>
  );
}
