import { useState } from 'react';
import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import { Field, RadioButtons, TextArea, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { useRested } from '../../design/useRested.js';
import { useWords } from '../../i18n/index.js';
import { choicesOfNamed, useListingsNamed } from '../../matches/useListingsNamed.js';
import css from '../Deal.module.css';
import { matchPageWords } from './words.js';

const AddManualMatchDocument = graphql(`
  mutation AddManualMatch($input: AddManualMatchInput!) {
    addManualMatch(input: $input) {
      clientMutationId
      match {
        id
        manual {
          id
        }
      }
    }
  }
`);

/** 人工推荐: a broker's own pair, with the reason that both owners read. */
export function ManualMatchForm({
  kind,
  id,
  onClose,
}: {
  kind: 'need' | 'result';
  id: string;
  onClose: () => void;
}) {
  const t = useWords(matchPageWords);
  const add = useCommand(AddManualMatchDocument);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useKept('match', 'chosen', '');
  const [reason, setReason] = useKept('match', 'reason', '');
  const text = useRested(typed);
  const { found = [] } = useListingsNamed(kind === 'need' ? 'result' : 'need', text || null, 8);
  const choices = choicesOfNamed(found);
  const label = kind === 'need' ? t.findResult : t.findNeed;
  return (
    <FormDialog
      kept="match"
      title={t.add}
      submitLabel={t.send}
      done={t.sent}
      onClose={onClose}
      disabled={chosen === ''}
      onSubmit={() =>
        add.run({ needId: kind === 'need' ? id : chosen, resultId: kind === 'need' ? chosen : id, reason })
      }
    >
      <p>{t.addIntro}</p>
      <Field label={label} path={kind === 'need' ? 'resultId' : 'needId'} required>
        <TextInput type="search" value={typed} placeholder={t.searchHint} onChange={setTyped} autoFocus />
      </Field>
      <div className={css['options']} role="group" aria-label={label}>
        <RadioButtons value={chosen} choices={choices} onChange={setChosen} />
        {choices.length === 0 && <span className="quiet">{t.none}</span>}
      </div>
      <Field label={t.reason} path="reason" hint={t.reasonHint} required>
        <TextArea value={reason} max={500} onChange={setReason} />
      </Field>
    </FormDialog>
  );
}
