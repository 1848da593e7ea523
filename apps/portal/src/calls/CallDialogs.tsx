import { AntdArea } from '../app/AntdArea.js';
import { useCommand } from '../api/command.js';
import { DateInput } from '../design/DateInput.js';
import { Field, RadioButtons, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { FormDialog } from '../design/FormDialog.js';
import { useKept } from '../design/kept.js';
import type { CallArgumentVerdict, CallExtensionCause } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { callActionWords } from './actionWords.js';
import {
  ApproveCallDocument,
  ExtendCallBiddingDocument,
  PublishCallDocument,
  RecordCallArgumentDocument,
} from './commands.js';
import { approvalKinds, extensionCauses, type Call } from './terms.js';
import { callWords } from './words.js';

interface Props {
  readonly call: Call;
  readonly onClose: () => void;
}
const targetOf = ({ id, version }: Call) => ({ id, expectedVersion: version });

export type CallDialogName = 'argument' | 'approve' | 'publish' | 'extend';

const DIALOGS = {
  argument: ArgumentDialog,
  approve: ApproveDialog,
  publish: PublishDialog,
  extend: ExtendDialog,
} as const;

/** The form that is open on a call's page: with antd, which the page itself, a public one, comes without. */
export function CallDialog({ name, ...props }: Props & { readonly name: CallDialogName }) {
  const Form = DIALOGS[name];
  return (
    <AntdArea>
      <Form {...props} />
    </AntdArea>
  );
}

/** 记录论证. */
function ArgumentDialog({ call, onClose }: Props) {
  const t = useWords(callWords);
  const a = useWords(callActionWords);
  const record = useCommand(RecordCallArgumentDocument);
  const [heldOn, setHeldOn] = useKept<string | null>('argument', 'heldOn', null);
  const [experts, setExperts] = useKept('argument', 'experts', '');
  const [opinion, setOpinion] = useKept('argument', 'opinion', '');
  const [verdict, setVerdict] = useKept('argument', 'verdict', '');
  return (
    <FormDialog
      kept="argument"
      title={a.recordArgument}
      done={a.argumentRecorded}
      onClose={onClose}
      disabled={heldOn === null || verdict === ''}
      onSubmit={() =>
        record.run({
          ...targetOf(call),
          heldOn: heldOn ?? '',
          experts,
          opinion,
          verdict: verdict as CallArgumentVerdict,
        })
      }
    >
      <Field label={t.heldOn} path="heldOn" required>
        <DateInput value={heldOn} onChange={setHeldOn} />
      </Field>
      <Field label={t.experts} path="experts" required>
        <TextInput value={experts} onChange={setExperts} />
      </Field>
      <Field label={t.argument} path="verdict" group required>
        <RadioButtons value={verdict} choices={choicesFrom(t.verdicts)} onChange={setVerdict} />
      </Field>
      <Field label={a.opinion} path="opinion" required>
        <TextArea value={opinion} max={3000} rows={5} onChange={setOpinion} />
      </Field>
    </FormDialog>
  );
}

/** 记录审批: the next one that the mode asks for. */
function ApproveDialog({ call, onClose }: Props) {
  const a = useWords(callActionWords);
  const kinds = useWords(approvalKinds);
  const approve = useCommand(ApproveCallDocument);
  const [document, setDocument] = useKept('approve', 'document', '');
  const [day, setDay] = useKept<string | null>('approve', 'day', null);
  const [opinion, setOpinion] = useKept('approve', 'opinion', '');
  const [next] = call.approvalsLeft;
  return (
    <FormDialog
      kept="approve"
      title={a.approve}
      done={a.approved}
      onClose={onClose}
      disabled={day === null || document.trim() === ''}
      onSubmit={() => approve.run({ ...targetOf(call), document, day: day ?? '', opinion })}
    >
      {next && <p>{a.approving(kinds[next])}</p>}
      <Field label={a.document} path="document" required>
        <TextInput value={document} onChange={setDocument} />
      </Field>
      <Field label={a.approvedOn} path="day" required>
        <DateInput value={day} onChange={setDay} />
      </Field>
      <Field label={a.opinion} path="opinion" optional>
        <TextArea value={opinion} max={2000} rows={3} onChange={setOpinion} />
      </Field>
    </FormDialog>
  );
}

/** 张榜. */
function PublishDialog({ call, onClose }: Props) {
  const a = useWords(callActionWords);
  const publish = useCommand(PublishCallDocument);
  const [opensOn, setOpensOn] = useKept<string | null>('publish', 'opensOn', null);
  return (
    <FormDialog
      kept="publish"
      title={a.publish}
      done={a.published}
      onClose={onClose}
      onSubmit={() => publish.run({ ...targetOf(call), opensOn })}
    >
      <p>{a.publishHint}</p>
      <Field label={a.opensOn} path="opensOn" optional>
        <DateInput value={opensOn} onChange={setOpensOn} />
      </Field>
    </FormDialog>
  );
}

/** 延长揭榜. */
function ExtendDialog({ call, onClose }: Props) {
  const a = useWords(callActionWords);
  const { SUSPENSION: _, ...causes } = useWords(extensionCauses);
  const extend = useCommand(ExtendCallBiddingDocument);
  const [closesOn, setClosesOn] = useKept<string | null>('extend', 'closesOn', null);
  const [cause, setCause] = useKept('extend', 'cause', '');
  const [reason, setReason] = useKept('extend', 'reason', '');
  return (
    <FormDialog
      kept="extend"
      title={a.extend}
      done={a.extended}
      onClose={onClose}
      disabled={closesOn === null || cause === ''}
      onSubmit={() =>
        extend.run({
          ...targetOf(call),
          closesOn: closesOn ?? '',
          cause: cause as CallExtensionCause,
          reason,
        })
      }
    >
      <Field label={a.closesOn} path="closesOn" hint={a.closesOnHint} required>
        <DateInput value={closesOn} onChange={setClosesOn} />
      </Field>
      <Field label={a.cause} path="cause" required>
        <SelectInput value={cause} placeholder={a.cause} choices={choicesFrom(causes)} onChange={setCause} />
      </Field>
      <Field label={a.reason} path="reason" hint={a.reasonHint} required>
        <TextArea value={reason} max={2000} rows={3} onChange={setReason} />
      </Field>
    </FormDialog>
  );
}
