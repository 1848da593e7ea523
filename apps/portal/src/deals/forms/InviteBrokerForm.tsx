import { useCommand } from '../../api/command.js';
import { Field, TextArea } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { useWords } from '../../i18n/index.js';
import { actionWords, formWords } from '../actionWords.js';
import { InviteBrokerDocument } from '../brokerCommands.js';
import { OrganisationPicker } from '../OrganisationPicker.js';
import type { DealFormProps } from '../types.js';

export function InviteBrokerForm({ deal, onClose }: DealFormProps) {
  const t = useWords(formWords);
  const a = useWords(actionWords);
  const invite = useCommand(InviteBrokerDocument);
  const [agency, setAgency] = useKept('broker', 'agency', '');
  const [message, setMessage] = useKept('broker', 'message', '');
  const present = deal.brokerages
    .filter((brokerage) => brokerage.state === 'INVITED' || brokerage.state === 'JOINED')
    .map((brokerage) => brokerage.organisation.id);
  const submit = () =>
    invite.run({ id: deal.id, expectedVersion: deal.version, brokerOrganisationId: agency, message });
  return (
    <FormDialog
      kept="broker"
      title={a.inviteBroker}
      done={a.inviteBrokerDone}
      onClose={onClose}
      onSubmit={submit}
      disabled={agency === ''}
    >
      <Field label={t.agency} path="brokerOrganisationId" required>
        <OrganisationPicker value={agency} onChange={setAgency} kinds={['BROKER_AGENCY']} exclude={present} />
      </Field>
      <Field label={t.message} path="message" optional>
        <TextArea value={message} max={2000} onChange={setMessage} />
      </Field>
    </FormDialog>
  );
}
