import { useState } from 'react';
import { useQuery } from 'urql';
import { findAction } from '../../api/actions.js';
import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import { Button } from '../../design/Button.js';
import { DataTable } from '../../design/DataTable.js';
import { CheckBox, Field, SelectInput, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { Heading } from '../../design/ListPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Empty } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Timeline } from '../../design/Timeline.js';
import type { OpinionPurpose, OpinionTemplatesQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { templateActs, templateWords } from './templateWords.js';

const TemplatesDocument = graphql(`
  query OpinionTemplates {
    opinionTemplates {
      id
      version
      officeId
      purpose
      name
      text
      active
      timeline {
        ...TimelineFields
      }
      availableActions {
        ...ActionFields
      }
    }
    opinionPlaces
    registrationOffices {
      id
      name
      availableActions {
        ...ActionFields
      }
    }
  }
`);
const SaveDocument = graphql(`
  mutation SaveOpinionTemplate($input: SaveOpinionTemplateInput!) {
    saveOpinionTemplate(input: $input) {
      clientMutationId
      template {
        id
        version
        purpose
        name
        text
        active
      }
    }
  }
`);
type Template = OpinionTemplatesQuery['opinionTemplates'][number];
type Office = OpinionTemplatesQuery['registrationOffices'][number];

function TemplateForm(props: {
  readonly template: Template | null;
  readonly offices: readonly Office[];
  readonly places: readonly string[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const t = useWords(templateWords);
  const acts = useWords(templateActs);
  const save = useCommand(SaveDocument);
  const { template } = props;
  const [officeId, setOfficeId] = useKept(
    `template/${template?.id ?? 'new'}`,
    'officeId',
    template?.officeId ?? props.offices[0]?.id ?? '',
  );
  const [name, setName] = useKept(`template/${template?.id ?? 'new'}`, 'name', template?.name ?? '');
  const [purpose, setPurpose] = useKept<OpinionPurpose>(
    `template/${template?.id ?? 'new'}`,
    'purpose',
    template?.purpose ?? 'ANY',
  );
  const [text, setText] = useKept(`template/${template?.id ?? 'new'}`, 'text', template?.text ?? '');
  const [active, setActive] = useKept(
    `template/${template?.id ?? 'new'}`,
    'active',
    template?.active ?? true,
  );
  return (
    <FormDialog
      kept={`template/${template?.id ?? 'new'}`}
      title={template ? t.edit : t.add}
      done={t.saved}
      onClose={props.onClose}
      onSubmit={async () => {
        const outcome = await save.run({
          ...(template ? { id: template.id, expectedVersion: template.version } : {}),
          officeId,
          purpose,
          name,
          text,
          active,
        });
        if (outcome.ok) props.onSaved();
        return outcome;
      }}
    >
      {!template && props.offices.length > 1 && (
        <Field label={t.office} path="officeId" required>
          <SelectInput
            value={officeId}
            choices={props.offices.map((office) => ({ value: office.id, label: office.name }))}
            onChange={setOfficeId}
          />
        </Field>
      )}
      <Field label={t.name} path="name" required>
        <TextInput value={name} onChange={setName} />
      </Field>
      <Field label={t.purpose} path="purpose" required>
        <SelectInput
          value={purpose}
          choices={choicesFrom(t.purposes)}
          onChange={(value) => setPurpose(value as OpinionPurpose)}
        />
      </Field>
      <Field label={t.text} path="text" required>
        <TextArea value={text} rows={7} max={1500} onChange={setText} />
      </Field>
      <Field label={t.places} group>
        <div className="row" style={{ flexWrap: 'wrap' }}>
          {props.places.map((place) => (
            <Button key={place} size="small" onClick={() => setText(`${text}{${place}}`)}>
              {place}
            </Button>
          ))}
        </div>
      </Field>
      <CheckBox checked={active} onChange={setActive}>
        {t.active}
      </CheckBox>
      {template && (
        <>
          <h3>{t.history}</h3>
          <Timeline entries={template.timeline} nameOf={(action) => acts[action] ?? action} />
        </>
      )}
    </FormDialog>
  );
}

/** 意见模板 of one's bureau. */
export function Component() {
  const t = useWords(templateWords);
  const [result, ask] = useQuery({ query: TemplatesDocument, requestPolicy: 'cache-and-network' });
  const [editing, setEditing] = useState<Template | 'new' | null>(null);
  const refresh = (): void => ask({ requestPolicy: 'network-only' });
  // Whoever names deputies in an office keeps its templates as well: its registrars and its administrator.
  const offices = (result.data?.registrationOffices ?? []).filter(({ availableActions }) =>
    findAction(availableActions, 'nameDeputy'),
  );
  return (
    <div className="wrap">
      <Heading
        title={t.templates}
        intro={t.intro}
        actions={
          offices.length > 0 && (
            <Button tone="primary" icon="plus" onClick={() => setEditing('new')}>
              {t.add}
            </Button>
          )
        }
      />
      <RegistrationNav />
      <div className="stack" style={{ paddingTop: 20 }}>
        <Loaded result={result} value={result.data?.opinionTemplates} onRetry={refresh}>
          {(templates) =>
            templates.length === 0 ? (
              <Empty title={t.none}>{t.noneText}</Empty>
            ) : (
              <DataTable
                caption={t.templates}
                rows={templates}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    title: t.name,
                    render: (template) => (
                      <Button tone="quiet" onClick={() => setEditing(template)}>
                        {template.name}
                      </Button>
                    ),
                  },
                  { key: 'purpose', title: t.purpose, render: ({ purpose }) => t.purposes[purpose] },
                  { key: 'text', title: t.text, render: ({ text }) => <span className="quiet">{text}</span> },
                  {
                    key: 'state',
                    title: t.state,
                    render: ({ active }) => (
                      <StatusTag tone={active ? 'good' : 'ended'}>
                        {active ? t.offered : t.inactive}
                      </StatusTag>
                    ),
                  },
                ]}
              />
            )
          }
        </Loaded>
      </div>
      {editing && (
        <TemplateForm
          template={editing === 'new' ? null : editing}
          offices={offices}
          places={result.data?.opinionPlaces ?? []}
          onClose={() => setEditing(null)}
          onSaved={refresh}
        />
      )}
    </div>
  );
}
