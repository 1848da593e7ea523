import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Field, RadioButtons, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { CallObjectionOutcome } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import {
  AskCallQuestionDocument,
  DecideCallObjectionDocument,
  RaiseCallObjectionDocument,
} from './commands.js';
import type { Call } from './terms.js';
import { voicesWords } from './voicesWords.js';

/** 提出异议: by real name, with a way to answer it and evidence. */
export function ObjectDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useWords(voicesWords);
  const { viewer } = useViewer();
  const raise = useCommand(RaiseCallObjectionDocument);
  const [name, setName] = useKept('callObjection', 'name', viewer?.person.displayName ?? '');
  const [contact, setContact] = useKept('callObjection', 'contact', viewer?.person.email ?? '');
  const [statement, setStatement] = useKept('callObjection', 'statement', '');
  const [evidence, setEvidence] = useKept('callObjection', 'evidence', '');
  return (
    <FormDialog
      kept="callObjection"
      title={t.object}
      done={t.objected}
      onClose={onClose}
      onSubmit={() => raise.run({ callId, name, contact, statement, evidence })}
    >
      <Field label={t.name} path="name" required>
        <TextInput value={name} autoComplete="name" onChange={setName} />
      </Field>
      <Field label={t.contact} path="contact" hint={t.contactHint} required>
        <TextInput value={contact} onChange={setContact} />
      </Field>
      <Field label={t.statement} path="statement" required>
        <TextArea value={statement} max={2000} rows={4} onChange={setStatement} />
      </Field>
      <Field label={t.evidence} path="evidence" hint={t.evidenceHint} required>
        <TextArea value={evidence} max={2000} rows={4} onChange={setEvidence} />
      </Field>
    </FormDialog>
  );
}

/** 异议结论. */
export function DecideDialog({
  objection,
  onClose,
}: {
  objection: Call['objections'][number];
  onClose: () => void;
}) {
  const t = useWords(voicesWords);
  const decide = useCommand(DecideCallObjectionDocument);
  const kept = `decide/${objection.id}`;
  const [outcome, setOutcome] = useKept(kept, 'outcome', '');
  const [answer, setAnswer] = useKept(kept, 'answer', '');
  return (
    <FormDialog
      kept={kept}
      title={t.decide}
      done={t.decided}
      onClose={onClose}
      disabled={outcome === ''}
      onSubmit={() =>
        decide.run({
          id: objection.id,
          expectedVersion: objection.version,
          outcome: outcome as CallObjectionOutcome,
          answer,
        })
      }
    >
      <Field label={t.outcome} path="outcome" group required>
        <RadioButtons value={outcome} choices={choicesFrom(t.outcomes)} onChange={setOutcome} />
      </Field>
      <Field label={t.answer} path="answer" hint={t.answerHint} required>
        <TextArea value={answer} max={2000} rows={5} onChange={setAnswer} />
      </Field>
    </FormDialog>
  );
}

/** 提问: for one of the organisations that one belongs to; nobody is told which. */
export function AskDialog({ callId, onClose }: { callId: string; onClose: () => void }) {
  const t = useWords(voicesWords);
  const { viewer } = useViewer();
  const ask = useCommand(AskCallQuestionDocument);
  const units = (viewer?.memberships ?? []).flatMap(({ state, organisation }) =>
    state === 'ACTIVE' && organisation ? [{ value: organisation.id, label: organisation.name }] : [],
  );
  const [organisationId, setOrganisation] = useKept('callQuestion', 'organisation', units[0]?.value ?? '');
  const [text, setText] = useKept('callQuestion', 'text', '');
  return (
    <FormDialog
      kept="callQuestion"
      title={t.ask}
      done={t.asked}
      onClose={onClose}
      disabled={organisationId === ''}
      onSubmit={() => ask.run({ callId, organisationId, text })}
    >
      <p className="quiet">{t.questionsIntro}</p>
      <Field label={t.asUnit} path="organisationId" required>
        <SelectInput value={organisationId} choices={units} onChange={setOrganisation} />
      </Field>
      <Field label={t.question} path="text" required>
        <TextArea value={text} max={1000} rows={4} onChange={setText} />
      </Field>
    </FormDialog>
  );
}
