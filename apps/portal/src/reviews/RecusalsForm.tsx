import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../api/command.js';
import { Button } from '../design/Button.js';
import { CheckBoxes, ErrorsProvider, Field, TextArea, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import { useWords } from '../i18n/index.js';
import { AskReviewRecusalsDocument, RecusableExpertsDocument } from './documents.js';
import { reviewWords } from './words.js';

/** 申请专家回避, by a bidder before the draw. */
export function RecusalsForm({
  callId,
  organisationId,
}: {
  readonly callId: string;
  readonly organisationId: string;
}) {
  const t = useWords(reviewWords);
  const toast = useToast();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState<readonly { readonly value: string; readonly label: string }[]>([]);
  const [reason, setReason] = useState('');
  const ask = useCommand(AskReviewRecusalsDocument);
  const [{ data }] = useQuery({
    query: RecusableExpertsDocument,
    variables: { callId, text: asked },
    pause: asked === '',
  });
  const found = (data?.recusableExperts ?? []).map(({ id, name, unitName }) => ({
    value: id,
    label: `${name} · ${unitName}`,
  }));
  const choices = [...chosen, ...found.filter(({ value }) => !chosen.some((one) => one.value === value))];
  const send = async (): Promise<void> => {
    const expertIds = chosen.map(({ value }) => value);
    if ((await ask.run({ callId, organisationId, expertIds, reason })).ok) toast(t.recusalsAsked);
  };
  return (
    <details>
      <summary>{t.recusals}</summary>
      <ErrorsProvider value={ask.failure?.violations ?? []}>
        <div className="stack">
          <p className="quiet">{t.recusalsIntro}</p>
          <Field label={t.recusalsSearch} path="text">
            <TextInput value={text} onChange={setText} />
          </Field>
          <Button size="small" disabled={text.trim() === ''} onClick={() => setAsked(text.trim())}>
            {t.find}
          </Button>
          {choices.length > 0 && (
            <Field label={t.expert} path="expertIds" group>
              <CheckBoxes
                values={chosen.map(({ value }) => value)}
                choices={choices}
                onChange={(values) => setChosen(choices.filter(({ value }) => values.includes(value)))}
              />
            </Field>
          )}
          <Field label={t.reason} path="reason">
            <TextArea value={reason} max={2_000} rows={3} onChange={setReason} />
          </Field>
          <Refusal failure={ask.failure} />
          <Button busy={ask.busy} disabled={chosen.length === 0} onClick={() => void send()}>
            {t.recusalsAsk}
          </Button>
        </div>
      </ErrorsProvider>
    </details>
  );
}
