import { useCommand } from '../api/command.js';
import { ActForm } from '../callProjects/ActForm.js';
import { textOf } from '../callProjects/entered.js';
import { useWords } from '../i18n/index.js';
import type { CreditEvent } from './creditEvent.js';
import { LiftReviewCreditEventDocument } from './documents.js';
import { creditWords } from './words.js';

const CAN = { action: 'lift', enabled: true, reason: null, violations: [] };
const NO_FILES = {};

/** 撤销记录, with the reason. */
export function LiftForm({ event, onDone }: { readonly event: CreditEvent; readonly onDone: () => void }) {
  const t = useWords(creditWords);
  const lift = useCommand(LiftReviewCreditEventDocument);
  return (
    <ActForm
      name={`review-credit/${event.id}`}
      subject={NO_FILES}
      label={t.lift}
      action={CAN}
      asked={[{ name: 'reason', label: t.liftReason, hint: t.reasonHint, kind: 'area' }]}
      run={async (entered) => {
        const outcome = await lift.run({
          ...{ id: event.id, expectedVersion: event.version, reason: textOf(entered, 'reason') },
        });
        if (outcome.ok) onDone();
        return outcome;
      }}
    />
  );
}
