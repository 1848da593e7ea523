import { useRef, useState, type DragEvent } from 'react';
import { useQuery } from 'urql';
import type { Failure } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { common } from '../i18n/common.js';
import { useWords, words } from '../i18n/index.js';
import { fileSize } from './amounts.js';
import { Button } from './Button.js';
import { classes } from './classes.js';
import { useFieldAttributes } from './Field.js';
import { Icon } from './Icon.js';
import { useSending } from './sending.js';
import { useFailureText } from './States.js';
import { MAX_FILE_BYTES, uploadFile, type StoredFile } from './upload.js';
import css from './UploadList.module.css';

const uploadWords = words(
  {
    choose: '选择文件',
    drop: '或拖到这里',
    limit: '单个文件不超过 100 MB',
    left: (files: number, size: string) => `24 小时内还可上传 ${files} 个文件、共 ${size}`,
    tooLarge: '文件超过 100 MB，请压缩或拆分后再上传。',
    progress: (name: string) => `${name} 上传进度`,
    notSaved: '表单还没有保存成功，请先处理页面上的提示，再重新选择文件。',
    removeFile: (name: string) => `移除 ${name}`,
  },
  {
    choose: 'Choose files',
    drop: 'or drop them here',
    limit: 'Up to 100 MB each',
    left: (files: number, size: string) =>
      `${files} ${files === 1 ? 'file' : 'files'} and ${size} left within 24 hours`,
    tooLarge: 'The file is larger than 100 MB; compress or split it first.',
    progress: (name: string) => `Upload of ${name}`,
    notSaved: 'The form could not be saved yet. See what the page says, then choose the file again.',
    removeFile: (name: string) => `Remove ${name}`,
  },
);

const UploadAllowanceDocument = graphql(`
  query UploadAllowance {
    uploadAllowance {
      filesLeft
      bytesLeft
    }
  }
`);

interface Sending {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly share: number;
  readonly failure: Failure | null;
}

