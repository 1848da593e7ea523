import { CheckBox, CheckBoxes, Field, RadioButtons, TextArea, TextInput } from '../../design/Field.js';
import { DateInput } from '../../design/DateInput.js';
import { Refusal } from '../../design/States.js';
import type { Failure } from '../../api/failure.js';
import { UploadList } from '../../design/UploadList.js';
import type { Objector } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { proceedingActWords } from './actWords.js';
import { BenefitRows } from './BenefitsPart.js';
import { groundWords } from './grounds.js';
import type { Paper, PaperForm } from './types.js';
import { proceedingWords } from './words.js';

/** Why, on what grounds, on which evidence, and what was gained by the registration meanwhile. */
export function WhyPart(props: {
  readonly paper: Paper;
  readonly form: PaperForm;
  readonly patch: (change: Partial<PaperForm>) => void;
  /** Sends a file between two savings of what is typed. */
  readonly inTurn: (send: () => Promise<void>) => Promise<boolean>;
  readonly onRemove: (fileId: string) => void;
  readonly removal: Failure | null;
}) {
  const { paper, form, patch } = props;
  const { kind } = paper;
  const t = useWords(proceedingWords);
  const a = useWords(proceedingActWords);
  const names = useWords(groundWords);
  const official = kind === 'OBJECTION' && paper.openedBy === 'REGISTRY';
  const files = paper.files.filter(({ purpose }) => purpose === 'EVIDENCE');
  return (
    <>
      {official && (
        <>
          <Field label={t.objector} path="objector" hint={a.objectorHint} required group>
            <RadioButtons
              value={form.objector}
              choices={(['TAX', 'FINANCE'] as const).map((value) => ({
                value,
                label: t.objectorName[value],
              }))}
              onChange={(objector) => patch({ objector: objector as Objector })}
            />
          </Field>
          <Field label={t.officialName} path="objectorName" required>
            <TextInput value={form.objectorName} onChange={(objectorName) => patch({ objectorName })} />
          </Field>
          <Field label={t.documentNumber} path="documentNumber" required>
            <TextInput value={form.documentNumber} onChange={(documentNumber) => patch({ documentNumber })} />
          </Field>
        </>
      )}
      {(kind === 'CANCELLATION' || kind === 'REVOCATION') && (
        <>
          <Field label={t.grounds} path="grounds" hint={a.groundsHint} required group>
            <CheckBoxes
              values={form.grounds}
              choices={choicesFrom(names[kind])}
              onChange={(grounds) => patch({ grounds })}
            />
          </Field>
          <Field label={t.groundOn} path="groundOn" required={kind === 'CANCELLATION'}>
            <DateInput value={form.groundOn} onChange={(groundOn) => patch({ groundOn })} />
          </Field>
        </>
      )}
      <Field label={t.reason} path="reason" hint={a.reasonHint} required>
        <TextArea rows={5} max={2000} value={form.reason} onChange={(reason) => patch({ reason })} />
      </Field>
      <Field label={t.files} path="files" required={kind !== 'OBJECTION' || official}>
        <UploadList
          domain="contracts/proceedings"
          fields={{ proceedingId: paper.id }}
          files={files}
          inTurn={props.inTurn}
          onChange={(next) => {
            const gone = files.find((file) => !next.some((other) => other.id === file.id));
            if (gone) props.onRemove(gone.id);
          }}
        />
      </Field>
      <Refusal failure={props.removal} />
      {(kind === 'CHANGE' || kind === 'CANCELLATION') && (
        <Field label={t.benefits} path="benefits" hint={a.benefitsHint} required group>
          <CheckBox
            checked={form.noBenefits}
            disabled={form.benefits.length > 0}
            onChange={(noBenefits) => patch({ noBenefits })}
          >
            {t.noBenefits}
          </CheckBox>
          {!form.noBenefits && (
            <BenefitRows rows={form.benefits} onChange={(benefits) => patch({ benefits })} />
          )}
        </Field>
      )}
    </>
  );
}
