import { useState } from 'react';
import { useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { failureOf } from '../api/failure.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { FailureState, Skeleton } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useWords } from '../i18n/index.js';
import { InviteDialog } from './InviteDialog.js';
import { MemberDialog, type MemberAct } from './MemberDialog.js';
import { MembersDocument } from './memberDocuments.js';
import type { Member, Organisation } from './types.js';
import { organisationWords } from './organisationWords.js';
import { membershipStates, membershipTones, roleNames } from './terms.js';
import { common } from '../i18n/common.js';

const ACTS: readonly MemberAct[] = [
  'approve',
  'refuse',
  'changeRoles',
  'suspend',
  'reinstate',
  'revokeInvitation',
  'withdraw',
  'leave',
  'remove',
];

/** Who belongs to the organisation and with which roles. */
export function Members({
  organisation,
  administrator,
}: {
  organisation: Organisation;
  administrator: boolean;
}) {
  const t = useWords(organisationWords);
  const { list } = useWords(common);
  const roles = useWords(roleNames);
  const states = useWords(membershipStates);
  const { refresh } = useViewer();
  const [result, ask] = useQuery({
    query: MembersDocument,
    variables: { organisationId: organisation.id },
    requestPolicy: 'cache-and-network',
  });
  const [inviting, setInviting] = useState(false);
  const [acting, setActing] = useState<{ member: Member; act: MemberAct } | null>(null);
  const members = result.data?.members.edges.map((edge) => edge.node);
  const reload = (): void => {
    ask({ requestPolicy: 'network-only' });
    refresh();
  };
  return (
    <Section
      title={t.members}
      extra={
        administrator && (
          <Button size="small" icon="plus" onClick={() => setInviting(true)}>
            {t.invite}
          </Button>
        )
      }
    >
      {result.error && !members && <FailureState failure={failureOf(result.error)} onRetry={reload} />}
      {!members && result.fetching && <Skeleton cards={1} />}
      {members && (
        <DataTable
          caption={t.members}
          rows={members}
          keyOf={(member) => member.id}
          columns={[
            {
              key: 'person',
              title: t.person,
              render: (member) => (
                <>
                  {member.person?.displayName ?? member.email}
                  {member.state === 'REQUESTED' && member.note && <p className="quiet">{member.note}</p>}
                </>
              ),
            },
            {
              key: 'roles',
              title: t.role,
              render: (member) => list(member.roles.map((role) => roles[role])),
            },
            {
              key: 'state',
              title: t.statusColumn,
              render: (member) => (
                <StatusTag tone={membershipTones[member.state]}>{states[member.state]}</StatusTag>
              ),
            },
            {
              key: 'manage',
              title: t.manage,
              render: (member) => (
                <span className="row" style={{ gap: 6 }}>
                  {ACTS.filter((act) => findAction(member.availableActions, act)?.enabled).map((act) => (
                    <Button key={act} size="small" onClick={() => setActing({ member, act })}>
                      {t.member[act]}
                    </Button>
                  ))}
                </span>
              ),
            },
          ]}
        />
      )}
      {inviting && (
        <InviteDialog organisation={organisation} onClose={() => setInviting(false)} onDone={reload} />
      )}
      {acting && (
        <MemberDialog
          organisation={organisation}
          member={acting.member}
          act={acting.act}
          onClose={() => setActing(null)}
          onDone={reload}
        />
      )}
    </Section>
  );
}
