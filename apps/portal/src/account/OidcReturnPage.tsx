import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useCommand } from '../api/command.js';
import { useSession } from '../app/session.js';
import { Button } from '../design/Button.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { CODE_ASKED, CodeStep } from './CodeStep.js';
import { NarrowPage } from './Narrow.js';
import { CompleteOidcDocument } from './oidcDocuments.js';
import { keptErrand } from './oidcJourney.js';
import { oidcWords } from './oidcWords.js';

/** Where the browser comes back to from the issuer. What stands in the address is good once, and is taken out of it at once. */
export function OidcReturnPage() {
  const t = useWords(oidcWords);
  const toast = useToast();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { restart } = useSession();
  const complete = useCommand(CompleteOidcDocument);
  const begun = useRef(false);
  const [{ purpose, next }] = useState(keptErrand);
  const links = purpose === 'LINK';
  const goOn = (): void => {
    restart();
    void navigate(next, { replace: true });
  };
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    history.replaceState(history.state, '', location.pathname);
    void complete.run({ returned: `${pathname}${search}` }).then(({ ok }) => {
      if (!ok) return;
      if (links) toast(t.linkedNow);
      goOn();
    });
  });
  const { failure } = complete;
  if (failure?.code === CODE_ASKED)
    return (
      <NarrowPage title={t.returning}>
        <CodeStep onSignedIn={goOn} onBack={() => void navigate('/sign-in', { replace: true })} />
      </NarrowPage>
    );
  if (!failure)
    return (
      <NarrowPage title={links ? t.linking : t.returning}>
        <p className="quiet" role="status">
          {t.wait}
        </p>
      </NarrowPage>
    );
  return (
    <NarrowPage title={links ? t.notLinked : t.notSignedIn}>
      <div className="stack">
        <Refusal failure={failure} />
        <Button to={links ? next : '/sign-in'} tone="primary" block>
          {links ? t.toAccount : t.again}
        </Button>
      </div>
    </NarrowPage>
  );
}

export { OidcReturnPage as Component };
