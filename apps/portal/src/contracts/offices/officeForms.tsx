import { useToday } from '../../api/city.js';
import { useCommand } from '../../api/command.js';
import { MoneyInput } from '../../design/AmountInputs.js';
import { DateInput } from '../../design/DateInput.js';
import { CheckBox, Field, SelectInput, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { useWords } from '../../i18n/index.js';
import { NameDeputyDocument, SaveOfficeDocument } from './documents.js';
import { officeWords } from './officeWords.js';
import type { Office } from './parts.js';

/** An entry as its administrator edits it. */
export function OfficeForm({ office, onClose }: { office: Office; onClose: () => void }) {
  const t = useWords(officeWords);
  const save = useCommand(SaveOfficeDocument);
  const [form, setForm] = useKept('office', 'form', {
    name: office.name,
    numberPrefix: office.numberPrefix,
    cap: office.cap ?? null,
    delegatedFrom: office.delegatedFrom ?? null,
    delegatedUntil: office.delegatedUntil ?? null,
    basis: office.basis,
    active: office.active,
  });
  const change = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch });
  return (
    <FormDialog
      kept="office"
      title={t.save}
      done={t.saved}
      onClose={onClose}
      onSubmit={() => save.run({ id: office.id, expectedVersion: office.version, ...form })}
    >
      <Field label={t.name} path="name" required>
        <TextInput value={form.name} onChange={(name) => change({ name })} />
      </Field>
      <Field label={t.prefix} path="numberPrefix" hint={t.prefixHint} required>
        <TextInput
          inputMode="numeric"
          value={form.numberPrefix}
          onChange={(numberPrefix) => change({ numberPrefix })}
        />
      </Field>
      <Field label={t.cap} path="cap" hint={t.capHint} optional>
        <MoneyInput value={form.cap} onChange={(cap) => change({ cap })} />
      </Field>
      {office.county && (
        <>
          <Field label={t.delegatedFrom} path="delegatedFrom" optional>
            <DateInput value={form.delegatedFrom} onChange={(delegatedFrom) => change({ delegatedFrom })} />
          </Field>
          <Field label={t.delegatedUntil} path="delegatedUntil" hint={t.untilHint} optional>
            <DateInput
              value={form.delegatedUntil}
              onChange={(delegatedUntil) => change({ delegatedUntil })}
            />
          </Field>
        </>
      )}
      <Field label={t.basis} path="basis" hint={t.basisHint} required>
        <TextArea value={form.basis} rows={2} max={300} onChange={(basis) => change({ basis })} />
      </Field>
      <CheckBox checked={form.active} onChange={(active) => change({ active })}>
        {t.active}
      </CheckBox>
    </FormDialog>
  );
}

/** Who stands in for whom, from when to when. */
export function DeputyForm({ office, onClose }: { office: Office; onClose: () => void }) {
  const t = useWords(officeWords);
  const today = useToday();
  const name = useCommand(NameDeputyDocument);
  const [absentId, setAbsentId] = useKept('deputy', 'absentId', '');
  const [deputyId, setDeputyId] = useKept('deputy', 'deputyId', '');
  const [from, setFrom] = useKept<string | null>('deputy', 'from', today);
  const [until, setUntil] = useKept<string | null>('deputy', 'until', null);
  const [reason, setReason] = useKept('deputy', 'reason', '');
  const people = office.registrars.map((registrar) => ({ value: registrar.personId, label: registrar.name }));
  return (
    <FormDialog
      kept="deputy"
      title={t.nameDeputy}
      done={t.named}
      onClose={onClose}
      disabled={absentId === '' || deputyId === '' || from === null || until === null}
      onSubmit={() =>
        name.run({ officeId: office.id, absentId, deputyId, from: from ?? '', until: until ?? '', reason })
      }
    >
      <p>{t.standInsIntro}</p>
      <Field label={t.absent} path="absentId" required>
        <SelectInput value={absentId} placeholder={t.choose} choices={people} onChange={setAbsentId} />
      </Field>
      <Field label={t.deputy} path="deputyId" required>
        <SelectInput
          value={deputyId}
          placeholder={t.choose}
          choices={people.filter(({ value }) => value !== absentId)}
          onChange={setDeputyId}
        />
      </Field>
      <Field label={t.from} path="fromDay" required>
        <DateInput value={from} min={today} onChange={setFrom} />
      </Field>
      <Field label={t.until} path="untilDay" required>
        <DateInput value={until} min={from ?? today} onChange={setUntil} />
      </Field>
      <Field label={t.reason} path="reason" required>
        <TextInput value={reason} onChange={setReason} />
      </Field>
    </FormDialog>
  );
}
