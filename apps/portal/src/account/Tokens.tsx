import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Dialog } from '../design/Dialog.js';
import { ErrorsProvider, Field, TextInput } from '../design/Field.js';
import { Notice, Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { When } from '../design/Values.js';
import type { AccountQuery } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { accountWords } from './words.js';

const CreateAccessTokenDocument = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      accessToken {
        id
      }
      secret
      clientMutationId
    }
  }
`);

const RevokeAccessTokenDocument = graphql(`
  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {
    revokeAccessToken(input: $input) {
      accessToken {
        id
        revokedAt
      }
      clientMutationId
    }
  }
`);

/** Tokens for programs. */
export function Tokens({ tokens, onChange }: { tokens: AccountQuery['myTokens']; onChange: () => void }) {
  const t = useWords(accountWords);
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const revoke = useCommand(RevokeAccessTokenDocument);
  const end = (tokenId: string): void => {
    void revoke.run({ tokenId }).then((outcome) => outcome.ok && onChange());
  };
  return (
    <>
      <p className="quiet">{t.tokensIntro}</p>
      {secret && (
        <Notice tone="good" icon="lock">
          <p>{t.tokenShown}</p>
          <code className="mono">{secret}</code>
        </Notice>
      )}
      {tokens.length === 0 ? (
        <p>{t.noTokens}</p>
      ) : (
        <DataTable
          caption={t.tokens}
          rows={tokens}
          keyOf={(token) => token.id}
          columns={[
            { key: 'name', title: t.tokenName, render: (token) => token.name },
            {
              key: 'prefix',
              title: t.tokens,
              render: (token) => <span className="mono">{token.prefix}…</span>,
            },
            { key: 'used', title: t.lastSeen, render: (token) => <When at={token.lastUsedAt} /> },
            { key: 'expires', title: t.expires, render: (token) => <When at={token.expiresAt} /> },
            {
              key: 'revoke',
              title: t.revoke,
              render: (token) =>
                token.revokedAt ? (
                  t.revoked
                ) : (
                  <Button size="small" busy={revoke.busy} onClick={() => end(token.id)}>
                    {t.revoke}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <Refusal failure={revoke.failure} />
      <div>
        <Button icon="plus" onClick={() => setCreating(true)}>
          {t.createToken}
        </Button>
      </div>
      {creating && (
        <CreateToken
          onClose={(created) => {
            setCreating(false);
            setSecret(created);
            if (created) onChange();
          }}
        />
      )}
    </>
  );
}

function CreateToken({ onClose }: { onClose: (secret: string | null) => void }) {
  const t = useWords(accountWords);
  const c = useWords(common);
  const toast = useToast();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [password, setPassword] = useState('');
  const create = useCommand(CreateAccessTokenDocument);
  const submit = async (): Promise<void> => {
    const outcome = await create.run({
      name: name.trim(),
      expiresInDays: Number.parseInt(days, 10) || 0,
      password,
    });
    if (!outcome.ok) return;
    toast(t.saved);
    onClose(outcome.data.createAccessToken.secret ?? null);
  };
  return (
    <Dialog
      open
      title={t.createToken}
      onClose={() => onClose(null)}
      footer={
        <>
          <Button onClick={() => onClose(null)}>{c.cancel}</Button>
          <Button tone="primary" busy={create.busy} onClick={() => void submit()}>
            {t.createToken}
          </Button>
        </>
      }
    >
      <ErrorsProvider value={create.failure?.violations ?? []}>
        <Field label={t.tokenName} path="name" required>
          <TextInput value={name} onChange={setName} />
        </Field>
        <Field label={t.tokenDays} path="expiresInDays" required>
          <TextInput value={days} onChange={setDays} inputMode="numeric" />
        </Field>
        <Field label={t.currentPassword} path="password" required>
          <TextInput
            type="password"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
          />
        </Field>
      </ErrorsProvider>
      <Refusal failure={create.failure} />
    </Dialog>
  );
}
