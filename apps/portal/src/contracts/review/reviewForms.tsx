import { useState } from 'react';
import type { Outcome } from '../../api/command.js';
import { CheckBoxes, Field, RadioButtons, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import type { StoredFile } from '../../design/upload.js';
import { FileLinks, UploadList } from '../../design/UploadList.js';
import { useWords } from '../../i18n/index.js';
import type { OpinionPurpose, ReviewExpertInput } from '../../gql/graphql.js';
import { InsertTemplate } from '../templates/InsertTemplate.js';
import type { Contract } from '../types.js';
import { useOutcome } from './desk.js';
import css from './Review.module.css';
import { InviteFields, isInvitable } from './InviteFields.js';
import { expertInput, PanelFields, panelOf, withOwnWords } from './PanelFields.js';
import { reviewWords } from './reviewWords.js';
import { useGroundLine } from '../grounds.js';

export interface FormProps {
  readonly contract: Contract;
  readonly title: string;
  /** The act, by which what is typed is kept. */
  readonly kept: string;
  readonly done: string;
  readonly onClose: () => void;
}

/** Asks whether one is sure. */
export function ConfirmForm(
  props: FormProps & { readonly ask: string; readonly run: () => Promise<Outcome<unknown>> },
) {
  return (
    <FormDialog title={props.title} done={props.done} onClose={props.onClose} onSubmit={props.run}>
      <p>{props.ask}</p>
    </FormDialog>
  );
}

/** An opinion, begun from what was ticked. */
export function OpinionForm(
  props: FormProps & {
    readonly ask?: string;
    /** Begins with the conditions that were ticked as met. */
    readonly fromChecklist?: boolean;
    /** Which templates are offered. */
    readonly purpose?: OpinionPurpose;
    readonly run: (opinion: string) => Promise<Outcome<unknown>>;
  },
) {
  const t = useWords(reviewWords);
  const outcome = useOutcome(props.contract);
  const [opinion, setOpinion] = useKept(props.kept, 'opinion', props.fromChecklist ? outcome.opinion : '');
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => props.run(opinion)}
    >
      {props.ask && <p>{props.ask}</p>}
      <InsertTemplate
        contract={props.contract}
        purpose={props.purpose ?? 'ANY'}
        value={opinion}
        onChange={setOpinion}
      />
      <Field label={t.opinion} path="opinion" required>
        <TextArea value={opinion} rows={7} max={2000} onChange={setOpinion} autoFocus />
      </Field>
    </FormDialog>
  );
}

/** A refusal: grounds by their codes, and the opinion. */
export function GroundsForm(
  props: FormProps & { readonly run: (grounds: string[], opinion: string) => Promise<Outcome<unknown>> },
) {
  const t = useWords(reviewWords);
  const outcome = useOutcome(props.contract);
  const [grounds, setGrounds] = useKept<string[]>(props.kept, 'grounds', [...outcome.grounds]);
  const [opinion, setOpinion] = useKept(
    props.kept,
    'opinion',
    outcome.deficiencies.map((entry) => entry.message).join('\n'),
  );
  const groundLine = useGroundLine();
  const choices = props.contract.groundsOffered.map((ground) => ({
    value: ground.code,
    label: groundLine(ground),
  }));
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      tone="danger"
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => props.run(grounds, opinion)}
    >
      <Field label={t.grounds} path="grounds" required group>
        <div className={css['grounds']}>
          <CheckBoxes values={grounds} choices={choices} onChange={setGrounds} />
        </div>
      </Field>
      <InsertTemplate contract={props.contract} purpose="REFUSE" value={opinion} onChange={setOpinion} />
      <Field label={t.opinion} path="opinion" required>
        <TextArea value={opinion} rows={6} max={2000} onChange={setOpinion} />
      </Field>
    </FormDialog>
  );
}

