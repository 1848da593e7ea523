import { choicesOf, useCity, useCodeTables } from '../api/city.js';
import { CheckBoxes, Field } from '../design/Field.js';
import type { IntermediaryService } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { intermediaryServices } from './terms.js';
import { registerWords } from './words.js';

export interface ServiceContent {
  readonly services?: readonly IntermediaryService[] | null;
  readonly techFields?: readonly string[] | null;
  readonly clusters?: readonly string[] | null;
  readonly divisions?: readonly string[] | null;
}

/** What is offered, in which fields, for which clusters and places. */
export function ServiceFields({
  content,
  onChange,
}: {
  readonly content: ServiceContent;
  readonly onChange: (change: {
    services?: IntermediaryService[];
    techFields?: string[];
    clusters?: string[];
    divisions?: string[];
  }) => void;
}) {
  const t = useWords(registerWords);
  const names = useWords(intermediaryServices);
  const city = useCity();
  const tables = useCodeTables();
  return (
    <>
      <div className="full">
        <Field label={t.services} path="services" group required>
          <CheckBoxes
            values={content.services ?? []}
            choices={choicesFrom(names)}
            onChange={(values) => onChange({ services: values as IntermediaryService[] })}
          />
        </Field>
      </div>
      <div className="full">
        <Field label={t.techField} path="techFields" group required>
          <CheckBoxes
            values={content.techFields ?? []}
            choices={choicesOf(tables?.techFields)}
            onChange={(techFields) => onChange({ techFields })}
          />
        </Field>
      </div>
      <div className="full">
        <Field label={t.cluster} path="clusters" group>
          <CheckBoxes
            values={content.clusters ?? []}
            choices={choicesOf(city?.clusters)}
            onChange={(clusters) => onChange({ clusters })}
          />
        </Field>
      </div>
      <div className="full">
        <Field label={t.divisions} path="divisions" hint={t.divisionsHint} group>
          <CheckBoxes
            values={content.divisions ?? []}
            choices={choicesOf(city?.divisions)}
            onChange={(divisions) => onChange({ divisions })}
          />
        </Field>
      </div>
    </>
  );
}
