import { useState } from 'react';
import { useQuery } from 'urql';
import { useToday } from '../api/city.js';
import { useCommand, type Outcome } from '../api/command.js';
import { graphql } from '../api/graphql.js';
import { AntdArea } from '../app/AntdArea.js';
import { DateInput } from '../design/DateInput.js';
import { CheckBoxes, Field, SelectInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { StoredFile } from '../design/upload.js';
import { UploadList } from '../design/UploadList.js';
import type { AuthorisationMatter } from '../gql/graphql.js';
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

interface LetterProps {
  readonly organisation: Organisation;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Files a sealed letter of authorisation for a member: with antd, which the page itself, a public one, comes without. */
export const IssueLetterDialog = (props: LetterProps) => (
  <AntdArea>
    <LetterForm {...props} />
  </AntdArea>
);

function LetterForm({ organisation, onClose, onDone }: LetterProps) {
  const t = useWords(organisationWords);
  const names = useWords(matters);
  const today = useToday();
  const [members] = useQuery({ query: MembersDocument, variables: { organisationId: organisation.id } });
  const [personId, setPerson] = useKept('letter', 'personId', '');
  const [chosen, setChosen] = useKept<AuthorisationMatter[]>('letter', 'chosen', []);
  const [validFrom, setFrom] = useKept('letter', 'validFrom', today);
  const [validTo, setTo] = useKept('letter', 'validTo', '');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const issue = useCommand(IssueLetterDocument);
  const people = (members.data?.members.edges ?? []).flatMap(({ node }) =>
    node.state === 'ACTIVE' && node.person ? [{ value: node.person.id, label: node.person.displayName }] : [],
  );
  const save = async (): Promise<Outcome<unknown>> => {
    const outcome = await issue.run({
      organisationId: organisation.id,
      personId,
      matters: chosen,
      validFrom,
      validTo,
      fileId: files[0]?.id ?? '',
    });
    if (outcome.ok) onDone();
    return outcome;
  };
  return (
    <FormDialog title={t.issue} done={t.issued} kept="letter" onClose={onClose} onSubmit={save}>
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
    </FormDialog>
  );
}
