import { useQuery } from 'urql';
import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import { Facts } from '../../design/DetailPage.js';
import { CheckBox, Field, RadioButtons, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { Money } from '../../design/Values.js';
import type { DisclosureDayKind } from '../../gql/graphql.js';
import { useSource } from '../../design/useSource.js';
import { useWords } from '../../i18n/index.js';
import { actionWords, formWords } from '../actionWords.js';
import { StartDisclosureDocument } from '../commands.js';
import { lines } from '../lines.js';
import type { DealFormProps } from '../types.js';

const DisclosureRuleDocument = graphql(`
  query DisclosureRule {
    disclosureRule {
      requiredDays
      source
    }
  }
`);

export function DisclosureForm({ deal, onClose }: DealFormProps) {
  const t = useWords(formWords);
  const a = useWords(actionWords);
  const sourceOf = useSource();
  const start = useCommand(StartDisclosureDocument);
  const [{ data }] = useQuery({ query: DisclosureRuleDocument });
  const [resultName, setResultName] = useKept('disclosure', 'resultName', deal.resultTitle ?? deal.title);
  const [summary, setSummary] = useKept('disclosure', 'summary', '');
  const [relatedParty, setRelatedParty] = useKept('disclosure', 'relatedParty', false);
  const [relation, setRelation] = useKept('disclosure', 'relation', '');
  const [basis, setBasis] = useKept('disclosure', 'basis', deal.price?.basis ?? '');
  const [days, setDays] = useKept('disclosure', 'days', '');
  const [dayKind, setDayKind] = useKept<DisclosureDayKind>('disclosure', 'dayKind', 'NATURAL');
  const [channels, setChannels] = useKept('disclosure', 'channels', '');
  const [office, setOffice] = useKept('disclosure', 'office', '');
  const [phone, setPhone] = useKept('disclosure', 'phone', '');
  const rule = data?.disclosureRule;
  const submit = () =>
    start.run({
      id: deal.id,
      expectedVersion: deal.version,
      resultName,
      summary,
      relatedParty,
      relation: relatedParty ? relation : null,
      basis,
      days: days.trim() === '' ? null : Math.trunc(Number(days)) || 0,
      dayKind,
      channels: lines(channels),
      objectionOffice: office,
      objectionPhone: phone,
    });
  return (
    <FormDialog
      kept="disclosure"
      title={a.startDisclosure}
      done={a.startDisclosureDone}
      onClose={onClose}
      onSubmit={submit}
    >
      {deal.price && (
        <Facts
          facts={[
            { label: t.price, value: <Money fen={deal.price.total} /> },
            { label: t.technical, value: <Money fen={deal.price.technical} /> },
          ]}
        />
      )}
      <Field label={t.resultName} path="resultName" required>
        <TextInput autoFocus value={resultName} onChange={setResultName} />
      </Field>
      <Field label={t.summary} path="summary" hint={t.summaryHint} required>
        <TextArea value={summary} max={2000} onChange={setSummary} />
      </Field>
      <Field label={t.basis} path="basis" required>
        <TextArea value={basis} max={1000} rows={2} onChange={setBasis} />
      </Field>
      <CheckBox checked={relatedParty} onChange={setRelatedParty}>
        {t.relatedParty}
      </CheckBox>
      {relatedParty && (
        <Field label={t.relation} path="relation" required>
          <TextArea value={relation} max={1000} rows={2} onChange={setRelation} />
        </Field>
      )}
      <Field label={t.days} path="days" hint={rule && t.daysHint(rule.requiredDays, sourceOf(rule.source))}>
        <TextInput
          inputMode="numeric"
          value={days}
          placeholder={rule && String(rule.requiredDays)}
          onChange={setDays}
        />
      </Field>
      <Field label={t.dayKind} path="dayKind" group>
        <RadioButtons
          value={dayKind}
          choices={[
            { value: 'NATURAL', label: t.natural },
            { value: 'WORKING', label: t.working },
          ]}
          onChange={(value) => setDayKind(value as DisclosureDayKind)}
        />
      </Field>
      <Field label={t.channels} path="channels" hint={t.channelsHint} required>
        <TextArea value={channels} rows={2} onChange={setChannels} />
      </Field>
      <Field label={t.objectionOffice} path="objectionOffice" required>
        <TextInput value={office} onChange={setOffice} />
      </Field>
      <Field label={t.objectionPhone} path="objectionPhone" required>
        <TextInput type="tel" value={phone} onChange={setPhone} />
      </Field>
    </FormDialog>
  );
}
