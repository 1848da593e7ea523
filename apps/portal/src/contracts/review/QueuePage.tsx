import { useEffect } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { Button } from '../../design/Button.js';
import { classes } from '../../design/classes.js';
import { Field, SelectInput, TextInput } from '../../design/Field.js';
import { Heading } from '../../design/ListPage.js';
import { useListState } from '../../design/listState.js';
import { Loaded } from '../../design/Loaded.js';
import { Empty } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import type { ContractState, RegistrationQueueQuery } from '../../gql/graphql.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../choices.js';
import { contractLabels, contractTones } from '../labels.js';
import { contractWords } from '../words.js';
import { DeadlineTag } from './DeadlineTag.js';
import { isTyping } from './keys.js';
import css from './Review.module.css';
import { ReviewPane } from './ReviewPane.js';
import { reviewWords } from './reviewWords.js';

const QueueDocument = graphql(`
  query RegistrationQueue($filter: RegistrationQueueFilter, $first: Int, $after: String, $last: Int, $before: String) {
    registrationQueue(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        cursor
        node {
          id
          version
          state
          title
          className
          sellers {
            name
          }
          deadline {
            dueOn
            workingDaysLeft
            colour
          }
          acceptanceNumber
          claimedByMe
          claimedByName
        }
      }
    }
    registrationQueueCounts {
      waitingForAcceptance
      waitingForFirstReview
      inFirstReview
      inSecondReview
      inExpertReview
      returned
      mine
      green
      amber
      red
    }
  }
`);

