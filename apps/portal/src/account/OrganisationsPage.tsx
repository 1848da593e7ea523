import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { Card } from '../design/Card.js';
import { Section } from '../design/DetailPage.js';
import { ErrorsProvider, Field, TextArea, TextInput } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Empty, Refusal } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { organisationKinds } from '../listings/terms.js';
import { organisationWords } from './organisationWords.js';
import {
  membershipStates,
  membershipTones,
  organisationStatuses,
  organisationTones,
  roleNames,
} from './terms.js';
import { useNameOf } from '../api/city.js';
import { common } from '../i18n/common.js';

const FindOrganisationsDocument = graphql(`
  query FindOrganisations($text: String!) {
    organisations(filter: { text: $text, statuses: [ACTIVE] }, first: 8) {
      edges {
        node {
          id
          name
          kind
          divisionCode
          divisionName
        }
      }
    }
  }
`);

const RequestMembershipDocument = graphql(`
  mutation RequestMembership($input: RequestMembershipInput!) {
    requestMembership(input: $input) {
      membership {
        id
        state
      }
      clientMutationId
    }
  }
`);

/** The organisations one belongs to, and the ways into one. */
export function OrganisationsPage() {
  const t = useWords(organisationWords);
  const { list } = useWords(common);
  const states = useWords(membershipStates);
  const statuses = useWords(organisationStatuses);
  const roles = useWords(roleNames);
  const { viewer } = useViewer();
  const memberships = (viewer?.memberships ?? []).filter((membership) => membership.state !== 'ENDED');
  return (
    <div className="wrap" style={{ maxWidth: 900 }}>
      <Heading
        title={t.title}
        intro={t.intro}
        actions={
          <Button tone="primary" icon="plus" to="/account/organisations/new">
            {t.register}
          </Button>
        }
      />
      <div className="stack" style={{ gap: 32 }}>
        {memberships.length === 0 ? (
          <Empty title={t.none} icon="building">
            {t.noneText}
          </Empty>
        ) : (
          <ul className="stack">
            {memberships.map((membership) => (
              <li key={membership.id}>
                <Card
                  to={
                    membership.organisation
                      ? `/organisations/${membership.organisation.id}`
                      : '/account/organisations'
                  }
                  title={membership.organisation?.name ?? '—'}
                  corner={
                    <StatusTag tone={membershipTones[membership.state]}>{states[membership.state]}</StatusTag>
                  }
                  meta={[
                    list(membership.roles.map((role) => roles[role])),
                    membership.organisation && (
                      <StatusTag key="s" tone={organisationTones[membership.organisation.status]}>
                        {statuses[membership.organisation.status]}
                      </StatusTag>
                    ),
                  ]}
                />
              </li>
            ))}
          </ul>
        )}
        <Section title={t.join}>
          <Join />
        </Section>
      </div>
    </div>
  );
}

function Join() {
  const t = useWords(organisationWords);
  const nameOf = useNameOf();
  const kinds = useWords(organisationKinds);
  const toast = useToast();
  const { refresh } = useViewer();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const [note, setNote] = useState('');
  const [result] = useQuery({
    query: FindOrganisationsDocument,
    variables: { text: wanted },
    pause: wanted === '',
  });
  const request = useCommand(RequestMembershipDocument);
  const found = result.data?.organisations.edges.map((edge) => edge.node) ?? [];
  const send = async (): Promise<void> => {
    if (!chosen) return;
    const outcome = await request.run({ organisationId: chosen.id, note: note.trim() });
    if (!outcome.ok) return;
    toast(t.requested);
    setChosen(null);
    setNote('');
    refresh();
  };
  return (
    <>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          setChosen(null);
          setWanted(text.trim());
        }}
      >
        <div style={{ flex: 1, minWidth: 240 }}>
          <Field label={t.search} hint={t.joinHint}>
            <TextInput value={text} onChange={setText} />
          </Field>
        </div>
        <Button type="submit" icon="search" busy={result.fetching}>
          {t.search}
        </Button>
      </form>
      {!chosen && (
        <ul className="stack" style={{ gap: 6 }}>
          {found.map((organisation) => (
            <li key={organisation.id} className="spread">
              <span>
                {organisation.name}{' '}
                <span className="quiet">{`${kinds[organisation.kind]} · ${nameOf('divisions', organisation.divisionCode, organisation.divisionName)}`}</span>
              </span>
              <Button size="small" onClick={() => setChosen(organisation)}>
                {t.join}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen && (
        <ErrorsProvider value={request.failure?.violations ?? []}>
          <h3>{chosen.name}</h3>
          <Field label={t.note} path="note" hint={t.noteHint} required>
            <TextArea value={note} onChange={setNote} max={500} />
          </Field>
          <Refusal failure={request.failure} />
          <div>
            <Button tone="primary" busy={request.busy} onClick={() => void send()}>
              {t.join}
            </Button>
          </div>
        </ErrorsProvider>
      )}
    </>
  );
}

export { OrganisationsPage as Component };
