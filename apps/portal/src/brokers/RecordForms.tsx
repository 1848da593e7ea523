import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { DateInput } from '../design/DateInput.js';
import { Field, RadioButtons, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import type { StoredFile } from '../design/upload.js';
import { UploadList } from '../design/UploadList.js';
import type { BrokerLevel, BrokerPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { registerWords } from '../register/words.js';
import {
  AddBrokerCredentialDocument,
  AddBrokerTrainingDocument,
  CheckBrokerRecordDocument,
  WithdrawBrokerRecordDocument,
} from './recordCommands.js';
import { brokerLevels, recordWords } from './recordWords.js';

interface FormProps {
  readonly broker: BrokerPageFragment;
  readonly onClose: () => void;
}
const headOf = ({ id, version }: BrokerPageFragment) => ({ id, expectedVersion: version });

export function CredentialForm({ broker, onClose }: FormProps) {
  const t = useWords(recordWords);
  const r = useWords(registerWords);
  const levels = useWords(brokerLevels);
  const add = useCommand(AddBrokerCredentialDocument);
  const [level, setLevel] = useState<BrokerLevel>('JUNIOR');
  const [number, setNumber] = useState('');
  const [issuer, setIssuer] = useState('');
  const [issuedOn, setIssuedOn] = useState<string | null>(null);
  const [validTo, setValidTo] = useState<string | null>(null);
  const [scans, setScans] = useState<readonly StoredFile[]>([]);
  return (
    <FormDialog
      title={t.addCredential}
      done={r.done}
      disabled={issuedOn === null}
      onClose={onClose}
      onSubmit={() =>
        add.run({
          ...headOf(broker),
          level,
          number,
          issuer,
          issuedOn: issuedOn ?? '',
          validTo,
          scanId: scans[0]?.id ?? null,
        })
      }
    >
      <Field label={t.level} path="level" required>
        <SelectInput
          value={level}
          choices={choicesFrom(levels)}
          onChange={(value) => setLevel(value as BrokerLevel)}
        />
      </Field>
      <Field label={t.number} path="number" required>
        <TextInput value={number} onChange={setNumber} />
      </Field>
      <Field label={t.issuer} path="issuer" required>
        <TextInput value={issuer} onChange={setIssuer} />
      </Field>
      <Field label={t.issuedOn} path="issuedOn" required>
        <DateInput value={issuedOn} onChange={setIssuedOn} />
      </Field>
      <Field label={t.validTo} path="validTo" hint={t.validToHint}>
        <DateInput value={validTo} onChange={setValidTo} />
      </Field>
      <Field label={t.scan} path="scanId" hint={t.scanHint} group>
        <UploadList domain="discovery" files={scans} onChange={setScans} max={1} accept=".pdf,image/*" />
      </Field>
    </FormDialog>
  );
}

export function TrainingForm({ broker, onClose }: FormProps) {
  const t = useWords(recordWords);
  const r = useWords(registerWords);
  const add = useCommand(AddBrokerTrainingDocument);
  const [course, setCourse] = useState('');
  const [provider, setProvider] = useState('');
  const [hours, setHours] = useState('');
  const [endedOn, setEndedOn] = useState<string | null>(null);
  const [certificate, setCertificate] = useState('');
  return (
    <FormDialog
      title={t.addTraining}
      done={r.done}
      disabled={endedOn === null || !/^\d+$/.test(hours)}
      onClose={onClose}
      onSubmit={() =>
        add.run({
          ...headOf(broker),
          course,
          provider,
          hours: Number(hours),
          endedOn: endedOn ?? '',
          certificate: certificate || null,
        })
      }
    >
      <Field label={t.course} path="course" required>
        <TextInput value={course} onChange={setCourse} />
      </Field>
      <Field label={t.provider} path="provider" required>
        <TextInput value={provider} onChange={setProvider} />
      </Field>
      <Field label={t.hours} path="hours" required>
        <TextInput value={hours} inputMode="numeric" onChange={setHours} />
      </Field>
      <Field label={t.endedOn} path="endedOn" hint={t.endedOnHint} required>
        <DateInput value={endedOn} onChange={setEndedOn} />
      </Field>
      <Field label={t.certificate} path="certificate">
        <TextInput value={certificate} onChange={setCertificate} />
      </Field>
    </FormDialog>
  );
}

type RecordProps = FormProps & { readonly recordId: string; readonly name: string };

export function WithdrawForm({ broker, recordId, name, onClose }: RecordProps) {
  const t = useWords(recordWords);
  const r = useWords(registerWords);
  const withdraw = useCommand(WithdrawBrokerRecordDocument);
  return (
    <FormDialog
      title={t.withdraw}
      done={r.done}
      onClose={onClose}
      onSubmit={() => withdraw.run({ ...headOf(broker), recordId })}
    >
      <p>{t.withdrawAsk(name)}</p>
    </FormDialog>
  );
}

export function CheckForm({ broker, recordId, name, onClose }: RecordProps) {
  const t = useWords(recordWords);
  const r = useWords(registerWords);
  const check = useCommand(CheckBrokerRecordDocument);
  const [decision, setDecision] = useState('accept');
  const [note, setNote] = useState('');
  return (
    <FormDialog
      title={t.check}
      done={r.done}
      onClose={onClose}
      onSubmit={() =>
        check.run({ ...headOf(broker), recordId, accepted: decision === 'accept', note: note || null })
      }
    >
      <p>{name}</p>
      <Field label={t.decision} path="accepted" required group>
        <RadioButtons
          value={decision}
          choices={[
            { value: 'accept', label: t.accept },
            { value: 'refuse', label: t.refuse },
          ]}
          onChange={setDecision}
        />
      </Field>
      <Field label={t.note} path="note" hint={t.noteHint} required={decision === 'refuse'}>
        <TextArea value={note} onChange={setNote} max={300} />
      </Field>
    </FormDialog>
  );
}
