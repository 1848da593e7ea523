import { useQuery } from 'urql';
import { Button } from '../design/Button.js';
import { Refusal } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { SignInWaysDocument } from './oidcDocuments.js';
import { useOidc } from './oidcJourney.js';
import { oidcWords } from './oidcWords.js';

/** Ways in by an issuer's word, where the platform has any. */
export function OidcButtons({ next }: { next: string }) {
  const t = useWords(oidcWords);
  const [{ data }] = useQuery({ query: SignInWaysDocument });
  const oidc = useOidc({ purpose: 'SIGN_IN', next });
  const issuers = data?.signInWays.oidc ?? [];
  if (issuers.length === 0) return null;
  return (
    <>
      <p className="quiet" style={{ textAlign: 'center', margin: '12px 0' }}>
        {t.or}
      </p>
      <Refusal failure={oidc.failure} />
      <div className="stack" style={{ gap: 12 }}>
        {issuers.map(({ issuer, name }) => (
          <Button key={issuer} size="large" block busy={oidc.busy} onClick={() => oidc.go(issuer)}>
            {t.signInBy(name)}
          </Button>
        ))}
      </div>
    </>
  );
}
