import { useEffect } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../design/Button.js';
import { Crumbs, Panel } from '../../design/DetailPage.js';
import { Loaded } from '../../design/Loaded.js';
import { Refusal } from '../../design/States.js';
import { useTitle } from '../../api/title.js';
import type { ContractReadingQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { ClassSuggestion } from './ClassSuggestion.js';
import { ContractReadingDocument, ContractTextDocument } from './documents.js';
import { anchorOf, isOpen, ProposalLine, textPath, type Decide, type Reading } from './proposals.js';
import { ReadingStatus } from './ReadingStatus.js';
import css from './Text.module.css';
import { clauseAnchor, TextPages, type Text } from './TextPages.js';
import { textWords } from './textWords.js';
import { useDecide } from './useProposals.js';

type Contract = NonNullable<ContractReadingQuery['contract']>;

/** A contract's text as it was read, with what was found in it. */
export function Component() {
  const { id = '', fileId = '' } = useParams();
  // Past any cache: each opening is a view that the server records.
  const [text, askText] = useQuery({
    query: ContractTextDocument,
    variables: { fileId },
    requestPolicy: 'network-only',
  });
  const [contract, ask] = useQuery({
    query: ContractReadingDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const reload = (): void => ask({ requestPolicy: 'network-only' });
  return (
    <div className="wrap">
      <Loaded
        page
        result={text}
        value={text.data?.contractText}
        onRetry={() => askText({ requestPolicy: 'network-only' })}
      >
        {(found) => (
          <Loaded page result={contract} value={contract.data?.contract} onRetry={reload}>
            {(of) => <TextView text={found} contract={of} onChanged={reload} />}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}

function TextView(props: { text: Text; contract: Contract; onChanged: () => void }) {
  const { text, contract } = props;
  const t = useWords(textWords);
  useTitle(t.title(text.name));
  const file = contract.files.find(({ id }) => id === text.fileId);
  const reading = file?.reading ?? null;
  useScrollToHash(text.fileId);
  const decide = useDecide({
    contractId: contract.id,
    version: () => Promise.resolve(contract.version),
    onDone: props.onChanged,
  });
  const mayEdit = contract.availableActions.some(({ action, enabled }) => action === 'edit' && enabled);
  return (
    <article>
      <Crumbs crumbs={[{ label: contract.title || t.contract, to: `/contracts/${contract.id}` }]} />
      <header className={css['head']}>
        <h1>{t.title(text.name)}</h1>
        {file && (
          <Button size="small" icon="external" href={file.url}>
            {t.original}
          </Button>
        )}
      </header>
      {file && <ReadingStatus contractId={contract.id} file={file} here />}
      <div className={css['viewer']}>
        <Outline text={text} />
        <TextPages text={text} reading={reading} />
        {reading && (
          <aside className={css['found']} aria-label={t.proposals}>
            <Refusal failure={decide.failure} />
            <Found
              contract={contract}
              fileId={text.fileId}
              reading={reading}
              decide={mayEdit ? decide : null}
            />
          </aside>
        )}
      </div>
    </article>
  );
}

/** Brings the marked place into view and lets it be seen; also when the same link is followed again. */
function useScrollToHash(fileId: string): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash === '') return undefined;
    const mark = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!mark) return undefined;
    mark.scrollIntoView({ block: 'center' });
    mark.setAttribute('data-shown', '');
    return () => mark.removeAttribute('data-shown');
  }, [hash, key, fileId]);
}

/** Below this the outline stands above the text, folded. */
const NARROW = 760;

function Outline({ text }: { text: Text }) {
  const t = useWords(textWords);
  const shown = text.clauses.filter(({ label, level }) => label !== '' && level <= 1);
  if (shown.length === 0) return <nav className={css['outline']} aria-label={t.outline} />;
  return (
    <nav className={css['outline']} aria-label={t.outline}>
      <details open={window.innerWidth > NARROW}>
        <summary>{t.outline}</summary>
        <ol>
          {shown.map(({ position, label, title }) => (
            <li key={position}>
              <a href={`#${clauseAnchor(position)}`}>
                {label} {title}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

function Found(props: { contract: Contract; fileId: string; reading: Reading; decide: Decide | null }) {
  const { contract, fileId, reading } = props;
  const t = useWords(textWords);
  const chosen = reading.proposals.find(({ field, agrees }) => field === 'subclass' && agrees)?.code ?? '';
  const proposals = reading.proposals.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  return (
    <>
      {reading.suggestion && (
        <Panel>
          <ClassSuggestion
            contractId={contract.id}
            fileId={fileId}
            suggestion={reading.suggestion}
            chosen={chosen}
          />
        </Panel>
      )}
      <Panel title={t.proposals}>
        <p className="quiet">{proposals.length > 0 ? t.proposalsHint : t.noProposals}</p>
        {proposals.map((proposal) => (
          <ProposalLine
            key={proposal.id}
            proposal={proposal}
            named
            decide={props.decide}
            see={
              <Link
                to={textPath(contract.id, fileId, proposal.place)}
                aria-label={`${t.see} ${anchorOf(proposal.place)}`}
              >
                {t.see}
              </Link>
            }
          />
        ))}
      </Panel>
    </>
  );
}
