import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { ErrorsProvider, Field, SelectInput, TextArea, type Choice } from '../design/Field.js';
import { useKept } from '../design/kept.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { RecordReviewConflictDocument } from './documents.js';
import { reviewWords } from './words.js';

/** 部分回避, recorded by the bureau: of one bid alone, which another member of the panel judges then. */
export function RecuseForm({
  seat,
  bids,
}: {
  readonly seat: { readonly id: string; readonly version: number };
  readonly bids: readonly Choice[];
}) {
  const t = useWords(reviewWords);
  const toast = useToast();
  const record = useCommand(RecordReviewConflictDocument);
  const form = `recuse/${seat.id}`;
  const [bidId, setBidId, resetBid] = useKept(form, 'bidId', '');
  const [reason, setReason, resetReason] = useKept(form, 'reason', '');
  const send = async (): Promise<void> => {
    const input = { id: seat.id, expectedVersion: seat.version, bidId, reason };
    if ((await record.run(input)).ok) {
      toast(t.recused);
      resetBid();
      resetReason();
    }
  };
  return (
    <details open={bidId !== '' || reason !== ''}>
      <summary>{t.recuse}</summary>
      <ErrorsProvider value={record.failure?.violations ?? []}>
        <div className="stack">
          <Field label={t.bid} path="bidId" required>
            <SelectInput value={bidId} placeholder={t.chooseBid} choices={bids} onChange={setBidId} />
          </Field>
          <Field label={t.leaveReason} path="reason" required>
            <TextArea value={reason} max={2_000} rows={2} onChange={setReason} />
          </Field>
          <Refusal failure={record.failure} />
          <Button size="small" busy={record.busy} disabled={bidId === ''} onClick={() => void send()}>
            {t.recuse}
          </Button>
        </div>
      </ErrorsProvider>
    </details>
  );
}
