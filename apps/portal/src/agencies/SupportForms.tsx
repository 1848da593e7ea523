import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { useToday } from '../api/city.js';
import { MoneyInput } from '../design/AmountInputs.js';
import { DateInput } from '../design/DateInput.js';
import { Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { AgencyPageFragment, AgencySupportKind } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { registerWords } from '../register/words.js';
import { RecordAgencySupportDocument, WithdrawAgencySupportDocument } from './supportDocuments.js';
import { supportKinds, supportWords } from './supportWords.js';

interface FormProps {
  readonly agency: AgencyPageFragment;
  readonly onClose: () => void;
}

/** 登记扶持: what the agency received, and by which document. */
export function RecordSupportForm({ agency: { id, version }, onClose }: FormProps) {
  const t = useWords(supportWords);
  const r = useWords(registerWords);
  const kinds = useWords(supportKinds);
  const today = useToday();
  const name = `support:${id}`;
  const [kind, setKind] = useKept<AgencySupportKind>(name, 'kind', 'FUNDS');
  const [title, setTitle] = useKept(name, 'title', '');
  const [provider, setProvider] = useKept(name, 'provider', '');
  const [amount, setAmount] = useKept<number | null>(name, 'amount', null);
  const [area, setArea] = useKept(name, 'area', '');
  const [from, setFrom] = useKept(name, 'from', today);
  const [until, setUntil] = useKept<string | null>(name, 'until', null);
  const [document, setDocument] = useKept(name, 'document', '');
  const record = useCommand(RecordAgencySupportDocument);
  const premises = kind === 'PREMISES';
  return (
    <FormDialog
      title={t.record}
      done={r.done}
      kept={name}
      onClose={onClose}
      onSubmit={() =>
        record.run({
          ...{ id, expectedVersion: version, kind, title, provider, amount, from, until, document },
          area: premises && /^\d+$/.test(area) ? Number(area) : null,
        })
      }
    >
      <Field label={t.kindOf} path="kind" required>
        <SelectInput
          value={kind}
          onChange={(value) => setKind(value as AgencySupportKind)}
          choices={choicesFrom(kinds)}
        />
      </Field>
      <Field label={t.what} path="title" hint={t.whatHint} required>
        <TextInput value={title} onChange={setTitle} />
      </Field>
      <Field label={t.provider} path="provider" required>
        <TextInput value={provider} onChange={setProvider} />
      </Field>
      <Field label={t.amount} path="amount" hint={t.amountHint} required={kind === 'FUNDS'}>
        <MoneyInput value={amount} onChange={setAmount} />
      </Field>
      {premises && (
        <Field label={t.area} path="area">
          <TextInput value={area} onChange={setArea} inputMode="numeric" unit={t.areaUnit} />
        </Field>
      )}
      <Field label={t.from} path="from" required>
        <DateInput value={from} onChange={(day) => setFrom(day ?? from)} max={today} clearable={false} />
      </Field>
      <Field label={t.until} path="until" hint={t.untilHint}>
        <DateInput value={until} onChange={setUntil} min={from} />
      </Field>
      <Field label={t.document} path="document" hint={t.documentHint} required>
        <TextInput value={document} onChange={setDocument} />
      </Field>
    </FormDialog>
  );
}

export function WithdrawSupportForm({
  agency: { id, version },
  supportId,
  onClose,
}: FormProps & { readonly supportId: string }) {
  const t = useWords(supportWords);
  const r = useWords(registerWords);
  const [reason, setReason] = useState('');
  const withdraw = useCommand(WithdrawAgencySupportDocument);
  return (
    <FormDialog
      title={t.withdrawTitle}
      tone="danger"
      done={r.done}
      onClose={onClose}
      onSubmit={() => withdraw.run({ id, expectedVersion: version, supportId, reason })}
    >
      <Field label={t.reason} path="reason" hint={t.reasonHint} required>
        <TextArea value={reason} onChange={setReason} max={300} />
      </Field>
    </FormDialog>
  );
}
