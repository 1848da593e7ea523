import { useState } from 'react';
import { useToday } from '../api/city.js';
import { useCommand } from '../api/command.js';
import { AntdArea } from '../app/AntdArea.js';
import { DateInput } from '../design/DateInput.js';
import { CheckBox, Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import type {
  ExpertPageFragment,
  ExpertReasonInput,
  ExpertRelationKind,
  SubmitExpertInput,
} from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { ReasonForm } from '../register/ReasonForm.js';
import { expertActions } from './actionWords.js';
import {
  DeclareExpertRelationDocument,
  DeclineExpertDocument,
  EndExpertRelationDocument,
  ExitExpertDocument,
  RemoveExpertDocument,
  ReturnExpertDocument,
  SubmitExpertDirectlyDocument,
  SubmitExpertDocument,
  SuspendExpertDocument,
} from './commands.js';
import type { ExpertForm, ReasonedAction } from './forms.js';
import { REASONS_OF } from './reasons.js';
import { expertReasons, relationKinds } from './terms.js';
import { expertWords } from './words.js';

interface FormProps {
  readonly expert: ExpertPageFragment;
  readonly onClose: () => void;
}

/** The form that is open on an expert's page: with antd, which the page itself, a public one, comes without. */
export function ExpertDialogs(props: FormProps & { readonly form: ExpertForm }) {
  return (
    <AntdArea>
      <FormOf {...props} />
    </AntdArea>
  );
}

function FormOf({ form, ...props }: FormProps & { readonly form: ExpertForm }) {
  switch (form.kind) {
    case 'submit':
    case 'submitDirectly':
      return <SubmitForm {...props} action={form.kind} />;
    case 'declareRelation':
      return <RelationForm {...props} />;
    case 'endRelation':
      return <EndForm {...props} id={form.id} />;
    default:
      return <ReasonedForm {...props} action={form.kind} />;
  }
}

const headOf = ({ id, version }: ExpertPageFragment) => ({ id, expectedVersion: version });

function SubmitForm({ expert, action, onClose }: FormProps & { action: 'submit' | 'submitDirectly' }) {
  const t = useWords(expertActions);
  const submit = useCommand<unknown, SubmitExpertInput>(
    action === 'submit' ? SubmitExpertDocument : SubmitExpertDirectlyDocument,
  );
  const [declared, setDeclared] = useState(false);
  return (
    <FormDialog
      title={t[action]}
      done={t.done}
      onClose={onClose}
      onSubmit={() => submit.run({ ...headOf(expert), relationsDeclared: declared })}
    >
      <Field label={t.declareTitle} path="relationsDeclared" hint={t.declareHint} group required>
        <CheckBox checked={declared} onChange={setDeclared}>
          {t.declare}
        </CheckBox>
      </Field>
    </FormDialog>
  );
}

const REASONED = {
  decline: DeclineExpertDocument,
  return: ReturnExpertDocument,
  suspend: SuspendExpertDocument,
  exit: ExitExpertDocument,
  remove: RemoveExpertDocument,
} as const;

function ReasonedForm({ expert, action, onClose }: FormProps & { action: ReasonedAction }) {
  const t = useWords(expertActions);
  const names = useWords(expertReasons);
  const command = useCommand<unknown, ExpertReasonInput>(REASONED[action]);
  return (
    <ReasonForm
      title={t[action]}
      danger={action === 'exit' || action === 'remove'}
      reasons={REASONS_OF[action]}
      names={names}
      onSubmit={(given) => command.run({ ...headOf(expert), ...given })}
      onClose={onClose}
    />
  );
}

function RelationForm({ expert, onClose }: FormProps) {
  const t = useWords(expertActions);
  const w = useWords(expertWords);
  const kinds = useWords(relationKinds);
  const declare = useCommand(DeclareExpertRelationDocument);
  const [kind, setKind] = useState<ExpertRelationKind>('EMPLOYMENT');
  const [organisationName, setOrganisation] = useState('');
  const [personName, setPerson] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [work, setWork] = useState('');
  const [people, setPeople] = useState('');
  const shared = SHARED_WORKS.includes(kind);
  return (
    <FormDialog
      title={t.declareRelation}
      done={t.done}
      onClose={onClose}
      onSubmit={() =>
        declare.run({
          ...{ ...headOf(expert), kind, organisationName, personName, from, to, note },
          ...(shared && { work, people: peopleIn(people) }),
        })
      }
    >
      <Field label={w.kind} path="kind" required>
        <SelectInput
          value={kind}
          choices={choicesFrom(kinds)}
          onChange={(value) => setKind(value as ExpertRelationKind)}
        />
      </Field>
      {shared && (
        <>
          <Field label={t.work} path="work" hint={t.workHint}>
            <TextInput value={work} onChange={setWork} />
          </Field>
          <Field label={t.people} path="people" hint={t.peopleHint}>
            <TextArea value={people} max={16_000} rows={4} onChange={setPeople} />
          </Field>
        </>
      )}
      <Field label={t.organisation} path="organisationName" hint={t.organisationHint}>
        <TextInput value={organisationName} onChange={setOrganisation} />
      </Field>
      <Field label={t.person} path="personName">
        <TextInput value={personName} onChange={setPerson} />
      </Field>
      <Field label={w.from} path="from">
        <DateInput value={from} onChange={setFrom} />
      </Field>
      <Field label={w.to} path="to">
        <DateInput value={to} onChange={setTo} />
      </Field>
      <Field label={t.note} path="note">
        <TextInput value={note} onChange={setNote} />
      </Field>
    </FormDialog>
  );
}

/** Relations that a work stands for: it names all who share it. */
const SHARED_WORKS: readonly ExpertRelationKind[] = ['COAUTHOR', 'CO_PROJECT', 'CO_PATENT'];

/** 周海，省机械研究院, a line each. */
const peopleIn = (text: string): { name: string; unit: string }[] =>
  text
    .split('\n')
    .map((line) => line.split(/[,，、\t]/).map((part) => part.trim()))
    .flatMap(([name = '', ...rest]) => (name === '' ? [] : [{ name, unit: rest.join(' ') }]));

function EndForm({ expert, id, onClose }: FormProps & { id: string }) {
  const t = useWords(expertActions);
  const today = useToday();
  const end = useCommand(EndExpertRelationDocument);
  const [endedOn, setEnded] = useState(today);
  return (
    <FormDialog
      title={t.endRelation}
      done={t.done}
      onClose={onClose}
      onSubmit={() => end.run({ ...headOf(expert), relationId: id, endedOn })}
    >
      <Field label={t.endedOn} path="endedOn" required>
        <DateInput value={endedOn} onChange={(day) => setEnded(day ?? endedOn)} clearable={false} />
      </Field>
    </FormDialog>
  );
}
