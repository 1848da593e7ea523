import { useState } from 'react';
import { useCommand } from '../api/command.js';
import type { Failure } from '../api/failure.js';
import { Button } from '../design/Button.js';
import { Dialog } from '../design/Dialog.js';
import { ErrorsProvider, Field, RadioButtons, TextArea, TextInput } from '../design/Field.js';
import { Refusal } from '../design/States.js';
import { useToast } from '../design/Toast.js';
import type { ListingContactInput, NeedPageFragment, ResultPageFragment, Urgency } from '../gql/graphql.js';
import { common } from '../i18n/common.js';
import { useWords, words } from '../i18n/index.js';
import { actionWords } from './actionWords.js';
import { AmendNeedDocument } from './need.documents.js';
import { AmendResultDocument } from './result.documents.js';
import { TeamRows, type TeamRow } from './TeamRows.js';
import { choicesFrom, urgencies } from './terms.js';

const amend = words(
  {
    hint: '以下内容修改后立即生效，不需要重新审核。',
    name: '联系人姓名',
    phone: '联系电话',
    email: '电子邮箱',
    cases: '应用案例',
    team: '团队',
    urgency: '紧急程度',
  },
  {
    hint: 'These take effect at once, without a new review.',
    name: 'Contact',
    phone: 'Telephone',
    email: 'E-mail',
    cases: 'Use cases',
    team: 'Team',
    urgency: 'Urgency',
  },
);

function ContactFields({
  contact,
  onChange,
}: {
  contact: ListingContactInput;
  onChange: (contact: ListingContactInput) => void;
}) {
  const t = useWords(amend);
  return (
    <>
      <Field label={t.name} path="contact.name" required>
        <TextInput
          value={contact.name ?? ''}
          onChange={(name) => onChange({ ...contact, name })}
          autoComplete="name"
        />
      </Field>
      <Field label={t.phone} path="contact.phone">
        <TextInput
          value={contact.phone ?? ''}
          onChange={(phone) => onChange({ ...contact, phone })}
          inputMode="tel"
          autoComplete="tel"
        />
      </Field>
      <Field label={t.email} path="contact.email">
        <TextInput
          value={contact.email ?? ''}
          onChange={(email) => onChange({ ...contact, email })}
          inputMode="email"
          autoComplete="email"
        />
      </Field>
    </>
  );
}

function Frame(props: {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
}) {
  const t = useWords(amend);
  const a = useWords(actionWords);
  const c = useWords(common);
  return (
    <Dialog
      open
      wide
      title={a.amend}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{c.cancel}</Button>
          <Button tone="primary" busy={props.busy} onClick={props.onSave}>
            {c.save}
          </Button>
        </>
      }
    >
      <p className="quiet">{t.hint}</p>
      <ErrorsProvider value={props.failure?.violations ?? []}>{props.children}</ErrorsProvider>
      <Refusal failure={props.failure} />
    </Dialog>
  );
}

const contactOf = (
  contact: { name: string; phone: string; email: string } | null | undefined,
): ListingContactInput => ({
  name: contact?.name ?? '',
  phone: contact?.phone ?? '',
  email: contact?.email ?? '',
});

/** 补充说明 of a result: contact, team and use cases, without a new review. */
export function AmendResultDialog({ result, onClose }: { result: ResultPageFragment; onClose: () => void }) {
  const t = useWords(amend);
  const a = useWords(actionWords);
  const toast = useToast();
  const save = useCommand(AmendResultDocument);
  const [contact, setContact] = useState(contactOf(result.contact));
  const [team, setTeam] = useState<TeamRow[]>(
    (result.team ?? []).map(({ name, title, role }) => ({ name, title, role })),
  );
  const [cases, setCases] = useState(result.cases ?? '');
  const run = async (): Promise<void> => {
    const outcome = await save.run({ id: result.id, expectedVersion: result.version, contact, team, cases });
    if (!outcome.ok) return;
    toast(a.doneAmend);
    onClose();
  };
  return (
    <Frame busy={save.busy} failure={save.failure} onSave={() => void run()} onClose={onClose}>
      <ContactFields contact={contact} onChange={setContact} />
      <Field label={t.team} path="team" group>
        <TeamRows rows={team} onChange={setTeam} />
      </Field>
      <Field label={t.cases} path="cases">
        <TextArea value={cases} onChange={setCases} max={2000} />
      </Field>
    </Frame>
  );
}

/** 补充说明 of a need: contact and urgency. */
export function AmendNeedDialog({ need, onClose }: { need: NeedPageFragment; onClose: () => void }) {
  const t = useWords(amend);
  const a = useWords(actionWords);
  const names = useWords(urgencies);
  const toast = useToast();
  const save = useCommand(AmendNeedDocument);
  const [contact, setContact] = useState(contactOf(need.contact));
  const [urgency, setUrgency] = useState<Urgency>(need.urgency);
  const run = async (): Promise<void> => {
    const outcome = await save.run({ id: need.id, expectedVersion: need.version, contact, urgency });
    if (!outcome.ok) return;
    toast(a.doneAmend);
    onClose();
  };
  return (
    <Frame busy={save.busy} failure={save.failure} onSave={() => void run()} onClose={onClose}>
      <ContactFields contact={contact} onChange={setContact} />
      <Field label={t.urgency} path="urgency" group>
        <RadioButtons
          value={urgency}
          onChange={(value) => setUrgency(value as Urgency)}
          choices={choicesFrom(names)}
        />
      </Field>
    </Frame>
  );
}
