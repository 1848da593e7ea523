import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { OidcLinksDocument, UnlinkOidcDocument } from './oidcDocuments.js';
import { useOidc } from './oidcJourney.js';
import { oidcWords } from './oidcWords.js';

/** Identities of issuers by which one signs in to this account; nothing where the platform has no issuer. */
export function OidcLinks() {
  const t = useWords(oidcWords);
  const toast = useToast();
  const [{ data }, ask] = useQuery({ query: OidcLinksDocument, requestPolicy: 'cache-and-network' });
  const oidc = useOidc({ purpose: 'LINK', next: '/account' });
  const unlink = useCommand(UnlinkOidcDocument);
  const issuers = data?.signInWays.oidc ?? [];
  if (!data || issuers.length === 0) return null;
  const nameOf = (address: string): string =>
    issuers.find(({ issuer }) => issuer === address)?.name ?? address;
  const end = async (linkId: string): Promise<void> => {
    const outcome = await unlink.run({ linkId });
    if (!outcome.ok) return;
    toast(t.unlinked);
    ask({ requestPolicy: 'network-only' });
  };
  return (
    <Section title={t.title}>
      <p className="quiet">{t.intro(issuers.map(({ name }) => name))}</p>
      {data.myOidcLinks.length > 0 && (
        <DataTable
          caption={t.title}
          rows={data.myOidcLinks}
          keyOf={(link) => link.id}
          columns={[
            { key: 'issuer', title: t.issuer, render: (link) => nameOf(link.issuer) },
            { key: 'linked', title: t.linked, render: (link) => <When at={link.linkedAt} /> },
            {
              key: 'used',
              title: t.used,
              render: (link) => (link.lastUsedAt ? <When at={link.lastUsedAt} /> : t.never),
            },
            {
              key: 'unlink',
              title: t.unlink,
              render: (link) => (
                <Button size="small" busy={unlink.busy} onClick={() => void end(link.id)}>
                  {t.unlink}
                </Button>
              ),
            },
          ]}
        />
      )}
      <Refusal failure={unlink.failure ?? oidc.failure} />
      <div className="row">
        {issuers.map(({ issuer, name }) => (
          <Button key={issuer} busy={oidc.busy} onClick={() => oidc.go(issuer)}>
            {t.link(name)}
          </Button>
        ))}
      </div>
    </Section>
  );
}
