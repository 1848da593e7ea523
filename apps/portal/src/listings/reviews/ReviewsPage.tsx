import { useLocation, useParams } from 'react-router';
import { useQuery } from 'urql';
import { choicesOf, useCity, useNameOf } from '../../api/city.js';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import { Heading } from '../../design/ListPage.js';
import { useListState } from '../../design/listState.js';
import { Loaded } from '../../design/Loaded.js';
import { QueueFilters, QueueFoot, type QueueFilter } from '../../design/QueueFilters.js';
import { SplitReview } from '../../design/SplitReview.js';
import { Empty } from '../../design/States.js';
import { Label } from '../../design/StatusTag.js';
import { Deadline } from '../../design/Values.js';
import type { ReviewQueueQuery } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { NeedReview, ResultReview } from './ReviewPane.js';
import { reviewWords } from './words.js';

const ReviewQueueDocument = graphql(`
  query ReviewQueue(
    $kind: ListingKind
    $stage: ReviewStage
    $divisions: [String!]
    $text: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    listingsToReview(
      kind: $kind
      stage: $stage
      divisions: $divisions
      text: $text
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        hasNextPage
        startCursor
        endCursor
      }
      edges {
        node {
          id
          kind
          stage
          code
          title
          ownerName
          divisionCode
          divisionName
          dueOn
          result {
            id
          }
          need {
            id
          }
        }
      }
    }
  }
`);

type Item = ReviewQueueQuery['listingsToReview']['edges'][number]['node'];

const SORTS = ['WAITING'] as const;
const QUEUE_SIZE = 50;

function Entry({ item }: { item: Item }) {
  const t = useWords(reviewWords);
  const nameOf = useNameOf();
  return (
    <>
      <strong>{item.title}</strong>
      <span className="quiet">{`${item.ownerName} · ${nameOf('divisions', item.divisionCode, item.divisionName)}`}</span>
      <span className="row" style={{ gap: 6 }}>
        <Label>{t[item.kind]}</Label>
        <Label>{t[item.stage]}</Label>
        <Deadline on={item.dueOn} soon={2} />
      </span>
    </>
  );
}

const KINDS = { RESULT: true, NEED: true } as const;
const STAGES = { UNIT_REVIEW: true, BUREAU_REVIEW: true } as const;

/** What narrows the queue. Who reviews for one unit, or for one county, is not asked which. */
function useFilters(): QueueFilter[] {
  const t = useWords(reviewWords);
  const city = useCity();
  const { may } = useViewer();
  const choice = (value: keyof typeof KINDS | keyof typeof STAGES) => ({ value, label: t[value] });
  return [
    { name: 'kind', label: t.kind, choices: [choice('RESULT'), choice('NEED')] },
    ...(may('REVIEW_LISTING')
      ? [{ name: 'division', label: t.division, choices: choicesOf(city?.divisions) }]
      : []),
    ...(may('REVIEW_LISTING') && may('APPROVE_RESULT')
      ? [{ name: 'stage', label: t.stage, choices: [choice('UNIT_REVIEW'), choice('BUREAU_REVIEW')] }]
      : []),
  ];
}

/** 待我审核: for transfer officers their unit's queue, for bureau officers their division's. */
export function ReviewsPage() {
  const t = useWords(reviewWords);
  const { id } = useParams();
  const { search } = useLocation();
  const state = useListState(SORTS, QUEUE_SIZE);
  const filters = useFilters();
  const divisions = state.values('division');
  const [result, ask] = useQuery({
    query: ReviewQueueDocument,
    variables: {
      ...state.paging,
      kind: state.among('kind', KINDS)[0] ?? null,
      stage: state.among('stage', STAGES)[0] ?? null,
      divisions: divisions.length > 0 ? [...divisions] : null,
      text: state.text || null,
    },
    requestPolicy: 'cache-and-network',
  });
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <Loaded
        result={result}
        value={result.data?.listingsToReview}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
        {(queue) => {
          const items = queue.edges.map((edge) => edge.node);
          const current = items.find((item) => item.id === id);
          if (items.length === 0 && !state.narrowed && id === undefined)
            return (
              <Empty title={t.none} icon="checkCircle">
                {t.noneText}
              </Empty>
            );
          return (
            <SplitReview
              label={t.queue}
              entries={items.map((item) => ({ id: item.id, content: <Entry item={item} /> }))}
              current={id}
              address={(entry) => (entry === null ? `/reviews${search}` : `/reviews/${entry}${search}`)}
              controls={<QueueFilters state={state} searchLabel={t.searchLabel} filters={filters} />}
              footer={
                <QueueFoot
                  state={state}
                  pageInfo={queue.pageInfo}
                  isEmpty={items.length === 0}
                  empty={{ title: t.none, text: t.noneText }}
                />
              }
            >
              {current?.kind === 'RESULT' && <ResultReview key={current.id} id={current.id} />}
              {current?.kind === 'NEED' && <NeedReview key={current.id} id={current.id} />}
              {!current && (
                <Empty title={t.gone} icon="checkCircle">
                  {t.goneText}
                </Empty>
              )}
            </SplitReview>
          );
        }}
      </Loaded>
    </div>
  );
}

export { ReviewsPage as Component };
