import { Field, RadioButtons, TextInput } from '../../design/Field.js';
import { Label } from '../../design/StatusTag.js';
import { useWords } from '../../i18n/index.js';
import { useSay } from '../../i18n/say.js';
import type { ContractFields } from '../types.js';
import css from './Form.module.css';
import { formWords } from './formWords.js';
import type { ConditionForm, PartProps } from './state.js';

/** 认定条件: each condition of the class, with the page or clause of the contract that shows it. */
export function ChecklistPart({
  form,
  patch,
  conditions,
}: PartProps & { readonly conditions: ContractFields['checklist'] }) {
  const t = useWords(formWords);
  const say = useSay();
  const mine = conditions.filter(({ byApplicant }) => byApplicant);
  const entryOf = (item: string): ConditionForm =>
    form.checklist.find((entry) => entry.item === item) ?? { item, met: null, page: '', clause: '' };
  const change = (item: string, with_: Partial<ConditionForm>): void => {
    const next = { ...entryOf(item), ...with_ };
    patch({ checklist: [...form.checklist.filter((entry) => entry.item !== item), next] });
  };
  if (mine.length === 0) return <p className="quiet">{t.chooseClass}</p>;
  return (
    <>
      <p className="quiet">{t.checklistIntro}</p>
      {mine.map((condition) => {
        const entry = entryOf(condition.id);
        const text = say(condition.text);
        return (
          <section key={condition.id} className={css['row']} aria-label={text}>
            <Field
              label={
                <>
                  {text} <Label>{condition.article}</Label>
                </>
              }
              path={`checklist.${condition.id}`}
              group
            >
              <RadioButtons
                value={entry.met === null ? '' : entry.met ? 'yes' : 'no'}
                choices={[
                  { value: 'yes', label: t.met },
                  { value: 'no', label: t.notMet },
                ]}
                onChange={(value) => change(condition.id, { met: value === 'yes' })}
              />
            </Field>
            {entry.met && (
              <div className={css['evidence']}>
                <Field label={t.page}>
                  <TextInput
                    inputMode="numeric"
                    value={entry.page}
                    onChange={(page) =>
                      change(condition.id, { page: page.replaceAll(/\D/g, '').slice(0, 5) })
                    }
                  />
                </Field>
                <Field label={t.clause}>
                  <TextInput
                    value={entry.clause}
                    maxLength={200}
                    onChange={(clause) => change(condition.id, { clause })}
                  />
                </Field>
              </div>
            )}
          </section>
        );
      })}
    </>
  );
}
