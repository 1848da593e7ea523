import { useState } from 'react';
import { useCommand } from '../api/command.js';
import { useToday } from '../api/city.js';
import { AntdArea } from '../app/AntdArea.js';
import { MoneyInput, YuanInput } from '../design/AmountInputs.js';
import { DateInput } from '../design/DateInput.js';
import { CheckBox, Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import type { PatentLicenceKind, PatentPageFragment } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { patentActions } from './actionWords.js';
import {
  AbandonPatentDocument,
  AddPatentLicenceDocument,
  AddPatentPledgeDocument,
  ClosePatentToAllDocument,
  EndPatentLicenceDocument,
  ExaminePatentDocument,
  FilePatentLicenceDocument,
  GrantPatentDocument,
  InvalidatePatentDocument,
  LapsePatentDocument,
  OpenPatentToAllDocument,
  PublishPatentDocument,
  RecordPatentFeeDocument,
  RejectPatentDocument,
  ReleasePatentPledgeDocument,
  RestorePatentDocument,
  WithdrawPatentDocument,
} from './commands.js';
import { ContractPicker } from './ContractPicker.js';
import type { PatentForm, StatusAction } from './forms.js';
import { licenceKinds } from './terms.js';

interface FormProps {
  readonly patent: PatentPageFragment;
  readonly onClose: () => void;
}

/** The form that is open on a patent's page: with antd, which the page itself, a public one, comes without. */
export function PatentDialogs(props: FormProps & { readonly form: PatentForm }) {
  return (
    <AntdArea>
      <FormOf {...props} />
    </AntdArea>
  );
}

function FormOf({ patent, form, onClose }: FormProps & { readonly form: PatentForm }) {
  const props = { patent, onClose };
  switch (form.kind) {
    case 'payFee':
      return <FeeForm {...props} />;
    case 'addLicence':
      return <LicenceForm {...props} />;
    case 'fileLicence':
      return <FilingForm {...props} id={form.id} />;
    case 'endLicence':
      return <EndForm {...props} id={form.id} />;
    case 'addPledge':
      return <PledgeForm {...props} />;
    case 'releasePledge':
      return <ReleaseForm {...props} id={form.id} />;
    case 'openToAll':
      return <OpenForm {...props} />;
    default:
      return <StatusForm {...props} action={form.kind} />;
  }
}

const headOf = ({ id, version }: PatentPageFragment) => ({ id, expectedVersion: version });

/** A legal day. */
function DayInput(props: { label: string; path: string; value: string; onChange: (day: string) => void }) {
  return (
    <Field label={props.label} path={props.path} required>
      <DateInput
        value={props.value}
        onChange={(day) => props.onChange(day ?? props.value)}
        clearable={false}
      />
    </Field>
  );
}

function Consent({
  patent,
  value,
  onChange,
}: Pick<FormProps, 'patent'> & { value: boolean; onChange: (on: boolean) => void }) {
  const t = useWords(patentActions);
  if (patent.pledges.every(({ releasedOn }) => releasedOn !== null)) return null;
  return (
    <Field label={t.consent} path="pledgeeConsents" group>
      <CheckBox checked={value} onChange={onChange}>
        {t.consent}
      </CheckBox>
    </Field>
  );
}

const STATUS_DOCUMENTS = {
  publish: PublishPatentDocument,
  examine: ExaminePatentDocument,
  grant: GrantPatentDocument,
  restore: RestorePatentDocument,
  reject: RejectPatentDocument,
  withdraw: WithdrawPatentDocument,
  lapse: LapsePatentDocument,
  abandon: AbandonPatentDocument,
  invalidate: InvalidatePatentDocument,
  closeToAll: ClosePatentToAllDocument,
} as const;

function StatusForm({ patent, action, onClose }: FormProps & { action: StatusAction }) {
  const t = useWords(patentActions);
  const [on, setOn] = useState(useToday());
  const [note, setNote] = useState('');
  const record = useCommand<
    unknown,
    { clientMutationId: string; id: string; expectedVersion: number; on: string; note: string }
  >(STATUS_DOCUMENTS[action]);
  return (
    <FormDialog
      title={t[action]}
      done={t.done}
      onClose={onClose}
      onSubmit={() => record.run({ ...headOf(patent), on, note })}
    >
      <DayInput label={t.on} path="on" value={on} onChange={setOn} />
      <Field label={t.note} path="note" hint={t.noteHint}>
        <TextArea value={note} onChange={setNote} max={500} />
      </Field>
    </FormDialog>
  );
}

const OPEN_FEES: readonly string[] = ['UPCOMING', 'DUE_SOON', 'LATE', 'MISSED'];

function FeeForm({ patent, onClose }: FormProps) {
  const t = useWords(patentActions);
  const next = patent.feeCalendar?.find(({ state }) => OPEN_FEES.includes(state));
  const [year, setYear] = useState(String(next?.year ?? ''));
  const [paidOn, setPaidOn] = useState(useToday());
  const [amount, setAmount] = useState<number | null>(next ? next.amount + next.surcharge : null);
  const [receipt, setReceipt] = useState('');
  const record = useCommand(RecordPatentFeeDocument);
  return (
    <FormDialog
      title={t.payFee}
      done={t.done}
      onClose={onClose}
      onSubmit={() => record.run({ ...headOf(patent), year: Number(year) || 0, paidOn, amount, receipt })}
    >
      <Field label={t.year} path="year" required>
        <TextInput inputMode="numeric" value={year} onChange={setYear} />
      </Field>
      <DayInput label={t.paidOn} path="paidOn" value={paidOn} onChange={setPaidOn} />
      <Field label={t.amount} path="amount">
        <YuanInput value={amount} onChange={setAmount} />
      </Field>
      <Field label={t.receipt} path="receipt">
        <TextInput value={receipt} onChange={setReceipt} />
      </Field>
    </FormDialog>
  );
}

function LicenceForm({ patent, onClose }: FormProps) {
  const t = useWords(patentActions);
  const kinds = useWords(licenceKinds);
  const today = useToday();
  const [kind, setKind] = useState<PatentLicenceKind>('ORDINARY');
  const [licensee, setLicensee] = useState('');
  const [effectiveOn, setFrom] = useState(today);
  const [endsOn, setTo] = useState(patent.expiresOn);
  const [territory, setTerritory] = useState('');
  const [fee, setFee] = useState('');
  const [contractId, setContract] = useState('');
  const [consent, setConsent] = useState(false);
  const add = useCommand(AddPatentLicenceDocument);
  return (
    <FormDialog
      title={t.addLicence}
      done={t.done}
      onClose={onClose}
      onSubmit={() =>
        add.run({
          ...headOf(patent),
          kind,
          licensee,
          effectiveOn,
          endsOn,
          territory,
          fee,
          contractId: contractId || null,
          pledgeeConsents: consent,
        })
      }
    >
      <Field label={t.kind} path="kind" required>
        <SelectInput
          value={kind}
          choices={choicesFrom(kinds)}
          onChange={(value) => setKind(value as PatentLicenceKind)}
        />
      </Field>
      <Field label={t.licensee} path="licensee" required>
        <TextInput value={licensee} onChange={setLicensee} />
      </Field>
      <DayInput label={t.from} path="effectiveOn" value={effectiveOn} onChange={setFrom} />
      <DayInput label={t.to} path="endsOn" value={endsOn} onChange={setTo} />
      <Field label={t.territory} path="territory">
        <TextInput value={territory} onChange={setTerritory} />
      </Field>
      <Field label={t.contract} path="contractId" hint={t.contractHint}>
        <ContractPicker patentId={patent.id} value={contractId} onChange={setContract} />
      </Field>
      <Field label={t.fee} path="fee" hint={t.feeHint}>
        <TextArea value={fee} onChange={setFee} max={500} />
      </Field>
      <Consent patent={patent} value={consent} onChange={setConsent} />
    </FormDialog>
  );
}

function FilingForm({ patent, id, onClose }: FormProps & { id: string }) {
  const t = useWords(patentActions);
  const [filedOn, setFiledOn] = useState(useToday());
  const [filingNumber, setNumber] = useState('');
  const file = useCommand(FilePatentLicenceDocument);
  return (
    <FormDialog
      title={t.fileLicence}
      done={t.done}
      onClose={onClose}
      onSubmit={() => file.run({ ...headOf(patent), licenceId: id, filedOn, filingNumber })}
    >
      <DayInput label={t.filedOn} path="filedOn" value={filedOn} onChange={setFiledOn} />
      <Field label={t.filingNumber} path="filingNumber" required>
        <TextInput value={filingNumber} onChange={setNumber} />
      </Field>
    </FormDialog>
  );
}

function EndForm({ patent, id, onClose }: FormProps & { id: string }) {
  const t = useWords(patentActions);
  const [endedOn, setEndedOn] = useState(useToday());
  const end = useCommand(EndPatentLicenceDocument);
  return (
    <FormDialog
      title={t.endLicence}
      done={t.done}
      onClose={onClose}
      onSubmit={() => end.run({ ...headOf(patent), licenceId: id, endedOn })}
    >
      <DayInput label={t.endedOn} path="endedOn" value={endedOn} onChange={setEndedOn} />
    </FormDialog>
  );
}

function PledgeForm({ patent, onClose }: FormProps) {
  const t = useWords(patentActions);
  const [pledgee, setPledgee] = useState('');
  const [registeredOn, setRegisteredOn] = useState(useToday());
  const [registrationNumber, setNumber] = useState('');
  const [securedAmount, setAmount] = useState<number | null>(null);
  const add = useCommand(AddPatentPledgeDocument);
  return (
    <FormDialog
      title={t.addPledge}
      done={t.done}
      onClose={onClose}
      onSubmit={() =>
        add.run({ ...headOf(patent), pledgee, registeredOn, registrationNumber, securedAmount })
      }
    >
      <Field label={t.pledgee} path="pledgee" required>
        <TextInput value={pledgee} onChange={setPledgee} />
      </Field>
      <DayInput label={t.registeredOn} path="registeredOn" value={registeredOn} onChange={setRegisteredOn} />
      <Field label={t.registrationNumber} path="registrationNumber" required>
        <TextInput value={registrationNumber} onChange={setNumber} />
      </Field>
      <Field label={t.secured} path="securedAmount">
        <MoneyInput value={securedAmount} onChange={setAmount} />
      </Field>
    </FormDialog>
  );
}

function ReleaseForm({ patent, id, onClose }: FormProps & { id: string }) {
  const t = useWords(patentActions);
  const [releasedOn, setReleasedOn] = useState(useToday());
  const release = useCommand(ReleasePatentPledgeDocument);
  return (
    <FormDialog
      title={t.releasePledge}
      done={t.done}
      onClose={onClose}
      onSubmit={() => release.run({ ...headOf(patent), pledgeId: id, releasedOn })}
    >
      <DayInput label={t.releasedOn} path="releasedOn" value={releasedOn} onChange={setReleasedOn} />
    </FormDialog>
  );
}

function OpenForm({ patent, onClose }: FormProps) {
  const t = useWords(patentActions);
  const [declaredOn, setDeclaredOn] = useState(useToday());
  const [endsOn, setEndsOn] = useState(patent.expiresOn);
  const [feeStandard, setFee] = useState('');
  const [announcement, setAnnouncement] = useState('');
  const [evaluationReport, setReport] = useState('');
  const [consent, setConsent] = useState(false);
  const open = useCommand(OpenPatentToAllDocument);
  return (
    <FormDialog
      title={t.openToAll}
      done={t.done}
      onClose={onClose}
      onSubmit={() =>
        open.run({
          ...headOf(patent),
          ...{ declaredOn, endsOn, feeStandard, announcement, evaluationReport },
          pledgeeConsents: consent,
        })
      }
    >
      <DayInput label={t.declaredOn} path="declaredOn" value={declaredOn} onChange={setDeclaredOn} />
      <DayInput label={t.endsOn} path="endsOn" value={endsOn} onChange={setEndsOn} />
      <Field label={t.feeStandard} path="feeStandard" hint={t.feeStandardHint} required>
        <TextArea value={feeStandard} onChange={setFee} max={500} />
      </Field>
      {patent.kind !== 'INVENTION_PATENT' && (
        <Field label={t.evaluation} path="evaluationReport" required>
          <TextInput value={evaluationReport} onChange={setReport} />
        </Field>
      )}
      <Field label={t.announcement} path="announcement">
        <TextInput value={announcement} onChange={setAnnouncement} />
      </Field>
      <Consent patent={patent} value={consent} onChange={setConsent} />
    </FormDialog>
  );
}
