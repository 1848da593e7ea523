import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useCommand } from '../api/command.js';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { ErrorsProvider, Field, RadioButtons, SelectInput } from '../design/Field.js';
import { Notice, Refusal } from '../design/States.js';
import type { StoredFile } from '../design/upload.js';
import { UploadList } from '../design/UploadList.js';
import type { ImportKind } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { StartImportDocument } from './documents.js';
import css from './Imports.module.css';
import { previewOf, type Preview } from './preview.js';
import { importFormats, importWords } from './words.js';

const KINDS: readonly ImportKind[] = ['RESULT', 'NEED', 'PATENT', 'PROJECT'];
/** What a unit keeps of its own: nobody else takes it in. */
const OWN: readonly ImportKind[] = ['PATENT', 'PROJECT'];
const OFFICE = ['TRANSFER_OFFICER'] as const;
const WITH_BUREAUX = ['TRANSFER_OFFICER', 'OFFICER'] as const;

/** Uploads a file, shows its beginning, and starts a check or the import. `?import=PATENT` begins with patents. */
export function StartImport() {
  const t = useWords(importWords);
  const navigate = useNavigate();
  const { organisationsAs } = useViewer();
  const [address] = useSearchParams();
  const [wanted, setKind] = useState<ImportKind>(
    KINDS.find((value) => value === address.get('import')) ?? 'RESULT',
  );
  const mayOwn = organisationsAs(...OFFICE).length > 0;
  const kind = OWN.includes(wanted) && !mayOwn ? 'RESULT' : wanted;
  const owners = organisationsAs(...(OWN.includes(kind) ? OFFICE : WITH_BUREAUX));
  const [chosen, setOwner] = useState('');
  const ownerId = owners.some(({ id }) => id === chosen) ? chosen : (owners[0]?.id ?? '');
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [preview, setPreview] = useState<Preview | null>(null);
  const start = useCommand(StartImportDocument);
  if (organisationsAs(...WITH_BUREAUX).length === 0) return <Notice tone="amber">{t.noOwner}</Notice>;
  const file = files[0];
  const run = async (dryRun: boolean): Promise<void> => {
    const outcome = await start.run({ fileId: file?.id ?? '', kind, ownerId, dryRun });
    if (outcome.ok)
      void navigate(`/imports/${outcome.data.startImport.importRun.id}`, { state: { fileId: file?.id } });
  };
  return (
    <div className={css['form']}>
      <ErrorsProvider value={start.failure?.violations ?? []}>
        <Field label={t.kind} path="kind" group>
          <RadioButtons
            value={kind}
            choices={KINDS.map((value) => ({
              value,
              label: t[value],
              disabled: OWN.includes(value) && !mayOwn,
            }))}
            onChange={(value) => {
              setKind(value as ImportKind);
              setFiles([]);
            }}
          />
        </Field>
        <Field label={t.owner} path="ownerId" required>
          <SelectInput
            value={ownerId}
            onChange={setOwner}
            choices={owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label={t.file} path="fileId" required group>
          <UploadList
            domain="listings"
            files={files}
            max={1}
            accept={importFormats[kind].join(',')}
            hint={kind === 'PATENT' ? t.patentFileHint : kind === 'PROJECT' ? t.projectFileHint : t.fileHint}
            onChosen={(chosen) => void previewOf(chosen).then(setPreview)}
            onChange={setFiles}
          />
        </Field>
      </ErrorsProvider>
      {file && (preview ? <PreviewTable preview={preview} /> : <p className="quiet">{t.noPreview}</p>)}
      <Refusal failure={start.failure} />
      <div className="row">
        <Button tone="primary" busy={start.busy} disabled={!file} onClick={() => void run(true)}>
          {t.check}
        </Button>
        <Button busy={start.busy} disabled={!file} onClick={() => void run(false)}>
          {t.run}
        </Button>
      </div>
    </div>
  );
}

function PreviewTable({ preview }: { preview: Preview }) {
  const t = useWords(importWords);
  return (
    <>
      <h3>{t.preview}</h3>
      <div className={css['preview']} tabIndex={0} role="group" aria-label={t.preview}>
        <table>
          <thead>
            <tr>
              {preview.columns.map((column, index) => (
                <th key={index} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t.previewNote}</p>
    </>
  );
}
