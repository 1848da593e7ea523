import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import type { BrokerPageFragment, RegisterReasonInput } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { ReasonForm } from '../register/ReasonForm.js';
import { registerReasons } from '../register/terms.js';
import { brokerActions } from './actionWords.js';
import {
  DeclineBrokerDocument,
  ExitBrokerDocument,
  RemoveBrokerDocument,
  ReturnBrokerDocument,
  SuspendBrokerDocument,
} from './commands.js';
import { REASONS_OF, type ReasonedAction } from './reasons.js';

const REASONED = {
  decline: DeclineBrokerDocument,
  return: ReturnBrokerDocument,
  suspend: SuspendBrokerDocument,
  exit: ExitBrokerDocument,
  remove: RemoveBrokerDocument,
} as const;

/** The form that is open on a broker's page: with antd, which the page itself, a public one, comes without. */
export function BrokerDialogs({
  broker: { id, version },
  action,
  onClose,
}: {
  readonly broker: BrokerPageFragment;
  readonly action: ReasonedAction;
  readonly onClose: () => void;
}) {
  const t = useWords(brokerActions);
  const names = useWords(registerReasons);
  const command = useCommand<unknown, RegisterReasonInput>(REASONED[action]);
  return (
    <AntdArea>
      <ReasonForm
        title={t[action]}
        danger={action === 'exit' || action === 'remove'}
        reasons={REASONS_OF[action]}
        names={names}
        onSubmit={(given) => command.run({ id, expectedVersion: version, ...given })}
        onClose={onClose}
      />
    </AntdArea>
  );
}
