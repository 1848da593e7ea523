import { choicesOf, useCity, useCodeTables } from '../api/city.js';
import { yuan } from '../design/amounts.js';
import { MoneyInput } from '../design/AmountInputs.js';
import { CheckBox, CheckBoxes, Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { Rows } from '../design/Rows.js';
import { useSource } from '../design/useSource.js';
import type {
  CallCommitment,
  CallEnterpriseKind,
  CallIndicatorOperator,
  CallIpTerms,
  CallMode,
  CallModesQuery,
  CallSecrecy,
  CallType,
} from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { blankIndicator, type CallForm, type IndicatorLine } from './callForm.js';
import { callFormWords } from './formWords.js';
import {
  callModes,
  callTypes,
  commitments,
  enterpriseKinds,
  indicatorOperators,
  ipTerms,
  modeExplanations,
  secrecies,
} from './terms.js';
import { callWords } from './words.js';

interface PartProps {
  readonly form: CallForm;
  readonly patch: (change: Partial<CallForm>) => void;
}

export function WhatPart({ form, patch }: PartProps) {
  const t = useWords(callFormWords);
  const w = useWords(callWords);
  const modes = useWords(callModes);
  const explanations = useWords(modeExplanations);
  const types = useWords(callTypes);
  const levels = useWords(secrecies);
  const city = useCity();
  const tables = useCodeTables();
  return (
    <>
      <Field label={t.titleLabel} path="title" hint={t.titleHint} required>
        <TextInput value={form.title} onChange={(title) => patch({ title })} />
      </Field>
      <Field label={t.mode} path="mode" hint={explanations[form.mode]} required>
        <SelectInput
          value={form.mode}
          choices={choicesFrom(modes)}
          onChange={(mode) => patch({ mode: mode as CallMode })}
        />
      </Field>
      <Field label={t.type} path="type" required>
        <SelectInput
          value={form.type}
          placeholder={t.choose}
          choices={choicesFrom(types)}
          onChange={(type) => patch({ type: type as CallType })}
        />
      </Field>
      <Field label={w.field} path="techField" required>
        <SelectInput
          value={form.techField}
          placeholder={t.choose}
          choices={choicesOf(tables?.techFields)}
          onChange={(techField) => patch({ techField })}
        />
      </Field>
      <Field label={w.cluster} path="cluster" optional>
        <SelectInput
          value={form.cluster}
          placeholder={t.choose}
          choices={choicesOf(city?.clusters)}
          onChange={(cluster) => patch({ cluster })}
        />
      </Field>
      <Field label={t.background} path="background" hint={t.backgroundHint} required>
        <TextArea
          value={form.background}
          max={3000}
          rows={6}
          onChange={(background) => patch({ background })}
        />
      </Field>
      <Field label={t.work} path="work" required>
        <TextArea value={form.work} max={5000} rows={6} onChange={(work) => patch({ work })} />
      </Field>
      <Field label={t.secrecy} path="secrecy" required>
        <SelectInput
          value={form.secrecy}
          choices={choicesFrom(levels)}
          onChange={(secrecy) => patch({ secrecy: secrecy as CallSecrecy })}
        />
      </Field>
      <CheckBox checked={form.bottleneck} onChange={(bottleneck) => patch({ bottleneck })}>
        {t.bottleneck}
      </CheckBox>
    </>
  );
}

export function IndicatorFields({ form, patch }: PartProps) {
  const t = useWords(callFormWords);
  const operators = useWords(indicatorOperators);
  const ip = useWords(ipTerms);
  return (
    <>
      <Field label={t.indicators} path="indicators" group required>
        <Rows<IndicatorLine>
          rows={form.indicators}
          blank={blankIndicator}
          max={20}
          addLabel={t.addIndicator}
          removeLabel={t.removeIndicator}
          onChange={(indicators) => patch({ indicators })}
          render={(row, change, index) => (
            <>
              <Field label={t.indicatorName} path={`indicators.${index}.name`} required>
                <TextInput value={row.name} onChange={(name) => change({ name })} />
              </Field>
              <Field label={t.operator} path={`indicators.${index}.operator`} required>
                <SelectInput
                  value={row.operator}
                  choices={choicesFrom(operators)}
                  onChange={(operator) => change({ operator: operator as CallIndicatorOperator })}
                />
              </Field>
              <Field label={t.target} path={`indicators.${index}.target`} required>
                <TextInput value={row.target} inputMode="decimal" onChange={(target) => change({ target })} />
              </Field>
              {row.operator === 'BETWEEN' && (
                <Field label={t.upper} path={`indicators.${index}.upper`} required>
                  <TextInput value={row.upper} inputMode="decimal" onChange={(upper) => change({ upper })} />
                </Field>
              )}
              <Field label={t.unit} path={`indicators.${index}.unit`} optional>
                <TextInput value={row.unit} onChange={(unit) => change({ unit })} />
              </Field>
              <Field label={t.method} path={`indicators.${index}.method`} required>
                <TextInput value={row.method} onChange={(method) => change({ method })} />
              </Field>
              <CheckBox checked={row.core} onChange={(core) => change({ core })}>
                {t.core}
              </CheckBox>
            </>
          )}
        />
      </Field>
      <Field label={t.deliverables} path="deliverables" required>
        <TextArea
          value={form.deliverables}
          max={1000}
          rows={3}
          onChange={(deliverables) => patch({ deliverables })}
        />
      </Field>
      <Field label={t.acceptance} path="acceptance" required>
        <TextArea
          value={form.acceptance}
          max={2000}
          rows={3}
          onChange={(acceptance) => patch({ acceptance })}
        />
      </Field>
      <Field label={t.ip} path="ipTerms" required>
        <SelectInput
          value={form.ipTerms}
          placeholder={t.choose}
          choices={choicesFrom(ip)}
          onChange={(terms) => patch({ ipTerms: terms as CallIpTerms })}
        />
      </Field>
      <Field label={t.ipNote} path="ipNote" optional>
        <TextArea value={form.ipNote} max={1000} rows={2} onChange={(ipNote) => patch({ ipNote })} />
      </Field>
    </>
  );
}

/** Numbers of the rules by which the money and the term are judged. */
const SHOWN = ['fiscal_ratio', 'transfer_ratio', 'fiscal_cap', 'owner_ratio', 'city_split', 'term_max'];

/** A limit in the unit that its name says: money in yuan, parts of ten thousand as per cent. */
function limitOf(name: string, value: number): string {
  if (name.endsWith('_fen')) return yuan(value);
  return name.endsWith('_basis_points') ? `${value / 100}%` : String(value);
}

export function MoneyPart({
  form,
  patch,
  numbers,
}: PartProps & { readonly numbers: CallModesQuery['callParameters'] }) {
  const t = useWords(callFormWords);
  const kinds = useWords(enterpriseKinds);
  const parts = (form.owner ?? 0) + (form.city ?? 0) + (form.county ?? 0);
  const readable = useSource();
  const shown = numbers.filter(({ name }) => SHOWN.some((part) => name.includes(part)));
  return (
    <>
      <Field label={t.total} path="funding.total" required>
        <MoneyInput value={form.total} onChange={(total) => patch({ total })} />
      </Field>
      <Field label={t.owner} path="funding.owner" required>
        <MoneyInput value={form.owner} onChange={(owner) => patch({ owner })} />
      </Field>
      <Field label={t.city} path="funding.city" optional>
        <MoneyInput value={form.city} onChange={(city) => patch({ city })} />
      </Field>
      <Field label={t.county} path="funding.county" hint={t.countyHint} optional>
        <MoneyInput value={form.county} onChange={(county) => patch({ county })} />
      </Field>
      <p className="quiet num" role="status">
        {parts === (form.total ?? 0) && parts > 0 ? t.sumFits : t.sum(yuan(parts), yuan(form.total ?? 0))}
      </p>
      {shown.length > 0 && (
        <details>
          <summary>{t.limits}</summary>
          <ul className="stack">
            {shown.map(({ name, title, value, source }) => (
              <li key={name}>
                {title.replace('（万分之一）', '')} <strong className="num">{limitOf(name, value)}</strong>
                <br />
                <small className="quiet">{readable(source)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Field label={t.months} path="months" required>
        <TextInput value={form.months} inputMode="numeric" onChange={(months) => patch({ months })} />
      </Field>
      <Field label={t.payment} path="payment" required>
        <TextArea value={form.payment} max={1000} rows={3} onChange={(payment) => patch({ payment })} />
      </Field>
      <Field label={t.kinds} path="enterpriseKinds" group optional>
        <CheckBoxes
          values={form.enterpriseKinds}
          choices={choicesFrom(kinds)}
          onChange={(values) => patch({ enterpriseKinds: values as CallEnterpriseKind[] })}
        />
      </Field>
      <Field label={t.revenue} path="revenue" optional>
        <MoneyInput value={form.revenue} onChange={(revenue) => patch({ revenue })} />
      </Field>
      <Field label={t.rdCost} path="rdCost" optional>
        <MoneyInput value={form.rdCost} onChange={(rdCost) => patch({ rdCost })} />
      </Field>
      <Field label={t.rdCostBefore} path="rdCostBefore" optional>
        <MoneyInput value={form.rdCostBefore} onChange={(rdCostBefore) => patch({ rdCostBefore })} />
      </Field>
    </>
  );
}

export function AskPart({ form, patch }: PartProps) {
  const t = useWords(callFormWords);
  const texts = useWords(commitments);
  const toggle = (one: CallCommitment, on: boolean): void =>
    patch({
      commitments: on ? [...form.commitments, one] : form.commitments.filter((other) => other !== one),
    });
  return (
    <>
      <Field label={t.requirements} path="requirements" hint={t.requirementsHint} required>
        <TextArea
          value={form.requirements}
          max={2000}
          rows={4}
          onChange={(requirements) => patch({ requirements })}
        />
      </Field>
      <CheckBox checked={form.consortium} onChange={(consortium) => patch({ consortium })}>
        {t.consortium}
      </CheckBox>
      <Field label={t.contact} path="contact" required>
        <TextInput value={form.contact} autoComplete="name" onChange={(contact) => patch({ contact })} />
      </Field>
      <Field label={t.phone} path="phone" required>
        <TextInput value={form.phone} autoComplete="tel" onChange={(phone) => patch({ phone })} />
      </Field>
      <p className="quiet">{t.commitmentsHint}</p>
      {(Object.keys(texts) as CallCommitment[]).map((one) => (
        <Field key={one} label={t.commitments} path={`commitments.${one}`} group required>
          <CheckBox checked={form.commitments.includes(one)} onChange={(on) => toggle(one, on)}>
            {texts[one]}
          </CheckBox>
        </Field>
      ))}
    </>
  );
}
