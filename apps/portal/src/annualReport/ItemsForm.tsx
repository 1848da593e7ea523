import { useCallback } from 'react';
import { useClient } from 'urql';
import { useCommand, type Outcome } from '../api/command.js';
import { MoneyInput } from '../design/AmountInputs.js';
import { useDraft, type Draft, type StoredDraft } from '../design/draft.js';
import { DraftTrouble, SavedAt } from '../design/DraftState.js';
import { ErrorsProvider, Field, TextArea, TextInput } from '../design/Field.js';
import type { AnnualReportFieldsFragment } from '../gql/graphql.js';
import { AnnualReportDocument, SaveAnnualReportDocument } from './documents.js';
import { useReportLabel } from './labels.js';

type Report = AnnualReportFieldsFragment;
type Item = Report['items'][number];
export interface ItemsContent {
  readonly items: readonly Item[];
}

const stored = ({ id, version, items }: Report): StoredDraft<ItemsContent> => ({
  id,
  version,
  content: { items },
  missing: [],
});

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

/** What the unit adds by hand, saved by itself. */
export function useItemsDraft(report: Report): Draft<ItemsContent> {
  const client = useClient();
  const save = useCommand(SaveAnnualReportDocument);
  const { organisationId, year } = report;
  const load = useCallback(async (): Promise<StoredDraft<ItemsContent> | null> => {
    const answer = await client
      .query(AnnualReportDocument, { organisationId, year }, { requestPolicy: 'network-only' })
      .toPromise();
    return answer.data?.annualReport ? stored(answer.data.annualReport) : null;
  }, [client, organisationId, year]);
  return useDraft<ItemsContent>({
    initial: stored(report),
    empty: { items: report.items },
    load,
    async save({ expectedVersion, content }): Promise<Outcome<StoredDraft<ItemsContent>>> {
      const outcome = await save.run({
        organisationId,
        year,
        expectedVersion: expectedVersion ?? 0,
        items: content.items.map(({ key, number, text }) => ({ key, number, text })),
      });
      return outcome.ok
        ? { ok: true, data: stored(outcome.data.saveAnnualReport.report ?? report) }
        : outcome;
    },
  });
}

/** 单位补充填报: what the platform does not know. */
export function ItemsForm({ draft }: { draft: Draft<ItemsContent> }) {
  const labelOf = useReportLabel();
  const { items } = draft.content;
  const change = (next: Item): void =>
    draft.patch({ items: items.map((item) => (item.key === next.key ? next : item)) });
  return (
    <ErrorsProvider value={draft.failure?.violations ?? []}>
      <div className="stack">
        <SavedAt draft={draft} />
        <DraftTrouble draft={draft} />
        {items.map((item) => (
          <Field
            key={item.key}
            label={labelOf(item)}
            path={`items.${item.key}`}
            optional={item.unit === 'TEXT'}
          >
            <ItemInput item={item} onChange={change} />
          </Field>
        ))}
      </div>
    </ErrorsProvider>
  );
}
