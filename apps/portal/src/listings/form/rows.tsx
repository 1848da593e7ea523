import { DateInput } from '../../design/DateInput.js';
import { CheckBox, Field, SelectInput, TextInput } from '../../design/Field.js';
import { Rows } from '../../design/Rows.js';
import { TagsInput } from '../../design/TagsInput.js';
import type {
  AwardInput,
  AwardKind,
  ComparisonInput,
  IndicatorInput,
  IndicatorOperator,
  IpEncumbrance,
  IpKind,
  IpRightInput,
  IpStatus,
  MediaReportInput,
} from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { awardKinds, choicesFrom, encumbrances, ipKinds, ipStatuses, operators } from '../terms.js';
import { formWords } from './words.js';

interface RowsProps<R> {
  readonly rows: readonly R[];
  readonly onChange: (rows: R[]) => void;
}

/** 指标对比: this result against what exists. */
export function ComparisonRows({ rows, onChange }: RowsProps<ComparisonInput>) {
  const t = useWords(formWords);
  return (
    <Rows
      rows={rows}
      max={20}
      blank={(): ComparisonInput => ({ indicator: '', ours: '', peers: '', basis: '' })}
      addLabel={t.addComparison}
      removeLabel={t.removeRow}
      onChange={onChange}
      render={(row, change, index) => (
        <>
          <div className="w3">
            <Field label={t.indicator} path={`comparison.${index}.indicator`} required>
              <TextInput value={row.indicator} onChange={(indicator) => change({ indicator })} />
            </Field>
          </div>
          <div className="w3">
            <Field label={t.ours} path={`comparison.${index}.ours`}>
              <TextInput value={row.ours ?? ''} onChange={(ours) => change({ ours })} />
            </Field>
          </div>
          <div className="w3">
            <Field label={t.peers} path={`comparison.${index}.peers`}>
              <TextInput value={row.peers ?? ''} onChange={(peers) => change({ peers })} />
            </Field>
          </div>
          <div className="w3">
            <Field label={t.basis} path={`comparison.${index}.basis`}>
              <TextInput value={row.basis ?? ''} onChange={(basis) => change({ basis })} />
            </Field>
          </div>
        </>
      )}
    />
  );
}

/** 知识产权: each right with its number, term, owners and burdens. */
export function RightRows({ rows, onChange }: RowsProps<IpRightInput>) {
  const t = useWords(formWords);
  const kinds = useWords(ipKinds);
  const statuses = useWords(ipStatuses);
  const burdens = useWords(encumbrances);
  return (
    <Rows
      rows={rows}
      max={50}
      blank={(): IpRightInput => ({
        kind: 'INVENTION_PATENT',
        title: '',
        number: '',
        status: 'GRANTED',
        owners: [],
        coOwnersConsent: false,
        encumbrance: 'NONE',
        encumbranceNote: '',
      })}
      addLabel={t.addIp}
      removeLabel={t.removeRow}
      onChange={onChange}
      render={(row, change, index) => {
        const path = `ipRights.${index}`;
        return (
          <>
            <Field label={t.ipKind} path={`${path}.kind`} required>
              <SelectInput
                value={row.kind}
                onChange={(kind) => change({ kind: kind as IpKind })}
                choices={choicesFrom(kinds)}
              />
            </Field>
            <Field
              label={t.ipNumber}
              path={`${path}.number`}
              hint={t.ipNumberHint}
              required={row.kind !== 'KNOW_HOW'}
            >
              <TextInput
                value={row.number ?? ''}
                onChange={(number) => change({ number })}
                spellCheck={false}
              />
            </Field>
            <Field label={t.ipStatus} path={`${path}.status`}>
              <SelectInput
                value={row.status ?? 'GRANTED'}
                onChange={(status) => change({ status: status as IpStatus })}
                choices={choicesFrom(statuses)}
              />
            </Field>
            <div className="w6">
              <Field label={t.ipTitle} path={`${path}.title`} required>
                <TextInput value={row.title ?? ''} onChange={(title) => change({ title })} />
              </Field>
            </div>
            <Field label={t.filedOn} path={`${path}.filedOn`}>
              <DateInput value={row.filedOn ?? null} onChange={(filedOn) => change({ filedOn })} />
            </Field>
            <Field label={t.expiresOn} path={`${path}.expiresOn`} hint={t.expiresHint}>
              <DateInput value={row.expiresOn ?? null} onChange={(expiresOn) => change({ expiresOn })} />
            </Field>
            <Field label={t.encumbrance} path={`${path}.encumbrance`}>
              <SelectInput
                value={row.encumbrance ?? 'NONE'}
                onChange={(encumbrance) => change({ encumbrance: encumbrance as IpEncumbrance })}
                choices={choicesFrom(burdens)}
              />
            </Field>
            <div className="w6">
              <Field label={t.owners} path={`${path}.owners`} hint={t.ownersHint}>
                <TagsInput values={row.owners ?? []} onChange={(owners) => change({ owners })} max={20} />
              </Field>
            </div>
            {(row.owners?.length ?? 0) > 1 && (
              <div className="w6">
                <Field label={t.coOwnersConsent} path={`${path}.coOwnersConsent`} group>
                  <CheckBox
                    checked={row.coOwnersConsent ?? false}
                    onChange={(coOwnersConsent) => change({ coOwnersConsent })}
                  >
                    {t.coOwnersConsent}
                  </CheckBox>
                </Field>
              </div>
            )}
            {row.encumbrance && row.encumbrance !== 'NONE' && (
              <div className="w6">
                <Field label={t.encumbranceNote} path={`${path}.encumbranceNote`}>
                  <TextInput
                    value={row.encumbranceNote ?? ''}
                    onChange={(encumbranceNote) => change({ encumbranceNote })}
                  />
                </Field>
              </div>
            )}
          </>
        );
      }}
    />
  );
}

