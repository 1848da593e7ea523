import { useCommand } from '../api/command.js';
import { Field, RadioButtons, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
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
  const c = useWords(common);
  const save = useCommand(AmendResultDocument);
  const [contact, setContact] = useKept('amend', 'contact', () => contactOf(result.contact));
  const [team, setTeam] = useKept<TeamRow[]>(
    'amend',
    'team',
    (result.team ?? []).map(({ name, title, role }) => ({ name, title, role })),
  );
  const [cases, setCases] = useKept('amend', 'cases', result.cases ?? '');
  const run = () => save.run({ id: result.id, expectedVersion: result.version, contact, team, cases });
  return (
    <FormDialog
      title={a.amend}
      submitLabel={c.save}
      done={a.doneAmend}
      kept="amend"
      onClose={onClose}
      onSubmit={run}
    >
      <p className="quiet">{t.hint}</p>
      <ContactFields contact={contact} onChange={setContact} />
      <Field label={t.team} path="team" group>
        <TeamRows rows={team} onChange={setTeam} />
      </Field>
      <Field label={t.cases} path="cases">
        <TextArea value={cases} onChange={setCases} max={2000} />
      </Field>
    </FormDialog>
  );
}

/** 补充说明 of a need: contact and urgency. */
export function AmendNeedDialog({ need, onClose }: { need: NeedPageFragment; onClose: () => void }) {
  const t = useWords(amend);
  const a = useWords(actionWords);
  const names = useWords(urgencies);
  const c = useWords(common);
  const save = useCommand(AmendNeedDocument);
  const [contact, setContact] = useKept('amend', 'contact', () => contactOf(need.contact));
  const [urgency, setUrgency] = useKept<Urgency>('amend', 'urgency', need.urgency);
  const run = () => save.run({ id: need.id, expectedVersion: need.version, contact, urgency });
  return (
    <FormDialog
      title={a.amend}
      submitLabel={c.save}
      done={a.doneAmend}
      kept="amend"
      onClose={onClose}
      onSubmit={run}
    >
      <p className="quiet">{t.hint}</p>
      <ContactFields contact={contact} onChange={setContact} />
      <Field label={t.urgency} path="urgency" group>
        <RadioButtons
          value={urgency}
          onChange={(value) => setUrgency(value as Urgency)}
          choices={choicesFrom(names)}
        />
      </Field>
    </FormDialog>
  );
}
