import { useQuery } from 'urql';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { Section } from '../design/DetailPage.js';
import { Heading } from '../design/ListPage.js';
import { FailureState, Skeleton } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { Erase } from './Erase.js';
import { FactorState } from './FactorState.js';
import { OidcLinks } from './OidcLinks.js';
import { PasswordForm, PhoneForm, ProfileForm } from './ProfileForms.js';
import { secondFactorWords } from './secondFactorWords.js';
import { Sessions } from './Sessions.js';
import { Tokens } from './Tokens.js';
import { accountWords } from './words.js';

const AccountDocument = graphql(`
  query Account {
    viewer {
      person {
        id
        version
        displayName
        email
        phone
      }
    }
    mySessions {
      id
      current
      userAgent
      address
      lastSeenAt
      expiresAt
    }
    mySecondFactor {
      enabledAt
      recoveryCodesLeft
      required
    }
    myTokens {
      id
      name
      prefix
      createdAt
      lastUsedAt
      expiresAt
      revokedAt
    }
  }
`);

/** One's own account: profile, password, phone, devices, tokens. */
export function AccountPage() {
  const t = useWords(accountWords);
  const f = useWords(secondFactorWords);
  const [result, ask] = useQuery({ query: AccountDocument, requestPolicy: 'cache-and-network' });
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  const person = result.data?.viewer?.person;
  return (
    <div className="wrap" style={{ maxWidth: 820 }}>
      <Heading title={t.account} />
      {result.error && !person && <FailureState failure={failureOf(result.error)} onRetry={refresh} />}
      {!person && result.fetching && <Skeleton cards={3} />}
      {person && result.data && (
        <div className="stack" style={{ gap: 32 }}>
          <Section title={t.profile}>
            <ProfileForm key={person.version} person={person} />
          </Section>
          <Section title={t.phoneSection}>
            <PhoneForm person={person} />
          </Section>
          <Section title={t.changePassword}>
            <PasswordForm />
          </Section>
          <Section title={f.title}>
            <FactorState factor={result.data.mySecondFactor} />
            <div>
              <Button to="/account/second-factor">
                {result.data.mySecondFactor.enabledAt ? f.manage : f.enable}
              </Button>
            </div>
          </Section>
          <OidcLinks />
          <Section title={t.sessions}>
            <Sessions sessions={result.data.mySessions} onChange={refresh} />
          </Section>
          <Section title={t.tokens}>
            <Tokens tokens={result.data.myTokens} onChange={refresh} />
          </Section>
          <Section title={t.erase}>
            <Erase version={person.version} />
          </Section>
        </div>
      )}
    </div>
  );
}

export { AccountPage as Component };
