import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import type { Call } from '../calls/terms.js';
import { Button } from '../design/Button.js';
import { DateInput } from '../design/DateInput.js';
import {
  CheckBox,
  ErrorsProvider,
  Field,
  SelectInput,
  TextArea,
  TextInput,
  type Choice,
} from '../design/Field.js';
import { useKept } from '../design/kept.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { RecordCallSiteCheckDocument } from './documents.js';
import { reviewWords } from './words.js';

/** 现场考察: what the bureau found on the spot of a bid that passed. */
export function SiteCheckForm({ call, bids }: { readonly call: Call; readonly bids: readonly Choice[] }) {
  const t = useWords(reviewWords);
  const toast = useToast();
  const record = useCommand(RecordCallSiteCheckDocument);
  const form = `site/${call.id}`;
  const [bidId, setBidId, resetBid] = useKept(form, 'bidId', '');
  const [day, setDay, resetDay] = useKept<string | null>(form, 'day', null);
  const [people, setPeople, resetPeople] = useKept(form, 'people', '');
  const [findings, setFindings, resetFindings] = useKept(form, 'findings', '');
  const [confirmed, setConfirmed, resetConfirmed] = useKept(form, 'confirmed', false);
  const send = async (): Promise<void> => {
    const input = { id: call.id, expectedVersion: call.version, bidId, day: day ?? '', people, findings };
    if (!(await record.run({ ...input, confirmed })).ok) return;
    for (const reset of [resetBid, resetDay, resetPeople, resetFindings, resetConfirmed]) reset();
    toast(t.siteRecorded);
  };
  return (
    <AntdArea>
      <details>
        <summary>{t.siteCheckRecord}</summary>
        <ErrorsProvider value={record.failure?.violations ?? []}>
          <div className="stack">
            <Field label={t.siteBid} path="bidId" required>
              <SelectInput value={bidId} placeholder={t.chooseBid} choices={bids} onChange={setBidId} />
            </Field>
            <Field label={t.siteDay} path="day" required>
              <DateInput value={day} onChange={setDay} />
            </Field>
            <Field label={t.sitePeople} path="people" required>
              <TextInput value={people} onChange={setPeople} />
            </Field>
            <Field label={t.siteFindings} path="findings" required>
              <TextArea value={findings} max={3_000} rows={3} onChange={setFindings} />
            </Field>
            <CheckBox checked={confirmed} onChange={setConfirmed}>
              {t.siteConfirmed}
            </CheckBox>
            <Refusal failure={record.failure} />
            <Button busy={record.busy} disabled={bidId === '' || day === null} onClick={() => void send()}>
              {t.siteCheckRecord}
            </Button>
          </div>
        </ErrorsProvider>
      </details>
    </AntdArea>
  );
}
