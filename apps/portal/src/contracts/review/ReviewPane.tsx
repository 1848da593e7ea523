import { Link } from 'react-router';
import { useQuery } from 'urql';
import { findAction } from '../../api/actions.js';
import { Button } from '../../design/Button.js';
import { classes } from '../../design/classes.js';
import { isTyping, useKeys } from '../../design/keys.js';
import { InlineActions } from '../../design/InlineActions.js';
import { Loaded } from '../../design/Loaded.js';
import { Notice } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Money } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { Checklist } from '../checks/Checklist.js';
import { Findings } from '../checks/Findings.js';
import { ContractDetails } from '../ContractDetails.js';
import { CounterNotice } from '../counter/CounterNotice.js';
import { Deficiencies } from '../Deficiencies.js';
import { ContractDocument } from '../documents.js';
import { contractLabels, contractTones, useClassName } from '../labels.js';
import type { Contract } from '../types.js';
import { contractWords } from '../words.js';
import { DeadlineTag } from './DeadlineTag.js';
import { ReviewDesk, useDesk } from './desk.js';
import css from './Review.module.css';
import { ReviewNotes } from './ReviewNotes.js';
import { reviewWords } from './reviewWords.js';
import { TextBeside } from './TextBeside.js';
import { useReview, type ReviewAct } from './useReview.js';

/** What A does, in the order of the steps. */
const APPROVALS: readonly ReviewAct[] = ['accept', 'passFirst', 'passSecond', 'register'];

/** The application under review, beside the queue. */
export function ReviewPane({ id }: { id: string }) {
  const [result, ask] = useQuery({
    query: ContractDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Loaded
      result={result}
      value={result.data?.contract}
      cards={2}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
    >
      {(contract) => (
        <ReviewDesk key={contract.id} contract={contract} split>
          <Pane contract={contract} />
        </ReviewDesk>
      )}
    </Loaded>
  );
}

function Pane({ contract }: { contract: Contract }) {
  const t = useWords(reviewWords);
  const c = useWords(contractWords);
  const labels = useWords(contractLabels);
  const classOf = useClassName();
  const review = useReview(contract);
  const { view, show } = useDesk();
  useKeys((event) => {
    if (isTyping(event)) return;
    const key = event.key.toLowerCase();
    if (key === 't') return show?.(view.of === 'TEXT' ? { of: 'APPLICATION' } : { of: 'TEXT', page: null });
    const act =
      key === 'a'
        ? APPROVALS.find((name) => findAction(contract.availableActions, name)?.enabled)
        : key === 'r' && findAction(contract.availableActions, 'return')?.enabled
          ? 'return'
          : undefined;
    if (!act) return;
    event.preventDefault();
    review.open(act);
  });
  return (
    <article className={css['pane']} aria-label={contract.title}>
      <header className={css['paneHead']}>
        <div className="spread">
          <div className="row">
            <StatusTag tone={contractTones[contract.state]}>{labels.state[contract.state]}</StatusTag>
            {contract.deadline && <DeadlineTag deadline={contract.deadline} />}
            {contract.acceptanceNumber && <span className="mono">{contract.acceptanceNumber}</span>}
          </div>
          <span className="row">
            <a href={`/files/contracts/archives/${contract.id}`}>{t.archive}</a>
            <Link to={`/contracts/${contract.id}`}>{t.open}</Link>
          </span>
        </div>
        <h2>{contract.title || c.untitled}</h2>
        <p>
          {classOf(contract)} · {c.total} <Money fen={contract.money.total} /> · {c.technical}{' '}
          <Money fen={contract.money.technical} />
        </p>
        {(contract.claimedByMe || contract.claimedByName) && (
          <p className="quiet">
            {contract.claimedByMe ? t.heldByMe : t.held(contract.claimedByName ?? '')}
            {contract.claimedByDeputyName && ` · ${t.deputy(contract.claimedByDeputyName)}`}
          </p>
        )}
        {review.overtaken && (
          <Notice tone="amber" icon="warn">
            <span role="alert">{t.stale}</span>
          </Notice>
        )}
        {review.note && <Notice>{review.note}</Notice>}
        <InlineActions available={review.available} specs={review.specs} />
        <p className={classes('quiet', css['keys'])}>{t.keys}</p>
      </header>
      <Deficiencies contract={contract} />
      <CounterNotice contract={contract} />
      <div className={css['desk']}>
        <div className={css['pane']}>
          <Views />
          {view.of === 'TEXT' ? (
            <TextBeside
              key={view.fileId ?? ''}
              contract={contract}
              page={view.page}
              {...(view.fileId !== undefined && { fileId: view.fileId })}
            />
          ) : (
            <>
              <ReviewNotes contract={contract} />
              <ContractDetails contract={contract} />
            </>
          )}
        </div>
        <aside className={css['side']} aria-label={t.checklist}>
          {view.of === 'TEXT' && <Findings findings={contract.findings} weighing />}
          <Checklist contract={contract} />
        </aside>
      </div>
      {review.dialog}
    </article>
  );
}

/** Between the application as it is filled in and the contract's own words. */
function Views() {
  const t = useWords(reviewWords);
  const { view, show } = useDesk();
  return (
    <div className="row" role="group" aria-label={t.views}>
      <Button size="small" pressed={view.of === 'APPLICATION'} onClick={() => show?.({ of: 'APPLICATION' })}>
        {t.application}
      </Button>
      <Button size="small" pressed={view.of === 'TEXT'} onClick={() => show?.({ of: 'TEXT', page: null })}>
        {t.contractText}
      </Button>
    </div>
  );
}
