import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import { Field, SelectInput, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { useWords } from '../../i18n/index.js';
import type { Contract } from '../types.js';
import { workloadWords } from './workloadWords.js';

const ReassignDocument = graphql(`
  mutation ReassignReview($input: ReassignReviewInput!) {
    reassignReview(input: $input) {
      clientMutationId
      contract {
        id
        version
        state
      }
    }
  }
`);

/** 指派: the administrator gives the review to a registrar who may do it. */
export function AssignForm({ contract, onClose }: { contract: Contract; onClose: () => void }) {
  const t = useWords(workloadWords);
  const reassign = useCommand(ReassignDocument);
  const [personId, setPersonId] = useKept('assign', 'personId', '');
  const [reason, setReason] = useKept('assign', 'reason', '');
  return (
    <FormDialog
      kept="assign"
      title={t.assign}
      done={t.assigned}
      onClose={onClose}
      disabled={personId === ''}
      onSubmit={() => reassign.run({ id: contract.id, expectedVersion: contract.version, personId, reason })}
    >
      <p>{t.assignAsk}</p>
      <Field label={t.assignTo} path="personId" required>
        <SelectInput
          value={personId}
          placeholder={t.choose}
          choices={contract.assignees.map((registrar) => ({
            value: registrar.personId,
            label: registrar.name,
          }))}
          onChange={setPersonId}
        />
      </Field>
      <Field label={t.assignReason} path="reason" required>
        <TextInput value={reason} onChange={setReason} />
      </Field>
    </FormDialog>
  );
}
