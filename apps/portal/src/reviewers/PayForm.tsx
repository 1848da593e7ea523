import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import { ActForm, type Asked } from '../callProjects/ActForm.js';
import { textOf } from '../callProjects/entered.js';
import { useYuanText } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { PayReviewFeesDocument } from './documents.js';
import type { FeeSheet } from './sheet.js';
import { feeWords } from './words.js';

const CAN = { action: 'pay', enabled: true, reason: null, violations: [] };

/** 登记发放: of all that waits, or of some of it, with the receipt that proves it. */
export function PayForm({ sheet, onDone }: { readonly sheet: FeeSheet; readonly onDone: () => void }) {
  const t = useWords(feeWords);
  const yuan = useYuanText();
  const pay = useCommand(PayReviewFeesDocument);
  const waiting = sheet.fees.filter(({ paidOn }) => paidOn == null);
  const asked: readonly Asked[] = [
    ...waiting.map(({ id, name, amount }) => ({
      ...{ name: id, label: t.one(name, yuan(amount)), kind: 'check' as const },
    })),
    { name: 'paidOn', label: t.day, kind: 'day' },
    { name: 'voucher', label: t.voucher, kind: 'text' },
  ];
  return (
    <AntdArea>
      <ActForm
        name={`review-fees/${sheet.id}`}
        subject={{ callId: sheet.callId, action: 'payReviewFees' }}
        label={t.pay}
        action={CAN}
        asked={asked}
        files={{ label: t.receipt, hint: t.receiptHint }}
        initial={Object.fromEntries(waiting.map(({ id }) => [id, true]))}
        run={async (entered, files) => {
          const outcome = await pay.run({
            ...{ id: sheet.id, expectedVersion: sheet.version, files },
            feeIds: waiting.flatMap(({ id }) => (entered[id] === true ? [id] : [])),
            ...{ paidOn: textOf(entered, 'paidOn'), voucher: textOf(entered, 'voucher') },
          });
          if (outcome.ok) onDone();
          return outcome;
        }}
      />
    </AntdArea>
  );
}
