import { useCommand } from '../api/command.js';
import { Field, RadioButtons, TextArea } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { MisconductOutcome } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { ConcludeMisconductDocument } from './commands.js';
import { deskWords } from './words.js';

/** 结论: what was found, what is done, and what the reporter is told. */
export function ConcludeDialog({
  report,
  onClose,
}: {
  report: { readonly id: string; readonly version: number; readonly finding: string };
  onClose: () => void;
}) {
  const t = useWords(deskWords);
  const conclude = useCommand(ConcludeMisconductDocument);
  const kept = `concludeMisconduct/${report.id}`;
  const [outcome, setOutcome] = useKept(kept, 'outcome', '');
  const [finding, setFinding] = useKept(kept, 'finding', report.finding);
  const [measures, setMeasures] = useKept(kept, 'measures', '');
  const [answer, setAnswer] = useKept(kept, 'answer', '');
  return (
    <FormDialog
      kept={kept}
      title={t.conclude}
      done={t.concluded}
      onClose={onClose}
      disabled={outcome === ''}
      onSubmit={() =>
        conclude.run({
          ...{ id: report.id, expectedVersion: report.version },
          ...{ outcome: outcome as MisconductOutcome, finding, measures, answer },
        })
      }
    >
      <Field label={t.outcome} path="outcome" group required>
        <RadioButtons value={outcome} choices={choicesFrom(t.outcomes)} onChange={setOutcome} />
      </Field>
      <Field label={t.finding} path="finding" hint={t.findingHint} required>
        <TextArea value={finding} max={5000} rows={5} onChange={setFinding} />
      </Field>
      <Field label={t.measures} path="measures" hint={t.measuresHint}>
        <TextArea value={measures} max={5000} rows={3} onChange={setMeasures} />
      </Field>
      <Field label={t.answer} path="answer" hint={t.answerHint} required>
        <TextArea value={answer} max={5000} rows={4} onChange={setAnswer} />
      </Field>
    </FormDialog>
  );
}
