import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import { OrganisationPicker } from '../../deals/OrganisationPicker.js';
import { Button } from '../../design/Button.js';
import { Panel } from '../../design/DetailPage.js';
import { ErrorsProvider, Field, RadioButtons, TextArea } from '../../design/Field.js';
import { Refusal } from '../../design/States.js';
import { useWords } from '../../i18n/index.js';
import { counterWords } from './counterWords.js';
import { blankSeller, SellerFields } from './SellerFields.js';

const StartDocument = graphql(`
  mutation StartCounterIntake($input: StartCounterIntakeInput!) {
    startCounterIntake(input: $input) {
      clientMutationId
      contract {
        id
      }
    }
  }
`);

/** 窗口代办: a registrar begins an application for a seller who came with paper. */
export function CounterStart() {
  const t = useWords(counterWords);
  const navigate = useNavigate();
  const start = useCommand(StartDocument);
  const [where, setWhere] = useState<'registered' | 'unregistered'>('registered');
  const [organisationId, setOrganisationId] = useState('');
  const [seller, setSeller] = useState(blankSeller);
  const known = where === 'registered';
  const [note, setNote] = useState('');
  const begin = async (): Promise<void> => {
    const outcome = await start.run(known ? { organisationId, note } : { seller, note });
    if (outcome.ok)
      void navigate(`/contracts/${outcome.data.startCounterIntake.contract.id}`, { replace: true });
  };
  return (
    <ErrorsProvider value={start.failure?.violations ?? []}>
      <Panel title={t.title}>
        <p>{t.text}</p>
        <Field label={t.where} path="where" required group>
          <RadioButtons
            value={where}
            choices={[
              { value: 'registered', label: t.registered },
              { value: 'unregistered', label: t.unregistered },
            ]}
            onChange={(next) => setWhere(next === 'unregistered' ? next : 'registered')}
          />
        </Field>
        {known ? (
          <Field label={t.seller} path="organisationId" required group>
            <OrganisationPicker value={organisationId} onChange={setOrganisationId} />
          </Field>
        ) : (
          <SellerFields value={seller} onChange={setSeller} />
        )}
        <Field label={t.note} path="note" hint={t.noteHint} required>
          <TextArea value={note} rows={2} max={500} onChange={setNote} />
        </Field>
        <div>
          <Button
            tone="primary"
            busy={start.busy}
            disabled={known && organisationId === ''}
            onClick={() => void begin()}
          >
            {t.start}
          </Button>
        </div>
        <Refusal failure={start.failure} />
      </Panel>
    </ErrorsProvider>
  );
}
