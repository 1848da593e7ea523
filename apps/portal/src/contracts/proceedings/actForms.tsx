import { useState, type ReactNode } from 'react';
import type { Outcome } from '../../api/command.js';
import { MoneyInput } from '../../design/AmountInputs.js';
import { CheckBox, Field, RadioButtons, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { Rows } from '../../design/Rows.js';
import { UploadList } from '../../design/UploadList.js';
import type { ContractFormInput } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { BasicsPart } from '../form/BasicsPart.js';
import { MoneyPart } from '../form/MoneyPart.js';
import { formOf, inputOf, type ApplicationForm } from '../form/state.js';
import { proceedingActWords } from './actWords.js';
import type { Proceeding } from './types.js';
import { proceedingWords } from './words.js';

export interface ActFormProps {
  readonly proceeding: Proceeding;
  readonly title: string;
  /** The act, by which what is typed is kept. */
  readonly kept: string;
  readonly done: string;
  readonly onClose: () => void;
}

export interface Amounts {
  readonly approvedTotal: number | null;
  readonly approvedTechnical: number | null;
}
const NO_AMOUNTS: Amounts = { approvedTotal: null, approvedTechnical: null };

/** Whose amounts are approved anew by each of the two. */
const takesAmounts = ({ kind }: Proceeding): boolean => kind === 'CHANGE' || kind === 'SUPPLEMENT';

/** 核定金额, typed by this person: nothing is filled in. */
function AmountFields({ value, onChange }: { value: Amounts; onChange: (value: Amounts) => void }) {
  const t = useWords(proceedingActWords);
  return (
    <>
      <Field label={t.approvedTotal} path="approvedTotal" hint={t.approvedHint} required>
        <MoneyInput
          value={value.approvedTotal}
          onChange={(approvedTotal) => onChange({ ...value, approvedTotal })}
        />
      </Field>
      <Field label={t.approvedTechnical} path="approvedTechnical" required>
        <MoneyInput
          value={value.approvedTechnical}
          onChange={(approvedTechnical) => onChange({ ...value, approvedTechnical })}
        />
      </Field>
    </>
  );
}

/** A decision with its reasons; of a change or redetermination with the amounts typed anew. */
export function DecisionForm(
  props: ActFormProps & {
    readonly ask?: ReactNode;
    readonly amounts?: boolean;
    readonly danger?: boolean;
    readonly run: (opinion: string, amounts: Amounts) => Promise<Outcome<unknown>>;
  },
) {
  const t = useWords(proceedingActWords);
  const [opinion, setOpinion] = useKept(props.kept, 'opinion', '');
  const [amounts, setAmounts] = useKept(props.kept, 'amounts', NO_AMOUNTS);
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      tone={props.danger ? 'danger' : 'primary'}
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => props.run(opinion, amounts)}
    >
      {props.ask && <p>{props.ask}</p>}
      <Field label={t.decisionOpinion} path="opinion" required>
        <TextArea value={opinion} rows={6} max={2000} onChange={setOpinion} />
      </Field>
      {props.amounts && <AmountFields value={amounts} onChange={setAmounts} />}
    </FormDialog>
  );
}

export interface ExaminationInput extends Amounts {
  readonly favourable: boolean;
  readonly opinion: string;
  readonly form: ContractFormInput | null;
}

