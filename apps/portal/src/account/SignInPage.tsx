import { Link, Navigate, useNavigate } from 'react-router';
import { useViewer } from '../api/viewer.js';
import { useSession } from '../app/session.js';
import { useWords } from '../i18n/index.js';
import { NarrowPage } from './Narrow.js';
import { useNext } from './next.js';
import { OidcButtons } from './OidcButtons.js';
import { SignInForm } from './SignInForm.js';
import { accountWords } from './words.js';

/** The way in; afterwards one goes on to where one wanted. */
export function SignInPage() {
  const t = useWords(accountWords);
  const next = useNext();
  const navigate = useNavigate();
  const { restart } = useSession();
  const { viewer } = useViewer();
  if (viewer) return <Navigate to={next} replace />;
  return (
    <NarrowPage
      title={t.signIn}
      intro={t.signInIntro}
      after={
        <>
          {t.noAccount} <Link to="/register">{t.register}</Link>
        </>
      }
    >
      <SignInForm
        onSignedIn={() => {
          restart();
          void navigate(next, { replace: true });
        }}
      />
      <OidcButtons next={next} />
    </NarrowPage>
  );
}

export { SignInPage as Component };
