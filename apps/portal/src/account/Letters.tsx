import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { findAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Dialog } from '../design/Dialog.js';
import { ErrorsProvider, Field, TextArea } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { useToast } from '../design/Toast.js';
import { FileLink } from '../design/UploadList.js';
import type { LettersQuery } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import type { Organisation } from './types.js';
import { organisationWords } from './organisationWords.js';
import { matters } from './terms.js';

const IssueLetterDialog = lazy(() =>
  import('./IssueLetterDialog.js').then((module) => ({ default: module.IssueLetterDialog })),
);

const LettersDocument = graphql(`
  query Letters($organisationId: ID!) {
    authorisationLetters(organisationId: $organisationId, first: 50) {
      edges {
        node {
          id
          version
          matters
          validFrom
          validTo
          inForce
          person {
            id
            displayName
          }
          file {
            id
            name
          }
          availableActions {
            ...ActionFields
          }
        }
      }
    }
  }
`);

const RevokeLetterDocument = graphql(`
  mutation RevokeLetter($input: RevokeAuthorisationLetterInput!) {
    revokeAuthorisationLetter(input: $input) {
      authorisationLetter {
        id
        version
      }
      clientMutationId
    }
  }
`);

type Letter = LettersQuery['authorisationLetters']['edges'][number]['node'];

/** 授权委托书: who handles which matters for the organisation, and until when. */
export function Letters({
  organisation,
  administrator,
}: {
  organisation: Organisation;
  administrator: boolean;
}) {
  const t = useWords(organisationWords);
  const { list } = useWords(common);
  const names = useWords(matters);
  const [issuing, setIssuing] = useState(false);
  const [revoking, setRevoking] = useState<Letter | null>(null);
  const [result, ask] = useQuery({
    query: LettersDocument,
    variables: { organisationId: organisation.id },
    requestPolicy: 'cache-and-network',
  });
  const letters = result.data?.authorisationLetters.edges.map((edge) => edge.node) ?? [];
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <Section
      title={t.letters}
      extra={
        administrator && (
          <Button size="small" icon="plus" onClick={() => setIssuing(true)}>
            {t.issue}
          </Button>
        )
      }
    >
      <p className="quiet">{letters.length === 0 ? t.noLetters : t.lettersIntro}</p>
      {letters.length > 0 && (
        <DataTable
          caption={t.letters}
          rows={letters}
          keyOf={(letter) => letter.id}
          columns={[
            { key: 'person', title: t.handler, render: (letter) => letter.person?.displayName },
            {
              key: 'matters',
              title: t.matters,
              render: (letter) => list(letter.matters.map((matter) => names[matter])),
            },
            {
              key: 'term',
              title: t.to,
              render: (letter) => <span className="num">{`${letter.validFrom} – ${letter.validTo}`}</span>,
            },
            {
              key: 'state',
              title: t.statusColumn,
              render: (letter) => (
                <StatusTag tone={letter.inForce ? 'good' : 'ended'}>
                  {letter.inForce ? t.inForce : t.notInForce}
                </StatusTag>
              ),
            },
            {
              key: 'file',
              title: t.scan,
              render: (letter) => (
                <FileLink href={`/files/identity/${letter.file.id}`}>{letter.file.name}</FileLink>
              ),
            },
            {
              key: 'manage',
              title: t.manage,
              render: (letter) =>
                findAction(letter.availableActions, 'revoke')?.enabled && (
                  <Button size="small" onClick={() => setRevoking(letter)}>
                    {t.revokeLetter}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {issuing && (
        <Suspense>
          <IssueLetterDialog organisation={organisation} onClose={() => setIssuing(false)} onDone={reload} />
        </Suspense>
      )}
      {revoking && <RevokeDialog letter={revoking} onClose={() => setRevoking(null)} onDone={reload} />}
    </Section>
  );
}

function RevokeDialog({
  letter,
  onClose,
  onDone,
}: {
  letter: Letter;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useWords(organisationWords);
  const c = useWords(common);
  const toast = useToast();
  const [reason, setReason] = useState('');
  const revoke = useCommand(RevokeLetterDocument);
  const run = async (): Promise<void> => {
    const outcome = await revoke.run({
      letterId: letter.id,
      expectedVersion: letter.version,
      reason: reason.trim(),
    });
    if (!outcome.ok) return;
    toast(t.done);
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      title={t.revokeLetter}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{c.cancel}</Button>
          <Button tone="danger" busy={revoke.busy} onClick={() => void run()}>
            {t.revokeLetter}
          </Button>
        </>
      }
    >
      <ErrorsProvider value={revoke.failure?.violations ?? []}>
        <Field label={t.why} path="reason" hint={t.whyHint} required>
          <TextArea value={reason} onChange={setReason} max={500} />
        </Field>
      </ErrorsProvider>
      <Refusal failure={revoke.failure} />
    </Dialog>
  );
}