type Entry = RegistrationQueueQuery['registrationQueue']['edges'][number]['node'];
const SORTS = ['DUE'] as const;
const POLL_MS = 30_000;
const STATES: readonly ContractState[] = ['SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'RETURNED'];

function EntryLink({ entry, current, to }: { entry: Entry; current: boolean; to: string }) {
  const t = useWords(reviewWords);
  const c = useWords(contractWords);
  const labels = useWords(contractLabels);
  return (
    <Link to={to} className={css['entry']} aria-current={current || undefined} preventScrollReset data-entry={entry.id}>
      <span className={css['entryTitle']}>{entry.title || c.untitled}</span>
      <span className={css['entryMeta']}>
        {entry.sellers[0]?.name} · {entry.className ?? '—'}
      </span>
      <span className="row">
        <StatusTag tone={contractTones[entry.state]}>{labels.state[entry.state]}</StatusTag>
        {entry.deadline && <DeadlineTag deadline={entry.deadline} />}
      </span>
      {(entry.claimedByMe || entry.claimedByName) && (
        <span className={css['entryMeta']}>{entry.claimedByMe ? t.heldByMe : t.held(entry.claimedByName ?? '')}</span>
      )}
    </Link>
  );
}

/** 审查队列: the applications of my registries by deadline at the left, the one under review at the right. */
export function Component() {
  const { id } = useParams();
  const t = useWords(reviewWords);
  const w = useWords(common);
  const labels = useWords(contractLabels);
  const navigate = useNavigate();
  const { search } = useLocation();
  const state = useListState(SORTS);
  const hold = state.values('hold')[0] ?? '';
  const states = state.among('state', labels.state);
  const colours = state.among('deadline', labels.colour);
  const contractClass = state.values('class')[0] ?? null;
  const [result, ask] = useQuery({
    query: QueueDocument,
    variables: {
      ...state.paging,
      filter: {
        states: states.length > 0 ? states : null,
        colours: colours.length > 0 ? colours : null,
        mine: hold === 'mine' || null,
        unclaimed: hold === 'unclaimed' || null,
        contractClass,
        text: state.text || null,
      },
    },
  });
  useEffect(() => {
    const refresh = (): void => {
      if (!document.hidden) ask({ requestPolicy: 'network-only' });
    };
    const timer = setInterval(refresh, POLL_MS);
    window.addEventListener('focus', refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refresh);
    };
  }, [ask]);

  const entries = result.data?.registrationQueue.edges.map((edge) => edge.node) ?? [];
  const at = entries.findIndex((entry) => entry.id === id);
  const address = (entry: { readonly id: string }): string => `/registration/${entry.id}${search}`;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event)) return;
      const step = event.key.toLowerCase() === 'j' ? 1 : event.key.toLowerCase() === 'k' ? -1 : 0;
      const next = step === 0 ? undefined : at < 0 ? entries[0] : entries[at + step];
      if (!next) return;
      event.preventDefault();
      void navigate(address(next), { preventScrollReset: true });
      document.querySelector<HTMLElement>(`[data-entry="${next.id}"]`)?.scrollIntoView({ block: 'nearest' });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  const counts = result.data?.registrationQueueCounts;
  const set = (name: string) => (value: string) => state.setFacet(name, value === '' ? [] : [value]);
  return (
    <div className="wrap">
      <Heading title={t.queue} intro={t.queueIntro} />
      {counts && (
        <p className={css['counts']}>
          {Object.entries(t.counts).map(([key, label]) => (
            <span key={key}>
              {label} <strong>{counts[key as keyof typeof t.counts]}</strong>
            </span>
          ))}
          <StatusTag tone="refused">
            {labels.colour.RED} {counts.red}
          </StatusTag>
          <StatusTag tone="attention">
            {labels.colour.AMBER} {counts.amber}
          </StatusTag>
        </p>
      )}
      <div className={classes(css['split'], id && css['chosen'])}>
        <div>
          <form className={css['head']} role="search" onSubmit={(event) => event.preventDefault()}>
            <Field label={t.searchLabel}>
              <TextInput type="search" value={state.text} onChange={state.search} />
            </Field>
            <Field label={t.state}>
              <SelectInput
                value={states[0] ?? ''}
                placeholder={t.anyState}
                choices={STATES.map((value) => ({ value, label: labels.state[value] }))}
                onChange={set('state')}
              />
            </Field>
            <Field label={t.deadline}>
              <SelectInput value={colours[0] ?? ''} placeholder={t.anyDeadline} choices={choicesFrom(labels.colour)} onChange={set('deadline')} />
            </Field>
            <Field label={t.list}>
              <SelectInput
                value={hold}
                placeholder={t.all}
                choices={[
                  { value: 'mine', label: t.mine },
                  { value: 'unclaimed', label: t.unclaimed },
                ]}
                onChange={set('hold')}
              />
            </Field>
            <Field label={t.class}>
              <SelectInput value={contractClass ?? ''} placeholder={t.anyClass} choices={choicesFrom(labels.class)} onChange={set('class')} />
            </Field>
          </form>
          <Loaded result={result} value={result.data?.registrationQueue} onRetry={() => ask({ requestPolicy: 'network-only' })}>
            {(queue) =>
              queue.edges.length === 0 ? (
                state.anyFacet || state.text !== '' ? (
                  <Empty title={t.nothing} action={<Button onClick={state.clearFacets}>{w.clearAll}</Button>} />
                ) : (
                  <Empty title={t.empty} icon="checkCircle">
                    {t.emptyText}
                  </Empty>
                )
              ) : (
                <nav className={css['list']} aria-label={t.list}>
                  <ul>
                    {queue.edges.map(({ node }) => (
                      <li key={node.id}>
                        <EntryLink entry={node} current={node.id === id} to={address(node)} />
                      </li>
                    ))}
                  </ul>
                  {(queue.pageInfo.hasNextPage || state.page > 1) && (
                    <div className="spread" style={{ padding: 10 }}>
                      <Button size="small" disabled={state.page <= 1} onClick={() => state.previous(queue.pageInfo.startCursor ?? '')}>
                        {w.previous}
                      </Button>
                      <Button
                        size="small"
                        disabled={!queue.pageInfo.hasNextPage}
                        onClick={() => state.next(queue.pageInfo.endCursor ?? '')}
                      >
                        {w.next}
                      </Button>
                    </div>
                  )}
                </nav>
              )
            }
          </Loaded>
        </div>
        <div className={css['pane']}>
          {id ? (
            <>
              <Link className={css['backLink']} to={`/registration${search}`}>
                ← {t.back}
              </Link>
              <ReviewPane key={id} id={id} />
            </>
          ) : (
            entries.length > 0 && <p className={css['none']}>{t.choose}</p>
          )}
        </div>
      </div>
    </div>
  );
}
