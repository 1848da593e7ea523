import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import type { AgencyPageFragment, RegisterReasonInput } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { DesignateForm } from '../register/DesignateForm.js';
import { ReasonForm } from '../register/ReasonForm.js';
import { registerReasons } from '../register/terms.js';
import { agencyActions } from './actionWords.js';
import {
  DesignateAgencyDocument,
  ExitAgencyDocument,
  RemoveAgencyDocument,
  ReturnAgencyDocument,
  SuspendAgencyDocument,
  WithdrawAgencyDesignationDocument,
} from './commands.js';
import { REASONS_OF, type AgencyForm, type ReasonedAction } from './reasons.js';
import { RecordSupportForm, WithdrawSupportForm } from './SupportForms.js';

const REASONED = {
  return: ReturnAgencyDocument,
  suspend: SuspendAgencyDocument,
  exit: ExitAgencyDocument,
  remove: RemoveAgencyDocument,
  withdrawDesignation: WithdrawAgencyDesignationDocument,
} as const;
const GRAVE: readonly ReasonedAction[] = ['exit', 'remove', 'withdrawDesignation'];

interface FormProps {
  readonly agency: AgencyPageFragment;
  readonly onClose: () => void;
}

/** The form that is open on an agency's page: with antd, which the page itself, a public one, comes without. */
export function AgencyDialogs(props: FormProps & { readonly form: AgencyForm }) {
  return (
    <AntdArea>
      <FormOf {...props} />
    </AntdArea>
  );
}

function FormOf({ form, ...props }: FormProps & { readonly form: AgencyForm }) {
  if (typeof form === 'object') return <WithdrawSupportForm {...props} supportId={form.withdraws} />;
  if (form === 'recordSupport') return <RecordSupportForm {...props} />;
  if (form === 'designate') return <DesignationForm {...props} />;
  return <ReasonedForm {...props} action={form} />;
}

function DesignationForm({ agency: { id, version, designationCriteria }, onClose }: FormProps) {
  const t = useWords(agencyActions);
  const command = useCommand(DesignateAgencyDocument);
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
  agency: { id, version },
  action,
  onClose,
}: FormProps & { readonly action: ReasonedAction }) {
  const t = useWords(agencyActions);
  const names = useWords(registerReasons);
  const command = useCommand<unknown, RegisterReasonInput>(REASONED[action]);
  return (
    <ReasonForm
      title={t[action]}
      danger={GRAVE.includes(action)}
      reasons={REASONS_OF[action]}
      names={names}
      onSubmit={(given) => command.run({ id, expectedVersion: version, ...given })}
      onClose={onClose}
    />
  );
}
