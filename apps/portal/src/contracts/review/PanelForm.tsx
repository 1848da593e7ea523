import { useState } from 'react';
import type { Outcome } from '../../api/command.js';
import { DateInput } from '../../design/DateInput.js';
import { Field, RadioButtons, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { Rows } from '../../design/Rows.js';
import type { ReviewExpertInput } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import type { Contract } from '../types.js';
import { panelWords } from './panelWords.js';

interface ExpertForm {
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly undertakenOn: string | null;
  /** Empty while there is no opinion. */
  readonly conclusion: string;
  readonly opinion: string;
}
const blank: ExpertForm = {
  name: '',
  unit: '',
  title: '',
  undertakenOn: null,
  conclusion: '',
  opinion: '',
};

const formOf = (expert: Contract['experts'][number]): ExpertForm => ({
  name: expert.name,
  unit: expert.unit,
  title: expert.title,
  undertakenOn: expert.undertakenOn ?? null,
  conclusion:
    expert.favourable === null || expert.favourable === undefined ? '' : expert.favourable ? 'yes' : 'no',
  opinion: expert.opinion,
});

const inputOf = ({ conclusion, ...expert }: ExpertForm): ReviewExpertInput => ({
  ...expert,
  favourable: conclusion === '' ? null : conclusion === 'yes',
});

/** 专家组: everybody with undertaking and opinion, saved as they come in. */
export function PanelForm(props: {
  readonly contract: Contract;
  readonly title: string;
  readonly done: string;
  readonly onClose: () => void;
  readonly run: (experts: ReviewExpertInput[]) => Promise<Outcome<unknown>>;
}) {
  const t = useWords(panelWords);
  const { experts, expertMinimum } = props.contract;
  const [rows, setRows] = useState<readonly ExpertForm[]>(
    experts.length > 0 ? experts.map(formOf) : [blank, blank, blank],
  );
  return (
    <FormDialog
      title={props.title}
      done={props.done}
      onClose={props.onClose}
      onSubmit={() => props.run(rows.map(inputOf))}
    >
      <p>{t.ask(expertMinimum ?? 3)}</p>
      <Field label={t.panel} path="experts" required group>
        <Rows<ExpertForm>
          rows={rows}
          blank={() => blank}
          max={15}
          addLabel={t.add}
          removeLabel={(index) => t.remove(index + 1)}
          onChange={setRows}
          render={(row, change, index) => (
            <>
              <h3>{t.expert(index + 1)}</h3>
              <Field label={t.name} path={`experts.${index}.name`} required>
                <TextInput value={row.name} onChange={(name) => change({ name })} />
              </Field>
              <Field label={t.unit} path={`experts.${index}.unit`} required>
                <TextInput value={row.unit} onChange={(unit) => change({ unit })} />
              </Field>
              <Field label={t.position} path={`experts.${index}.title`} optional>
                <TextInput value={row.title} onChange={(title) => change({ title })} />
              </Field>
              <Field label={t.undertakenOn} path={`experts.${index}.undertakenOn`} hint={t.undertakenHint}>
                <DateInput value={row.undertakenOn} onChange={(undertakenOn) => change({ undertakenOn })} />
              </Field>
              <Field label={t.conclusion} path={`experts.${index}.favourable`} group>
                <RadioButtons
                  value={row.conclusion}
                  choices={[
                    { value: 'yes', label: t.favourable },
                    { value: 'no', label: t.against },
                  ]}
                  onChange={(conclusion) => change({ conclusion })}
                />
              </Field>
              <Field label={t.opinion} path={`experts.${index}.opinion`}>
                <TextArea
                  rows={3}
                  max={2000}
                  value={row.opinion}
                  onChange={(opinion) => change({ opinion })}
                />
              </Field>
            </>
          )}
        />
      </Field>
    </FormDialog>
  );
}
