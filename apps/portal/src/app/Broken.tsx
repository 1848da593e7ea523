import { useEffect } from 'react';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Button } from '../design/Button.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { shell } from './words.js';

/** Shown where a route failed: a missing page, or code that did not arrive. */
export function Broken() {
  const t = useWords(shell);
  const error = useRouteError();
  // Whoever is asked for help with it finds the cause in the browser's console.
  useEffect(() => console.error(error), [error]);
  if (isRouteErrorResponse(error) && error.status === 404) return <Missing />;
  return (
    <Empty
      page
      title={t.broken}
      icon="warn"
      action={
        <Button tone="primary" icon="refresh" onClick={() => location.reload()}>
          {t.reload}
        </Button>
      }
    >
      {t.brokenText}
    </Empty>
  );
}

export function Missing() {
  const t = useWords(shell);
  return (
    <Empty page title={t.missing} action={<Button to="/">{t.home}</Button>}>
      {t.missingText}
    </Empty>
  );
}
