import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../../api/command.js';
import { graphql } from '../../api/graphql.js';
import { OrganisationPicker } from '../../deals/OrganisationPicker.js';
import { Button } from '../../design/Button.js';
import { Field, TextInput } from '../../design/Field.js';
import { FormDialog } from '../../design/FormDialog.js';
import { useKept } from '../../design/kept.js';
import { useWords } from '../../i18n/index.js';
import { noticeWords } from '../noticeWords.js';

const RelationsDocument = graphql(`
  query MyDeclaredRelations {
    myDeclaredRelations {
      id
      organisationName
      note
      since
    }
  }
`);
const DeclareDocument = graphql(`
  mutation DeclareRelation($input: DeclareRelationInput!) {
    declareRelation(input: $input) {
      clientMutationId
      relations {
        id
      }
    }
  }
`);
const EndDocument = graphql(`
  mutation EndRelation($input: EndRelationInput!) {
    endRelation(input: $input) {
      clientMutationId
      relations {
        id
      }
    }
  }
`);

/** 回避声明: the registrar's own relations to organisations whose contracts must not come to the desk. */
export function Recusal() {
  const t = useWords(noticeWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t.recusal}
      </Button>
      {open && <RecusalForm onClose={() => setOpen(false)} />}
    </>
  );
}

function RecusalForm({ onClose }: { onClose: () => void }) {
  const t = useWords(noticeWords);
  const [{ data }, ask] = useQuery({ query: RelationsDocument, requestPolicy: 'cache-and-network' });
  const declare = useCommand(DeclareDocument);
  const end = useCommand(EndDocument);
  const [organisationId, setOrganisationId] = useKept('relation', 'organisationId', '');
  const [note, setNote] = useKept('relation', 'note', '');
  const relations = data?.myDeclaredRelations ?? [];
  return (
    <FormDialog
      kept="relation"
      title={t.recusal}
      done={t.recusalDone}
      disabled={organisationId === ''}
      onClose={onClose}
      onSubmit={() => declare.run({ organisationId, note })}
    >
      <p>{t.recusalAsk}</p>
      {relations.length === 0 && <p className="quiet">{t.recusalNone}</p>}
      <ul className="stack">
        {relations.map((relation) => (
          <li key={relation.id} className="spread">
            <span>
              {relation.organisationName} · {relation.note} · {t.since(relation.since)}
            </span>
            <Button
              size="small"
              onClick={() =>
                void end.run({ id: relation.id }).then(() => ask({ requestPolicy: 'network-only' }))
              }
            >
              {t.recusalEnd}
            </Button>
          </li>
        ))}
      </ul>
      <Field label={t.recusalOrganisation} path="organisationId" required group>
        <OrganisationPicker value={organisationId} onChange={setOrganisationId} />
      </Field>
      <Field label={t.recusalNote} path="note" required>
        <TextInput value={note} onChange={setNote} />
      </Field>
    </FormDialog>
  );
}
