import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { findAction } from '../../api/actions.js';
import { useCommand } from '../../api/command.js';
import type { Failure } from '../../api/failure.js';
import { useViewer } from '../../api/viewer.js';
import { Button } from '../../design/Button.js';
import { classes } from '../../design/classes.js';
import { Section } from '../../design/DetailPage.js';
import { ErrorsProvider, Field, TextArea } from '../../design/Field.js';
import { useKept } from '../../design/kept.js';
import { Loaded } from '../../design/Loaded.js';
import { Notice, Refusal } from '../../design/States.js';
import { useToast } from '../../design/Toast.js';
import { useFresh } from '../../design/useFresh.js';
import type { StoredFile } from '../../design/upload.js';
import { FileLinks, UploadList } from '../../design/UploadList.js';
import { When } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { useSay } from '../../i18n/say.js';
import { dealLabels } from '../labels.js';
import { MessagesDocument, PostMessageDocument } from '../talkDocuments.js';
import { talkWords } from '../talkWords.js';
import type { Deal } from '../types.js';
import { uploadTo } from '../uploadTo.js';
import css from './Talk.module.css';

const PAGE = 30;
const POLL_MS = 20_000;
/** The server's limit of a page. */
const MOST = 100;

function Composer({ deal }: { deal: Deal }) {
  const t = useWords(talkWords);
  const say = useSay();
  const toast = useToast();
  const post = useCommand(PostMessageDocument);
  const [body, setBody, forgetBody] = useKept('message', 'body', '');
  const [attaching, setAttaching] = useState(false);
  const [files, setFiles] = useState<readonly StoredFile[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const action = findAction(deal.availableActions, 'postMessage');
  if (!action) return null;
  if (!action.enabled) return <Notice>{action.reason && say(action.reason)}</Notice>;
  const send = async (): Promise<void> => {
    const outcome = await post.run({ dealId: deal.id, body, fileIds: files.map((file) => file.id) });
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    forgetBody();
    setFiles([]);
    setAttaching(false);
    toast(t.sent);
  };
  return (
    <form
      className={css['composer']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorsProvider value={failure?.violations ?? []}>
        <Field label={t.write} path="body">
          <TextArea value={body} rows={3} max={5000} onChange={setBody} />
        </Field>
        {attaching && (
          <Field label={t.attach} path="fileIds">
            <UploadList domain={uploadTo(deal.id)} files={files} onChange={setFiles} max={10} />
          </Field>
        )}
      </ErrorsProvider>
      <Refusal failure={failure} />
      <div className="row">
        <Button type="submit" tone="primary" busy={post.busy} disabled={body.trim() === ''}>
          {t.send}
        </Button>
        {!attaching && (
          <Button icon="file" onClick={() => setAttaching(true)}>
            {t.attachFiles}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The thread between the sides, oldest first, asked again while the page is visible. */
export function Messages({ deal }: { deal: Deal }) {
  const t = useWords(talkWords);
  const labels = useWords(dealLabels);
  const { viewer } = useViewer();
  const [last, setLast] = useState(PAGE);
  // An empty thread names no message, and the cache must still know that a new one concerns it.
  const context = useMemo(() => ({ additionalTypenames: ['DealMessage'] }), []);
  const [result, ask] = useQuery({ query: MessagesDocument, variables: { dealId: deal.id, last }, context });
  useFresh(ask, POLL_MS);
  return (
    <Section title={t.messages} id="messages">
      <p className="quiet">{t.messagesIntro}</p>
      <Loaded
        result={result}
        value={result.data?.dealMessages}
        cards={2}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(messages) => (
          <>
            {messages.pageInfo.hasPreviousPage && last < MOST && (
              <div>
                <Button
                  size="small"
                  busy={result.fetching}
                  onClick={() => setLast(Math.min(MOST, last + PAGE))}
                >
                  {t.older}
                </Button>
              </div>
            )}
            {messages.edges.length === 0 && <p>{t.noMessages}</p>}
            <ol className={css['thread']} aria-live="polite">
              {messages.edges.map(({ node }) => (
                <li
                  key={node.id}
                  className={classes(css['message'], node.author.id === viewer?.person.id && css['mine'])}
                >
                  <div className={css['who']}>
                    <strong>{node.authorName}</strong>
                    <span>
                      {node.side ? labels.side[node.side] : t.broker} · {node.organisationName}
                    </span>
                    <When at={node.at} />
                  </div>
                  <p className={css['body']}>{node.body}</p>
                  {node.files.length > 0 && <FileLinks files={node.files} />}
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
      <Composer deal={deal} />
    </Section>
  );
}
