import { useState } from 'react';
import type { AvailableAction } from '../api/actions.js';
import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import type { Call } from '../calls/terms.js';
import { Button } from '../design/Button.js';
import { DateInput } from '../design/DateInput.js';
import { Section } from '../design/DetailPage.js';
import { CheckBoxes, ErrorsProvider, Field, TextArea, TextInput } from '../design/Field.js';
import { useKept } from '../design/kept.js';
import { Refusal, Violations } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { CallReviewFieldsFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { DeliberateCallDocument } from './documents.js';
import { reviewWords } from './words.js';

/** 审议: what the bureau's meeting decided; from here on the notice of the awards runs. */
export function Deliberation({
  call,
  action,
  standings,
}: {
  readonly call: Call;
  readonly action: AvailableAction;
  readonly standings: CallReviewFieldsFragment['standings'];
}) {
  const t = useWords(reviewWords);
  const toast = useToast();
  const deliberate = useCommand(DeliberateCallDocument);
  const form = `deliberate/${call.id}`;
  const [document, setDocument] = useKept(form, 'document', '');
  const [day, setDay] = useKept<string | null>(form, 'day', null);
  const [opinion, setOpinion] = useKept(form, 'opinion', '');
  const [awards, setAwards] = useState<readonly string[]>([]);
  const choices = standings
    .filter(({ place, lapsed }) => place != null && !lapsed)
    .map(({ bidId, organisationName, place, score }) => ({
      value: bidId,
      label: `${place ?? ''}. ${organisationName ?? ''} · ${((score ?? 0) / 100).toFixed(2)}`,
    }));
  const send = async (): Promise<void> => {
    const input = { id: call.id, expectedVersion: call.version, document, day: day ?? '', opinion };
    if ((await deliberate.run({ ...input, awards: [...awards] })).ok) toast(t.deliberated);
  };
  return (
    <AntdArea>
      <Section title={t.decision} id="deliberation">
        {!action.enabled && <Violations violations={action.violations} />}
        <ErrorsProvider value={deliberate.failure?.violations ?? []}>
          <div className="stack">
            <Field label={t.document} path="document" required>
              <TextInput value={document} onChange={setDocument} />
            </Field>
            <Field label={t.day} path="day" required>
              <DateInput value={day} onChange={setDay} />
            </Field>
            <Field label={t.awards} path="awards" group required>
              <CheckBoxes values={awards} choices={choices} onChange={setAwards} />
            </Field>
            <Field label={t.deliberationOpinion} path="opinion" hint={t.deliberationHint} optional>
              <TextArea value={opinion} max={3_000} rows={3} onChange={setOpinion} />
            </Field>
            <Refusal failure={deliberate.failure} />
            <Button
              tone="primary"
              busy={deliberate.busy}
              disabled={!action.enabled || day === null || document.trim() === '' || awards.length === 0}
              onClick={() => void send()}
            >
              {t.deliberate}
            </Button>
          </div>
        </ErrorsProvider>
      </Section>
    </AntdArea>
  );
}
