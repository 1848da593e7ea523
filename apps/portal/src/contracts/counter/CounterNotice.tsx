import { useCommand } from '../../api/command.js';
import '../../api/actions.js';
import { graphql } from '../../api/graphql.js';
import { InlineActions } from '../../design/InlineActions.js';
import { Notice } from '../../design/States.js';
import { useWords } from '../../i18n/index.js';
import type { Contract } from '../types.js';
import { counterWords } from './counterWords.js';

const TakeOverDocument = graphql(`
  mutation TakeOverApplication($input: TakeOverApplicationInput!) {
    takeOverApplication(input: $input) {
      clientMutationId
      contract {
        id
        version
        counterIntake {
          clerkName
          note
          takenOverAt
          sellerOnPlatform
        }
        availableActions {
          ...ActionFields
        }
      }
    }
  }
`);

/** Says that the application was entered at the counter, and lets the seller take it over. */
export function CounterNotice({ contract }: { contract: Contract }) {
  const t = useWords(counterWords);
  const takeOver = useCommand(TakeOverDocument);
  const { counterIntake } = contract;
  if (!counterIntake) return null;
  return (
    <Notice>
      <p>{t.by(counterIntake.clerkName, counterIntake.note)}</p>
      {counterIntake.takenOverAt ? (
        <p>{t.takenOver}</p>
      ) : (
        <>
          <p className="quiet">{counterIntake.sellerOnPlatform ? t.waiting : t.offPlatform}</p>
          <InlineActions
            available={contract.availableActions.filter(({ enabled }) => enabled)}
            specs={{
              takeOver: {
                label: t.takeOver,
                confirm: t.takeOverAsk,
                done: t.takeOverDone,
                run: () => takeOver.run({ id: contract.id, expectedVersion: contract.version }),
              },
            }}
          />
        </>
      )}
    </Notice>
  );
}
