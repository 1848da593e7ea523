import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { StatusTag } from '../design/StatusTag.js';
import { Refusal } from '../design/States.js';
import { When } from '../design/Values.js';
import type { AccountQuery } from '../gql/graphql.js';
import { Tip } from '../design/Tip.js';
import { useWords } from '../i18n/index.js';
import { deviceOf } from './device.js';
import { accountWords } from './words.js';

const RevokeSessionDocument = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      sessionId
      clientMutationId
    }
  }
`);

/** Signed-in devices, each of which one can sign out. */
export function Sessions({
  sessions,
  onChange,
}: {
  sessions: AccountQuery['mySessions'];
  onChange: () => void;
}) {
  const t = useWords(accountWords);
  const revoke = useCommand(RevokeSessionDocument);
  const end = (sessionId: string): void => {
    void revoke.run({ sessionId }).then((outcome) => outcome.ok && onChange());
  };
  return (
    <>
      <DataTable
        caption={t.sessions}
        rows={sessions}
        keyOf={(session) => session.id}
        columns={[
          {
            key: 'device',
            title: t.sessions,
            render: ({ userAgent }) => (
              <Tip text={userAgent} dotted>
                {deviceOf(userAgent) ?? t.unknownDevice}
              </Tip>
            ),
          },
          {
            key: 'address',
            title: 'IP',
            render: (session) => <span className="num">{session.address}</span>,
          },
          { key: 'seen', title: t.lastSeen, render: (session) => <When at={session.lastSeenAt} /> },
          {
            key: 'end',
            title: t.signOutDevice,
            render: (session) =>
              session.current ? (
                <StatusTag tone="good">{t.current}</StatusTag>
              ) : (
                <Button size="small" busy={revoke.busy} onClick={() => end(session.id)}>
                  {t.signOutDevice}
                </Button>
              ),
          },
        ]}
      />
      <Refusal failure={revoke.failure} />
    </>
  );
}
