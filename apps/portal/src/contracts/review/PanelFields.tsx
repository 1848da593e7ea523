import { DateInput } from '../../design/DateInput.js';
import { Field, RadioButtons, TextArea, TextInput } from '../../design/Field.js';
import { Rows } from '../../design/Rows.js';
import { Label } from '../../design/StatusTag.js';
import type { ReviewExpertInput } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import type { Contract } from '../types.js';
import { BankPicker, type Candidate } from './BankPicker.js';
import { bankWords } from './bankWords.js';
import { SeatTag } from './Panel.js';
import { panelWords } from './panelWords.js';

/** 专家 as typed. */
export interface ExpertForm {
  /** Of a seat that is there already. */
  readonly id: string | null;
  /** Entry of the expert bank, whose words then stand. */
  readonly expertId: string | null;
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly email: string;
  readonly undertakenOn: string | null;
  /** Empty while there is no opinion. */
  readonly conclusion: string;
  readonly opinion: string;
}
const blank: ExpertForm = {
  id: null,
  expertId: null,
  name: '',
  unit: '',
  title: '',
  email: '',
  undertakenOn: null,
  conclusion: '',
  opinion: '',
};

const expertForm = (expert: Contract['experts'][number]): ExpertForm => ({
  id: expert.id,
  expertId: expert.expertId ?? null,
  name: expert.name,
  unit: expert.unit,
  title: expert.title,
  email: expert.email ?? '',
  undertakenOn: expert.undertakenOn ?? null,
  conclusion:
    expert.favourable === null || expert.favourable === undefined ? '' : expert.favourable ? 'yes' : 'no',
  opinion: expert.opinion,
});

/** The panel as the mutation takes it. */
export const expertInput = ({ conclusion, email, ...expert }: ExpertForm): ReviewExpertInput => ({
  ...expert,
  email: email.trim() || null,
  favourable: conclusion === '' ? null : conclusion === 'yes',
});

/** As many lines as a panel has at least, where there is none yet. */
export const panelOf = (experts: Contract['experts'], least: number): readonly ExpertForm[] =>
  experts.length > 0 ? experts.map(expertForm) : Array.from({ length: least }, () => blank);

/** What an expert with an account says of oneself stands as it is now, whatever was typed before. */
export const withOwnWords = (
  rows: readonly ExpertForm[],
  experts: Contract['experts'],
): readonly ExpertForm[] =>
  rows.map((row) => {
    const seat = experts.find(({ id }) => id === row.id);
    return seat?.joined ? expertForm(seat) : row;
  });

/** A seat that an account has taken: to read, since its expert alone says what stands on it. */
function TakenSeat({ seat }: { seat: Contract['experts'][number] }) {
  const t = useWords(panelWords);
  return (
    <div className="w6 stack">
      <p>
        <strong>{seat.name}</strong> {seat.unit} <SeatTag seat={seat} />
      </p>
      <p className="quiet">{t.takenText}</p>
    </div>
  );
}

const MOST = 15;

/** The rows with one picked from the bank: in the place of the first empty row, else after the last. */
export function withPicked(
  rows: readonly ExpertForm[],
  { id, name, unit, title }: Candidate,
): readonly ExpertForm[] {
  const picked = { ...blank, expertId: id, name, unit, title };
  const place = rows.findIndex((row) => row.id === null && row.name === '' && row.unit === '');
  return place === -1 ? [...rows, picked] : rows.map((row, index) => (index === place ? picked : row));
}

/** 专家组: everybody with undertaking and opinion, saved as they come in. */
export function PanelFields(props: {
  readonly contractId: string;
  readonly least: number;
  /** The panel as it stands. */
  readonly experts: Contract['experts'];
  readonly rows: readonly ExpertForm[];
  readonly onChange: (rows: readonly ExpertForm[]) => void;
}) {
  const t = useWords(panelWords);
  const b = useWords(bankWords);
  const { rows } = props;
  const full = rows.length >= MOST && rows.every(({ name }) => name !== '');
  return (
    <>
      <p>{t.ask(props.least)}</p>
      <BankPicker
        contractId={props.contractId}
        picked={rows.map(({ expertId }) => expertId)}
        full={full}
        onPick={(candidate) => props.onChange(withPicked(rows, candidate))}
      />
      <Field label={t.panel} path="experts" required group>
        <Rows<ExpertForm>
          rows={rows}
          blank={() => blank}
          max={MOST}
          addLabel={t.add}
          removeLabel={(index) => t.remove(index + 1)}
          onChange={props.onChange}
          render={(row, change, index) => {
            const taken = props.experts.find(({ id, joined }) => joined && id === row.id);
            const heading = <h3 className="w6">{t.expert(index + 1)}</h3>;
            return taken ? (
              <>
                {heading}
                <TakenSeat seat={taken} />
              </>
            ) : (
              <>
                {heading}
                {row.expertId === null ? (
                  <>
                    <Field label={t.name} path={`experts.${index}.name`} required>
                      <TextInput value={row.name} onChange={(name) => change({ name })} />
                    </Field>
                    <Field label={t.unit} path={`experts.${index}.unit`} required>
                      <TextInput value={row.unit} onChange={(unit) => change({ unit })} />
                    </Field>
                    <Field label={t.position} path={`experts.${index}.title`} optional>
                      <TextInput value={row.title} onChange={(title) => change({ title })} />
                    </Field>
                  </>
                ) : (
                  <div className="w6">
                    <Field label={t.name} path={`experts.${index}.expertId`} group>
                      <span>
                        <strong>{row.name}</strong> {row.title} {row.unit} <Label>{b.fromBank}</Label>
                      </span>
                    </Field>
                  </div>
                )}
                <Field
                  label={t.email}
                  path={`experts.${index}.email`}
                  optional
                  hint={row.expertId === null ? t.emailHint : b.bankEmailHint}
                >
                  <TextInput value={row.email} onChange={(email) => change({ email })} />
                </Field>
                <div className="w3">
                  <Field
                    label={t.undertakenOn}
                    path={`experts.${index}.undertakenOn`}
                    hint={t.undertakenHint}
                  >
                    <DateInput
                      value={row.undertakenOn}
                      onChange={(undertakenOn) => change({ undertakenOn })}
                    />
                  </Field>
                </div>
                <div className="w3">
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
                </div>
                <div className="w6">
                  <Field label={t.opinion} path={`experts.${index}.opinion`}>
                    <TextArea
                      rows={3}
                      max={2000}
                      value={row.opinion}
                      onChange={(opinion) => change({ opinion })}
                    />
                  </Field>
                </div>
              </>
            );
          }}
        />
      </Field>
    </>
  );
}
