import { useCallback, useState } from 'react';
import { useCommand } from '../../api/command.js';
import { Field, SelectInput } from '../../design/Field.js';
import { Notice, Refusal } from '../../design/States.js';
import { UploadList } from '../../design/UploadList.js';
import { useUntilDone } from '../../design/useUntilDone.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { RemoveFileDocument } from '../commands.js';
import { contractLabels } from '../labels.js';
import { isBeingRead, ReadingStatus } from '../text/ReadingStatus.js';
import type { Contract, Finding } from '../types.js';
import css from './Form.module.css';
import { formWords } from './formWords.js';

/** Kinds that the registry adds itself. */
const NOT_OURS: readonly string[] = ['EXPERT_OPINION'];

/** 附件 by kind: what the rules ask for, what is there already, and any other kind on request. */
export function FilesPart(props: {
  readonly contract: Contract;
  /** 涉密: nothing is uploaded. */
  readonly secret: boolean;
  /** What the rules say now, by which it is known which kinds are asked for. */
  readonly findings: readonly Finding[];
  /** Adds or removes a file between two savings of what is typed. */
  readonly inTurn: (act: (version: number) => Promise<void>) => Promise<boolean>;
  /** A text has been read meanwhile: what the rules say now is read anew. */
  readonly onRead: () => Promise<void>;
}) {
  const { contract } = props;
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  const remove = useCommand(RemoveFileDocument);
  const [extra, setExtra] = useState<readonly string[]>([]);
  const { onRead } = props;
  useUntilDone(
    isBeingRead(contract.files),
    useCallback(() => void onRead(), [onRead]),
  );
  const asked = new Set(
    props.findings
      .filter((finding) => finding.path.startsWith('files.'))
      .map((finding) => finding.path.split('.')[1] ?? ''),
  );
  const present = new Set<string>(contract.files.map((file) => file.kind));
  const all = choicesFrom(labels.file).filter((choice) => !NOT_OURS.includes(choice.value));
  const shown = all.filter(
    ({ value }) =>
      value === 'CONTRACT_TEXT' || asked.has(value) || present.has(value) || extra.includes(value),
  );
  const others = all.filter((choice) => !shown.includes(choice));
  const removeFile = (fileId: string): Promise<boolean> =>
    props.inTurn(async (version) => {
      await remove.run({ id: contract.id, expectedVersion: version, fileId });
    });
  return (
    <>
      {props.secret ? (
        <Notice tone="amber" icon="warn">
          {t.secretNote}
        </Notice>
      ) : (
        <Notice icon="lock">{t.filesIntro}</Notice>
      )}
      {shown.map(({ value, label }) => {
        const files = contract.files.filter((file) => file.kind === value);
        return (
          <Field key={value} label={label} path={`files.${value}`} required={value === 'CONTRACT_TEXT'}>
            <UploadList
              domain="contracts"
              fields={{ contractId: contract.id, kind: value }}
              files={files}
              inTurn={props.inTurn}
              max={props.secret ? 0 : 20}
              onChange={(next) => {
                const gone = files.find((file) => !next.some((other) => other.id === file.id));
                if (gone) void removeFile(gone.id);
              }}
            />
            {files.map((file) => (
              <ReadingStatus key={file.id} contractId={contract.id} file={file} named={files.length > 1} />
            ))}
          </Field>
        );
      })}
      <Refusal failure={remove.failure} />
      {others.length > 0 && !props.secret && (
        <div className={css['file']}>
          <Field label={t.otherKinds} optional>
            <SelectInput
              value=""
              placeholder={t.chooseKind}
              choices={others}
              onChange={(kind) => kind !== '' && setExtra([...extra, kind])}
            />
          </Field>
        </div>
      )}
    </>
  );
}