/** Files of a form: chosen or dropped, sent at once with their progress, listed with size. */
export function UploadList(props: {
  /** The domain whose /files/<domain> takes them. */
  readonly domain: string;
  /** What the files belong to, where the server asks. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly files: readonly StoredFile[];
  readonly onChange: (files: readonly StoredFile[]) => void;
  /** Sends between two savings of the form it belongs to; false where the form could not be saved first. */
  readonly inTurn?: (send: () => Promise<void>) => Promise<boolean>;
  /** Told of each file before it is sent, e.g. to look into it. */
  readonly onChosen?: (file: File) => void;
  readonly accept?: string;
  readonly max?: number;
  readonly hint?: string;
  /** Sent for nobody's account: what is left to somebody's is not shown beside it. */
  readonly uncounted?: boolean;
  /** What was handed in stays: nothing is removed here. */
  readonly onlyAdds?: boolean;
}) {
  const c = useWords(common);
  const t = useWords(uploadWords);
  const failureText = useFailureText();
  const [allowance, askAllowance] = useQuery({
    query: UploadAllowanceDocument,
    pause: props.uncounted === true,
  });
  const left = props.uncounted ? null : allowance.data?.uploadAllowance;
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [over, setOver] = useState(false);
  const attributes = useFieldAttributes();
  const latest = useRef(props.files);
  latest.current = props.files;
  const max = props.max ?? 20;
  useSending(sending.some(({ failure }) => failure === null));

  const patch = (key: string, change: Partial<Sending>): void =>
    setSending((before) => before.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));

  const send = async (file: File): Promise<void> => {
    props.onChosen?.(file);
    const key = crypto.randomUUID();
    const tooLarge = file.size > MAX_FILE_BYTES;
    const failure: Failure | null = tooLarge
      ? { code: 'FILE.TOO_LARGE', message: t.tooLarge, violations: [] }
      : null;
    setSending((before) => [...before, { key, name: file.name, size: file.size, share: 0, failure }]);
    if (tooLarge) return;
    const deliver = async (): Promise<void> => {
      const outcome = await uploadFile(props.domain, file, (share) => patch(key, { share }), props.fields);
      if (!props.uncounted) askAllowance({ requestPolicy: 'network-only' });
      if (!outcome.ok) {
        patch(key, { failure: outcome.failure });
        return;
      }
      setSending((before) => before.filter((entry) => entry.key !== key));
      latest.current = max === 1 ? [outcome.file] : [...latest.current, outcome.file];
      props.onChange(latest.current);
    };
    if (!props.inTurn) await deliver();
    else if (!(await props.inTurn(deliver)))
      patch(key, { failure: { code: 'NOT_SAVED', message: t.notSaved, violations: [] } });
  };
  const sendAll = async (files: readonly File[]): Promise<void> => {
    // One after the other: the order stays as chosen, and a slow line is not shared.
    for (const file of files.slice(0, max === 1 ? 1 : Math.max(0, max - latest.current.length)))
      await send(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void sendAll([...event.dataTransfer.files]);
  };

  return (
    <div className="stack" style={{ gap: 8 }}>
      {(max === 1 || props.files.length < max) && (
        <label
          className={classes(css['drop'], over && css['over'])}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          <Icon name="upload" size={22} />
          <span>
            <strong>{t.choose}</strong> {t.drop}
          </span>
          <span className="quiet">{props.hint ?? t.limit}</span>
          {left && <span className="quiet num">{t.left(left.filesLeft, fileSize(left.bytesLeft))}</span>}
          <input
            {...attributes}
            type="file"
            className="vh"
            multiple={max > 1}
            accept={props.accept}
            onChange={(event) => {
              void sendAll([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>
      )}
      <ul className={css['files']}>
        {props.files.map((file) => (
          <li key={file.id} className={css['file']}>
            <Icon name="file" />
            <span className={css['name']}>
              {file.url ? <FileLink href={file.url}>{file.name}</FileLink> : file.name}
            </span>
            <span className="quiet num">{fileSize(file.size)}</span>
            {!props.onlyAdds && (
              <Button
                tone="quiet"
                size="small"
                icon="trash"
                label={t.removeFile(file.name)}
                onClick={() => props.onChange(props.files.filter((other) => other.id !== file.id))}
              />
            )}
          </li>
        ))}
        {sending.map((entry) => (
          <li key={entry.key} className={css['file']}>
            <Icon name={entry.failure ? 'warn' : 'upload'} />
            <span className={css['name']}>{entry.name}</span>
            <span className="quiet num">{fileSize(entry.size)}</span>
            {entry.failure ? (
              <>
                <Button
                  tone="quiet"
                  size="small"
                  icon="close"
                  label={c.close}
                  onClick={() => setSending((before) => before.filter((other) => other.key !== entry.key))}
                />
                <span className={css['bad']} role="alert">
                  {failureText(entry.failure)}
                </span>
              </>
            ) : (
              <div
                className={css['bar']}
                role="progressbar"
                aria-label={t.progress(entry.name)}
                aria-valuemin={0}
                aria-valuemax={100}
                aria-valuenow={Math.round(entry.share * 100)}
              >
                <span style={{ width: `${entry.share * 100}%` }} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A file's name, which opens it beside the page. */
export const FileLink = ({ href, children }: { href: string; children: string }) => (
  <a href={href} target="_blank" rel="noreferrer">
    {children}
  </a>
);

/** Files to read, not to change. */
export function FileLinks({ files }: { files: readonly StoredFile[] }) {
  return (
    <ul className={css['files']}>
      {files.map((file) => (
        <li key={file.id} className={css['file']}>
          <Icon name="file" />
          <span className={css['name']}>
            {file.url ? <FileLink href={file.url}>{file.name}</FileLink> : file.name}
          </span>
          <span className="quiet num">{fileSize(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
