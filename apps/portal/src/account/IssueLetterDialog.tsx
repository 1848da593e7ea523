import { useState } from 'react';
import { useQuery } from 'urql';
import { useToday } from '../api/city.js';
import { useCommand } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { Button } from '../design/Button.js';
import { DateInput } from '../design/DateInput.js';
import { Dialog } from '../design/Dialog.js';
import { CheckBoxes, ErrorsProvider, Field, SelectInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { StoredFile } from '../design/upload.js';
import { UploadList } from '../design/UploadList.js';
import type { AuthorisationMatter } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { MembersDocument } from './memberDocuments.js';
import type { Organisation } from './types.js';
import { organisationWords } from './organisationWords.js';
import { matters } from './terms.js';

const IssueLetterDocument = graphql(`
  mutation IssueLetter($input: IssueAuthorisationLetterInput!) {
    issueAuthorisationLetter(input: $input) {
      authorisationLetter {
        id
      }
      clientMutationId
    }
  }
`);

/** Files a sealed letter of authorisation for a member. */
export function IssueLetterDialog({
  organisation,
  onClose,
  onDone,
}: {
  organisation: Organisation;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useWords(organisationWords);
  const c = useWords(common);
  const names = useWords(matters);
  const toast = useToast();
  const today = useToday();
  const [members] = useQuery({ query: MembersDocument, variables: { organisationId: organisation.id } });
  const [personId, setPerson] = useState('');
  const [chosen, setChosen] = useState<AuthorisationMatter[]>([]);
  const [validFrom, setFrom] = useState(today);
  const [validTo, setTo] = useState('');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const issue = useCommand(IssueLetterDocument);
  const people = (members.data?.members.edges ?? []).flatMap(({ node }) =>
    node.state === 'ACTIVE' && node.person ? [{ value: node.person.id, label: node.person.displayName }] : [],
  );
  const save = async (): Promise<void> => {
    const outcome = await issue.run({
      organisationId: organisation.id,
      personId,
      matters: chosen,
      validFrom,
      validTo,
      fileId: files[0]?.id ?? '',
    });
    if (!outcome.ok) return;
    toast(t.issued);
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      title={t.issue}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{c.cancel}</Button>
          <Button tone="primary" busy={issue.busy} onClick={() => void save()}>
            {t.issue}
          </Button>
        </>
      }
    >
      <ErrorsProvider value={issue.failure?.violations ?? []}>
        <Field label={t.handler} path="personId" required>
          <SelectInput value={personId} onChange={setPerson} choices={people} placeholder={t.choose} />
        </Field>
        <Field label={t.matters} path="matters" required group>
          <CheckBoxes
            values={chosen}
            choices={choicesFrom(names)}
            onChange={(values) => setChosen(values as AuthorisationMatter[])}
          />
        </Field>
        <Field label={t.from} path="validFrom" required>
          <DateInput value={validFrom} onChange={(day) => setFrom(day ?? '')} />
        </Field>
        <Field label={t.to} path="validTo" required>
          <DateInput value={validTo} onChange={(day) => setTo(day ?? '')} />
        </Field>
        <Field label={t.scan} path="fileId" required group>
          <UploadList domain="identity" files={files} onChange={setFiles} max={1} accept=".pdf,image/*" />
        </Field>
      </ErrorsProvider>
      <Refusal failure={issue.failure} />
    </Dialog>
  );
}
