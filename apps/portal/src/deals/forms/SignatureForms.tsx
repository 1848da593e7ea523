import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import { Button } from '../../design/Button.js';
import { DateInput } from '../../design/DateInput.js';
import { Facts } from '../../design/DetailPage.js';
import { CheckBox, Field, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import type { StoredFile } from '../../design/upload.js';
import { UploadList } from '../../design/UploadList.js';
import { Day } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { actionWords, formWords } from '../actionWords.js';
import { ConfirmSignatureDocument, RecordSignatureDocument } from '../commands.js';
import { lines } from '../lines.js';
import type { DealFormProps } from '../types.js';
import { uploadTo } from '../uploadTo.js';
import { common } from '../../i18n/common.js';

/** 上传已签合同: the PDF, who signed, when and for how long. */
export function RecordSignatureForm({ deal, onClose }: DealFormProps) {
  const t = useWords(formWords);
  const a = useWords(actionWords);
  const record = useCommand(RecordSignatureDocument);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [signatories, setSignatories] = useKept('signature', 'signatories', '');
  const [signedOn, setSignedOn] = useKept<string | null>('signature', 'signedOn', null);
  const [place, setPlace] = useKept('signature', 'place', '');
  const [from, setFrom] = useKept<string | null>('signature', 'from', null);
  const [to, setTo] = useKept<string | null>('signature', 'to', null);
  const file = files[0];
  const submit = () =>
    record.run({
      id: deal.id,
      expectedVersion: deal.version,
      fileId: file?.id ?? '',
      signatories: lines(signatories),
      signedOn: signedOn ?? '',
      place,
      effectiveFrom: from ?? '',
      effectiveTo: to ?? '',
    });
  return (
    <FormDialog
      kept="signature"
      title={a.recordSignature}
      done={a.recordSignatureDone}
      onClose={onClose}
      onSubmit={submit}
      disabled={!file || !signedOn || !from || !to}
    >
      <Field label={t.file} path="fileId" required>
        <UploadList
          domain={uploadTo(deal.id)}
          files={files}
          onChange={setFiles}
          max={1}
          accept="application/pdf,.pdf"
          hint={t.fileHint}
        />
      </Field>
      {file?.sha256 && (
        <p className="quiet">
          {t.hash} <code className="mono">{file.sha256}</code>
        </p>
      )}
      <Field label={t.signatories} path="signatories" hint={t.signatoriesHint} required>
        <TextArea value={signatories} rows={3} onChange={setSignatories} />
      </Field>
      <Field label={t.signedOn} path="signedOn" required>
        <DateInput value={signedOn} onChange={setSignedOn} />
      </Field>
      <Field label={t.place} path="place" required>
        <TextInput value={place} onChange={setPlace} />
      </Field>
      <Field label={t.effectiveFrom} path="effectiveFrom" required>
        <DateInput value={from} onChange={setFrom} />
      </Field>
      <Field label={t.effectiveTo} path="effectiveTo" required>
        <DateInput value={to} onChange={setTo} {...(from && { min: from })} />
      </Field>
    </FormDialog>
  );
}

/** 确认签署: the other side opens the file and confirms its hash. */
export function ConfirmSignatureForm({ deal, onClose }: DealFormProps) {
  const t = useWords(formWords);
  const { list } = useWords(common);
  const a = useWords(actionWords);
  const confirm = useCommand(ConfirmSignatureDocument);
  const [checked, setChecked] = useState(false);
  const { signature } = deal;
  if (!signature) return null;
  const submit = () =>
    confirm.run({ id: deal.id, expectedVersion: deal.version, fileSha256: signature.file.sha256 });
  return (
    <FormDialog
      title={a.confirmSignature}
      done={a.confirmSignatureDone}
      onClose={onClose}
      onSubmit={submit}
      disabled={!checked}
    >
      <p>{t.confirmText}</p>
      <div>
        <Button icon="file" href={signature.file.url}>
          {t.openFile}
        </Button>
      </div>
      <Facts
        facts={[
          { label: t.signatories, value: list(signature.signatories) },
          { label: t.signedOn, value: <Day on={signature.signedOn} /> },
          { label: t.effectiveFrom, value: <Day on={signature.effectiveFrom} /> },
          { label: t.effectiveTo, value: <Day on={signature.effectiveTo} /> },
        ]}
      />
      <p className="quiet">
        {t.hash} <code className="mono">{signature.file.sha256}</code>
      </p>
      <Field label={t.hash} path="fileSha256" group>
        <CheckBox checked={checked} onChange={setChecked}>
          {t.iChecked}
        </CheckBox>
      </Field>
    </FormDialog>
  );
}
