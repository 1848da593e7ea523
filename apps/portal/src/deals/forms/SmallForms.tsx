import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import { CheckBox, Field, SelectInput, TextArea } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { Notice } from '../../design/States.js';
import type { DealLossReason } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { actionWords, formWords } from '../actionWords.js';
import { AbandonDealDocument, AddDealPersonDocument, SignNdaDocument } from '../commands.js';
import { dealLabels } from '../labels.js';
import type { Deal, DealFormProps } from '../types.js';
import css from '../Deal.module.css';

export function AbandonForm({ deal, onClose }: DealFormProps) {
  const a = useWords(actionWords);
  const labels = useWords(dealLabels);
  const abandon = useCommand(AbandonDealDocument);
  const [reason, setReason] = useKept('abandon', 'reason', '');
  const [note, setNote] = useKept('abandon', 'note', '');
  const submit = () =>
    abandon.run({ id: deal.id, expectedVersion: deal.version, reason: reason as DealLossReason, note });
  return (
    <FormDialog
      kept="abandon"
      title={a.abandonDeal}
      tone="danger"
      done={a.abandonDealDone}
      onClose={onClose}
      onSubmit={submit}
      disabled={reason === ''}
    >
      <Notice tone="amber" icon="warn">
        {a.abandonAsk}
      </Notice>
      <Field label={a.abandonReason} path="reason" required>
        <SelectInput
          autoFocus
          value={reason}
          placeholder={a.choose}
          choices={choicesFrom(labels.loss)}
          onChange={setReason}
        />
      </Field>
      <Field label={a.note} path="note" required>
        <TextArea value={note} max={1000} onChange={setNote} />
      </Field>
    </FormDialog>
  );
}

export function NdaForm({ deal, onClose }: DealFormProps) {
  const a = useWords(actionWords);
  const t = useWords(formWords);
  const sign = useCommand(SignNdaDocument);
  const [agreed, setAgreed] = useState(false);
  if (!deal.nda) return null;
  return (
    <FormDialog
      title={a.signNda}
      done={a.signNdaDone}
      onClose={onClose}
      onSubmit={() => sign.run({ id: deal.id, expectedVersion: deal.version })}
      disabled={!agreed}
    >
      <p>{a.signNdaAsk}</p>
      <div className={css['legal']} tabIndex={0} role="document" aria-label={a.signNda}>
        {deal.nda.text}
      </div>
      <p className="quiet">
        {t.hash} <code className="mono">{deal.nda.textSha256}</code>
      </p>
      <CheckBox checked={agreed} onChange={setAgreed}>
        {a.signNdaAgree}
      </CheckBox>
    </FormDialog>
  );
}

const MembersDocument = graphql(`
  query DealMembers($organisationId: ID!) {
    members(organisationId: $organisationId, states: [ACTIVE], first: 100) {
      edges {
        cursor
        node {
          id
          person {
            id
            displayName
          }
        }
      }
    }
  }
`);

const mySide = (deal: Deal) => (deal.myRole === 'SELLER' ? deal.seller : deal.buyer);

export function AddPersonForm({ deal, onClose }: DealFormProps) {
  const a = useWords(actionWords);
  const t = useWords(formWords);
  const add = useCommand(AddDealPersonDocument);
  const side = mySide(deal);
  const organisationId = side.organisation?.id ?? '';
  const [{ data }] = useQuery({
    query: MembersDocument,
    variables: { organisationId },
    pause: organisationId === '',
  });
  const [personId, setPersonId] = useState('');
  const here = new Set(side.people.map((entry) => entry.person.id));
  const choices = (data?.members.edges ?? []).flatMap(({ node }) =>
    node.person && !here.has(node.person.id)
      ? [{ value: node.person.id, label: node.person.displayName }]
      : [],
  );
  return (
    <FormDialog
      title={a.addDealPerson}
      done={a.addDealPersonDone}
      onClose={onClose}
      onSubmit={() => add.run({ id: deal.id, expectedVersion: deal.version, personId })}
      disabled={personId === ''}
    >
      {data && choices.length === 0 ? (
        <Notice>{t.noMembers}</Notice>
      ) : (
        <Field label={t.person} path="personId" hint={t.personHint} required>
          <SelectInput
            autoFocus
            value={personId}
            placeholder={a.choose}
            choices={choices}
            onChange={setPersonId}
          />
        </Field>
      )}
    </FormDialog>
  );
}
