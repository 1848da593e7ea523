import { useState } from 'react';
import type { ViewerOrganisation } from '../../api/viewer.js';
import { Narrow } from '../../account/Narrow.js';
import { Button } from '../../design/Button.js';
import { Field, SelectInput } from '../../design/Field.js';
import { Empty } from '../../design/States.js';
import { useWords } from '../../i18n/index.js';
import { formWords } from './words.js';

/** Asks in whose name a new listing is written; says what to do when there is no such organisation. */
export function OwnerChoice(props: {
  readonly title: string;
  readonly intro: string;
  readonly organisations: readonly ViewerOrganisation[];
  readonly onChoose: (id: string) => void;
}) {
  const t = useWords(formWords);
  const [id, setId] = useState(props.organisations[0]?.id ?? '');
  if (props.organisations.length === 0)
    return (
      <Empty
        page
        title={t.noOwner}
        icon="building"
        action={<Button to="/account/organisations">{t.owner}</Button>}
      >
        {t.noOwnerText}
      </Empty>
    );
  return (
    <Narrow title={props.title} intro={props.intro} onSubmit={() => props.onChoose(id)}>
      <Field label={t.owner} hint={t.ownerHint}>
        <SelectInput
          value={id}
          onChange={setId}
          choices={props.organisations.map((organisation) => ({
            value: organisation.id,
            label: organisation.name,
          }))}
        />
      </Field>
      <Button type="submit" tone="primary" size="large" block>
        {t.begin}
      </Button>
    </Narrow>
  );
}
