import type { ViewerOrganisation } from '../api/viewer.js';
import { CheckBox, Field, SelectInput, TextArea, TextInput } from '../design/Field.js';
import { useWords } from '../i18n/index.js';
import { FormPart } from '../register/FormPart.js';
import { ServiceFields } from '../register/ServiceFields.js';
import { registerWords } from '../register/words.js';
import type { BrokerFormContent, Content } from './brokerForm.js';
import { brokerFormWords } from './formWords.js';
import { brokerWords } from './words.js';

/** The fields of an entry, in the order in which one would tell of oneself. */
export function BrokerFields({
  form: { organisationId, content },
  agencies,
  fixedAgency,
  onChange,
}: {
  readonly form: BrokerFormContent;
  readonly agencies: readonly ViewerOrganisation[];
  /** The agency confirmed for its own member: it stays while one is in the register. */
  readonly fixedAgency: boolean;
  readonly onChange: (patch: Partial<BrokerFormContent>) => void;
}) {
  const t = useWords(brokerFormWords);
  const w = useWords(brokerWords);
  const r = useWords(registerWords);
  const patch = (change: Partial<Content>): void => onChange({ content: { ...content, ...change } });
  return (
    <>
      <FormPart title={t.identity}>
        <Field label={w.agency} path="organisationId" hint={t.agencyHint} required>
          <SelectInput
            value={organisationId}
            disabled={fixedAgency}
            choices={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => onChange({ organisationId: value })}
          />
        </Field>
        <Field label={w.position} path="position">
          <TextInput value={content.position ?? ''} onChange={(position) => patch({ position })} />
        </Field>
        <Field label={r.phone} path="phone" required>
          <TextInput value={content.phone ?? ''} onChange={(phone) => patch({ phone })} />
        </Field>
        <Field label={r.email} path="email" hint={r.emailHint}>
          <TextInput value={content.email ?? ''} onChange={(email) => patch({ email })} />
        </Field>
        <Field label={t.employment} path="partTime" hint={t.partTimeHint} group>
          <CheckBox checked={content.partTime ?? false} onChange={(partTime) => patch({ partTime })}>
            {t.partTimeLabel}
          </CheckBox>
        </Field>
      </FormPart>
      <FormPart title={t.service}>
        <ServiceFields content={content} onChange={patch} />
        <div className="full">
          <Field label={w.profile} path="introduction" hint={t.introductionHint} required>
            <TextArea
              value={content.introduction ?? ''}
              max={2000}
              onChange={(introduction) => patch({ introduction })}
            />
          </Field>
        </div>
      </FormPart>
    </>
  );
}
