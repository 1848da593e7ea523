import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import type { BrokerPageFragment, RegisterReasonInput } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { DesignateForm } from '../register/DesignateForm.js';
import { ReasonForm } from '../register/ReasonForm.js';
import { registerReasons } from '../register/terms.js';
import { brokerActions } from './actionWords.js';
import {
  DeclineBrokerDocument,
  DesignateBrokerDocument,
  ExitBrokerDocument,
  RemoveBrokerDocument,
  ReturnBrokerDocument,
  SuspendBrokerDocument,
  WithdrawBrokerDesignationDocument,
} from './commands.js';
import type { BrokerForm } from './brokerForms.js';
import { CheckForm, CredentialForm, TrainingForm, WithdrawForm } from './RecordForms.js';
import { REASONS_OF, type ReasonedAction } from './reasons.js';

const REASONED = {
  decline: DeclineBrokerDocument,
  return: ReturnBrokerDocument,
  suspend: SuspendBrokerDocument,
  exit: ExitBrokerDocument,
  remove: RemoveBrokerDocument,
  withdrawDesignation: WithdrawBrokerDesignationDocument,
} as const;

interface FormProps {
  readonly broker: BrokerPageFragment;
  readonly onClose: () => void;
}

/** The form that is open on a broker's page: with antd, which the page itself, a public one, comes without. */
export function BrokerDialogs(props: FormProps & { readonly form: BrokerForm }) {
  return (
    <AntdArea>
      <FormOf {...props} />
    </AntdArea>
  );
}

function FormOf({ form, ...props }: FormProps & { readonly form: BrokerForm }) {
  switch (form.kind) {
    case 'designate':
      return <DesignationForm {...props} />;
    case 'addCredential':
      return <CredentialForm {...props} />;
    case 'addTraining':
      return <TrainingForm {...props} />;
    case 'checkRecord':
      return <CheckForm {...props} recordId={form.id} name={form.name} />;
    case 'withdrawRecord':
      return <WithdrawForm {...props} recordId={form.id} name={form.name} />;
    default:
      return <ReasonedForm {...props} action={form.kind} />;
  }
}

function DesignationForm({ broker: { id, version, designationCriteria }, onClose }: FormProps) {
  const t = useWords(brokerActions);
  const command = useCommand(DesignateBrokerDocument);
  return (
    <DesignateForm
      title={t.designate}
      allMet={(designationCriteria ?? []).every(({ met }) => met)}
      onSubmit={(given) => command.run({ id, expectedVersion: version, ...given })}
      onClose={onClose}
    />
  );
}

function ReasonedForm({
  broker: { id, version },
  action,
  onClose,
}: FormProps & { readonly action: ReasonedAction }) {
  const t = useWords(brokerActions);
  const names = useWords(registerReasons);
  const command = useCommand<unknown, RegisterReasonInput>(REASONED[action]);
  return (
    <ReasonForm
      title={t[action]}
      danger={action === 'exit' || action === 'remove' || action === 'withdrawDesignation'}
      reasons={REASONS_OF[action]}
      names={names}
      onSubmit={(given) => command.run({ id, expectedVersion: version, ...given })}
      onClose={onClose}
    />
  );
}
