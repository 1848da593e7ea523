import { useEffect, useState } from 'react';
import { Figure, Figures } from '../design/Figure.js';
import { Bone } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useWords } from '../i18n/index.js';
import { operationWords } from './operationWords.js';

interface Readiness {
  readonly parts: Readonly<Record<string, 'ok' | 'away'>>;
}

/** What `/readyz` says of each part: it is told by whichever process serves this page, with the services behind it. */
function useReadiness(): Readiness | null | undefined {
  const [readiness, setReadiness] = useState<Readiness | null>();
  useEffect(() => {
    const leaving = new AbortController();
    fetch('/readyz', { signal: leaving.signal })
      // 503 names the parts as well.
      .then((answer) => answer.json() as Promise<Readiness>)
      .then(setReadiness)
      .catch(() => {
        if (!leaving.signal.aborted) setReadiness(null);
      });
    return () => leaving.abort();
  }, []);
  return readiness;
}

/** Each part by its name, and whether it answers. */
export function Parts() {
  const t = useWords(operationWords);
  const readiness = useReadiness();
  if (readiness === undefined) return <Bone height={56} />;
  if (readiness === null) return <p className="quiet">{t.partsUnknown}</p>;
  return (
    <Figures>
      {Object.entries(readiness.parts).map(([name, state]) => (
        <Figure
          key={name}
          label={t.partNames[name] ?? t.domains[name] ?? name}
          value={
            <StatusTag tone={state === 'ok' ? 'good' : 'refused'}>
              {state === 'ok' ? t.answers : t.away}
            </StatusTag>
          }
        />
      ))}
    </Figures>
  );
}