/** 专家评审结论. */
export function ExpertForm(
  props: FormProps & { readonly run: (favourable: boolean, opinion: string) => Promise<Outcome<unknown>> },
) {
  const t = useWords(reviewWords);
  const [favourable, setFavourable] = useKept(props.kept, 'favourable', '');
  const [opinion, setOpinion] = useKept(props.kept, 'opinion', '');
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => props.run(favourable === 'yes', opinion)}
      disabled={favourable === ''}
    >
      <Field label={t.conclusion} path="favourable" required group>
        <RadioButtons
          value={favourable}
          choices={[
            { value: 'yes', label: t.favourable },
            { value: 'no', label: t.unfavourable },
          ]}
          onChange={setFavourable}
        />
      </Field>
      <Field label={t.opinion} path="opinion" required>
        <TextArea value={opinion} rows={6} max={2000} onChange={setOpinion} />
      </Field>
    </FormDialog>
  );
}

/** The experts' opinion as a file; it is stored as soon as it is chosen. */
export function AttachForm(props: FormProps & { readonly reload: () => void }) {
  const t = useWords(reviewWords);
  const [sent, setSent] = useState<readonly StoredFile[]>([]);
  const there = props.contract.files.filter((file) => file.kind === 'EXPERT_OPINION');
  return (
    <FormDialog
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      disabled={sent.length === 0}
      onSubmit={async () => {
        props.reload();
        return { ok: true, data: null };
      }}
    >
      {there.length > 0 && (
        <>
          <h3>{t.attached}</h3>
          <FileLinks files={there} />
        </>
      )}
      <Field label={t.attachOpinion} path="file" required>
        <UploadList
          domain="contracts"
          fields={{ contractId: props.contract.id, kind: 'EXPERT_OPINION' }}
          files={sent}
          max={1}
          onChange={(files) => {
            setSent(files);
            props.reload();
          }}
        />
      </Field>
    </FormDialog>
  );
}

/** 全国登记号, as the national system gave it. */
export function NationalNumberForm(
  props: FormProps & { readonly run: (number: string) => Promise<Outcome<unknown>> },
) {
  const t = useWords(reviewWords);
  const [number, setNumber] = useKept(props.kept, 'number', props.contract.nationalRegNo ?? '');
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => props.run(number)}
    >
      <Field label={t.nationalNumber} path="nationalRegNo" required>
        <TextInput value={number} onChange={setNumber} autoFocus />
      </Field>
    </FormDialog>
  );
}

/** 专家组, as far as it has come together. */
export function PanelForm(
  props: FormProps & { readonly run: (experts: ReviewExpertInput[]) => Promise<Outcome<unknown>> },
) {
  const { experts, expertMinimum } = props.contract;
  const least = expertMinimum ?? 3;
  const [rows, setRows] = useKept(props.kept, 'experts', panelOf(experts, least));
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => props.run(withOwnWords(rows, experts).map(expertInput))}
    >
      <PanelFields
        contractId={props.contract.id}
        least={least}
        experts={experts}
        rows={rows}
        onChange={setRows}
      />
    </FormDialog>
  );
}

/** 邀请专家在线评审. */
export function InviteForm(
  props: FormProps & {
    readonly run: (input: {
      readonly expertIds: string[];
      readonly answerBy: string;
    }) => Promise<Outcome<unknown>>;
  },
) {
  const invitable = props.contract.experts.filter(isInvitable).map(({ id }) => id);
  const [answerBy, setAnswerBy] = useKept<string | null>(props.kept, 'answerBy', null);
  const [chosen, setChosen] = useKept<readonly string[]>(props.kept, 'expertIds', invitable);
  const expertIds = invitable.filter((id) => chosen.includes(id));
  return (
    <FormDialog
      kept={props.kept}
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      disabled={expertIds.length === 0 || !answerBy}
      onSubmit={() => props.run({ expertIds, answerBy: answerBy ?? '' })}
    >
      <InviteFields
        contract={props.contract}
        expertIds={expertIds}
        answerBy={answerBy}
        onChoose={setChosen}
        onDay={setAnswerBy}
      />
    </FormDialog>
  );
}
