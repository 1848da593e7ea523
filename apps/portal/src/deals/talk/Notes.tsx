import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { findAction } from '../../api/actions.js';
import { useCommand } from '../../api/command.js';
import type { Failure } from '../../api/failure.js';
import { Button } from '../../design/Button.js';
import { Section } from '../../design/DetailPage.js';
import { ErrorsProvider, Field, TextArea } from '../../design/Field.js';
import { useKept } from '../../design/kept.js';
import { Loaded } from '../../design/Loaded.js';
import { Refusal } from '../../design/States.js';
import { useToast } from '../../design/Toast.js';
import { FileLinks } from '../../design/UploadList.js';
import { When } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { NotesDocument, WriteNoteDocument } from '../talkDocuments.js';
import { talkWords } from '../talkWords.js';
import type { Deal } from '../types.js';
import css from './Talk.module.css';

const PAGE = 20;

/** 内部备注, seen by one's own organisation alone. */
export function Notes({ deal }: { deal: Deal }) {
  const t = useWords(talkWords);
  const toast = useToast();
  const write = useCommand(WriteNoteDocument);
  const [first, setFirst] = useState(PAGE);
  const [body, setBody, forgetBody] = useKept('note', 'body', '');
  const [failure, setFailure] = useState<Failure | null>(null);
  const context = useMemo(() => ({ additionalTypenames: ['DealNote'] }), []);
  const [result, ask] = useQuery({ query: NotesDocument, variables: { dealId: deal.id, first }, context });
  const action = findAction(deal.availableActions, 'writeNote');
  const save = async (): Promise<void> => {
    const outcome = await write.run({ dealId: deal.id, body });
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    forgetBody();
    toast(t.noteSaved);
  };
  return (
    <Section title={t.notes} id="notes">
      <p className="quiet">{t.notesIntro}</p>
      {action?.enabled && (
        <form
          className={css['composer']}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <ErrorsProvider value={failure?.violations ?? []}>
            <Field label={t.writeNote} path="body">
              <TextArea value={body} rows={3} max={5000} onChange={setBody} />
            </Field>
          </ErrorsProvider>
          <Refusal failure={failure} />
          <div>
            <Button type="submit" busy={write.busy} disabled={body.trim() === ''}>
              {t.saveNote}
            </Button>
          </div>
        </form>
      )}
      <Loaded
        result={result}
        value={result.data?.dealNotes}
        cards={1}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(notes) => (
          <>
            {notes.edges.length === 0 && <p>{t.noNotes}</p>}
            <ol className={css['entries']}>
              {notes.edges.map(({ node }) => (
                <li key={node.id} className={css['entry']}>
                  <p className="prose">{node.body}</p>
                  {node.files.length > 0 && <FileLinks files={node.files} />}
                  <span className={css['meta']}>
                    {node.authorName} · <When at={node.at} />
                  </span>
                </li>
              ))}
            </ol>
            {notes.pageInfo.hasNextPage && first < 100 && (
              <Button onClick={() => setFirst(Math.min(100, first + PAGE))}>{t.more}</Button>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
