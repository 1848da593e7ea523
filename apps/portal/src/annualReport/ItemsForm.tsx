import { useState } from 'react';
import { useCommand } from '../api/command.js';
import type { Failure } from '../api/failure.js';
import { MoneyInput } from '../design/AmountInputs.js';
import { Button } from '../design/Button.js';
import { ErrorsProvider, Field, TextArea, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { AnnualReportFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { SaveAnnualReportDocument } from './documents.js';
import { reportWords } from './words.js';

type Report = AnnualReportFieldsFragment;
type Item = Report['items'][number];

function ItemInput({ item, onChange }: { item: Item; onChange: (item: Item) => void }) {
  if (item.unit === 'TEXT')
    return (
      <TextArea
        value={item.text ?? ''}
        max={5000}
        rows={5}
        onChange={(text) => onChange({ ...item, text })}
      />
    );
  if (item.unit === 'FEN')
    return <MoneyInput value={item.number ?? null} onChange={(number) => onChange({ ...item, number })} />;
  return (
    <TextInput
      inputMode="numeric"
      value={item.number == null ? '' : String(item.number)}
      onChange={(typed) => onChange({ ...item, number: /^\d{1,7}$/.test(typed) ? Number(typed) : null })}
    />
  );
}

/** 单位补充填报: what the platform does not know. */
export function ItemsForm({ report }: { report: Report }) {
  const t = useWords(reportWords);
  const toast = useToast();
  const save = useCommand(SaveAnnualReportDocument);
  const [items, setItems] = useState<readonly Item[]>(report.items);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = (next: Item): void => setItems(items.map((item) => (item.key === next.key ? next : item)));
  const submit = async (): Promise<void> => {
    setFailure(null);
    const outcome = await save.run({
      organisationId: report.organisationId,
      year: report.year,
      expectedVersion: report.version,
      items: items.map(({ key, number, text }) => ({ key, number, text })),
    });
    if (outcome.ok) toast(t.saved);
    else setFailure(outcome.failure);
  };
  return (
    <ErrorsProvider value={failure?.violations ?? []}>
      <div className="stack">
        {items.map((item) => (
          <Field key={item.key} label={item.label} path={`items.${item.key}`} optional={item.unit === 'TEXT'}>
            <ItemInput item={item} onChange={change} />
          </Field>
        ))}
        <div>
          <Button tone="primary" busy={save.busy} onClick={() => void submit()}>
            {t.save}
          </Button>
        </div>
        <Refusal failure={failure} />
      </div>
    </ErrorsProvider>
  );
}
