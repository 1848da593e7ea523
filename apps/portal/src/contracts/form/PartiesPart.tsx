import { choicesOf, useCity, useCodeTables } from '../../api/city.js';
import { MoneyInput } from '../../design/AmountInputs.js';
import { CheckBox, Field } from '../../design/Field.js';
import { Notice } from '../../design/States.js';
import type { BrokerPayer, PartyIdentifierKind } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { contractLabels } from '../labels.js';
import { useCountries, useCountryName } from './countries.js';
import { formWords } from './formWords.js';
import { Choose, Line, Rows } from './Inputs.js';
import { emptyParty, type BrokerForm, type PartProps, type PartyForm } from './state.js';

function PartyFields({
  party,
  path,
  seller,
  patch,
}: {
  party: PartyForm;
  path: string;
  seller: boolean;
  patch: (change: Partial<PartyForm>) => void;
}) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  const tables = useCodeTables();
  const city = useCity();
  const countries = useCountries();
  const countryOf = useCountryName();
  const place = city?.divisions.find((division) => division.code === party.divisionCode)?.name;
  return (
    <>
      <Line
        label={t.name}
        path={`${path}.name`}
        required
        value={party.name}
        onChange={(name) => patch({ name })}
      />
      <Choose<PartyIdentifierKind>
        label={t.identifierKind}
        path={`${path}.identifierKind`}
        required
        value={party.identifierKind}
        choices={choicesFrom(labels.identifier)}
        onChange={(kind) => patch({ identifierKind: kind === '' ? 'USCC' : kind })}
      />
      <Line
        label={t.identifier}
        path={`${path}.identifier`}
        required
        value={party.identifier}
        onChange={(identifier) => patch({ identifier })}
      />
      <Choose
        label={t.nature}
        path={`${path}.nature`}
        required
        value={party.nature}
        choices={choicesOf(tables?.partyNatures)}
        onChange={(nature) => patch({ nature })}
      />
      <Line
        label={t.country}
        path={`${path}.country`}
        hint={countryOf(party.country) === party.country ? t.countryHint : countryOf(party.country)}
        suggestions={countries}
        value={party.country}
        onChange={(country) => patch({ country })}
      />
      <Line
        label={t.division}
        path={`${path}.divisionCode`}
        hint={place ?? t.divisionHint}
        suggestions={(city?.divisions ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        value={party.divisionCode}
        onChange={(divisionCode) => patch({ divisionCode })}
      />
      <Line
        label={t.legalRepresentative}
        path={`${path}.legalRepresentative`}
        value={party.legalRepresentative}
        onChange={(legalRepresentative) => patch({ legalRepresentative })}
      />
      <Line
        label={t.controller}
        path={`${path}.controller`}
        hint={t.controllerHint}
        value={party.controller}
        onChange={(controller) => patch({ controller })}
      />
      <Line
        label={t.contactName}
        path={`${path}.contactName`}
        required={seller}
        value={party.contactName}
        onChange={(contactName) => patch({ contactName })}
      />
      <Line
        label={t.contactPhone}
        path={`${path}.contactPhone`}
        type="tel"
        required={seller}
        value={party.contactPhone}
        onChange={(contactPhone) => patch({ contactPhone })}
      />
      <Line
        label={t.bankName}
        path={`${path}.bankName`}
        value={party.bankName}
        onChange={(bankName) => patch({ bankName })}
      />
      <Line
        label={t.bankAccount}
        path={`${path}.bankAccount`}
        value={party.bankAccount}
        onChange={(bankAccount) => patch({ bankAccount })}
      />
      <Field label={t.marks} group>
        <CheckBox checked={party.highTech} onChange={(highTech) => patch({ highTech })}>
          {t.highTech}
        </CheckBox>
        <CheckBox checked={party.technologySme} onChange={(technologySme) => patch({ technologySme })}>
          {t.technologySme}
        </CheckBox>
        <CheckBox checked={party.listed} onChange={(listed) => patch({ listed })}>
          {t.listed}
        </CheckBox>
      </Field>
    </>
  );
}

/** 卖方 or 买方: each side may be several. */
export function PartiesPart({ form, patch, side }: PartProps & { side: 'sellers' | 'buyers' }) {
  const t = useWords(formWords);
  const seller = side === 'sellers';
  return (
    <Field label={seller ? t.sellersLabel : t.buyersLabel} path={side} group>
      <Rows<PartyForm>
        rows={form[side]}
        empty={emptyParty}
        addLabel={seller ? t.addSeller : t.addBuyer}
        removeLabel={(party) => t.removeParty(party.name || t.unnamed)}
        title={(party, index) => `${t.party(index + 1)} · ${party.name || t.unnamed}`}
        onChange={(rows) => patch(seller ? { sellers: rows } : { buyers: rows })}
        render={(party, patchParty, index) => (
          <PartyFields party={party} path={`${side}.${index}`} seller={seller} patch={patchParty} />
        )}
      />
    </Field>
  );
}

/** 中介方: who, for what fee, paid by whom. */
export function BrokersPart({ form, patch }: PartProps) {
  const t = useWords(formWords);
  const labels = useWords(contractLabels);
  return (
    <Field label={t.brokers} path="brokers" optional group>
      {form.brokers.length === 0 && <Notice>{t.noBrokers}</Notice>}
      <Rows<BrokerForm>
        rows={form.brokers}
        empty={{ name: '', fee: null, payer: '' }}
        max={10}
        addLabel={t.addBroker}
        removeLabel={(broker) => t.removeParty(broker.name || t.unnamed)}
        title={(broker) => broker.name || t.unnamed}
        onChange={(brokers) => patch({ brokers })}
        render={(broker, patchBroker, index) => (
          <>
            <Line
              label={t.name}
              path={`brokers.${index}.name`}
              required
              value={broker.name}
              onChange={(name) => patchBroker({ name })}
            />
            <Field label={t.fee} path={`brokers.${index}.fee`}>
              <MoneyInput value={broker.fee} onChange={(fee) => patchBroker({ fee })} />
            </Field>
            <Choose<BrokerPayer>
              label={t.payer}
              path={`brokers.${index}.payer`}
              value={broker.payer}
              choices={choicesFrom(labels.payer)}
              onChange={(payer) => patchBroker({ payer })}
            />
          </>
        )}
      />
    </Field>
  );
}
