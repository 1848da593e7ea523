import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../design/Button.js';
import { Notice } from '../design/States.js';
import type { ResultPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { useSay } from '../i18n/say.js';
import { detail } from './detailWords.js';

const NdaDialog = lazy(() => import('./NdaDialog.js').then((module) => ({ default: module.NdaDialog })));

/** Why some content is not shown, and the step that shows it. */
export function AccessPanel({
  notice,
  listingId,
}: {
  notice: ResultPageFragment['accessNotice'];
  listingId: string;
}) {
  const t = useWords(detail);
  const say = useSay();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  if (!notice) return null;
  return (
    <Notice icon="lock">
      <strong>{t.hidden}</strong>
      <p>{say(notice.message)}</p>
      {notice.code === 'SIGN_IN' ? (
        <Button size="small" to={`/sign-in?next=${encodeURIComponent(pathname)}`}>
          {t.signIn}
        </Button>
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          {t.acceptNda}
        </Button>
      )}
      {open && (
        <Suspense>
          <NdaDialog listingId={listingId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Notice>
  );
}