/** 初审意见: for or against; of a change the amounts, of an objection how it is to be redetermined. */
export function ExamineForm(
  props: ActFormProps & { readonly run: (input: ExaminationInput) => Promise<Outcome<unknown>> },
) {
  const { proceeding } = props;
  const t = useWords(proceedingActWords);
  const p = useWords(proceedingWords);
  const [favourable, setFavourable] = useKept(props.kept, 'favourable', '');
  const [opinion, setOpinion] = useKept(props.kept, 'opinion', '');
  const [amounts, setAmounts] = useKept(props.kept, 'amounts', NO_AMOUNTS);
  const [proposes, setProposes] = useKept(props.kept, 'proposes', false);
  const [form, setForm] = useKept<ApplicationForm>(props.kept, 'form', formOf(proceeding.contract));
  const patch = (change: Partial<ApplicationForm>): void => setForm({ ...form, ...change });
  const agrees = favourable === 'yes';
  const standing = proceeding.kind === 'OBJECTION' && proceeding.contract.state === 'OBJECTION_PENDING';
  const redetermines = standing && agrees && proposes;
  const { subclass, licenceMode, signedOn, effectiveFrom, effectiveTo, money, title } = inputOf(form);
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      disabled={favourable === ''}
      onSubmit={() =>
        props.run({
          favourable: agrees,
          opinion,
          ...(agrees && (redetermines || takesAmounts(proceeding)) ? amounts : NO_AMOUNTS),
          form: redetermines
            ? { title, subclass, licenceMode, signedOn, effectiveFrom, effectiveTo, money }
            : null,
        })
      }
    >
      <Field label={t.conclusion} path="favourable" required group>
        <RadioButtons
          value={favourable}
          choices={[
            { value: 'yes', label: p.favourable },
            { value: 'no', label: p.against },
          ]}
          onChange={setFavourable}
        />
      </Field>
      <Field label={t.opinion} path="opinion" required>
        <TextArea value={opinion} rows={5} max={2000} onChange={setOpinion} />
      </Field>
      {standing && agrees && (
        <Field label={t.propose} path="form" hint={t.proposeHint} group>
          <CheckBox checked={proposes} onChange={setProposes}>
            {t.propose}
          </CheckBox>
        </Field>
      )}
      {redetermines && (
        <>
          <BasicsPart form={form} patch={patch} />
          <MoneyPart form={form} patch={patch} />
        </>
      )}
      {agrees && (redetermines || takesAmounts(proceeding)) && (
        <AmountFields value={amounts} onChange={setAmounts} />
      )}
    </FormDialog>
  );
}

export interface DeficiencyInput {
  readonly path: string;
  readonly message: string;
  readonly article: string;
}

/** 退回补正: everything at once. */
export function ReturnRequestForm(
  props: ActFormProps & { readonly run: (rows: DeficiencyInput[]) => Promise<Outcome<unknown>> },
) {
  const t = useWords(proceedingActWords);
  const p = useWords(proceedingWords);
  const [rows, setRows] = useKept<readonly DeficiencyInput[]>(props.kept, 'rows', [
    { path: '', message: '', article: '' },
  ]);
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => props.run(rows.filter(({ message }) => message.trim() !== ''))}
    >
      <p>{t.returnAsk}</p>
      <Field label={p.deficiencies} path="deficiencies" required group>
        <Rows<DeficiencyInput>
          rows={rows}
          blank={() => ({ path: '', message: '', article: '' })}
          max={50}
          addLabel={t.addDeficiency}
          removeLabel={(index) => t.removeDeficiency(index + 1)}
          onChange={setRows}
          render={(row, change, index) => (
            <>
              <Field label={t.deficiency(index + 1)} path={`deficiencies.${index}.message`} required>
                <TextArea rows={2} value={row.message} onChange={(message) => change({ message })} />
              </Field>
              <Field label={t.deficiencyArticle} path={`deficiencies.${index}.article`}>
                <TextInput value={row.article} onChange={(article) => change({ article })} />
              </Field>
            </>
          )}
        />
      </Field>
    </FormDialog>
  );
}

/** 陈述申辩, with its evidence. */
export function DefendForm(
  props: ActFormProps & {
    readonly onUploaded: () => void;
    readonly run: (statement: string, final: boolean) => Promise<Outcome<unknown>>;
  },
) {
  const { proceeding } = props;
  const t = useWords(proceedingActWords);
  const p = useWords(proceedingWords);
  const [statement, setStatement] = useKept(props.kept, 'statement', '');
  const [final, setFinal] = useKept(props.kept, 'final', false);
  const [files, setFiles] = useState(proceeding.files.filter(({ purpose }) => purpose === 'DEFENCE'));
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => props.run(statement, final)}
    >
      <p>{t.defendAsk}</p>
      <Field label={t.statement} path="statement" required>
        <TextArea value={statement} rows={8} max={5000} onChange={setStatement} />
      </Field>
      <Field label={p.defenceFiles} path="files" optional>
        <UploadList
          domain="contracts/proceedings"
          fields={{ proceedingId: proceeding.id }}
          files={files}
          onlyAdds
          onChange={(next) => {
            setFiles(next as typeof files);
            props.onUploaded();
          }}
        />
      </Field>
      <Field label={t.final} path="final" group>
        <CheckBox checked={final} onChange={setFinal}>
          {t.final}
        </CheckBox>
      </Field>
    </FormDialog>
  );
}
