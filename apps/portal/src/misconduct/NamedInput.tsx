import { Button } from '../design/Button.js';
import { Field, TextInput } from '../design/Field.js';
import { useWords } from '../i18n/index.js';
import { reportWords } from './words.js';

export interface Named {
  readonly name: string;
  readonly unit: string;
}

/** 被举报人, a row a person; a unit alone is reported as a whole. */
export function NamedInput({
  values,
  onChange,
}: {
  values: readonly Named[];
  onChange: (values: readonly Named[]) => void;
}) {
  const t = useWords(reportWords);
  const put = (at: number, change: Partial<Named>): void =>
    onChange(values.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <Field label={t.named} path="named" hint={t.namedHint} group optional>
      <div className="stack" style={{ gap: 12 }}>
        {values.map((one, at) => (
          <div key={at} className="row" style={{ alignItems: 'end', flexWrap: 'wrap' }}>
            <div style={{ flex: '1 1 160px' }}>
              <Field label={t.person} path={`named.${at}.name`}>
                <TextInput value={one.name} autoComplete="off" onChange={(name) => put(at, { name })} />
              </Field>
            </div>
            <div style={{ flex: '2 1 220px' }}>
              <Field label={t.unit} path={`named.${at}.unit`}>
                <TextInput value={one.unit} autoComplete="off" onChange={(unit) => put(at, { unit })} />
              </Field>
            </div>
            <Button
              tone="quiet"
              icon="trash"
              label={t.removePerson(at + 1)}
              onClick={() => onChange(values.filter((_, index) => index !== at))}
            />
          </div>
        ))}
        {values.length < 10 && (
          <div>
            <Button size="small" icon="plus" onClick={() => onChange([...values, { name: '', unit: '' }])}>
              {t.addPerson}
            </Button>
          </div>
        )}
      </div>
    </Field>
  );
}
