import { Link, useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useToday } from '../../api/city.js';
import { graphql } from '../../api/graphql.js';
import '../../api/page.js';
import { Heading } from '../../design/ListPage.js';
import { useListState } from '../../design/listState.js';
import { Loaded } from '../../design/Loaded.js';
import { QueueFilters, QueueFoot, type QueueFilter } from '../../design/QueueFilters.js';
import { SplitReview } from '../../design/SplitReview.js';
import { StatusTag } from '../../design/StatusTag.js';
import type { ContractState, RegistrationQueueQuery } from '../../gql/graphql.js';
import { useFresh } from '../../design/useFresh.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../../listings/terms.js';
import { contractLabels, contractTones, useClassName } from '../labels.js';
import { RegistrationNav } from '../offices/RegistrationNav.js';
import { contractWords } from '../words.js';
import { DeadlineTag } from './DeadlineTag.js';
import css from './Review.module.css';
import { DeskHelp } from './DeskHelp.js';
import { Recusal } from './Recusal.js';
import { ReviewPane } from './ReviewPane.js';
import { reviewWords } from './reviewWords.js';

const QueueDocument = graphql(`
  query RegistrationQueue(
    $filter: RegistrationQueueFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    registrationQueue(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          version
          state
          title
          contractClass
          sellers {
            name
          }
          deadline {
            dueOn
            workingDaysLeft
            colour
          }
          acceptanceNumber
          correctionDueOn
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
      approved
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
const STATES: readonly ContractState[] = [
  'SUBMITTED',
  'ACCEPTED',
  'FIRST_REVIEW',
  'SECOND_REVIEW',
  'EXPERT_REVIEW',
  'APPROVED',
  'RETURNED',
];
/** Each number of the desk, and the filter that lists what it counts. */
const COUNTS = [
  ['waitingForAcceptance', 'state=SUBMITTED'],
  ['waitingForFirstReview', 'state=ACCEPTED'],
  ['inFirstReview', 'state=FIRST_REVIEW'],
  ['inSecondReview', 'state=SECOND_REVIEW'],
  ['inExpertReview', 'state=EXPERT_REVIEW'],
  ['approved', 'state=APPROVED'],
  ['returned', 'state=RETURNED'],
  ['mine', 'hold=mine'],
] as const;

function EntryContent({ entry }: { entry: Entry }) {
  const t = useWords(reviewWords);
  const c = useWords(contractWords);
  const labels = useWords(contractLabels);
  const classOf = useClassName();
  const today = useToday();
  return (
    <>
      <strong>{entry.title || c.untitled}</strong>
      <span className="quiet">
        {entry.sellers[0]?.name} · {classOf(entry)}
      </span>
      <span className="row" style={{ gap: 6 }}>
        <StatusTag tone={contractTones[entry.state]}>{labels.state[entry.state]}</StatusTag>
        {entry.deadline && <DeadlineTag deadline={entry.deadline} plain />}
        {entry.state === 'RETURNED' && entry.correctionDueOn && (
          <span className="quiet">
            {entry.correctionDueOn < today
              ? t.correctionOver(entry.correctionDueOn)
              : t.correctBy(entry.correctionDueOn)}
          </span>
        )}
      </span>
      {(entry.claimedByMe || entry.claimedByName) && (
        <span className="quiet">{entry.claimedByMe ? t.heldByMe : t.held(entry.claimedByName ?? '')}</span>
      )}
    </>
  );
}

/** 审查队列: the applications of my registries by deadline at the left, the one under review at the right. */
export function Component() {
  const { id } = useParams();
  const t = useWords(reviewWords);
  const labels = useWords(contractLabels);
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
  useFresh(ask);
  const counts = result.data?.registrationQueueCounts;
  const filters: readonly QueueFilter[] = [
    {
      name: 'state',
      label: t.state,
      choices: STATES.map((value) => ({ value, label: labels.state[value] })),
    },
    { name: 'deadline', label: t.deadline, choices: choicesFrom(labels.colour) },
    {
      name: 'hold',
      label: t.holder,
      choices: [
        { value: 'mine', label: t.mine },
        { value: 'unclaimed', label: t.unclaimed },
      ],
    },
    { name: 'class', label: t.class, choices: choicesFrom(labels.class) },
  ];
  return (
    <div className="wrap">
      <Heading
        title={t.queue}
        intro={
          <>
            {t.queueIntro} <span className={css['keys']}>{t.queueKeys}</span>
          </>
        }
        actions={
          <>
            <Recusal />
            <DeskHelp />
          </>
        }
      />
      <RegistrationNav />
      {counts && (
        <nav className={css['counts']} aria-label={t.counted}>
          {COUNTS.map(([key, filter]) => (
            <Link key={key} to={`/registration?${filter}`}>
              {t.counts[key]} <strong>{counts[key]}</strong>
            </Link>
          ))}
          <Link to="/registration?deadline=RED">
            <StatusTag tone="refused">
              {labels.colour.RED} {counts.red}
            </StatusTag>
          </Link>
          <Link to="/registration?deadline=AMBER">
            <StatusTag tone="attention">
              {labels.colour.AMBER} {counts.amber}
            </StatusTag>
          </Link>
        </nav>
      )}
      <Loaded
        result={result}
        value={result.data?.registrationQueue}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(queue) => (
          <SplitReview
            label={t.list}
            entries={queue.edges.map(({ node }) => ({ id: node.id, content: <EntryContent entry={node} /> }))}
            current={id}
            address={(entry) =>
              entry === null ? `/registration${search}` : `/registration/${entry}${search}`
            }
            controls={<QueueFilters state={state} searchLabel={t.searchLabel} filters={filters} />}
            footer={
              <QueueFoot
                state={state}
                pageInfo={queue.pageInfo}
                isEmpty={queue.edges.length === 0}
                empty={{ title: t.empty, text: t.emptyText }}
              />
            }
          >
            {id && <ReviewPane key={id} id={id} />}
          </SplitReview>
        )}
      </Loaded>
    </div>
  );
}