/** 获奖、鉴定、查新、检测. */
export function AwardRows({ rows, onChange }: RowsProps<AwardInput>) {
  const t = useWords(formWords);
  const kinds = useWords(awardKinds);
  return (
    <Rows
      rows={rows}
      max={30}
      blank={(): AwardInput => ({ kind: 'AWARD', name: '', issuer: '' })}
      addLabel={t.addAward}
      removeLabel={t.removeRow}
      onChange={onChange}
      render={(row, change, index) => (
        <>
          <Field label={t.awardKind} path={`awards.${index}.kind`}>
            <SelectInput
              value={row.kind}
              onChange={(kind) => change({ kind: kind as AwardKind })}
              choices={choicesFrom(kinds)}
            />
          </Field>
          <Field label={t.issuer} path={`awards.${index}.issuer`}>
            <TextInput value={row.issuer ?? ''} onChange={(issuer) => change({ issuer })} />
          </Field>
          <Field label={t.issuedOn} path={`awards.${index}.issuedOn`}>
            <DateInput value={row.issuedOn ?? null} onChange={(issuedOn) => change({ issuedOn })} />
          </Field>
          <div className="w6">
            <Field label={t.awardName} path={`awards.${index}.name`} required>
              <TextInput value={row.name} onChange={(name) => change({ name })} />
            </Field>
          </div>
        </>
      )}
    />
  );
}

/** 媒体报道: where one can read about it. */
export function MediaRows({ rows, onChange }: RowsProps<MediaReportInput>) {
  const t = useWords(formWords);
  return (
    <Rows
      rows={rows}
      max={20}
      blank={(): MediaReportInput => ({ title: '', outlet: '', url: '' })}
      addLabel={t.addMedia}
      removeLabel={t.removeRow}
      onChange={onChange}
      render={(row, change, index) => (
        <>
          <div className="w6">
            <Field label={t.mediaTitle} path={`media.${index}.title`} required>
              <TextInput value={row.title} onChange={(title) => change({ title })} />
            </Field>
          </div>
          <Field label={t.outlet} path={`media.${index}.outlet`}>
            <TextInput value={row.outlet ?? ''} onChange={(outlet) => change({ outlet })} />
          </Field>
          <Field label={t.issuedOn} path={`media.${index}.publishedOn`}>
            <DateInput value={row.publishedOn ?? null} onChange={(publishedOn) => change({ publishedOn })} />
          </Field>
          <Field label={t.url} path={`media.${index}.url`} hint={t.urlHint}>
            <TextInput value={row.url ?? ''} onChange={(url) => change({ url })} spellCheck={false} />
          </Field>
        </>
      )}
    />
  );
}

/** 拟达到的指标 of a need. */
export function IndicatorRows({ rows, onChange }: RowsProps<IndicatorInput>) {
  const t = useWords(formWords);
  const signs = useWords(operators);
  return (
    <Rows
      rows={rows}
      max={30}
      blank={(): IndicatorInput => ({ name: '', operator: 'AT_LEAST', target: '', unit: '', testMethod: '' })}
      addLabel={t.addIndicator}
      removeLabel={t.removeRow}
      onChange={onChange}
      render={(row, change, index) => {
        const path = `indicators.${index}`;
        return (
          <>
            <div className="w3">
              <Field label={t.indicator} path={`${path}.name`} required>
                <TextInput value={row.name} onChange={(name) => change({ name })} />
              </Field>
            </div>
            <div className="w1">
              <Field label={t.operator} path={`${path}.operator`}>
                <SelectInput
                  value={row.operator}
                  onChange={(operator) => change({ operator: operator as IndicatorOperator })}
                  choices={choicesFrom(signs)}
                />
              </Field>
            </div>
            <div className="w1">
              <Field label={t.target} path={`${path}.target`}>
                <TextInput value={row.target ?? ''} onChange={(target) => change({ target })} />
              </Field>
            </div>
            <div className="w1">
              <Field label={t.unit} path={`${path}.unit`}>
                <TextInput value={row.unit ?? ''} onChange={(unit) => change({ unit })} />
              </Field>
            </div>
            <div className="w6">
              <Field label={t.testMethod} path={`${path}.testMethod`}>
                <TextInput value={row.testMethod ?? ''} onChange={(testMethod) => change({ testMethod })} />
              </Field>
            </div>
          </>
        );
      }}
    />
  );
}
